import type { Person as Viewer } from '../../engine/study/mayShow';
import { planOf } from '../../engine/study/plan';
import { progressOf, type Progress } from '../../engine/study/progress';
import { byCase } from '../../engine/study/studyOrder';
import type * as vscode from 'vscode';
import type { LooseFile, SessionOutline, StudyOutline } from '../../store/studyShape';

export type Node =
  CaseNode | SessionNode | PersonNode | UnreadableNode | MissingNode | LooseNode | LooseFileNode;

export interface CaseNode {
  readonly kind: 'case';
  /** Null for sessions of which nobody says whose they are. */
  readonly case: string | null;
  readonly sessions: readonly SessionNode[];
  readonly missing: readonly MissingNode[];
  /** The study keeps from its coders which case a session belongs to: all of them are here. */
  readonly isHidden: boolean;
}

export interface SessionNode {
  readonly kind: 'session';
  readonly session: SessionOutline;
  readonly people: readonly Progress[];
  /** Another session of the case has the same number: the file's name tells them apart. */
  readonly hasNamesake: boolean;
  /** What the plan makes of it for whoever codes here; null where there is none, and for supervisors. */
  readonly plan: 'next' | 'mine' | 'not-mine' | null;
}

export interface PersonNode {
  readonly kind: 'person';
  readonly session: SessionOutline;
  readonly person: Progress;
  /** Their annotation file, where it may be seen. */
  readonly file: vscode.Uri | null;
}

export interface UnreadableNode {
  readonly kind: 'unreadable';
  readonly session: SessionOutline;
  readonly file: vscode.Uri;
}

/** A transcript that the study file lists and that is not there. */
export interface MissingNode {
  readonly kind: 'missing';
  readonly path: string;
  readonly case: string | null;
}

/** The annotation files that have lost their transcript. */
export interface LooseNode {
  readonly kind: 'loose';
  readonly files: readonly LooseFileNode[];
}

export interface LooseFileNode {
  readonly kind: 'loose-file';
  readonly loose: LooseFile;
}

/** What the tree begins with: the cases, and what belongs to none. */
export function rootsOf(cases: readonly CaseNode[], loose: readonly LooseFile[]): readonly Node[] {
  const files = loose.map((one): LooseFileNode => ({ kind: 'loose-file', loose: one }));
  return files.length > 0 ? [...cases, { kind: 'loose', files }] : cases;
}

/** The cases of a study in its order, as whoever codes (`viewer`) sees them; what is missing stands in its case, at the end. */
export function casesOf(shape: StudyOutline, viewer: Viewer | null): readonly CaseNode[] {
  const missing = shape.missing.map((path): MissingNode => {
    const listed = shape.study?.sessions.find(({ transcript }) => transcript === path);
    return { kind: 'missing', path, case: listed?.case ?? null };
  });
  const cases = byCase(shape.sessions);
  const listed = [...new Set(shape.study?.sessions.map((session) => session.case))];
  const lost = missing.map((one) => one.case).filter((id) => !cases.has(id));
  const ids = [...new Set([...cases.keys(), ...lost])];
  const place = (id: string | null): number => {
    if (id === null) return Number.POSITIVE_INFINITY;
    return listed.includes(id) ? listed.indexOf(id) : listed.length;
  };
  return ids
    .sort((a, b) => (place(a) === place(b) ? 0 : place(a) - place(b)))
    .map((id) => ({
      kind: 'case',
      case: id,
      sessions: sessionsOf(cases.get(id) ?? [], shape, viewer),
      missing: missing.filter((one) => one.case === id),
      isHidden: shape.sight.hidden.case,
    }));
}

function sessionsOf(
  sessions: readonly SessionOutline[],
  shape: StudyOutline,
  viewer: Viewer | null,
): readonly SessionNode[] {
  const next = viewer && nextOf(shape, viewer);
  const numbers = sessions.map(({ facts }) => facts.session);
  return sessions.map((session, index) => ({
    kind: 'session',
    session,
    people: progressOf(session, shape.study, viewer?.id ?? null, shape.sight.nameOf),
    plan: viewer && planFor(session, shape, viewer, next),
    hasNamesake: numbers.some((number, other) => other !== index && number === numbers[index]),
  }));
}

function planFor(
  session: SessionOutline,
  { study }: StudyOutline,
  { id, role }: Viewer,
  next: SessionOutline | null,
): SessionNode['plan'] {
  if (role !== 'coder' || !study || study.plan.length === 0) return null;
  if (session === next) return 'next';
  return session.planned.includes(id) ? 'mine' : 'not-mine';
}

/** The first session of somebody's plan that they have not released; null where there is none. */
export function nextOf({ study, sessions }: StudyOutline, { id }: Viewer): SessionOutline | null {
  const planned = planOf(study?.plan ?? [], id).flatMap(
    (path) => sessions.find((session) => session.path === path) ?? [],
  );
  const isOpen = ({ codings }: SessionOutline): boolean =>
    !codings.some(({ own, coding }) => own && coding.released !== undefined);
  return planned.find(isOpen) ?? null;
}

export function childrenOf(node: Node): readonly Node[] {
  if (node.kind === 'case') return [...node.sessions, ...node.missing];
  if (node.kind === 'loose') return node.files;
  if (node.kind !== 'session') return [];
  const { session, people } = node;
  return [
    ...people.map((person): PersonNode => {
      const seen = session.codings.find(({ coding }) => coding.coder === person.coder);
      return { kind: 'person', session, person, file: seen?.uri ?? null };
    }),
    ...session.unreadable.map((file): UnreadableNode => ({ kind: 'unreadable', session, file })),
  ];
}

/** What a node is known by, whatever changes in it. */
export function idOf(node: Node): string {
  switch (node.kind) {
    case 'case':
      return `case ${node.case ?? ''}`;
    case 'session':
      return `session ${node.session.uri.toString()}`;
    case 'person':
      return `person ${node.session.uri.toString()} ${node.person.coder}`;
    case 'unreadable':
      return `unreadable ${node.session.uri.toString()} ${node.file.toString()}`;
    case 'loose':
      return 'loose';
    case 'loose-file':
      return `loose ${node.loose.uri.toString()}`;
    case 'missing':
      break;
  }
  return `missing ${node.path}`;
}
