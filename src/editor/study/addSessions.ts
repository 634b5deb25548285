import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import {
  inTurn,
  putSessions,
  setSpeakers,
  type ProposedCase,
  type StudyEdit,
} from '../../engine/study/editStudy';
import { labelsFound, speakersNeeded, unsettledLabels } from '../../engine/study/labelsFound';
import { proposeCases, type FoundTranscript } from '../../engine/study/proposeCases';
import type { Role } from '../../engine/transcript/types';
import { baseName, folderOf } from '../../store/nearest';
import type { FoundStudy, StudyFiles } from '../../store/studyFiles';
import { transcriptsBelow } from '../../store/studyFolder';
import type { TextTranscripts } from '../../store/textTranscripts';
import { studyName } from '../../store/watching';
import { folderOfStudy } from './folderOfStudy';
import { askRoles } from './studyQuestions';
import { tellNoStudy, tellStudyFault } from './tellingStudy';

const argumentsSchema = z.object({
  folder: z.optional(z.string()),
  /** Roles of labels that nothing settles; then nothing is asked. */
  speakers: z.optional(z.record(z.string(), z.enum(['therapist', 'client', 'other']))),
});

/** A study with the transcripts in its folder that it does not list. */
interface Unlisted {
  readonly uri: vscode.Uri;
  readonly all: readonly FoundTranscript[];
  readonly cases: readonly ProposedCase[];
}

export function registerAddingSessions(files: StudyFiles, texts: TextTranscripts): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.addSessions', async (first: unknown) => {
    const given = argumentsSchema.safeParse(first);
    const folder = await folderOfStudy(
      given.success && given.data.folder !== undefined
        ? given.data.folder
        : await folderLookedAt(files, first),
      vscode.l10n.t('Which study?'),
    );
    const found = folder && (await files.near(vscode.Uri.joinPath(folder, studyName)));
    if (found) return addSessions(files, texts, found, given.success ? given.data.speakers : undefined);
    if (folder) tellNoStudy();
    return [];
  });
}

/** The study of the transcript that is open, else the folder that was clicked. */
async function folderLookedAt(files: StudyFiles, first: unknown): Promise<unknown> {
  const open = vscode.window.activeTextEditor?.document.uri;
  const found = first instanceof vscode.Uri || !open ? null : await files.near(open);
  return found ? folderOf(found.uri) : first;
}

/** An existing study file is opened; what it does not list can be added. */
export async function offerSessions(
  files: StudyFiles,
  texts: TextTranscripts,
  found: FoundStudy,
): Promise<void> {
  await vscode.window.showTextDocument(found.uri);
  const missing = await unlistedIn(found, texts);
  const count = missing?.cases.reduce((sum, { sessions }) => sum + sessions.length, 0) ?? 0;
  const add = vscode.l10n.t('Add Them');
  const message =
    count === 0
      ? vscode.l10n.t('This folder is a study already: here is its file.')
      : vscode.l10n.t(
          'This folder is a study already: here is its file. It does not list {0} of the transcripts.',
          count,
        );
  const actions = count === 0 ? [] : [add];
  void showInformationMessage(message, ...actions).then((choice) => {
    if (choice === add) void addSessions(files, texts, found, undefined);
  });
}

/** Adds the transcripts that a study does not list. Returns their paths. */
async function addSessions(
  files: StudyFiles,
  texts: TextTranscripts,
  found: FoundStudy,
  speakers: Readonly<Record<string, Role>> | undefined,
): Promise<string[]> {
  const missing = await unlistedIn(found, texts);
  if (!missing) {
    tellStudyFault({ kind: 'by-hand', uri: found.uri });
    return [];
  }
  const paths = missing.cases.flatMap(({ sessions }) => sessions.map(({ transcript }) => transcript));
  if (paths.length === 0) {
    void showInformationMessage(vscode.l10n.t('The study lists every transcript of its folder.'));
    return [];
  }
  const edit = await editFor(found, missing, new Set(paths), speakers);
  if (!edit) return [];
  const fault = await files.edit(found.uri, edit);
  if (fault) {
    tellStudyFault(fault);
    return [];
  }
  tellAdded(found.uri, paths.length);
  return paths;
}

async function unlistedIn({ uri, study }: FoundStudy, texts: TextTranscripts): Promise<Unlisted | null> {
  if (!study) return null;
  const root = folderOf(uri);
  const speakers = study.speakers ? [...study.speakers.values()] : null;
  const listed = new Set(study.sessions.map(({ transcript }) => transcript));
  const all = await transcriptsBelow(root, speakers, (text) => texts.has(text));
  const cases = proposeCases(
    all.filter(({ path }) => !listed.has(path)),
    baseName(root),
    study,
  );
  return { uri, all, cases };
}

/** The sessions, and the roles of labels that come with them; null where the person pressed Escape. */
async function editFor(
  { study }: FoundStudy,
  { all, cases }: Unlisted,
  added: ReadonlySet<string>,
  given: Readonly<Record<string, Role>> | undefined,
): Promise<StudyEdit | null> {
  const parsed = (each: readonly FoundTranscript[]) => each.flatMap((one) => one.parsed ?? []);
  const unsettled = unsettledLabels(labelsFound(parsed(all.filter(({ path }) => added.has(path)))));
  const roles = new Map<string, Role | null>(Object.entries(given ?? {}));
  const asked = given === undefined && unsettled.length > 0;
  if (asked && !(await askRoles(unsettled, roles))) return null;
  const said = new Map(
    [...roles].flatMap(([label, role]) => (role === null ? [] : [[label, role] as const])),
  );
  // Where the study names its speakers, only new ones are missing; else all labels of all transcripts are needed.
  const needed = study?.speakers ? said : speakersNeeded(labelsFound(parsed(all)), said);
  return inTurn([setSpeakers(needed), putSessions(cases)]);
}

function tellAdded(uri: vscode.Uri, count: number): void {
  const open = vscode.l10n.t('Open Study File');
  const message = vscode.l10n.t('Sessions added to the study: {0}.', count);
  void showInformationMessage(message, open).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(uri);
  });
}
