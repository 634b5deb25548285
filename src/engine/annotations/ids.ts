import { sha256Of } from './hashes';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const characters = `${letters}0123456789`;

/** `[a-z][a-z0-9]{7}` with a letter from g to z, so that none reads as a number or a hash. */
const idPattern = /^(?=.*[g-z])[a-z][a-z0-9]{7}$/;
export const coderPattern = /^[a-z0-9][a-z0-9_-]{0,31}$/;

export function isId(text: string): boolean {
  return idPattern.test(text);
}

export function isCoderId(text: string): boolean {
  return coderPattern.test(text);
}

/** A new id; `random` gives numbers from 0 up to, not including, 1. */
export function newId(random: () => number): string {
  const pick = (from: string): string => from.charAt(Math.floor(random() * from.length));
  const first = pick(letters);
  let id = first;
  while (id.length < 8) id += pick(characters);
  // The last letter is made one from g to z where no other is: rare enough not to matter for the spread of ids.
  return isId(id) ? id : `${id.slice(0, 7)}${pick(letters.slice(6))}`;
}

/**
 * The id of an entry that was written without one, until the next act writes it into the file: the same for the same
 * words, so that what was shown under it stays under it.
 */
export function derivedId(words: string, taken: ReadonlySet<string>): string {
  for (let round = 0; ; round++) {
    const hash = sha256Of(`${round}\t${words}`);
    let at = 0;
    const id = newId(() => parseInt(hash.slice(at, (at += 4)), 16) / 0x10000);
    if (!taken.has(id)) return id;
  }
}
