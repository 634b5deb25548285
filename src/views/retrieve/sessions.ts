import type * as vscode from 'vscode';
import type { Annotation, Coding } from '../../engine/annotations/types';
import { folded, type Scope } from '../../engine/retrieve/query';
import {
  placesInText,
  type Place,
  type SearchedCoding,
  type SearchedSession,
} from '../../engine/retrieve/retrieve';
import type { Sight } from '../../engine/study/blinding';
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
  study: StudyShape | undefined,
): Promise<OfferedSession[]> {
  const { active } = codings;
  if (active) await codings.loaded(active);
  if (scope === 'session') return active ? [openSession(active, listedAs(active, study))] : [];
  const listed = study?.sessions ?? [];
  const inScope = scope === 'case' ? listed.filter(isOfCaseOf(active, study)) : listed;
  return Promise.all(inScope.map((each) => offered(each, codings, study?.sight)));
}

/** The people whose coding of a transcript may be seen now; nobody where the transcript is neither open nor in the study. */
export async function codersSeenIn(
  uri: vscode.Uri,
  codings: Codings,
  study: StudyShape | undefined,
): Promise<ReadonlySet<string>> {
  const coded = codings.of(uri);
  if (coded) await codings.loaded(coded);
  if (coded?.isLoaded)
    return new Set(coded.people.map(({ file }) => coded.sight.nameOf(file.file.coding.coder)));
  const listed = study?.sessions.find((each) => each.uri.toString() === uri.toString());
  return new Set(listed?.codings.map(({ coding }) => study?.sight.nameOf(coding.coder) ?? ''));
}

/** Of the case of the transcript last looked at, as the study calls it: two folders of one name may be two cases. */
function isOfCaseOf(
  active: CodedTranscript | undefined,
  study: StudyShape | undefined,
): (transcript: StudyTranscript) => boolean {
  const wanted = active ? listedAs(active, study).facts.case : null;
  return ({ facts }) => wanted !== null && facts.case !== null && folded(facts.case) === folded(wanted);
}

type Listed = Pick<StudyTranscript, 'path' | 'facts'>;

/** As the study knows an open transcript; one that is in none by itself. */
function listedAs(coded: CodedTranscript, study: StudyShape | undefined): Listed {
  const { uri } = coded.document;
  const listed = study?.sessions.find((each) => each.uri.toString() === uri.toString());
  return listed ?? { path: baseName(uri), facts: coded.facts };
}

async function offered(
  transcript: StudyTranscript,
  codings: Codings,
  sight: Sight | undefined,
): Promise<OfferedSession> {
  const coded = codings.of(transcript.uri);
  if (coded) await codings.loaded(coded);
  return coded?.isLoaded ? openSession(coded, transcript) : sessionOnDisk(transcript, sight);
}

function sessionOnDisk(transcript: StudyTranscript, sight: Sight | undefined): OfferedSession {
  const { uri, path, facts, codebook, hidden } = transcript;
  const codings = transcript.codings.map(({ coding, sameText }) => {
    const coder = sight?.nameOf(coding.coder) ?? coding.coder;
    return { coding: { ...coding, coder }, places: placed(coding, sameText) };
  });
  return { uri, hidden, text: transcript.parsed, searched: { path, facts, codebook, codings } };
}

const placesKnown = new WeakMap<
  Coding,
  { readonly sameText: boolean; readonly places: SearchedCoding['places'] }
>();

/** Kept as long as the coding is the same: in a text that changed, places are searched for. */
function placed(coding: Coding, sameText: boolean): SearchedCoding['places'] {
  const known = placesKnown.get(coding);
  if (known?.sameText === sameText) return known.places;
  const places = placesInText(coding, sameText);
  placesKnown.set(coding, { sameText, places });
  return places;
}

function openSession(coded: CodedTranscript, { path, facts }: Listed): OfferedSession {
  const { document, codebook, hidden } = coded;
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
    if (at) places.set(annotation, { at, state: state === 'certain' ? state : 'unconfirmed' });
    const annotations = byCoder.get(coder);
    if (annotations) annotations.push(annotation);
    else byCoder.set(coder, [annotation]);
  }
  return [...byCoder].map(([coder, annotations]) => {
    return { coding: { coder: coded.sight.nameOf(coder), annotations }, places: () => places };
  });
}
