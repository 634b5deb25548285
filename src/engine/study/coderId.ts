import { isCoderId } from '../annotations/ids';
import type { CoderEntry } from './editStudy';

/** Letters that are no letter with a mark, as people write them without. */
const spelledOut: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** The id a person most likely means by a name: `Alice Müller` becomes `alice-muller`. Empty where no letter or digit is left. */
export function idFromName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[ßæœøłđðþı]/g, (letter) => spelledOut[letter] ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 32)
    .replace(/(?<!-)-+$/, '');
}

/** Whether somebody may code under this id: `consensus` is nobody's. */
export function isPersonId(id: string): boolean {
  return isCoderId(id) && id !== 'consensus';
}

/** Coders named in one line, with commas or semicolons between; `id` where the name is one already. */
export function codersFromNames(line: string): readonly (CoderEntry & { readonly typed: string })[] {
  const names = line
    .split(/[,;\n]/)
    .map((name) => name.trim().replace(/\s+/g, ' '))
    .filter((name) => name !== '');
  return names.map((typed) => {
    const id = idFromName(typed);
    return { typed, id, name: typed === id ? null : typed, role: 'coder' };
  });
}
