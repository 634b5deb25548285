import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showErrorMessage, showInformationMessage, showWarningMessage } from '../messages';
import * as z from 'zod/mini';
import type { Likeness } from '../../engine/annotations/homes';
import { readAnnotationFile } from '../../engine/annotations/read';
import type { Coding } from '../../engine/annotations/types';
import type { Identities } from '../../store/identity';
import { followersOf } from '../../store/moving';
import { baseName, exists, folderOf } from '../../store/nearest';
import type { PersonFiles } from '../../store/personFiles';
import { readSafely } from '../../store/readText';
import type { HomeOnDisk, StudyIndex } from '../../store/studyIndex';
import type { LooseFile } from '../../store/studyShape';
import type { TakingAlong } from './takingAlong';

/** What finds the transcript of an annotation file that has lost it. */
export interface Finding {
  readonly files: PersonFiles;
  readonly identities: Identities;
  readonly index: StudyIndex;
  readonly taking: TakingAlong;
}

const argumentSchema = z.object({
  /** Address of the annotation file. */
  file: z.optional(z.string()),
  /** Address of the transcript it is to go to; then nothing is asked but what concerns files of other people. */
  transcript: z.optional(z.string()),
});

/** A tree item stands for its file. */
const treeItem = z.object({ loose: z.object({ uri: z.unknown() }) });

/** `Find Transcript of Annotation File…`: gives the addresses of the files that are with their transcript now. */
export function registerFindingHome(finding: Finding): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.findHome', async (first: unknown) => {
    await finding.index.read();
    const uri = fileNamed(first) ?? (await chosenFile(finding));
    if (!uri) return [];
    const read = argumentSchema.safeParse(first);
    const found = await findHome(finding, uri, read.success ? read.data.transcript : undefined);
    return (found ?? []).map((each) => each.toString());
  });
}

function fileNamed(first: unknown): vscode.Uri | undefined {
  if (first instanceof vscode.Uri) return first;
  const item = treeItem.safeParse(first);
  if (item.success && item.data.loose.uri instanceof vscode.Uri) return item.data.loose.uri;
  const read = argumentSchema.safeParse(first);
  return read.success && read.data.file !== undefined ? parse(read.data.file) : undefined;
}

/** All files about the same transcript have lost it, and go together. */
async function findHome(
  { files, identities, index, taking }: Finding,
  uri: vscode.Uri,
  given: string | undefined,
): Promise<vscode.Uri[] | undefined> {
  const text = await readSafely(uri);
  const coding = text.kind === 'text' ? readAnnotationFile(text.text).file?.coding : undefined;
  if (!coding) return tellUnreadable(uri);
  const old = vscode.Uri.joinPath(folderOf(uri), coding.transcript);
  if (await exists(old)) return tellBeside(uri, coding);
  const home = given === undefined ? await chosenHome(uri, coding, index.homesFor(coding)) : parse(given);
  if (!home) return undefined;
  const there = await taking.quietly(async () => {
    const followers = await followersOf(old, home, files, identities.current?.id);
    const message = vscode.l10n.t('Take the annotation files of {0} along?', coding.transcript);
    return taking.take(followers, message, true);
  });
  await index.read();
  return there;
}

function parse(address: string): vscode.Uri {
  return vscode.Uri.parse(address, true);
}

/** The file in the editor; else one of those in the study, in one line for each lost transcript. */
async function chosenFile({ index }: Finding): Promise<vscode.Uri | undefined> {
  const loose = index.current?.loose ?? [];
  const open = vscode.window.activeTextEditor?.document.uri;
  if (open && loose.some(({ uri }) => uri.toString() === open.toString())) return open;
  const [first] = loose;
  if (!first) return tellNone();
  const items = inGroups(loose).map((group) => ({
    label: group[0].transcript,
    description: group.map(({ uri }) => baseName(uri)).join(', '),
    uri: group[0].uri,
  }));
  if (items.length === 1) return first.uri;
  const title = vscode.l10n.t('Which transcript is gone?');
  return (await showQuickPick(items, { title, matchOnDescription: true }))?.uri;
}

function inGroups(loose: readonly LooseFile[]): readonly (readonly [LooseFile, ...LooseFile[]])[] {
  const groups = new Map<string, [LooseFile, ...LooseFile[]]>();
  for (const one of loose) {
    const key = vscode.Uri.joinPath(folderOf(one.uri), one.transcript).toString();
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

async function chosenHome(
  uri: vscode.Uri,
  { transcript }: Coding,
  homes: readonly HomeOnDisk[],
): Promise<vscode.Uri | undefined> {
  if (homes.length === 0) return tellNoHome(uri, transcript);
  const items = homes.map(({ transcript: home, likeness }) => ({
    label: home.path,
    description: likenessWords(likeness),
    uri: home.uri,
  }));
  const title = vscode.l10n.t('Where is {0} now?', transcript);
  const placeHolder = vscode.l10n.t('The annotation files go there, and take its name');
  return (await showQuickPick(items, { title, placeHolder }))?.uri;
}

function likenessWords(likeness: Likeness): string {
  switch (likeness.kind) {
    case 'same-text':
      return vscode.l10n.t('the same text');
    case 'turns':
      return vscode.l10n.t('{0} of {1} turns the same', likeness.same, likeness.of);
    case 'same-name':
      break;
  }
  return vscode.l10n.t('only the name is the same');
}

function tellUnreadable(uri: vscode.Uri): undefined {
  void showErrorMessage(vscode.l10n.t('{0} is no annotation file, or cannot be read.', baseName(uri)));
  return undefined;
}

function tellBeside(uri: vscode.Uri, { transcript }: Coding): undefined {
  void showInformationMessage(
    vscode.l10n.t('{0} is about {1}, which is beside it.', baseName(uri), transcript),
  );
  return undefined;
}

function tellNone(): undefined {
  void showInformationMessage(
    vscode.l10n.t('All annotation files of this study are beside their transcripts.'),
  );
  return undefined;
}

function tellNoHome(uri: vscode.Uri, transcript: string): undefined {
  const message = vscode.l10n.t(
    'No transcript of this study has the text of {0}, or most of its turns. If it is the right one all the same, put {1} beside it and correct the name in the file.',
    transcript,
    baseName(uri),
  );
  void showWarningMessage(message);
  return undefined;
}
