import type { GateReason } from '../engine/study/mayShow';
import type { PersonFile } from './personFile';

/** Somebody's file about this transcript, shown through the gate. */
export interface Person {
  readonly file: PersonFile;
  readonly own: boolean;
  /** Its text is the one on disk: its places are certain where its words stand there. */
  readonly sameText: boolean;
}

/** Somebody whose work the gate keeps hidden: only that it exists is known. */
export interface HiddenPerson {
  readonly coder: string;
  readonly reason: GateReason;
}
