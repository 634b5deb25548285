import type * as vscode from 'vscode';
import type { Coding } from '../../engine/annotations/types';
import { defaultDetectors } from '../../engine/trajectory/detectors/settings';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { SeenCoding, StudyShape, StudyTranscript } from '../../store/studyShape';
import type { Person } from '../../store/person';
import { liveCoding } from '../trajectory/state';
import type { CaseMember, CodedMember, Coder, GatheredCase, Standing } from './types';

/** What a case is gathered from: all of it has passed the gate. */
export interface CaseSources {
  readonly active: CodedTranscript | undefined;
  readonly shape: StudyShape | undefined;
  readonly open: (uri: vscode.Uri) => CodedTranscript | undefined;
  /** Whose coding of a transcript is shown on the page of the session. */
  readonly person: (coded: CodedTranscript) => Person | undefined;
}

/** The case a transcript belongs to; undefined where none is open. */
export function caseOfActive({ active, shape }: CaseSources): string | null | undefined {
  if (!active) return undefined;
  return (listed(active, shape)?.facts ?? active.facts).case;
}

/** Null where nobody's coding may be seen in the case. */
export function gatherCase(name: string | null, sources: CaseSources): GatheredCase | null {
  const { shape, active } = sources;
  const sessions = [...(shape?.sessions ?? []), ...unlisted(sources)];
  const coder = coderShown(name, sessions, sources);
  if (coder === null) return null;
  const places = sessions.map((session) => memberOf(session, coder, sources));
  return {
    case: name,
    coder,
    members: [...places.map(({ member }) => member), ...missingIn(shape)],
    coded: places.flatMap(({ coded }) => coded ?? []),
    measures: shape?.study?.measures ?? {},
    detectors: shape?.study?.detectors ?? defaultDetectors,
    hasStudyFile: (shape?.studyUri ?? null) !== null,
    lacksCodebook: active?.lacksCodebook ?? false,
  };
}

type Listed = Pick<StudyTranscript, 'uri' | 'path' | 'facts' | 'codebook' | 'codings' | 'hidden' | 'parsed'>;

function listed(coded: CodedTranscript, shape: StudyShape | undefined): StudyTranscript | undefined {
  const address = coded.document.uri.toString();
  return shape?.sessions.find(({ uri }) => uri.toString() === address);
}

/** An open transcript that is in no study stands for itself. */
function unlisted({ active, shape }: CaseSources): readonly Listed[] {
  if (!active || listed(active, shape)) return [];
  const { document, facts, codebook, hidden, people, parsed } = active;
  const codings = people.map(({ file, own, sameText }): SeenCoding => {
    return { uri: file.uri, coding: file.file.coding, own, sameText, judged: 0 };
  });
  const { uri } = document;
  const path = baseName(uri);
  return [{ uri, path, facts, codebook, codings, hidden, parsed: () => Promise.resolve(parsed) }];
}

/** As on the session's page: whoever is shown there; in a session nobody coded, oneself, else the first with annotations. */
function coderShown(name: string | null, sessions: readonly Listed[], sources: CaseSources): Coder | null {
  const { active } = sources;
  const ofCase = sessions.filter(({ facts }) => facts.case === name);
  const isOfCase = ofCase.some(({ uri }) => uri.toString() === active?.document.uri.toString());
  const shown = active && isOfCase ? sources.person(active) : undefined;
  if (shown && shown.file.file.coding.annotations.length > 0)
    return coderOf({ coding: shown.file.file.coding, own: shown.own });
  const seen = ofCase.flatMap(({ codings }) => codings).filter(({ coding }) => coding.annotations.length > 0);
  const first = seen.find(({ own }) => own) ?? seen[0];
  return first ? coderOf(first) : null;
}

function coderOf({ coding, own }: Pick<SeenCoding, 'coding' | 'own'>): Coder {
  return { id: coding.coder, name: coding.name ?? coding.coder, own };
}

function memberOf(
  session: Listed,
  coder: Coder,
  sources: CaseSources,
): { readonly member: CaseMember; readonly coded: CodedMember | null } {
  const { path, facts } = session;
  const seen = session.codings.find(({ coding }) => coding.coder === coder.id);
  const open = sources.open(session.uri);
  const standing = standingOf(session, seen, coder, open !== undefined);
  const member = { path, facts, standing };
  if (standing !== 'coded' || !seen) return { member, coded: null };
  return { member, coded: codedMember(session, seen.coding, open) };
}

function standingOf(
  { hidden }: Listed,
  seen: SeenCoding | undefined,
  coder: Coder,
  isOpen: boolean,
): Standing {
  if (!seen) return hidden.some((each) => each.coder === coder.id) ? 'hidden' : 'not-coded';
  // A coding written by hand names no text, and is taken as it stands.
  if (!isOpen && !seen.sameText && seen.coding.text !== undefined) return 'text-changed';
  return 'coded';
}

function codedMember(session: Listed, coding: Coding, open: CodedTranscript | undefined): CodedMember {
  const { path, facts, codebook } = session;
  const person = open?.people.find(({ file }) => file.file.coding.coder === coding.coder);
  if (open && person) {
    const { parsed } = open;
    const live = liveCoding(open, person);
    return { path, facts, codebook, coding: live, text: parsed, parsed: () => Promise.resolve(parsed) };
  }
  return { path, facts, codebook, coding, text: session.parsed, parsed: session.parsed };
}

/** What the study lists and has no file: its scores count, and it is missing in the course. */
function missingIn(shape: StudyShape | undefined): readonly CaseMember[] {
  const gone = new Set(shape?.missing);
  return (shape?.study?.sessions ?? [])
    .filter(({ transcript }) => gone.has(transcript))
    .map((each): CaseMember => ({ path: each.transcript, facts: each, standing: 'missing' }));
}
