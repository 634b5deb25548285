import * as vscode from 'vscode';
import { blindHeaderFaults } from '../../engine/check/blindHeader';
import type { Fault } from '../../engine/faults';
import { headerIntoStudy } from '../../engine/study/headerIntoStudy';
import type { Fix } from '../../engine/transcript/fix';
import { fixesOf } from '../../engine/transcript/fixes';
import { minimalDifference } from '../../engine/transcript/difference';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { nearestAbove, relativeTo } from '../../store/nearest';
import { studyName } from '../../store/watching';
import { editsIn } from './edits';

/** Ways out of what the Problems view says of a transcript, each one edit. */
export class QuickFixes implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.QuickFix;
  readonly #codings: Codings;

  constructor(codings: Codings) {
    this.#codings = codings;
  }

  async provideCodeActions(
    { uri }: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const coded = this.#codings.of(uri);
    const ours = diagnostics.filter(({ source }) => source === 'Alliance');
    if (!coded || ours.length === 0) return [];
    const faults = [...coded.parsed.faults, ...blindHeaderFaults(coded.parsed, coded.study)];
    const actions = await Promise.all(
      ours.map(async (diagnostic) => {
        const found = faults.find((fault) => isOf(diagnostic, fault));
        return found ? actionsFor(coded, diagnostic, found) : withoutFault(diagnostic);
      }),
    );
    return actions.flat();
  }
}

/** What a diagnostic was made from; none where the text has changed since. */
function isOf({ code, range }: vscode.Diagnostic, found: Fault): boolean {
  const { start, end } = found.range;
  return code === found.code && range.start.isEqual(place(start)) && range.end.isEqual(place(end));
}

function place({ line, character }: Fault['range']['start']): vscode.Position {
  return new vscode.Position(line, character);
}

async function actionsFor(
  coded: CodedTranscript,
  diagnostic: vscode.Diagnostic,
  found: Fault,
): Promise<vscode.CodeAction[]> {
  const fixes = fixesOf(coded.parsed, found);
  if (found.code === 'unknown-label' && coded.study?.speakers) {
    // The study's list counts, not the header's: there the speaker has to be added.
    return [
      ...(await openStudy(coded, diagnostic)),
      ...fixes.filter(({ kind }) => kind === 'comment').map((fix) => actionOf(coded, diagnostic, fix)),
    ];
  }
  const moved = found.code === 'header-blind' ? await moveToStudy(coded, diagnostic, found, fixes[0]) : [];
  return [...moved, ...fixes.map((fix) => actionOf(coded, diagnostic, fix))];
}

function actionOf({ document }: CodedTranscript, diagnostic: vscode.Diagnostic, fix: Fix): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(fix), QuickFixes.kind);
  action.edit = editsIn(document.uri, fix.edits);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred;
  return action;
}

function titleOf({ kind, data: [first = '', second = ''] }: Fix): string {
  const titles: Readonly<Record<Fix['kind'], string>> = {
    'add-therapist': vscode.l10n.t('Add “{0}” to the speakers: therapist', first),
    'add-client': vscode.l10n.t('Add “{0}” to the speakers: client', first),
    'add-other': vscode.l10n.t('Add “{0}” to the speakers: other', first),
    comment: vscode.l10n.t('Mark the lines that begin with “{0}:” as comments ({1})', first, second),
    'remove-time': vscode.l10n.t('Remove the time {0}', first),
    'close-nonverbal': vscode.l10n.t('Add {0} at the end of the line', first),
    'close-header': vscode.l10n.t('End the header with three dashes'),
    'remove-dashes': vscode.l10n.t('Remove the dashes: there is no header'),
    'remove-key': vscode.l10n.t('Remove “{0}” from the header', first),
    'rename-key': vscode.l10n.t('Change “{0}” to “{1}”', first, second),
    'set-value': vscode.l10n.t('Set “{0}” to “{1}”', first, second),
    'quote-value': vscode.l10n.t('Put the value in quotation marks'),
    'blanks-for-tabs': vscode.l10n.t('Indent with blanks instead of tabs'),
  };
  return titles[kind];
}

/** Faults that are not of the text, but of how it is stored. */
function withoutFault(diagnostic: vscode.Diagnostic): vscode.CodeAction[] {
  if (diagnostic.code !== 'not-utf8') return [];
  const title = vscode.l10n.t('Choose the encoding the file was written in, or save it as UTF-8…');
  return [commandAction(title, diagnostic, { title, command: 'workbench.action.editor.changeEncoding' })];
}

function commandAction(
  title: string,
  diagnostic: vscode.Diagnostic,
  command: vscode.Command,
): vscode.CodeAction {
  const action = new vscode.CodeAction(title, QuickFixes.kind);
  action.command = command;
  action.diagnostics = [diagnostic];
  return action;
}

async function openStudy(
  { document }: CodedTranscript,
  diagnostic: vscode.Diagnostic,
): Promise<vscode.CodeAction[]> {
  const study = await nearestAbove(document.uri, studyName);
  if (!study) return [];
  const title = vscode.l10n.t('Open the study file, which lists the speakers');
  return [commandAction(title, diagnostic, { title, command: 'vscode.open', arguments: [study] })];
}

/** From the header into the study file: one act that one undo takes back in both. */
async function moveToStudy(
  coded: CodedTranscript,
  diagnostic: vscode.Diagnostic,
  found: Fault,
  removal: Fix | undefined,
): Promise<vscode.CodeAction[]> {
  const { uri } = coded.document;
  const study = await nearestAbove(uri, studyName);
  const transcript = study && relativeTo(study, uri);
  if (!study || !removal || transcript === null) return [];
  const key = String(found.data['key']);
  const document = await vscode.workspace.openTextDocument(study);
  const text = document.getText();
  const next = headerIntoStudy(text, transcript, coded.factsInFull.case ?? '', coded.parsed.header, key);
  if (next === null) return [];
  const { start, end, text: put } = minimalDifference(text, next);
  const action = new vscode.CodeAction(vscode.l10n.t('Move “{0}” to the study file', key), QuickFixes.kind);
  const edit = editsIn(uri, removal.edits);
  edit.replace(study, new vscode.Range(document.positionAt(start), document.positionAt(end)), put);
  action.edit = edit;
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return [action];
}
