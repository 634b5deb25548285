import type { Coding, CoderRole } from '../annotations/types';

/** Somebody who has a file on transcripts, or looks at one. */
export interface Person {
  readonly id: string;
  readonly role: CoderRole;
}

export interface Owner extends Person {
  /** Has released this transcript. */
  readonly released: boolean;
  /** A supervisor who sent the viewer's session back, which the viewer has not released again yet. */
  readonly sentBack?: boolean;
}

/** What of a transcript decides, beside the two persons. */
export interface GateState {
  /** False where the study file says `blind: false`. */
  readonly blind: boolean;
  /** The viewer has released it. */
  readonly released: boolean;
  /** Whose work the viewer has looked at, with a reason, before it was open. */
  readonly looked: ReadonlySet<string>;
}

/** Why something is shown or not: a code, worded at the edge. */
export type GateReason =
  | 'own'
  | 'not-blind'
  | 'looked'
  | 'both-released'
  | 'supervisor-released'
  | 'supervisor'
  | 'sent-back'
  | 'you-have-not-released'
  | 'not-released'
  | 'nobody-is-coding';

export interface Shown {
  readonly show: boolean;
  readonly reason: GateReason;
}

/**
 * The one gate: whether `viewer` sees the work of `owner` on a transcript. Whatever shows anything out of an annotation
 * file asks here. It guards against accident, not against intent: the files are readable text.
 *
 * In this order:
 * 1. One's own work is shown, and everything where the study is not blind.
 * 2. Nobody in particular (no coder chosen) sees nothing of anybody.
 * 3. Whom the viewer has looked at, with a reason and logged, stays shown.
 * 4. A supervisor sees what its owner has released, and the work of supervisors and the consensus.
 * 5. A coder sees a supervisor's work and the consensus once they have released the transcript themselves (a consensus is
 *    made from released codings only), and another coder's once both have. Who takes a release back because a supervisor sent
 *    it back goes on seeing what that supervisor said.
 *
 * Somebody who acts as the consensus sees as a supervisor does.
 */
export function mayShow(viewer: Person | null, owner: Owner, transcript: GateState): Shown {
  if (viewer !== null && viewer.id === owner.id) return shown('own');
  if (!transcript.blind) return shown('not-blind');
  if (viewer === null) return hidden('nobody-is-coding');
  if (transcript.looked.has(owner.id)) return shown('looked');
  if (viewer.role !== 'coder') {
    if (owner.role !== 'coder') return shown('supervisor');
    return owner.released ? shown('supervisor-released') : hidden('not-released');
  }
  if (!transcript.released) return owner.sentBack ? shown('sent-back') : hidden('you-have-not-released');
  if (owner.role !== 'coder') return shown('supervisor');
  return owner.released ? shown('both-released') : hidden('not-released');
}

/** The gate's state of a transcript for the person whose coding of it is `own` (null where they have none yet). */
export function gateState(own: Coding | null, blind: boolean): GateState {
  return { blind, released: own?.released !== undefined, looked: lookedAt(own) };
}

/** `about` of a `looked` names a person, or something of theirs (`bob/t20fj3aa`). */
function lookedAt(own: Coding | null): ReadonlySet<string> {
  const looks = own?.log.filter((entry) => entry.event === 'looked') ?? [];
  return new Set(looks.flatMap((entry) => entry.about?.split('/')[0] ?? []));
}

function shown(reason: GateReason): Shown {
  return { show: true, reason };
}

function hidden(reason: GateReason): Shown {
  return { show: false, reason };
}
