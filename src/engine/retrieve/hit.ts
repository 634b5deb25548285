import type { Annotation } from '../annotations/types';
import type { At } from '../transcript/at';
import type { Code, Codebook } from '../codebook/types';
import type { Role, Turn } from '../transcript/types';
import type { Certainty } from './query';

/** A passage somebody coded, as it stands in its session now. */
export interface Hit {
  /** The transcript's path from the study's folder, with `/`. */
  readonly path: string;
  readonly case: string | null;
  readonly session: number | null;
  readonly coder: string;
  readonly annotation: Annotation;
  /** The one its session is coded with. */
  readonly codebook: Codebook;
  /** What the codebook makes of its code: one, several where an old code was divided, none where it knows none. */
  readonly codes: readonly Code[];
  /** Codes of other annotations that share words with it, as their files say them; each once. */
  readonly also: readonly string[];
  readonly state: Certainty;
  /** Where it stands; null when it is lost. */
  readonly at: At | null;
  /** The turns it touches; none when it is lost. */
  readonly turns: readonly Turn[];
  /** The turns before and behind it, in the order of the text. */
  readonly before: readonly Turn[];
  readonly after: readonly Turn[];
  /** Of the turn it begins in; of a lost one, as its file says. */
  readonly speaker: string;
  readonly role: Role | null;
  /** Seconds from the beginning, where it begins; null where the transcript has no times. */
  readonly time: number | null;
  /** Its words as they stand now; of a lost one those that were coded. */
  readonly words: string;
}

/** `CODER/ID`, as files refer to an annotation. Unique within a session. */
export function keyOfHit({ coder, annotation }: Hit): string {
  return `${coder}/${annotation.id}`;
}
