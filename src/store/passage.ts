import type * as vscode from 'vscode';
import type { Annotation, CoderRole, Unconfirmed } from '../engine/annotations/types';
import type { Code } from '../engine/codebook/types';

/**
 * Whether the words under an annotation are certainly its own. `unconfirmed`: it has a place, and a person should look.
 * `ambiguous`: several places are equally good, and it is at none. `lost`: it has none; its words and everything else are kept.
 */
export type PassageState = 'certain' | 'unconfirmed' | 'ambiguous' | 'lost';

/** An annotation somebody made, as it stands in the open text. */
export interface Passage {
  /** `CODER/ID`, as files refer to it. */
  readonly key: string;
  readonly coder: string;
  readonly role: CoderRole;
  /** Made by whoever codes in this window, and neither released nor of a newer format: it may be changed. */
  readonly editable: boolean;
  readonly own: boolean;
  readonly annotation: Annotation;
  /** Null where the codebook has no such code. */
  readonly code: Code | null;
  readonly state: PassageState;
  /** Where it stands now; null when it has no place. */
  readonly range: vscode.Range | null;
  /** How it was found in a text that changed outside; null where that is not known. */
  readonly found: Unconfirmed | null;
  /** The equally good places of an ambiguous one. */
  readonly choices: readonly vscode.Range[];
}
