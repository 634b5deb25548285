import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import { deleteAnnotations, recode, setNote, setRating } from '../../engine/annotations/acts';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { Scale } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Pages } from '../memos/pages';
import type { Acting } from './acting';
import { pickCode } from './pickCode';
import { argumentsOf, codedOf, targetOf, type CommandArguments } from './targets';

type Changing = (
  acting: Acting,
  coded: CodedTranscript,
  args: CommandArguments,
  pages: Pages,
) => Promise<boolean>;

/** Recode, note, rate, delete: on the annotation named, at the cursor, or picked. Each returns whether it was done. */
export function registerChanging(acting: Acting, pages: Pages): vscode.Disposable {
  const commands: Record<string, Changing> = { recode: changeCode, note: editNote, rate, delete: remove };
  return vscode.Disposable.from(
    ...Object.entries(commands).map(([command, run]) =>
      vscode.commands.registerCommand(`alliance.${command}`, async (first: unknown) => {
        const coded = codedOf(acting.codings);
        return coded ? run(acting, coded, argumentsOf(first), pages) : false;
      }),
    ),
  );
}

async function changeCode(acting: Acting, coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
  const title = vscode.l10n.t('Recode');
  const passage = await targetOf(coded, args, title);
  if (!passage) return false;
  const code =
    args.code === undefined ? await pickCode(coded.codebook, title) : coded.codebook.codes.get(args.code);
  if (!code) return false;
  return acting.perform(coded, vscode.l10n.t('Recode as {0}', code.label), (file) =>
    recode(file, passage.annotation.id, code.id),
  );
}

/** What was answered; `onPage` where the person goes on writing on a page. */
interface NoteAnswer {
  readonly text: string;
  readonly onPage: boolean;
}

async function editNote(
  acting: Acting,
  coded: CodedTranscript,
  args: CommandArguments,
  pages: Pages,
): Promise<boolean> {
  const passage = await targetOf(coded, args, vscode.l10n.t('Edit Note'));
  if (!passage) return false;
  const { id } = passage.annotation;
  const answer = args.note === undefined ? await askForNote(passage) : { text: args.note, onPage: false };
  if (!answer) return false;
  const text = answer.text.trim();
  const done = await acting.perform(coded, vscode.l10n.t('Edit Note'), (file) =>
    setNote(file, id, text || null),
  );
  if (!done || !answer.onPage) return done;
  const turn = passage.range && turnAtLine(coded.parsed.turns, passage.range.start.line);
  await pages.open(coded, { coder: passage.coder, kind: 'note', id, turn: turn?.number ?? null }, null);
  return true;
}

/** A note is asked for in one line; one of several lines gets a page, as does a person who wants one. */
async function askForNote({ annotation, code }: Passage): Promise<NoteAnswer | undefined> {
  const { note = '' } = annotation;
  if (note.includes('\n')) return { text: note, onPage: true };
  const box = vscode.window.createInputBox();
  box.title = vscode.l10n.t('Note on {0}', code?.label ?? annotation.code);
  box.value = note;
  box.prompt = vscode.l10n.t('An empty note takes the note away.');
  const page = vscode.l10n.t('Write on a page of its own');
  box.buttons = [{ iconPath: new vscode.ThemeIcon('edit'), tooltip: page }];
  try {
    return await new Promise((resolve) => {
      box.onDidAccept(() => resolve({ text: box.value, onPage: false }));
      box.onDidTriggerButton(() => resolve({ text: box.value, onPage: true }));
      box.onDidHide(() => resolve(undefined));
      box.show();
    });
  } finally {
    box.dispose();
  }
}

interface ValueItem extends vscode.QuickPickItem {
  readonly scale: string;
  readonly value: number | null;
}

async function rate(acting: Acting, coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
  const title = vscode.l10n.t('Rate');
  const passage = await targetOf(coded, args, title, (each) => scalesOf(each, coded).length > 0);
  if (!passage) return false;
  const scales = scalesOf(passage, coded);
  if (scales.length === 0) {
    const name = passage.code?.label ?? passage.annotation.code;
    void showInformationMessage(vscode.l10n.t('The codebook has no scale for “{0}”.', name));
    return false;
  }
  const rating = args.scale === undefined ? await pickValue(passage, scales, title) : valueOf(args, scales);
  if (!rating) return false;
  return acting.perform(coded, title, (file) =>
    setRating(file, passage.annotation.id, rating.scale, rating.value),
  );
}

function scalesOf({ code }: Passage, coded: CodedTranscript): Scale[] {
  return code?.scales.flatMap((id) => coded.codebook.scales.get(id) ?? []) ?? [];
}

function valueOf(
  { scale, value = null }: CommandArguments,
  scales: readonly Scale[],
): { scale: string; value: number | null } | null {
  const found = scales.find(({ id }) => id === scale);
  const fits = value === null || found?.values.some((each) => each.value === value);
  return found && fits ? { scale: found.id, value } : null;
}

async function pickValue(
  passage: Passage,
  scales: readonly Scale[],
  title: string,
): Promise<ValueItem | undefined> {
  const items = scales.flatMap((scale) => {
    const now = passage.annotation.ratings?.[scale.id];
    const values = scale.values.map(({ value, label }): ValueItem => ({
      label: `${value}  ${label}`,
      description: value === now ? vscode.l10n.t('now') : '',
      scale: scale.id,
      value,
    }));
    const none: ValueItem = {
      label: vscode.l10n.t('No value'),
      iconPath: new vscode.ThemeIcon('close'),
      scale: scale.id,
      value: null,
    };
    const head = { label: scale.id, kind: vscode.QuickPickItemKind.Separator, scale: scale.id, value: null };
    return [head, ...values, ...(now === undefined ? [] : [none])];
  });
  return showQuickPick(items, {
    title,
    placeHolder: passage.code?.label ?? passage.annotation.code,
  });
}

async function remove(acting: Acting, coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
  const title = vscode.l10n.t('Delete Annotation');
  const passage = await targetOf(coded, args, title);
  if (!passage) return false;
  return acting.perform(coded, title, (file) => deleteAnnotations(file, [passage.annotation.id]));
}
