import * as vscode from 'vscode';
import { showWarningMessage } from '../messages';
import type { Coding } from '../../engine/annotations/types';
import { readAnnotationFile } from '../../engine/annotations/read';
import { gateState, mayShow } from '../../engine/study/mayShow';
import type { Identities } from '../../store/identity';
import { annotationFileOf, folderOf } from '../../store/nearest';
import { readSafely } from '../../store/readText';
import type { Around } from './around';
import { isOurs, type OurFiles } from './ourFiles';

/**
 * The gate for somebody who opens another's annotation file by hand: what it would hide is covered, and shown only after a
 * warning, once for each file in a window. It guards against accident: the file is readable text.
 */
export class OtherPeoplesFiles implements vscode.Disposable {
  readonly #files: OurFiles;
  readonly #around: Around;
  readonly #identities: Identities;
  /** Files that were shown after the warning. */
  readonly #agreed = new Set<string>();
  readonly #asking = new Set<string>();
  readonly #cover = vscode.window.createTextEditorDecorationType({ opacity: '0' });
  readonly #disposable: vscode.Disposable;

  constructor(files: OurFiles, around: Around, identities: Identities) {
    this.#files = files;
    this.#around = around;
    this.#identities = identities;
    this.#disposable = vscode.Disposable.from(
      this.#cover,
      vscode.window.onDidChangeVisibleTextEditors((editors) => this.#see(editors)),
      identities.onDidChange(() => this.#see(vscode.window.visibleTextEditors)),
    );
    this.#see(vscode.window.visibleTextEditors);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #see(editors: readonly vscode.TextEditor[]): void {
    for (const { document } of editors) if (isOurs(document)) void this.#warn(document);
  }

  async #warn(document: vscode.TextDocument): Promise<void> {
    const address = document.uri.toString();
    const reading = this.#files.of(document);
    const coding = reading?.annotations?.coding;
    if (!coding || this.#agreed.has(address) || this.#asking.has(address)) return;
    this.#asking.add(address);
    try {
      if (!(await this.#isHidden(document, coding))) return;
      this.#coverUp(document, true);
      if (await agreed(coding)) {
        this.#agreed.add(address);
        this.#coverUp(document, false);
      } else await close(document.uri);
    } finally {
      this.#asking.delete(address);
    }
  }

  async #isHidden(
    document: vscode.TextDocument,
    { coder, role, released, transcript }: Coding,
  ): Promise<boolean> {
    const viewer = this.#identities.current;
    if (!viewer || viewer.id === coder) return false;
    const study = await this.#around.study(document);
    const own = annotationFileOf(vscode.Uri.joinPath(folderOf(document.uri), transcript), viewer.id);
    const text = await readSafely(own);
    const file = text.kind === 'text' ? readAnnotationFile(text.text).file : null;
    const state = gateState(file?.coding ?? null, study?.blind !== false);
    return !mayShow(viewer, { id: coder, role, released: released !== undefined }, state).show;
  }

  #coverUp({ uri, lineCount }: vscode.TextDocument, isHidden: boolean): void {
    const all = isHidden ? [new vscode.Range(0, 0, lineCount, 0)] : [];
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor.document.uri.toString() === uri.toString()) editor.setDecorations(this.#cover, all);
    }
  }
}

async function agreed({ coder, transcript, released }: Coding): Promise<boolean> {
  const show = { title: vscode.l10n.t('Show Anyway'), isCloseAffordance: false };
  const message = released
    ? vscode.l10n.t('{0} coded {1}; you have not released yours yet.', coder, transcript)
    : vscode.l10n.t('{0} has not released the coding of {1}.', coder, transcript);
  const detail = vscode.l10n.t(
    'This study is blind: codings are compared as they were made without a look at the other. Whoever reads this file before cannot code the session independently any more.',
  );
  const leave = { title: vscode.l10n.t('Close It'), isCloseAffordance: true };
  const options = { modal: true, detail };
  const asked = showWarningMessage(message, options, show, leave);
  // Where nothing can be asked, nothing is shown.
  return asked.then(
    (answer) => answer === show,
    () => false,
  );
}

async function close(uri: vscode.Uri): Promise<void> {
  const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
  const own = tabs.filter(
    ({ input }) => input instanceof vscode.TabInputText && input.uri.toString() === uri.toString(),
  );
  await vscode.window.tabGroups.close(own);
}
