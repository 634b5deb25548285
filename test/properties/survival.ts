import { said, spanOf, type Dialogue, type Span, type Utterance } from './editedDialogue';
import { contextOf } from './fates';
import { lcsTables } from './minimalAlignment';
import type { Case } from './tellable';

/**
 * Whether the same two texts come of a history as short as any in which a passage survived where it was placed: as few turns come and
 * go, and in what changed as few words. Then nobody who knows the two texts only can tell that it was deleted. Blanks count as nothing.
 */
export function couldHaveSurvived({ anchor, span, script: { before, after } }: Case): boolean {
  const place = anchor.at && spanOf(after.dialogue, anchor.at);
  if (!place) return false;
  if (anchor.state === 'moved' && isMove(before.dialogue, after.dialogue, span, place)) return true;
  const turns = lcsTables(before.dialogue.map(turnOf), after.dialogue.map(turnOf));
  // The turns of the passage became those of the place, and all others did what they do in a shortest history.
  if (turns.through(span.first, span.last + 1, place.first, place.last + 1) < turns.most) return false;
  const words = lcsTables(
    before.dialogue.slice(span.first, span.last + 1).flatMap(wordsOf),
    after.dialogue.slice(place.first, place.last + 1).flatMap(wordsOf),
  );
  const own = wordRange(before.dialogue, span);
  const there = wordRange(after.dialogue, place);
  return words.through(own.from, own.to, there.from, there.to) === words.most;
}

/** In the old text the words with all of the context that a file keeps stood more than once: nothing in the file tells which. */
export function stoodTwice({ own, span, script: { before, old } }: Case): boolean {
  const { left, right } = contextOf(before.dialogue, span);
  return old.timesOf(old.wordsOf([...left, ...own, ...right])) > 1;
}

/** The same turns stand elsewhere: they went and came, and no more had to come and go. */
function isMove(before: Dialogue, after: Dialogue, span: Span, place: Span): boolean {
  const [old, now] = [before.map(turnOf), after.map(turnOf)];
  const { most } = lcsTables(old, now);
  const cut = old.splice(span.first, span.last - span.first + 1);
  const put = now.splice(place.first, place.last - place.first + 1);
  return cut.join('\n') === put.join('\n') && lcsTables(old, now).most === most;
}

function turnOf(utterance: Utterance): string {
  return wordsOf(utterance).join(' ');
}

function wordsOf({ letters }: Utterance): string[] {
  return wordsIn(said(letters));
}

function wordsIn(text: string): string[] {
  return text
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => word !== '');
}

/** Which words of its turns a passage touches, end exclusive. */
function wordRange(dialogue: Dialogue, { first, start, last, end }: Span): { from: number; to: number } {
  const upTo = (turn: number, letter: number): string => said(dialogue[turn]?.letters.slice(0, letter) ?? []);
  const above = upTo(first, start);
  const whole = dialogue.slice(first, last).flatMap(wordsOf).length;
  const isWithinWord = /\S$/.test(above);
  return {
    from: wordsIn(above).length - Number(isWithinWord),
    to: whole + wordsIn(upTo(last, end)).length,
  };
}
