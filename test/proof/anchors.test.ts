import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import type { Anchor } from '../../src/engine/anchors/types';
import type { Annotation, At } from '../../src/engine/annotations/types';
import {
  annotate,
  below,
  dialogueOf,
  edited,
  editNames,
  identitiesAt,
  passageOf,
  random,
  read,
  textOf,
  type Dialogue,
  type Utterance,
} from './editedDialogue';

const proofSeed = Number(process.env['PROOF_SEED'] ?? 1);
/** Texts, each edited by a script of its own, and passages in each: more than 100,000 annotations. */
const scripts = 3_000;
const passages = 40;

/** What became of a passage's letters: all there and together; most of them in one place; some; none. */
type Fate = 'untouched' | 'mostly there' | 'partly there' | 'gone';

interface Case {
  readonly before: Dialogue;
  readonly after: Dialogue;
  readonly annotation: Annotation;
  readonly at: At;
  readonly anchor: Anchor;
  readonly fate: Fate;
  readonly script: string;
}

suite('Anchors after edits whose every letter is known', () => {
  const counts = new Map<string, number>();
  const count = (key: string): number => counts.get(key) ?? 0;
  const note = (key: string): void => void counts.set(key, count(key) + 1);
  const wrong: string[] = [];

  suiteSetup(() => {
    for (let script = 0; script < scripts; script++) {
      for (const one of casesOf(proofSeed + script)) {
        note(`${one.fate}: ${one.anchor.state}`);
        note(one.fate);
        note('all');
        if (!isElsewhere(one)) continue;
        if (hasTwin(one)) note('placed on a look-alike or a copy that nobody could tell apart');
        else {
          note('placed on other words');
          wrong.push(`${one.script}\n${JSON.stringify(one.annotation)}\n${JSON.stringify(one.anchor)}`);
          if (one.anchor.state === 'exact') note('certain of other words');
        }
      }
    }
    const lines = [...counts]
      .toSorted(([a], [b]) => a.localeCompare(b))
      .map(([key, n]) => `      ${key}: ${n}`);
    console.log(lines.join('\n'));
  });

  test('more than 100,000 annotations were tried, ambiguous ones among them', () => {
    assert.ok(count('all') > 100_000);
    assert.ok(count('untouched: ambiguous') > 100);
  });

  test('none is certain of other words', () => {
    assert.equal(count('certain of other words'), 0, wrong.join('\n'));
  });

  test('hardly any is offered on other words for confirmation: less than one in ten thousand', () => {
    assert.ok(count('placed on other words') < count('all') / 10_000, wrong.join('\n'));
  });

  test('of passages of which most is in one place, 95 of 100 are found', () => {
    const lost = count('mostly there: orphan') + count('mostly there: ambiguous');
    assert.ok(lost < 0.05 * count('mostly there'));
  });

  test('of untouched passages 98 of 100 have a place', () => {
    const lost = count('untouched: orphan') + count('untouched: ambiguous');
    assert.ok(lost < 0.02 * count('untouched'));
  });
});

function casesOf(seed: number): Case[] {
  const next = random(seed);
  const before = dialogueOf(next, 20 + below(next, 20));
  const old = read(textOf(before));
  const names = Array.from(
    { length: 1 + below(next, 6) },
    () => editNames[below(next, editNames.length)] ?? 'go',
  );
  const after = names.reduce<Dialogue>((dialogue, name) => edited(next, dialogue, name), before);
  const now = read(textOf(after));
  const places = Array.from({ length: passages }, () => passageOf(next, before)).filter((at) => at !== null);
  const annotations = places.map((at, index) => annotate(`a${index}`, at, old.turns));
  const text = { sha256: old.hash, turns: old.prints };
  const anchors = resolveAnchors({ annotations, text }, now.turns, now.hash);
  return anchors.flatMap((anchor, index): Case[] => {
    const [at, annotation] = [places[index], annotations[index]];
    if (!at || !annotation) return [];
    const fate = fateOf(identitiesAt(before, at), after);
    return [{ before, after, annotation, at, anchor, fate, script: `${seed} ${names.join(' ')}` }];
  });
}

function fateOf(own: readonly number[], after: Dialogue): Fate {
  const mine = new Set(own);
  const letters = after.flatMap((utterance) => utterance.letters);
  const kept = letters.flatMap(({ id }, index) => (mine.has(id) ? [index] : []));
  const share = kept.length / own.length;
  const together = (kept.at(-1) ?? 0) - (kept[0] ?? 0) < 1.4 * own.length;
  if (share === 1 && together) return 'untouched';
  // Of shorter words nothing certain is left when some letters are.
  if (share >= 0.6 && together && own.length >= 8) return 'mostly there';
  return share > 0 ? 'partly there' : 'gone';
}

/** It is said to stand where its words are not: certain of other letters, or where none of its own are. */
function isElsewhere({ before, after, at, anchor }: Case): boolean {
  if (!anchor.at) return false;
  const own = identitiesAt(before, at);
  const there = identitiesAt(after, anchor.at);
  if (anchor.state === 'exact') return words(before, own).join() !== words(after, there).join();
  return !there.some((id) => own.includes(id)) && !replaces(before, at, after, anchor.at);
}

/** Without blanks: one that a split took and a join gave back is nobody's word. */
function words(dialogue: Dialogue, ids: readonly number[]): number[] {
  const blanks = dialogue.flatMap(({ letters }) => letters.filter(({ text }) => text.trim() === ''));
  const none = new Set(blanks.map(({ id }) => id));
  return ids.filter((id) => !none.has(id));
}

/** The passage was replaced by other words where it stood, which are offered: what was around it is around them. */
function replaces(before: Dialogue, at: At, after: Dialogue, now: At): boolean {
  const old = around(before, at);
  const next = around(after, now);
  return [...old.left].some((id) => next.left.has(id)) || [...old.right].some((id) => next.right.has(id));
}

function around(
  dialogue: Dialogue,
  at: At,
): { readonly left: ReadonlySet<number>; readonly right: ReadonlySet<number> } {
  const ids = (turn: number): number[] => dialogue[turn - 1]?.letters.map(({ id }) => id) ?? [];
  const left = ids(at.turn).slice(Math.max(0, at.start - 16), at.start);
  const right = ids(at.end_turn ?? at.turn).slice(at.end, at.end + 16);
  return { left: new Set(left), right: new Set(right) };
}

/**
 * By the text alone it could as well be right: the same words stand, or stood, more than once; or it stands in a turn that says all its
 * own turn said, since a turn was copied and the other one changed.
 */
function hasTwin({ before, after, annotation, at, anchor }: Case): boolean {
  const quote = annotation.quote?.replaceAll('\n', ' ') ?? '';
  const times = (dialogue: Dialogue): number => dialogue.map(said).join(' ').split(quote).length - 1;
  if (times(before) > 1 || times(after) > 1) return true;
  return anchor.at !== null && turnsAt(before, at) === turnsAt(after, anchor.at);
}

function said({ letters }: Utterance): string {
  return letters.map(({ text }) => text).join('');
}

function turnsAt(dialogue: Dialogue, { turn, end_turn }: At): string {
  return dialogue
    .slice(turn - 1, end_turn ?? turn)
    .map(said)
    .join('\n');
}
