import { fingerprint } from '../annotations/hashes';
import type { Role, Turn } from '../transcript/types';
import { alignTurns, type TurnImage } from './alignTurns';

/** Unicode's two canonical forms: programs that save a file may change one into the other, which no reader sees. */
export type Form = 'NFC' | 'NFD';

/** What became of the turns of the text a coding was made in. Indices count from 0. */
export interface TurnImages {
  readonly images: readonly TurnImage[];
  /** The form in which the old text had a turn of the new one, where that is another than its own. */
  readonly forms: ReadonlyMap<number, Form>;
  /** Where turns went that are out of their order now: those whose like was nowhere else, then and now. */
  readonly moved: ReadonlyMap<number, number>;
  /** Old turns that had their like elsewhere in the old text. */
  readonly repeated: ReadonlySet<number>;
}

const printLength = 6;
const roles: readonly Role[] = ['therapist', 'client', 'other'];
const forms: readonly (Form | null)[] = [null, 'NFC', 'NFD'];

/**
 * Finds the turns of a coding's text (`text.turns` of its file) among those that are there now. A turn counts as the same when
 * its words are, whatever became of its label, its role, its times and its line ends, in either form of Unicode, and broken into lines.
 * Null where nothing is known of the old turns, or the two have too little in common.
 */
export function imagesOf(prints: string | undefined, turns: readonly Turn[]): TurnImages | null {
  if (!prints || prints.length % printLength !== 0) return null;
  const old = prints.match(/.{6}/g) ?? [];
  const known = new Set(old);
  const found = turns.map((turn) => printIn(known, turn));
  const images = alignTurns(
    old,
    found.map(({ print }) => print),
  );
  const changed = found.flatMap(({ form }, turn): [number, Form][] => (form ? [[turn, form]] : []));
  const before = placesOf(old);
  const repeated = new Set([...before.values()].filter((places) => places.length > 1).flat());
  const moved = images && movedTurns(old, before, found, images);
  return images && moved && { images, forms: new Map(changed), moved, repeated };
}

function movedTurns(
  old: readonly string[],
  before: ReadonlyMap<string, readonly number[]>,
  found: readonly { readonly print: string }[],
  images: readonly TurnImage[],
): ReadonlyMap<number, number> {
  const now = placesOf(found.map(({ print }) => print));
  const moved = images.flatMap((image, turn): [number, number][] => {
    const print = old[turn] ?? '';
    const [place] = now.get(print) ?? [];
    const single = before.get(print)?.length === 1 && now.get(print)?.length === 1;
    return image.kind === 'gone' && single && place !== undefined ? [[turn, place]] : [];
  });
  return new Map(moved);
}

function placesOf(prints: readonly string[]): ReadonlyMap<string, number[]> {
  const places = new Map<string, number[]>();
  for (const [turn, print] of prints.entries()) {
    const known = places.get(print);
    if (known) known.push(turn);
    else places.set(print, [turn]);
  }
  return places;
}

/** The fingerprint a turn had in the old text, as far as there is one like it; else its own. */
function printIn(
  known: ReadonlySet<string>,
  { role, text }: Turn,
): { readonly print: string; readonly form: Form | null } {
  for (const form of forms) {
    const words = form ? text.normalize(form) : text;
    if (form && words === text) continue;
    // What a formatter broke into lines stood on one, with a blank for each break.
    for (const said of words.includes('\n') ? [words, words.replaceAll('\n', ' ')] : [words]) {
      for (const each of [role, ...roles]) {
        const print = fingerprint(each, said);
        if (known.has(print)) return { print, form };
      }
    }
  }
  return { print: fingerprint(role, text), form: null };
}
