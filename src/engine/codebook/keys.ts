import type { Code, Codebook } from './types';

/** What coding mode's own keys do. */
export type KeyAct =
  | 'nextTurn'
  | 'previousTurn'
  | 'nextAnnotation'
  | 'previousAnnotation'
  | 'nextUncodedTurn'
  | 'repeat'
  | 'widen'
  | 'narrow'
  | 'note'
  | 'memo'
  | 'link'
  | 'delete'
  | 'nextToConfirm'
  | 'confirm'
  | 'notHere'
  | 'undo'
  | 'redo'
  | 'keys'
  | 'keep';

/** Coding mode's own keys, named as the manifest names them to `alliance.key`. */
export const keyActs: Readonly<Record<string, KeyAct>> = {
  j: 'nextTurn',
  down: 'nextTurn',
  k: 'previousTurn',
  up: 'previousTurn',
  'alt+down': 'nextAnnotation',
  'alt+up': 'previousAnnotation',
  u: 'nextUncodedTurn',
  '.': 'repeat',
  e: 'widen',
  E: 'narrow',
  n: 'note',
  m: 'memo',
  l: 'link',
  backspace: 'delete',
  ',': 'nextToConfirm',
  enter: 'confirm',
  '-': 'notHere',
  undo: 'undo',
  redo: 'redo',
  '?': 'keys',
  escape: 'keep',
};

/**
 * True for a key a codebook cannot have: digits set scales, `.` repeats, `?` helps; a family's letter must be no act's.
 * Within a family the next key refines, so that a child may have an act's letter.
 */
export function isReservedKey(key: string, isFamily: boolean): boolean {
  return /^[0-9.?]$/.test(key) || (isFamily && Object.hasOwn(keyActs, key));
}

/** One letter for a family, of its own among the families: its key in capitals, else a letter of its label, else any. */
export function familyLetter(codebook: Codebook, family: string): string {
  const taken = new Map<string, string>();
  const give = (code: Code, candidates: string): void => {
    const letter = Array.from(candidates.toUpperCase()).find((one) => /^[A-Z]$/.test(one) && !taken.has(one));
    if (letter !== undefined && ![...taken.values()].includes(code.id)) taken.set(letter, code.id);
  };
  for (const code of codebook.families) give(code, code.key ?? '');
  for (const code of codebook.families) give(code, `${code.label}ABCDEFGHIJKLMNOPQRSTUVWXYZ`);
  for (const [letter, id] of taken) if (id === family) return letter;
  return '·';
}

/**
 * The code of an id: one of the codebook, or the one code that replaced an old id. `replacedBy` where several did and a
 * person has to choose; null where the codebook does not know the id.
 */
export function resolveCode(
  codebook: Codebook,
  id: string,
): Code | { readonly replacedBy: readonly Code[] } | null {
  const code = codebook.codes.get(id);
  if (code) return code;
  const replacedBy = (codebook.replacements.get(id) ?? []).flatMap((one) => codebook.codes.get(one) ?? []);
  return replacedBy.length > 1 ? { replacedBy } : (replacedBy[0] ?? null);
}

/** The code that an id counts as: its own, or the one that replaced it; null where there is none, or a choice of several. */
export function codeFor(codebook: Codebook, id: string): Code | null {
  const found = resolveCode(codebook, id);
  return found && 'id' in found ? found : null;
}

/** Which codebook a coding was made with, and whether that is this one. */
export function isSameCodebook(
  made: Pick<Codebook, 'id' | 'version'>,
  { id, version }: Pick<Codebook, 'id' | 'version'>,
): boolean {
  return made.id === id && made.version === version;
}
