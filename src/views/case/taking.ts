import * as vscode from 'vscode';
import { showQuickPick } from '../../editor/picks';
import { setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import * as z from 'zod/mini';
import { caseTableCsv } from '../../engine/trajectory/caseTables';
import type { StudyIndex } from '../../store/studyIndex';
import type { TrajectoryView } from '../trajectory/view';
import { askForFile, writtenFile } from '../writtenFile';
import { isPicture, pictureOf } from '../trajectory/writing';
import { writtenCase } from '../trajectory/written';
import type { CasePage } from './casePage';

const formats = ['svg', 'png', 'sessions', 'series', 'tenths', 'detectors'] as const;
type Format = (typeof formats)[number];

const exportArguments = z.object({ format: z.enum(formats), to: z.optional(z.string()) });

/** What a case is taken from. */
interface Shown {
  readonly page: CasePage;
  readonly study: StudyIndex;
  readonly view: TrajectoryView;
}

/** What of the page of a case is taken elsewhere: pictures, tables, the page as text. */
export function registerTakingCase(shown: Shown): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.exportCase', (first: unknown) => exportCase(shown, first)),
    registerCommand('alliance.copyCase', () => copyCase(shown)),
  );
}

function tellNothing(): undefined {
  void showInformationMessage(
    vscode.l10n.t('There is no case to show yet: open a transcript of it and code in it.'),
  );
}

/** The page as text, to the clipboard; returns it. */
async function copyCase({ page }: Shown): Promise<string | undefined> {
  const state = await page.settled();
  if (!state) return tellNothing();
  const text = writtenCase(state);
  await vscode.env.clipboard.writeText(text);
  setStatusBarMessage(vscode.l10n.t('Copied: sentences and figures of the case'), 3000);
  return text;
}

/** Writes the pictures or a table; asks for kind and file unless given. The file written. */
async function exportCase(shown: Shown, first: unknown): Promise<string | undefined> {
  const trajectory = await shown.page.figures();
  if (!trajectory) return tellNothing();
  const given = exportArguments.safeParse(first);
  const format = given.success ? given.data.format : await askFormat();
  if (!format) return undefined;
  const to = given.success ? given.data.to : undefined;
  const uri = to === undefined ? await askPlace(shown, trajectory.case, format) : vscode.Uri.parse(to, true);
  const bytes =
    uri &&
    (isPicture(format)
      ? await pictureOf(shown.view, 'case', format)
      : new TextEncoder().encode(caseTableCsv(trajectory, format)));
  if (!uri || !bytes) return undefined;
  return (await writtenFile(uri, bytes)) ? uri.toString() : undefined;
}

async function askFormat(): Promise<Format | undefined> {
  const picture = vscode.l10n.t('Course and heat map, light on white, with the parameters of methods');
  const table = vscode.l10n.t('Codes, places, figures: no word of a session');
  const items = [
    { label: vscode.l10n.t('Picture as SVG'), detail: picture, format: 'svg' },
    { label: vscode.l10n.t('Picture as PNG'), detail: picture, format: 'png' },
    { label: vscode.l10n.t('Sessions as CSV'), detail: table, format: 'sessions' },
    { label: vscode.l10n.t('Measures over Sessions as CSV'), detail: table, format: 'series' },
    { label: vscode.l10n.t('Heat Map as CSV'), detail: table, format: 'tenths' },
    { label: vscode.l10n.t('Methods and Findings as CSV'), detail: table, format: 'detectors' },
  ] as const;
  const title = vscode.l10n.t('Export Case');
  return (await showQuickPick(items, { title }))?.format;
}

/** Beside the study file; a case's name may hold what a file's cannot. */
async function askPlace(
  { study }: Shown,
  name: string | null,
  format: Format,
): Promise<vscode.Uri | undefined> {
  const stem = (name ?? vscode.l10n.t('no case')).replaceAll(/[^\p{L}\p{N}_-]+/gu, '-');
  const file = isPicture(format) ? `${stem}.case.${format}` : `${stem}.${format}.csv`;
  return askForFile(study.current?.root, file);
}
