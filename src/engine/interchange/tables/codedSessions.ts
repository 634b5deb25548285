import { compareText } from '../../compareText';
import { canonicalJson } from '../../canonicalJson';
import { compareAnnotations } from '../../annotations/order';
import type { Annotation, Coding } from '../../annotations/types';
import type { At } from '../../transcript/at';
import { sessionTrajectories } from '../../trajectory/case';
import type { SessionTrajectory } from '../../trajectory/types';
import { stateOf, type CodingState } from './codingState';
import type { ExportedCoding, ExportedSession, ExportedStudy } from '../exported';

/** An annotation at its certain place in the transcript as it is now. */
export type PlacedAnnotation = Annotation & { readonly at: At };

/** One person's coding of one session with its figures: what a table is made of. */
export interface CodedSession {
  readonly session: ExportedSession;
  /** Without the annotations that have no certain place. */
  readonly coding: Coding;
  readonly state: CodingState;
  /** In the order of the text, whatever their order in the file. */
  readonly annotations: readonly PlacedAnnotation[];
  readonly trajectory: SessionTrajectory;
}

/** Every coding of an export, by session and coder, its figures computed as the side panel and the command line compute them. */
export function codedSessions({ sessions, around = [] }: ExportedStudy): CodedSession[] {
  const placed = [...sessions, ...around].flatMap((session) =>
    [...session.codings].sort(byCoder).map((each) => placedCoding(session, each)),
  );
  const trajectories = sessionTrajectories(
    placed.map(({ session, coding }) => ({
      transcript: session.transcript,
      name: session.path,
      coding,
      codebook: session.codebook,
      facts: session.facts,
    })),
  );
  const known = new Map(trajectories.map((each) => [keyOf(each.transcript, each.coder), each]));
  const exported = new Set(sessions);
  return placed.flatMap((each) => {
    const trajectory = known.get(keyOf(each.session.path, each.coding.coder));
    return trajectory && exported.has(each.session) ? [{ ...each, trajectory }] : [];
  });
}

function placedCoding(
  session: ExportedSession,
  { coding, places }: ExportedCoding,
): Omit<CodedSession, 'trajectory'> {
  const annotations = coding.annotations
    .flatMap((annotation): PlacedAnnotation[] => {
      const at = places.get(annotation);
      return at ? [{ ...annotation, at }] : [];
    })
    .sort(inText);
  return { session, annotations, coding: { ...coding, annotations }, state: stateOf(coding) };
}

/** What differs in nothing but its id stands in any order without making a difference. */
function inText(a: PlacedAnnotation, b: PlacedAnnotation): number {
  return (
    compareAnnotations({ ...a, id: '' }, { ...b, id: '' }) ||
    compareText(a.code, b.code) ||
    compareText(canonicalJson(a), canonicalJson(b))
  );
}

function byCoder({ coding: a }: ExportedCoding, { coding: b }: ExportedCoding): number {
  return compareText(a.coder, b.coder);
}

function keyOf(path: string, coder: string): string {
  return `${path}\n${coder}`;
}
