import { shownPath } from './files';
import type { Library } from './library';
import { harmless } from './terminal';

/** Where a call is made from, and where its words go. */
export interface Surroundings {
  /** The working directory, absolute. */
  readonly cwd: string;
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
  /** Asks the person at the terminal a question to be answered with yes or no; missing where nobody is there. */
  readonly ask?: (question: string) => Promise<boolean>;
  /** Shows how much of something long is done; missing where nobody looks on. */
  readonly progress?: (done: number, of: number) => void;
}

/** 0 fine, 1 findings, 2 bad input or usage. */
export type ExitStatus = 0 | 1 | 2;

/** A call that makes no sense, or is about nothing; the message is for the person who made it. */
export class UsageError extends Error {}

/** One line for the person. */
export function say({ stderr }: Surroundings, message: string): void {
  stderr.write(`${harmless(message)}\n`);
}

export function sayProblems(library: Library, surroundings: Surroundings): void {
  for (const { path, message } of library.problems) {
    say(surroundings, `${shownPath(surroundings.cwd, path)} cannot be read: ${message}.`);
  }
}
