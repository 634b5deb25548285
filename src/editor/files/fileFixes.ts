import * as vscode from 'vscode';
import { checkAgainstCodebook } from '../../engine/annotations/check';
import type { Fault } from '../../engine/faults';
import { fileFixes, type FileFix } from '../../engine/files/fixes';
import type { Identities } from '../../store/identity';
import type { Around } from './around';
import type { FileReading, OurFiles } from './ourFiles';
import type { Schemas } from './schemas';

/** Ways out of what the Problems view says of a codebook, annotation or study file, each one edit, or the command that asks for what it needs. */
export class FileFixes implements vscode.CodeActionProvider {
  static readonly kind = vscode.CodeActionKind.QuickFix;
  readonly #files: OurFiles;
  readonly #schemas: Schemas;
  readonly #around: Around;
  readonly #identities: Identities;

  constructor(files: OurFiles, schemas: Schemas, around: Around, identities: Identities) {
    this.#files = files;
    this.#schemas = schemas;
    this.#around = around;
    this.#identities = identities;
  }

  async provideCodeActions(
    document: vscode.TextDocument,
    _range: vscode.Range,
    { diagnostics }: vscode.CodeActionContext,
  ): Promise<vscode.CodeAction[]> {
    const ours = diagnostics.filter(({ source }) => source === 'Alliance');
    const finding = ours.filter(({ code }) => code === 'other-transcript').map((one) => find(document, one));
    const reading = this.#files.of(document);
    const text = this.#files.textOf(document);
    if (ours.length === 0 || !reading || text === null) return finding;
    const masking = ours
      .filter(({ code }) => code === 'held-words')
      .map((each) => mask(document, reading, each));
    if (!this.#isOwn(reading)) return [...finding, ...masking];
    const schema = await this.#schemas.of(reading.kind);
    const { codebook } = await this.#around.codebook(document);
    const { annotations, isCurrent } = reading;
    const faults = [
      ...reading.faults,
      ...(annotations && isCurrent ? checkAgainstCodebook(annotations, codebook) : []),
    ];
    const fixes = ours.flatMap((diagnostic) => {
      const found = faults.find((fault) => isOf(diagnostic, fault));
      const file = { text, schema, codebook, random: Math.random };
      return found ? fileFixes(file, found).map((fix) => actionOf(document, diagnostic, fix)) : [];
    });
    return [...finding, ...masking, ...fixes];
  }

  /** A released coding is sealed, and another's is theirs: what is to be changed there is changed by hand. */
  #isOwn({ annotations }: FileReading): boolean {
    if (!annotations) return true;
    const { coder, released } = annotations.coding;
    const current = this.#identities.current;
    return released === undefined && (current === undefined || current.id === coder);
  }
}

/** Files of other people too: it asks before it moves one. */
function find({ uri }: vscode.TextDocument, diagnostic: vscode.Diagnostic): vscode.CodeAction {
  const action = new vscode.CodeAction(vscode.l10n.t('Find Transcript…'), FileFixes.kind);
  action.command = { command: 'alliance.findHome', title: action.title, arguments: [uri] };
  action.diagnostics = [diagnostic];
  action.isPreferred = true;
  return action;
}

/** Which words they are only a person knows: the command asks, and masks them in anybody's files after a confirmation. */
function mask(
  { uri }: vscode.TextDocument,
  { annotations }: FileReading,
  diagnostic: vscode.Diagnostic,
): vscode.CodeAction {
  const title = vscode.l10n.t('Mask Name…');
  const action = new vscode.CodeAction(title, FileFixes.kind);
  const transcript = vscode.Uri.joinPath(uri, '..', annotations?.coding.transcript ?? '').toString();
  action.command = { title, command: 'alliance.mask', arguments: [{ transcript }] };
  action.diagnostics = [diagnostic];
  return action;
}

/** What a diagnostic was made from; none where the text has changed since. */
function isOf({ code, range }: vscode.Diagnostic, { code: found, range: { start, end } }: Fault): boolean {
  const place = new vscode.Range(start.line, start.character, end.line, end.character);
  return code === found && range.isEqual(place);
}

function actionOf(
  document: vscode.TextDocument,
  diagnostic: vscode.Diagnostic,
  fix: FileFix,
): vscode.CodeAction {
  const action = new vscode.CodeAction(titleOf(fix), FileFixes.kind);
  const range = new vscode.Range(document.positionAt(fix.start), document.positionAt(fix.end));
  action.edit = new vscode.WorkspaceEdit();
  if (fix.goesOn) {
    const snippet = new vscode.SnippetString().appendText(fix.text).appendTabstop(0);
    action.edit.set(document.uri, [new vscode.SnippetTextEdit(range, snippet)]);
  } else action.edit.replace(document.uri, range, fix.text);
  action.diagnostics = [diagnostic];
  action.isPreferred = fix.preferred;
  return action;
}

function titleOf({ kind, data: [first = '', second = ''] }: FileFix): string {
  const titles: Readonly<Record<FileFix['kind'], string>> = {
    'rename-key': vscode.l10n.t('Change “{0}” to “{1}”', first, second),
    'remove-key': vscode.l10n.t('Remove “{0}”', first),
    'add-key': vscode.l10n.t('Add “{0}”', first),
    'new-id': vscode.l10n.t('Give this entry the id “{0}”', first),
    'set-code': vscode.l10n.t('Change the code to “{0}”', first),
  };
  return titles[kind];
}
