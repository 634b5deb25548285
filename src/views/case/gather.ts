import type * as vscode from 'vscode';
import { isBegun } from '../../engine/annotations/begun';
import { codingShown, sightOf, type Sight } from '../../engine/study/blinding';
import { byCase } from '../../engine/study/studyOrder';
import { defaultDetectors } from '../../engine/study/detectorSettings';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { memberOf, type SeenSession } from '../../store/members';
import { baseName } from '../../store/nearest';
import type { SeenCoding, StudyShape, StudyTranscript } from '../../store/studyShape';
import type { StudyIndex } from '../../store/studyIndex';
import type { Person } from '../../store/person';
import type { Choices } from '../trajectory/choices';
import type { CaseMember, Coder, GatheredCase, GatheredCodings, GatheredStudy, ListedCase } from './types';

/** What a case is gathered from: all of it has passed the gate. */
export interface CaseSources {
  readonly active: CodedTranscript | undefined;
  readonly shape: StudyShape | undefined;
  readonly open: (uri: vscode.Uri) => CodedTranscript | undefined;
  /** Whose coding of a transcript is shown on the page of the session. */
  readonly person: (coded: CodedTranscript) => Person | undefined;
}

export interface WindowSources {
  readonly codings: Codings;
  readonly choices: Choices;
  readonly study: StudyIndex;
}

/** The case a transcript belongs to; undefined where none is open. */
export function caseOfActive({ active, shape }: CaseSources): string | null | undefined {
  if (!active) return undefined;
  return (listed(active, shape)?.facts ?? active.facts).case;
}

/** What a window shows codings from, as far as the gate lets it. */
export function sourcesOf({ codings, choices, study }: WindowSources): CaseSources {
  const open = (uri: vscode.Uri): CodedTranscript | undefined => {
    const coded = codings.of(uri);
    return coded?.isLoaded === true ? coded : undefined;
  };
  const person = (coded: CodedTranscript): Person | undefined => choices.person(coded);
  return { active: codings.active, shape: study.current, open, person };
}

/** Null where nobody's coding may be seen in the case. */
export function gatherCase(name: string | null, sources: CaseSources): GatheredCase | null {
  const sessions = sessionsOf(sources);
  const coder = coderShown(name, sessions, sources);
  return coder && { case: name, ...gatherCoded(coder, sessions, sources) };
}

/** All cases of the study, in its order, each with the coder whom its page shows, too. */
export function gatherStudy(sources: CaseSources): GatheredStudy {
  const sessions = sessionsOf(sources);
  const missing = missingIn(sources.shape);
  const codings = new Map<string, GatheredCodings>();
  const cases = [...byCase([...sessions, ...missing])].map(([name, ofCase]): ListedCase => {
    const coder = closedCase(name, sources) ? null : coderShown(name, sessions, sources);
    const hidden = ofCase.reduce((sum, one) => sum + ('hidden' in one ? one.hidden.length : 0), 0);
    if (coder && !codings.has(coder.id)) codings.set(coder.id, gatherCoded(coder, sessions, sources));
    return { case: name, coder, sessions: ofCase.length, hidden };
  });
  return { cases, codings };
}

/** Whether everything that was gathered before may be seen now, too. */
export function isStillSeen(before: GatheredCodings, now: GatheredCodings): boolean {
  const seen = new Set(now.coded.map(({ path }) => path));
  return before.coder.id === now.coder.id && before.coded.every(({ path }) => seen.has(path));
}

function sessionsOf(sources: CaseSources): readonly SeenSession[] {
  const sight = sightIn(sources);
  return [...(sources.shape?.sessions ?? []), ...unlisted(sources)].map((each) => named(each, sight));
}

/** Everything that a coder coded in the study. */
function gatherCoded(
  coder: Coder,
  sessions: readonly SeenSession[],
  { shape, active, open }: CaseSources,
): GatheredCodings {
  const places = sessions.map((session) => {
    const { path, facts, uri } = session;
    const { standing, coded } = memberOf(session, coder.id, open(uri));
    return { member: { path, facts, standing }, coded };
  });
  return {
    coder,
    members: [...places.map(({ member }) => member), ...missingIn(shape)],
    coded: places.flatMap(({ coded }) => coded ?? []),
    measures: shape?.study?.measures ?? {},
    detectors: shape?.study?.detectors ?? defaultDetectors,
    hasStudyFile: (shape?.studyUri ?? null) !== null,
    lacksCodebook: active?.lacksCodebook ?? false,
  };
}

function sightIn({ shape, active }: CaseSources): Sight {
  return shape?.sight ?? active?.sight ?? sightOf(null, null);
}

/** As people are called on screen. */
function named(session: SeenSession, sight: Sight): SeenSession {
  const codings = session.codings.map((seen) => ({ ...seen, coding: codingShown(seen.coding, sight) }));
  const hidden = session.hidden.map((each) => ({ ...each, coder: sight.nameOf(each.coder) }));
  return { ...session, codings, hidden };
}

/** Why a study keeps a case from whoever codes; null where it does not. */
export function closedCase(
  name: string | null,
  sources: CaseSources,
): 'hiddenCaseWhole' | 'hiddenCaseUntil' | null {
  const { hidden } = sightIn(sources);
  if (hidden.case) return 'hiddenCaseWhole';
  const isOpen = ({ facts, codings }: StudyTranscript): boolean =>
    facts.case === name && codings.some(({ own, coding }) => own && !coding.released);
  return hidden.trajectory && sources.shape?.sessions.some(isOpen) ? 'hiddenCaseUntil' : null;
}

function listed(coded: CodedTranscript, shape: StudyShape | undefined): StudyTranscript | undefined {
  const address = coded.document.uri.toString();
  return shape?.sessions.find(({ uri }) => uri.toString() === address);
}

/** An open transcript that is in no study stands for itself. */
function unlisted({ active, shape }: CaseSources): readonly SeenSession[] {
  if (!active || listed(active, shape)) return [];
  const { document, facts, codebook, hidden, people, parsed } = active;
  const codings = people.map(({ file, own, sameText }): SeenCoding => {
    return { uri: file.uri, coding: file.file.coding, own, sameText, judged: 0 };
  });
  const { uri } = document;
  const path = baseName(uri);
  return [{ uri, path, facts, codebook, codings, hidden, parsed: () => Promise.resolve(parsed) }];
}

/** As on the session's page: whoever is shown there; in a session nobody coded, oneself, else the first who began. */
function coderShown(
  name: string | null,
  sessions: readonly SeenSession[],
  sources: CaseSources,
): Coder | null {
  const { active } = sources;
  const ofCase = sessions.filter(({ facts }) => facts.case === name);
  const isOfCase = ofCase.some(({ uri }) => uri.toString() === active?.document.uri.toString());
  const shown = active && isOfCase ? sources.person(active) : undefined;
  if (shown && isBegun(shown.file.file.coding))
    return coderOf({ coding: codingShown(shown.file.file.coding, sightIn(sources)), own: shown.own });
  const seen = ofCase.flatMap(({ codings }) => codings).filter(({ coding }) => isBegun(coding));
  const first = seen.find(({ own }) => own) ?? seen[0];
  return first ? coderOf(first) : null;
}

function coderOf({ coding, own }: Pick<SeenCoding, 'coding' | 'own'>): Coder {
  return { id: coding.coder, name: coding.name ?? coding.coder, own };
}

/** What the study lists and has no file: its scores count, and it is missing in the course. */
function missingIn(shape: StudyShape | undefined): readonly CaseMember[] {
  const gone = new Set(shape?.missing);
  return (shape?.study?.sessions ?? [])
    .filter(({ transcript }) => gone.has(transcript))
    .map((each): CaseMember => ({ path: each.transcript, facts: each, standing: 'missing' }));
}
