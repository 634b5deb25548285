import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showWarningMessage } from '../messages';
import type { ExportFormat } from '../../engine/interchange/exportFormats';
import { codingShown, type Sight } from '../../engine/study/blinding';
import { codersOf, sessionsOf, type ExportScope, type Offered, type OfferedSession } from './gathering';

/** What of the study is to be exported; not asked where there is only one answer. */
export async function askScope(offered: Offered): Promise<ExportScope | undefined> {
  const { here, sessions } = offered;
  const ofCase = sessionsOf(offered, 'case').length;
  const items: (vscode.QuickPickItem & { readonly scope: ExportScope })[] = [];
  if (here)
    items.push({ label: vscode.l10n.t('This transcript'), description: here.path, scope: 'transcript' });
  if (here && ofCase > 1) {
    const label = vscode.l10n.t('This case');
    const description = vscode.l10n.t('{0}, sessions: {1}', here.facts.case ?? '', ofCase);
    items.push({ label, description, scope: 'case' });
  }
  if (sessions.length > 0) {
    const description = vscode.l10n.t('sessions: {0}', sessions.length);
    items.push({ label: vscode.l10n.t('The study'), description, scope: 'study' });
  }
  if (items.length <= 1) return items[0]?.scope;
  const title = vscode.l10n.t('Export: What?');
  const placeHolder = vscode.l10n.t('How much of the study is to be in it?');
  return (await showQuickPick(items, { title, placeHolder }))?.scope;
}

export async function askFormat(formats: readonly ExportFormat[]): Promise<ExportFormat | undefined> {
  const items = formats.map((format) => ({ ...formatWords(format.id), format }));
  const title = vscode.l10n.t('Export: For What?');
  const placeHolder = vscode.l10n.t('Type what is to read it: R, SPSS, NVivo…');
  return (await showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.format;
}

/** A format's name, and what it is for. */
function formatWords(id: string): { readonly label: string; readonly detail: string } {
  switch (id) {
    case 'csv-long':
      return {
        label: vscode.l10n.t('Table of annotations (CSV)'),
        detail: vscode.l10n.t('R: a row for each annotation, with times, ratings and episodes.'),
      };
    case 'csv-units':
      return {
        label: vscode.l10n.t('Table of units and codes (CSV)'),
        detail: vscode.l10n.t(
          'Agreement elsewhere: every turn or segment by every code, 0 or 1 for each coder.',
        ),
      };
    case 'csv-wide':
      return {
        label: vscode.l10n.t('Table of sessions (CSV)'),
        detail: vscode.l10n.t(
          'SPSS: a row for each session and coder, with its figures, ratings and scores.',
        ),
      };
    case 'csv-pygamma':
      return {
        label: vscode.l10n.t('Passages for γ (pygamma CSV)'),
        detail: vscode.l10n.t(
          'pygamma-agreement: who coded what from where to where, a file for each session.',
        ),
      };
    case 'qdpx':
      return {
        label: vscode.l10n.t('REFI-QDA project (QDPX)'),
        detail: vscode.l10n.t('NVivo, ATLAS.ti, MAXQDA, QualCoder: transcripts with their codings.'),
      };
    case 'qdc':
      return {
        label: vscode.l10n.t('REFI-QDA codebook (QDC)'),
        detail: vscode.l10n.t('The codes with their definitions, for the same programs.'),
      };
    case 'jsonld':
      return {
        label: vscode.l10n.t('Web Annotations (JSON-LD)'),
        detail: vscode.l10n.t('Programs that read the W3C’s format of annotations.'),
      };
    case 'html':
      return {
        label: vscode.l10n.t('Report (HTML)'),
        detail: vscode.l10n.t(
          'People without the extension: a page to read and print, with trajectory, figures, text and comments.',
        ),
      };
  }
  return { label: id, detail: '' };
}

/** Whether words of sessions and coders are to be in it; asked only where they can be. */
export async function askText({ id, mayHaveText, needsText }: ExportFormat): Promise<boolean | undefined> {
  if (!mayHaveText) return false;
  if (needsText) return (await agreedToText()) || undefined;
  const items = [
    {
      label: vscode.l10n.t('Without text'),
      detail: vscode.l10n.t('Codes, places, times, ratings: no word of a session or a note.'),
      text: false,
    },
    {
      label: vscode.l10n.t('With text'),
      detail: vscode.l10n.t(
        'Also passages and notes, which are words of sessions: keep it as safe as the transcripts.',
      ),
      text: true,
    },
  ];
  const title = id === 'html' ? vscode.l10n.t('Report: With Text?') : vscode.l10n.t('Export: With Text?');
  return (await showQuickPick(items, { title, placeHolder: nothingYet() }))?.text;
}

function nothingYet(): string {
  return vscode.l10n.t('Nothing is written before you have chosen the file');
}

async function agreedToText(): Promise<boolean> {
  const yes = vscode.l10n.t('Export with Text');
  const message = vscode.l10n.t('This format holds the whole transcripts.');
  const detail = vscode.l10n.t('Keep the file as safe as the transcripts.');
  return (await showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

/** Whose codings are to be in it, where several people coded: one person's, or (null) everybody's. */
export async function askCoder(
  sessions: readonly OfferedSession[],
  sight: Sight,
): Promise<string | null | undefined> {
  const codings = sessions.flatMap((session) => codersOf(session).map(({ coding }) => coding));
  const names = new Map(
    codings
      .map((coding) => ({ id: coding.coder, shown: codingShown(coding, sight) }))
      .map(({ id, shown }) => [id, shown.name ?? shown.coder]),
  );
  if (names.size < 2) return null;
  const items = [
    { label: vscode.l10n.t('Everybody’s'), description: [...names.values()].join(', '), coder: null },
    ...[...names].map(([coder, name]) => {
      const id = sight.nameOf(coder);
      return { label: name, description: id === name ? '' : id, coder };
    }),
  ];
  const title = vscode.l10n.t('Report: Whose Coding?');
  return (await showQuickPick(items, { title, placeHolder: nothingYet() }))?.coder;
}

/** Where the file is to lie; its ending is the format's, whatever the person typed. */
export async function askFile(
  offered: Offered,
  scope: ExportScope,
  { id, endings }: ExportFormat,
): Promise<vscode.Uri | undefined> {
  const [ending] = endings;
  const named = scope === 'study' ? null : scope === 'case' ? offered.here?.facts.case : offered.here?.path;
  const name = fileName(named ?? offered.name);
  const folder = offered.root ?? (offered.here && vscode.Uri.joinPath(offered.here.uri, '..'));
  const chosen = await vscode.window.showSaveDialog({
    title: id === 'html' ? vscode.l10n.t('Report') : vscode.l10n.t('Export'),
    filters: { [ending.toUpperCase()]: [...endings] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `${name}.${ending}`) } : {}),
  });
  if (!chosen || endings.some((each) => chosen.path.toLowerCase().endsWith(`.${each}`))) return chosen;
  return chosen.with({ path: `${chosen.path}.${ending}` });
}

/** A name that every file system takes. */
function fileName(name: string): string {
  const last = name.split('/').at(-1) ?? name;
  const plain = last
    .replace(/\.(?:transcript|txt)$/, '')
    .replace(/[^\p{L}\p{M}\p{N}_-]+/gu, '-')
    .replace(/^-+|(?<!-)-+$/g, '');
  return plain === '' ? 'study' : plain.slice(0, 80);
}
