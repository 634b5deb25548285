import type { At } from '../transcript/at';

/**
 * How certain an annotation's place is. `exact`: its words are untouched and there is one way to align them. `moved`: its words
 * stand elsewhere. `changed`: most of them stand there. `ambiguous`: several places are equally good. `orphan`: there is none.
 */
export type AnchorState = 'exact' | 'moved' | 'changed' | 'ambiguous' | 'orphan';

/**
 * How a place was found: in the very text (`hash`), by the turns that did not change (`turns`), by the words in a turn that did
 * (`words`), or by the words elsewhere (`quote`).
 */
export type AnchorMethod = 'hash' | 'turns' | 'words' | 'quote';

export interface Anchor {
  readonly id: string;
  readonly state: AnchorState;
  /** Null for an orphan. */
  readonly method: AnchorMethod | null;
  /** 0 to 1: how much of the words and of what stood around them is there; 0 for an orphan. */
  readonly confidence: number;
  /** Null for an orphan and where it is ambiguous. */
  readonly at: At | null;
  /** The equally good places of an ambiguous one, in order; else empty. */
  readonly places: readonly At[];
}

export function placed(
  id: string,
  state: 'exact' | 'moved' | 'changed',
  method: AnchorMethod,
  confidence: number,
  at: At,
): Anchor {
  return { id, state, method, confidence, at, places: [] };
}

export function ambiguous(
  id: string,
  method: AnchorMethod,
  confidence: number,
  places: readonly At[],
): Anchor {
  return { id, state: 'ambiguous', method, confidence, at: null, places };
}

export function orphan(id: string): Anchor {
  return { id, state: 'orphan', method: null, confidence: 0, at: null, places: [] };
}
