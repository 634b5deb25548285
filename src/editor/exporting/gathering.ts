import { compareText } from '../../engine/compareText';
import * as vscode from 'vscode';
import { exportedCoding } from '../../engine/interchange/exported';
import type { ExportedSession, ExportedStudy } from '../../engine/interchange/exported';
import { loss, type Loss } from '../../engine/interchange/losses';
import { counted } from '../../engine/interchange/tables/tableLosses';
import { codingShown, hidesTrajectory, sightOf, studyShown, type Sight } from '../../engine/study/blinding';
import type { Study } from '../../engine/study/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName, stem } from '../../store/nearest';
import type { SeenCoding, StudyShape, StudyTranscript } from '../../store/studyShape';

/** How much is exported: a transcript, its case, or the study. */
export type ExportScope = 'transcript' | 'case' | 'study';

/** What may be exported from: of everybody only what the gate lets through. */
export interface Offered {
  readonly name: string;
  /** As it may be seen. */
  readonly study: Study | null;
  /** Where a file is proposed; null where no folder is open. */
  readonly root: vscode.Uri | null;
  readonly sessions: readonly OfferedSession[];
  /** The transcript last looked at, or the one that was named. */
  readonly here: OfferedSession | null;
  /** What applies to `here`, which may be in another study than the one that is read. */
  readonly studyHere: Study | null;
  /** How whoever exports sees the study. */
  readonly sight: Sight;
}

export type OfferedSession = Pick<
  StudyTranscript,
  'uri' | 'path' | 'facts' | 'codebook' | 'parsed' | 'codings' | 'hidden' | 'twice' | 'unreadable'
>;

/** The study with what is open; `here` is in it, or stands alone where it is in no folder that is open. */
export function offeredBy(
  shape: StudyShape | undefined,
  coded: CodedTranscript | undefined,
  uri = coded?.document.uri,
): Offered {
  const listed = shape?.sessions.find((each) => each.uri.toString() === uri?.toString());
  const here = listed ?? (coded && coded.document.uri.toString() === uri?.toString() ? alone(coded) : null);
  const study = shape?.study ?? null;
  return {
    name: study?.title ?? (shape ? baseName(shape.root) : stem(baseName(uri ?? vscode.Uri.file('study')))),
    study,
    studyHere: listed ? study : coded?.study ? studyShown(coded.study, coded.sight.hidden, null) : null,
    sight: (listed ? shape?.sight : coded?.sight) ?? sightOf(study, null),
    root: shape?.root ?? null,
    sessions: shape?.sessions ?? [],
    here,
  };
}

function alone(coded: CodedTranscript): OfferedSession {
  const { document, facts, codebook, parsed, people, hidden } = coded;
  return {
    uri: document.uri,
    path: baseName(document.uri),
    facts,
    codebook,
    parsed: () => Promise.resolve(parsed),
    codings: people.map(({ file, own, sameText }): SeenCoding => {
      const isSame = sameText && !document.isDirty;
      return { uri: file.uri, coding: file.file.coding, own, sameText: isSame, judged: 0 };
    }),
    hidden,
    twice: [],
    unreadable: [],
  };
}

/** The sessions of a scope, in the study's order. */
export function sessionsOf({ sessions, here }: Offered, scope: ExportScope): readonly OfferedSession[] {
  if (scope === 'study') return sessions;
  if (!here) return [];
  if (scope === 'transcript' || here.facts.case === null) return [here];
  const ofCase = sessions.filter(({ facts }) => facts.case === here.facts.case);
  return ofCase.includes(here) ? ofCase : [here];
}

/** A study as an export needs it, with what of it may not be seen or could not be read. */
export interface Gathered {
  readonly study: ExportedStudy;
  readonly losses: readonly Loss[];
}

/** Whose codings are wanted: one person's, or (null) everybody's; and whether supervisors' comments and figures are. */
export interface Wanted {
  readonly coder: string | null;
  readonly reviews: boolean;
  readonly figures: boolean;
}

/** Reads the sessions of a scope; undefined where the person stopped it. */
export async function gather(
  offered: Offered,
  scope: ExportScope,
  wanted: Wanted,
  token: vscode.CancellationToken,
): Promise<Gathered | undefined> {
  const asked = sessionsOf(offered, scope);
  const chosen = asked.filter((each) => !wanted.figures || !keepsFigures(each, offered.sight));
  const isContinued = chosen.some(({ codings }) =>
    codings.some(({ coding }) => coding.episodes.some((episode) => episode.carried_over !== undefined)),
  );
  const ofCase = scope === 'transcript' && isContinued ? sessionsOf(offered, 'case') : [];
  const sessions: ExportedSession[] = [];
  const around: ExportedSession[] = [];
  for (const each of [...chosen, ...ofCase.filter((other) => !chosen.includes(other))]) {
    if (token.isCancellationRequested) return undefined;
    (chosen.includes(each) ? sessions : around).push(await exportedSession(each, wanted, offered.sight));
  }
  const { name } = offered;
  const study = scope === 'study' ? offered.study : offered.studyHere;
  const kept = counted('hidden-figures', asked.length - chosen.length);
  const losses = [...kept, ...lossesOf(chosen, wanted, offered.sight)];
  return { study: { name, study, sessions, around }, losses };
}

function keepsFigures({ codings }: OfferedSession, sight: Sight): boolean {
  return hidesTrajectory(sight, codings.find(({ own }) => own)?.coding);
}

async function exportedSession(
  session: OfferedSession,
  wanted: Wanted,
  sight: Sight,
): Promise<ExportedSession> {
  const { path, facts, codebook, codings } = session;
  const transcript = await session.parsed();
  return {
    path,
    facts,
    transcript,
    codebook,
    codings: codersOf(session)
      .filter(({ coding }) => wanted.coder === null || coding.coder === wanted.coder)
      .map(({ coding, sameText }) => exportedCoding(codingShown(coding, sight), transcript, sameText))
      .sort(({ coding: a }, { coding: b }) => compareText(a.coder, b.coder)),
    reviews: wanted.reviews ? codings.filter((each) => !isCoding(each)).map(({ coding }) => coding) : [],
  };
}

/** Who coded a session, of those who may be seen. */
export function codersOf({ codings }: Pick<OfferedSession, 'codings'>): readonly SeenCoding[] {
  return codings.filter(isCoding);
}

/** A supervisor codes no session, as in every figure. */
function isCoding({ coding }: SeenCoding): boolean {
  return coding.role !== 'supervisor';
}

function lossesOf(sessions: readonly OfferedSession[], { reviews }: Wanted, { nameOf }: Sight): Loss[] {
  const hidden = sessions.flatMap((each) => each.hidden.map(({ coder }) => nameOf(coder)));
  const supervisors = sessions.flatMap(({ codings }) =>
    codings.filter((each) => !isCoding(each)).map(({ coding }) => coding.coder),
  );
  const unreadable = sessions.flatMap((each) => each.unreadable);
  return [
    ...perCoder('hidden-coder', hidden),
    ...(reviews ? [] : perCoder('supervisor', supervisors)),
    ...unreadable.map((uri) =>
      loss('unreadable-file', { file: vscode.workspace.asRelativePath(uri, false) }),
    ),
  ];
}

function perCoder(code: 'hidden-coder' | 'supervisor', coders: readonly string[]): Loss[] {
  return [...new Set(coders)].sort().map((coder) => {
    return loss(code, { coder, count: coders.filter((each) => each === coder).length });
  });
}
