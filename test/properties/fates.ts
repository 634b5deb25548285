import { isBlank, lettersIn, type Dialogue, type Letter, type Span } from './editedDialogue';

/**
 * What became of a passage's letters. `untouched`: all are there, next to one another, in as many turns. `edited`: six of ten or more
 * are there, in one place. `broken`: fewer, or here and there. `replaced`: none, and other words stand between those that stood around
 * it. `deleted`: none, and nothing does.
 */
export type Fate = 'untouched' | 'edited' | 'broken' | 'replaced' | 'deleted';

/** A dialogue's letters without blanks, in order: a blank that a split took and a join gave back is nobody's word. */
export class Letters {
  readonly ids: readonly number[];
  /** Index in `ids`. */
  readonly places: ReadonlyMap<number, number>;
  /** The turn of each. */
  readonly turns: readonly number[];
  readonly #text: string;
  readonly #texts: ReadonlyMap<number, string>;

  constructor(dialogue: Dialogue) {
    const words = dialogue.flatMap(({ letters }, turn) =>
      wordsOf(letters).map(({ id, text }) => ({ id, turn, text: text.normalize('NFC') })),
    );
    this.ids = words.map(({ id }) => id);
    this.turns = words.map(({ turn }) => turn);
    this.#text = words.map(({ text }) => text).join('');
    this.#texts = new Map(words.map(({ id, text }) => [id, text]));
    this.places = new Map(this.ids.map((id, index) => [id, index]));
  }

  wordsOf(ids: readonly number[]): string {
    return ids.map((id) => this.#texts.get(id) ?? '').join('');
  }

  /** How often words stand here, blanks left out. */
  timesOf(words: string): number {
    let times = 0;
    for (let at = this.#text.indexOf(words); at >= 0; at = this.#text.indexOf(words, at + 1)) times++;
    return times;
  }
}

/** Of shorter words nothing certain is left when some letters are. */
const leastEdited = 8;

export function fateOf(own: readonly number[], before: Letters, after: Letters): Fate {
  const kept = own.flatMap((id) => after.places.get(id) ?? []);
  const [first, last] = [kept[0] ?? 0, kept.at(-1) ?? 0];
  if (kept.length === own.length && last - first === own.length - 1 && areTurnsAlike(own, before, after)) {
    return 'untouched';
  }
  const together = Math.abs(last - first) < 1.4 * own.length;
  if (kept.length >= 0.6 * own.length && together && own.length >= leastEdited) return 'edited';
  if (kept.length > 0) return 'broken';
  const there = standIn(own, before, after);
  return there.length > 0 && there.every((id) => !before.places.has(id)) ? 'replaced' : 'deleted';
}

function areTurnsAlike(own: readonly number[], before: Letters, after: Letters): boolean {
  const turnsIn = ({ places, turns }: Letters): number[] => own.map((id) => turns[places.get(id) ?? 0] ?? 0);
  const [old, now] = [turnsIn(before), turnsIn(after)];
  const apart = (old[0] ?? 0) - (now[0] ?? 0);
  return own.every((id, index) => {
    const follows = index === 0 || after.places.get(id) === (after.places.get(own[index - 1] ?? 0) ?? 0) + 1;
    return follows && (old[index] ?? 0) - (now[index] ?? 0) === apart;
  });
}

/** What stands now between the letters that stood around a passage. */
export function standIn(own: readonly number[], before: Letters, after: Letters): readonly number[] {
  const [first, last] = [before.places.get(own[0] ?? -1) ?? 0, before.places.get(own.at(-1) ?? -1) ?? 0];
  const stays = (id: number): boolean => after.places.has(id);
  const left = after.places.get(before.ids.slice(0, first).findLast(stays) ?? -1) ?? -1;
  const right = after.places.get(before.ids.slice(last + 1).find(stays) ?? -1) ?? after.ids.length;
  return after.ids.slice(left + 1, Math.max(left + 1, right));
}

export function idsIn(dialogue: Dialogue, span: Span): number[] {
  return lettersIn(dialogue, span).flatMap((letters) => wordsOf(letters).map(({ id }) => id));
}

function wordsOf(letters: readonly Letter[]): Letter[] {
  return letters.filter((letter) => !isBlank(letter));
}

const contextLength = 32;

/** The letters that a file keeps as context: beside the passage in its turn, else in the neighbouring one. */
export function contextOf(
  dialogue: Dialogue,
  { first, start, last, end }: Span,
): { readonly left: readonly number[]; readonly right: readonly number[] } {
  const lettersOf = (turn: number): readonly Letter[] => dialogue[turn]?.letters ?? [];
  const left = start > 0 ? lettersOf(first).slice(0, start) : lettersOf(first - 1);
  const right = end < lettersOf(last).length ? lettersOf(last).slice(end) : lettersOf(last + 1);
  return {
    left: wordsOf(left.slice(-contextLength)).map(({ id }) => id),
    right: wordsOf(right.slice(0, contextLength)).map(({ id }) => id),
  };
}

/** How many letters of a context, the nearest first, stand beside a passage as they did, and their share less what came between. */
export function sideLeft(
  context: readonly number[],
  edge: number,
  step: 1 | -1,
  after: Letters,
): { readonly letters: number; readonly share: number; readonly beside: boolean } {
  const place = after.places.get(edge) ?? 0;
  const window = new Set(context.map((_, index) => after.ids[place + step * (index + 1)]));
  const letters = context.filter((id) => window.has(id)).length;
  const beside = after.ids[place + step] === context[0];
  // Beside an end of the transcript nothing stood: either nothing does now, or all of that is gone.
  return { letters, beside, share: context.length === 0 ? Number(beside) : letters / context.length };
}
