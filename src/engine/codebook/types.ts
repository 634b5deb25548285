import type { Role } from '../transcript/types';

/** What the trajectory makes of a code (domain: withdrawal and confrontation open an episode, a contribution never does). */
export type Kind = 'withdrawal' | 'confrontation' | 'contribution' | 'attempt' | 'response' | 'decline';

/** An ordinal scale: its values in order, each with its word. */
export interface Scale {
  readonly id: string;
  readonly values: readonly { readonly value: number; readonly label: string }[];
  /** Counted where a coder gave no value. */
  readonly default: number | null;
  /** Where a form begins. */
  readonly start: number | null;
}

export interface Code {
  readonly id: string;
  readonly label: string;
  /** The key that applies it in coding mode, among its siblings. */
  readonly key: string | null;
  /** `#rrggbb`: its own, else its parent's. */
  readonly color: string;
  readonly valence: -1 | 0 | 1;
  readonly kind: Kind | null;
  readonly speaker: Role | 'dyad' | null;
  readonly scales: readonly string[];
  readonly definition: string;
  readonly rule: string | null;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly example: string | null;
  readonly replaces: readonly string[];
  readonly parent: string | null;
  /** Id of the top-level code above it (its own for a family). */
  readonly family: string;
  readonly children: readonly string[];
}

export interface RatingDefinition {
  readonly id: string;
  readonly label: string;
  readonly scale: string;
  readonly scopes: readonly ('session' | 'segment')[];
  readonly notApplicableWithout: string | null;
}

/** What a version of a codebook changed, in the words of those who changed it. */
export interface CodebookChange {
  readonly version: string | null;
  /** As it is written. */
  readonly date: string | null;
  readonly text: string;
}

export interface Codebook {
  readonly id: string;
  readonly title: string;
  readonly version: string;
  readonly language: string | null;
  /** All codes by id, in the order of the file, parents before children. */
  readonly codes: ReadonlyMap<string, Code>;
  readonly families: readonly Code[];
  readonly scales: ReadonlyMap<string, Scale>;
  readonly ratings: readonly RatingDefinition[];
  /** Old id → the codes that replace it (more than one: a person has to choose). */
  readonly replacements: ReadonlyMap<string, readonly string[]>;
  /** In the order of the file. */
  readonly changes: readonly CodebookChange[];
}
