import * as vscode from 'vscode';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { newCodebookText } from '../../engine/codebook/newCodebook';
import { idFromName, isPersonId } from '../../engine/study/coderId';
import type { CoderEntry } from '../../engine/study/editStudy';
import { labelsFound, speakersNeeded, unsettledLabels } from '../../engine/study/labelsFound';
import { newStudyText } from '../../engine/study/newStudy';
import { proposeCases, type FoundTranscript } from '../../engine/study/proposeCases';
import type { Role } from '../../engine/transcript/types';
import { writeFolderSettings } from '../../store/folderSettings';
import { baseName, nearestAbove } from '../../store/nearest';
import type { StudyFiles, StudyFault } from '../../store/studyFiles';
import { transcriptsBelow } from '../../store/studyFolder';
import type { TextTranscripts } from '../../store/textTranscripts';
import { codebookName, studyName } from '../../store/watching';
import { offerSessions } from './addSessions';
import { folderOfStudy } from './folderOfStudy';
import { askAboutStudy, codersOf, type Draft } from './studyQuestions';
import { tellStudyFault } from './tellingStudy';

const role = z.enum(['therapist', 'client', 'other']);

/** Everything the command would ask; with it, nothing is asked. */
const answersSchema = z.object({
  folder: z.optional(z.string()),
  title: z.string(),
  coders: z.optional(
    z.array(
      z.object({
        id: z.string().check(z.refine(isPersonId)),
        name: z.optional(z.string()),
        role: z.optional(z.enum(['coder', 'supervisor'])),
      }),
    ),
  ),
  blind: z.optional(z.boolean()),
  ownCodebook: z.optional(z.boolean()),
  segmentMinutes: z.optional(z.number().check(z.gte(0.5), z.lte(1440))),
  speakers: z.optional(z.record(z.string(), role)),
});

/** What is to be written. */
interface Plan {
  readonly title: string;
  readonly coders: readonly CoderEntry[];
  readonly blind: boolean;
  readonly ownCodebook: boolean;
  readonly segmentMinutes: number;
  readonly roles: ReadonlyMap<string, Role>;
}

/** The files written, in order; or why not all of them. */
interface Written {
  readonly uris: readonly vscode.Uri[];
  readonly fault: StudyFault | null;
  /** The folder's settings could not be changed. */
  readonly settingsRefused: boolean;
}

export function registerSettingUp(files: StudyFiles, texts: TextTranscripts): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.setUpStudy', (first: unknown) =>
    setUpStudy(files, texts, first),
  );
}

/** Makes a folder of transcripts a study. Returns the files written: none where there is a study already, or nothing was answered. */
async function setUpStudy(files: StudyFiles, texts: TextTranscripts, first: unknown): Promise<vscode.Uri[]> {
  const given = answersSchema.safeParse(first);
  const folder = await folderOfStudy(
    given.success ? given.data.folder : first,
    vscode.l10n.t('Which folder is to become a study?'),
  );
  if (!folder) return [];
  const existing = await files.near(vscode.Uri.joinPath(folder, studyName));
  if (existing) {
    await offerSessions(files, texts, existing);
    return [];
  }
  const transcripts = await scan(folder, texts);
  const plan = given.success ? planOf(given.data) : await ask(folder, transcripts);
  if (!plan) return [];
  const written = await writeStudy(files, folder, transcripts, plan);
  if (written.fault) {
    tellStudyFault(written.fault);
    return [...written.uris];
  }
  if (!given.success) await vscode.window.showTextDocument(vscode.Uri.joinPath(folder, studyName));
  tellSetUp(folder, transcripts, written.settingsRefused);
  return [...written.uris];
}

function scan(folder: vscode.Uri, texts: TextTranscripts): Thenable<readonly FoundTranscript[]> {
  const progress = {
    location: vscode.ProgressLocation.Window,
    title: vscode.l10n.t('Looking for transcripts…'),
  };
  return vscode.window.withProgress(progress, () => transcriptsBelow(folder, null, (uri) => texts.has(uri)));
}

function planOf(given: z.infer<typeof answersSchema>): Plan {
  return {
    title: given.title,
    coders: (given.coders ?? []).map(({ id, name, role: said }) => ({
      id,
      name: name ?? null,
      role: said ?? 'coder',
    })),
    blind: given.blind ?? true,
    ownCodebook: given.ownCodebook ?? false,
    segmentMinutes: given.segmentMinutes ?? 5,
    roles: new Map(Object.entries(given.speakers ?? {})),
  };
}

async function ask(folder: vscode.Uri, transcripts: readonly FoundTranscript[]): Promise<Plan | null> {
  const draft: Draft = {
    title: baseName(folder),
    names: '',
    supervisors: new Set(),
    blind: true,
    ownCodebook: false,
    roles: new Map(),
  };
  const unsettled = unsettledLabels(labelsOf(transcripts));
  const hasCodebook = await codebookFor(folder);
  if (!(await askAboutStudy(draft, { unsettled, hasCodebook }))) return null;
  const roles = [...draft.roles].flatMap(([label, said]) => (said === null ? [] : [[label, said] as const]));
  return { ...draft, coders: codersOf(draft), segmentMinutes: 5, roles: new Map(roles) };
}

function labelsOf(transcripts: readonly FoundTranscript[]): ReturnType<typeof labelsFound> {
  return labelsFound(transcripts.flatMap(({ parsed }) => parsed ?? []));
}

async function codebookFor(folder: vscode.Uri): Promise<boolean> {
  return (await nearestAbove(vscode.Uri.joinPath(folder, studyName), codebookName)) !== null;
}

/** The study file comes last: where anything fails, there is no study that lacks something. */
async function writeStudy(
  files: StudyFiles,
  folder: vscode.Uri,
  transcripts: readonly FoundTranscript[],
  plan: Plan,
): Promise<Written> {
  const text = newStudyText({
    ...plan,
    speakers: speakersNeeded(labelsOf(transcripts), plan.roles),
    cases: proposeCases(transcripts, baseName(folder)),
  });
  const codebook = plan.ownCodebook && !(await codebookFor(folder));
  const toWrite: [string, string][] = [
    ...(codebook
      ? [[codebookName, newCodebookText(idFromName(plan.title) || 'own', plan.title)] as [string, string]]
      : []),
    [studyName, text],
  ];
  const uris: vscode.Uri[] = [];
  for (const [name, content] of toWrite) {
    const uri = vscode.Uri.joinPath(folder, name);
    const fault = await files.create(uri, content);
    if (fault) {
      for (const made of uris) await vscode.workspace.fs.delete(made);
      return { uris: [], fault, settingsRefused: false };
    }
    uris.push(uri);
  }
  const settings = await settingsOf(folder);
  return { uris: [...uris, ...settings.uris], fault: null, settingsRefused: settings.refused };
}

/** Settings belong to a folder of the workspace; of a folder below one nothing is set. */
async function settingsOf(folder: vscode.Uri): Promise<{ uris: vscode.Uri[]; refused: boolean }> {
  const workspaceFolder = vscode.workspace.getWorkspaceFolder(folder);
  if (workspaceFolder?.uri.toString() !== folder.toString()) return { uris: [], refused: false };
  try {
    const written = await writeFolderSettings(workspaceFolder);
    return { uris: written ? [vscode.Uri.joinPath(folder, '.vscode', 'settings.json')] : [], refused: false };
  } catch {
    return { uris: [], refused: true };
  }
}

function tellSetUp(folder: vscode.Uri, transcripts: readonly FoundTranscript[], refused: boolean): void {
  const study = vscode.Uri.joinPath(folder, studyName);
  const open = vscode.l10n.t('Open Study File');
  const coder = vscode.l10n.t('Switch Coder…');
  const cases = proposeCases(transcripts, baseName(folder)).length;
  const message = refused
    ? vscode.l10n.t(
        'The study is set up, with {0} sessions in {1} cases. The settings of the folder could not be changed, so a search also finds annotation files.',
        transcripts.length,
        cases,
      )
    : vscode.l10n.t(
        'The study is set up, with {0} sessions in {1} cases. See whether the study file has them right.',
        transcripts.length,
        cases,
      );
  void showInformationMessage(message, open, coder).then((choice) => {
    if (choice === open) void vscode.window.showTextDocument(study);
    if (choice === coder) void vscode.commands.executeCommand('alliance.chooseCoder');
  });
}
