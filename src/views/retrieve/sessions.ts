import type * as vscode from 'vscode';
import type { Annotation } from '../../engine/annotations/types';
import { folded, type Scope } from '../../engine/retrieve/query';
import {
  placeInText,
  type Place,
  type SearchedCoding,
  type SearchedSession,
} from '../../engine/retrieve/retrieve';
import { atOfRange } from '../../engine/transcript/offsets';
import type { Transcript } from '../../engine/transcript/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName } from '../../store/nearest';
import type { HiddenPerson } from '../../store/person';
import type { StudyShape, StudyTranscript } from '../../store/studyShape';

/** A session to look in, with where it stands and its text. */
export interface OfferedSession {
  readonly uri: vscode.Uri;
  readonly searched: SearchedSession;
  readonly text: () => Promise<Transcript>;
  /** People whose coding of it may not be seen. */
  readonly hidden: readonly HiddenPerson[];
}

/**
 * The sessions of a scope, in the study's order. A transcript that is open is taken as it stands in the editor. Both ways lead
 * through the gate: `CodedTranscript` and `StudyShape` hold nothing that may not be seen.
 */
export async function sessionsIn(
  scope: Scope,
  codings: Codings,
  study: () => Promise<StudyShape | undefined>,
): Promise<OfferedSession[]> {
  const { active } = codings;
  if (active) await codings.loaded(active);
  if (scope === 'session') return active ? [openSession(active, await pathOf(active, study))] : [];
  const shape = await study();
  const listed = shape?.sessions ?? [];
  const inScope = scope === 'case' ? listed.filter(isOfCaseOf(active, listed)) : listed;
  return Promise.all(inScope.map((each) => offered(each, codings)));
}

/** The people whose coding of a transcript may be seen now; nobody where the transcript is neither open nor in the study. */
export async function codersSeenIn(
  uri: vscode.Uri,
  codings: Codings,
  study: () => Promise<StudyShape | undefined>,
): Promise<ReadonlySet<string>> {
  const coded = codings.of(uri);
  if (coded) await codings.loaded(coded);
  if (coded?.isLoaded) return new Set(coded.people.map(({ file }) => file.file.coding.coder));
  const listed = (await study())?.sessions.find((each) => each.uri.toString() === uri.toString());
  return new Set(listed?.codings.map(({ coding }) => coding.coder));
}

async function pathOf(coded: CodedTranscript, study: () => Promise<StudyShape | undefined>): Promise<string> {
  const { uri } = coded.document;
  const listed = (await study())?.sessions.find((each) => each.uri.toString() === uri.toString());
  return listed?.path ?? baseName(uri);
}

/** Of the case of the transcript last looked at, as the study calls it: two folders of one name may be two cases. */
function isOfCaseOf(
  active: CodedTranscript | undefined,
  listed: readonly StudyTranscript[],
): (transcript: StudyTranscript) => boolean {
  const known = listed.find(({ uri }) => uri.toString() === active?.document.uri.toString());
  const wanted = (known ?? active)?.facts.case ?? null;
  return ({ facts }) => wanted !== null && facts.case !== null && folded(facts.case) === folded(wanted);
}

async function offered(transcript: StudyTranscript, codings: Codings): Promise<OfferedSession> {
  const coded = codings.of(transcript.uri);
  if (coded) await codings.loaded(coded);
  return coded?.isLoaded ? openSession(coded, transcript.path) : sessionOnDisk(transcript);
}

function sessionOnDisk(transcript: StudyTranscript): OfferedSession {
  const { uri, path, facts, codebook, hidden } = transcript;
  const codings = transcript.codings.map(({ coding, sameText }) => ({
    coding,
    placeOf: placeInText(sameText),
  }));
  return { uri, hidden, text: transcript.parsed, searched: { path, facts, codebook, codings } };
}

function openSession(coded: CodedTranscript, path: string): OfferedSession {
  const { document, facts, codebook, hidden } = coded;
  return {
    uri: document.uri,
    hidden,
    text: () => Promise.resolve(coded.parsed),
    searched: { path, facts, codebook, codings: openCodings(coded) },
  };
}

/** Places as the marks of the open text have them, whatever was typed since it was saved. */
function openCodings(coded: CodedTranscript): SearchedCoding[] {
  const places = new Map<Annotation, Place>();
  const byCoder = new Map<string, Annotation[]>();
  const { turns } = coded.parsed;
  for (const { annotation, coder, range, state } of coded.passages()) {
    const at = range && atOfRange(turns, range, coded.transcript.live.lines);
    places.set(annotation, at ? { at, state } : { at: null, state: 'lost' });
    byCoder.set(coder, [...(byCoder.get(coder) ?? []), annotation]);
  }
  return [...byCoder].map(([coder, annotations]) => ({
    coding: { coder, annotations },
    placeOf: (_, annotation) => places.get(annotation) ?? { at: null, state: 'lost' },
  }));
}
