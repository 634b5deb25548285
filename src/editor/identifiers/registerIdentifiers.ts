import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import * as z from 'zod/mini';
import { allowWords } from '../../engine/identifiers/wordList';
import type { Codings } from '../../store/codings';
import { folderOf, nearestAbove } from '../../store/nearest';
import type { StudyFiles } from '../../store/studyFiles';
import { language, type Transcripts } from '../../store/transcripts';
import type { FileWatch } from '../../store/watching';
import type { StudyIndex } from '../../store/studyIndex';
import { codedOf } from '../coding/targets';
import { readCase, type CaseTexts } from '../masking/request';
import { tellStudyFault } from '../study/tellingStudy';
import { IdentifierMarks, listName, textOfList } from './checking';
import { IdentifierFixes } from './fixes';
import { tellFound } from './words';

interface Parts {
  readonly transcripts: Transcripts;
  readonly codings: Codings;
  readonly index: StudyIndex;
  readonly studies: StudyFiles;
  readonly watch: FileWatch;
}

const argumentSchema = z.object({ scope: z.optional(z.enum(['transcript', 'case'])) });
const wordsSchema = z.object({ transcript: z.string(), words: z.string() });

/** What a check found, without the words: how many places of which kind in which transcript. */
export interface Checked {
  readonly transcripts: number;
  readonly found: readonly { readonly transcript: string; readonly line: number; readonly kind: string }[];
  readonly byCapitals: boolean;
}

/** Checking for what may identify somebody: by command, marked as long as it is wanted, with ways to mask it. */
export function registerIdentifiers(parts: Parts): vscode.Disposable {
  const marks = new IdentifierMarks(parts.transcripts, parts.codings, parts.watch);
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    marks,
    registerCommand('alliance.checkIdentifiers', (first: unknown) => {
      const read = argumentSchema.safeParse(first instanceof vscode.Uri ? {} : first);
      return check(parts, marks, read.success ? read.data.scope : undefined);
    }),
    registerCommand('alliance.stopCheckingIdentifiers', () => marks.stop()),
    registerCommand('alliance.allowWords', (first: unknown) => {
      const read = wordsSchema.safeParse(first);
      return read.success ? allow(read.data, parts.studies) : undefined;
    }),
    vscode.languages.registerCodeActionsProvider(language, new IdentifierFixes(), {
      providedCodeActionKinds: [IdentifierFixes.kind],
    }),
  );
}

async function check(
  { codings, index }: Parts,
  marks: IdentifierMarks,
  scope: 'transcript' | 'case' | undefined,
): Promise<Checked | undefined> {
  const coded = codedOf(codings);
  if (!coded) return undefined;
  await codings.loaded(coded);
  const title = vscode.l10n.t('Looking through the case…');
  const options = { location: vscode.ProgressLocation.Window, title };
  const all = await vscode.window.withProgress(options, () => readCase(coded, index));
  const chosen = scope ?? (all.texts.length > 1 ? await askScope(all) : 'transcript');
  if (chosen === undefined) return undefined;
  const found: Checked['found'][number][] = [];
  let byCapitals = true;
  const texts = chosen === 'case' ? all.texts : all.texts.slice(0, 1);
  for (const { uri, parsed } of texts) {
    const identifiers = await marks.look(uri, parsed);
    byCapitals &&= identifiers.byCapitals;
    const transcript = vscode.workspace.asRelativePath(uri, false);
    found.push(
      ...identifiers.found.map(({ kind, range }) => ({ transcript, line: range.start.line + 1, kind })),
    );
  }
  tellFound(found.length, texts.length, byCapitals);
  return { transcripts: texts.length, found, byCapitals };
}

async function askScope({ name, texts }: CaseTexts): Promise<'transcript' | 'case' | undefined> {
  const items = [
    {
      scope: 'case' as const,
      label: vscode.l10n.t('In the whole case {0}', name ?? ''),
      description: String(texts.length),
    },
    { scope: 'transcript' as const, label: vscode.l10n.t('In this transcript') },
  ];
  const title = vscode.l10n.t('Check for Identifiers');
  return (await showQuickPick(items, { title }))?.scope;
}

/** Adds to the list beside the study file, or beside the transcript, that these words are nobody's. */
async function allow(
  { transcript, words }: z.infer<typeof wordsSchema>,
  studies: StudyFiles,
): Promise<boolean> {
  const uri = vscode.Uri.parse(transcript);
  const list = (await nearestAbove(uri, listName)) ?? (await newList(uri, studies));
  const fault = await studies.create(list, allowWords(await textOfList(list), words));
  if (fault) tellStudyFault(fault);
  return fault === null;
}

async function newList(transcript: vscode.Uri, studies: StudyFiles): Promise<vscode.Uri> {
  const study = await studies.near(transcript);
  return vscode.Uri.joinPath(folderOf(study?.uri ?? transcript), listName);
}
