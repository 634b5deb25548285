import * as vscode from 'vscode';
import { showQuickPick } from '../../editor/picks';
import { setStatusBarMessage, showInformationMessage } from '../../editor/messages';
import * as z from 'zod/mini';
import { tableCsv } from '../../engine/trajectory/tables';
import { hidesTrajectory } from '../../engine/study/blinding';
import type { SessionState } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { baseName, folderOf } from '../../store/nearest';
import { nothingBefore, type Before, type EarlierSessions } from '../../store/earlierSessions';
import { personName } from '../personName';
import type { Choices } from './choices';
import { coderShown, liveTrajectory, panelState } from './state';
import type { TrajectoryView } from './view';
import { writtenPage } from './written';
import { askForFile, writtenFile } from '../writtenFile';
import { isPicture, pictureOf } from './writing';

const formats = ['svg', 'png', 'annotations', 'segments', 'episodes', 'figures'] as const;
type Format = (typeof formats)[number];

const exportArguments = z.object({ format: z.enum(formats), to: z.optional(z.string()) });
const personArguments = z.object({ coder: z.string() });

/** What of the trajectory is taken elsewhere: pictures, tables, the page as text; and whose coding is looked at. */
export function registerTaking(shown: Shown): vscode.Disposable {
  const { registerCommand } = vscode.commands;
  return vscode.Disposable.from(
    registerCommand('alliance.exportPicture', (first: unknown) => exportPicture(shown, first)),
    registerCommand('alliance.copyNarrative', () => copyNarrative(shown)),
    registerCommand('alliance.showCoding', (first: unknown) => showCoding(shown, first)),
  );
}

interface Shown {
  readonly codings: Codings;
  readonly choices: Choices;
  readonly earlier: EarlierSessions;
  readonly view: TrajectoryView;
}

interface Session {
  readonly coded: CodedTranscript;
  readonly state: SessionState;
  readonly before: Before;
}

/** The session that is shown; says so where there is none. */
async function sessionOf({ codings, choices, earlier }: Shown): Promise<Session | undefined> {
  const coded = codings.active;
  if (coded) await codings.loaded(coded);
  const coder = coded && coderShown(coded, choices);
  const before = coded && coder !== undefined ? await earlier.read(coded, coder) : nothingBefore;
  const state = panelState(coded, choices, () => before);
  if (coded && state.kind === 'session') return { coded, state, before };
  const isHidden = coded !== undefined && hidesTrajectory(coded.sight, coded.ownCoding);
  void showInformationMessage(
    isHidden
      ? vscode.l10n.t('This study hides the trajectory until you have released the session.')
      : vscode.l10n.t('There is no trajectory yet: open a transcript and code in it.'),
  );
  return undefined;
}

/** The page as text, to the clipboard; returns it. */
async function copyNarrative(shown: Shown): Promise<string | undefined> {
  const session = await sessionOf(shown);
  if (!session) return undefined;
  const text = writtenPage(session.state);
  await vscode.env.clipboard.writeText(text);
  setStatusBarMessage(vscode.l10n.t('Copied: sentences and figures of the session'), 3000);
  return text;
}

/** Writes the picture or a table; asks for kind and file unless given. The file written. */
async function exportPicture(shown: Shown, first: unknown): Promise<string | undefined> {
  const session = await sessionOf(shown);
  if (!session) return undefined;
  const given = exportArguments.safeParse(first);
  const format = given.success ? given.data.format : await askFormat();
  if (!format) return undefined;
  const to = given.success ? given.data.to : undefined;
  const uri = to === undefined ? await askPlace(session, format) : vscode.Uri.parse(to, true);
  const bytes = uri && (await contentOf(shown, session, format));
  if (!uri || !bytes) return undefined;
  return (await writtenFile(uri, bytes)) ? uri.toString() : undefined;
}

async function askFormat(): Promise<Format | undefined> {
  const picture = vscode.l10n.t('The picture, light on white');
  const table = vscode.l10n.t('Codes, places, figures: no word of the session');
  const items = [
    { label: vscode.l10n.t('Picture as SVG'), detail: picture, format: 'svg' },
    { label: vscode.l10n.t('Picture as PNG'), detail: picture, format: 'png' },
    { label: vscode.l10n.t('Annotations as CSV'), detail: table, format: 'annotations' },
    { label: vscode.l10n.t('Segments as CSV'), detail: table, format: 'segments' },
    { label: vscode.l10n.t('Episodes as CSV'), detail: table, format: 'episodes' },
    { label: vscode.l10n.t('Figures as CSV'), detail: table, format: 'figures' },
  ] as const;
  const title = vscode.l10n.t('Export Trajectory');
  return (await showQuickPick(items, { title }))?.format;
}

async function askPlace({ coded }: Session, format: Format): Promise<vscode.Uri | undefined> {
  const { uri } = coded.document;
  const stem = baseName(uri).replace(/\.[^.]*$/, '');
  const name = isPicture(format) ? `${stem}.trajectory.${format}` : `${stem}.${format}.csv`;
  return askForFile(uri.scheme === 'untitled' ? undefined : folderOf(uri), name);
}

async function contentOf(
  { choices, view }: Shown,
  { coded, before }: Session,
  format: Format,
): Promise<Uint8Array | undefined> {
  if (!isPicture(format)) {
    const person = choices.person(coded);
    if (!person) return undefined;
    const trajectory = liveTrajectory(coded, person, choices.facts(coded), before);
    return new TextEncoder().encode(tableCsv(trajectory, format));
  }
  return pictureOf(view, 'session', format);
}

/** Turns the trajectory to another person's coding, of those the gate shows. Whose is shown now. */
async function showCoding({ codings, choices }: Shown, first: unknown): Promise<string | undefined> {
  const coded = codings.active;
  if (!coded) return undefined;
  await codings.loaded(coded);
  const given = personArguments.safeParse(first);
  const coder = given.success ? given.data.coder : await askPerson(coded);
  if (coder !== undefined) choices.chooseCoder(coded, coder);
  return choices.person(coded)?.file.file.coding.coder;
}

async function askPerson(coded: CodedTranscript): Promise<string | undefined> {
  const items = coded.people.map(({ file }) => {
    const { coding } = file.file;
    const { sight } = coded;
    const description = sight.nameOf(coding.coder);
    return { label: personName(coding, sight), description, coder: coding.coder };
  });
  const title = vscode.l10n.t('Show the Coding of …');
  return (await showQuickPick(items, { title }))?.coder;
}
