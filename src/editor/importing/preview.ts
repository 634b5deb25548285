import * as vscode from 'vscode';
import { previewBlocks } from '../../words/importing';
import { problemWords } from '../../words/problems';
import type { Beside } from './beside';
import type { Draft, DraftSession, Place } from './draft';
import type { ReadFile } from './sources';

const scheme = 'alliance-import';

/** What an import would come to, as a page to read while the questions are asked. Nothing of it is on disk. */
export class Preview implements vscode.TextDocumentContentProvider, vscode.Disposable {
  readonly #didChange = new vscode.EventEmitter<vscode.Uri>();
  readonly onDidChange = this.#didChange.event;
  readonly #disposables: vscode.Disposable[];
  #draft: Draft | null = null;

  constructor() {
    this.#disposables = [this.#didChange, vscode.workspace.registerTextDocumentContentProvider(scheme, this)];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  provideTextDocumentContent(): string {
    return this.#draft ? pageOf(this.#draft) : vscode.l10n.t('This import is over.');
  }

  async show(draft: Draft): Promise<void> {
    this.#draft = draft;
    const document = await vscode.workspace.openTextDocument(address());
    this.changed();
    await vscode.window.showTextDocument(document, { preview: true, preserveFocus: true });
  }

  /** The person said something that makes it another. */
  changed(): void {
    this.#didChange.fire(address());
  }

  /** Takes the page away. */
  async close(): Promise<void> {
    this.#draft = null;
    const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
    const own = tabs.filter(
      ({ input }) => input instanceof vscode.TabInputText && input.uri.scheme === scheme,
    );
    if (own.length > 0) await vscode.window.tabGroups.close(own);
  }
}

/** Read as Markdown, so that its headings are coloured, fold and stand in the outline. */
function address(): vscode.Uri {
  return vscode.Uri.from({ scheme, path: `/${vscode.l10n.t('Import Preview')}.md` });
}

function pageOf(draft: Draft): string {
  const { sessions, refused, skipped } = draft;
  const lines = [
    `# ${vscode.l10n.t('Import: nothing is written yet')}`,
    '',
    vscode.l10n.t(
      'Transcripts: {0}. Files that cannot be read: {1}. Files that are no transcripts: {2}.',
      sessions.length,
      refused.length,
      skipped.length,
    ),
    '',
    vscode.l10n.t('The questions are asked above. Esc leaves everything as it is.'),
    ...refusedLines(draft),
    ...sessions.flatMap(sessionLines),
    ...besideLines(draft.beside),
    ...skippedLines(skipped),
  ];
  return `${lines.join('\n')}\n`;
}

function refusedLines({ refused }: Draft): string[] {
  if (refused.length === 0) return [];
  return [
    '',
    `## ${vscode.l10n.t('Cannot be read')}`,
    '',
    ...refused.map(({ file, problem }) => {
      const why = problem
        ? problemWords(problem, vscode.l10n.t)
        : vscode.l10n.t('The disk does not give it.');
      return `- ${shownName(file)}: ${why}`;
    }),
  ];
}

function sessionLines(session: DraftSession): string[] {
  const { file, target, formatTitle, prepared, place } = session;
  const to = vscode.workspace.asRelativePath(target);
  return [
    '',
    `## ${shownName(file)} → ${to}`,
    '',
    `${formatTitle} · ${placeWords(place)}`,
    ...previewBlocks(prepared, vscode.l10n.t).flatMap(({ title, lines }) =>
      title === null ? lines : ['', `### ${title}`, '', ...lines.map((line) => `    ${line}`)],
    ),
  ];
}

/** Codebook, codings and study file that come along. */
function besideLines({ files, warnings }: Beside): string[] {
  if (files.length === 0) return [];
  const said = files.map(({ uri, isThere }) => {
    const place = isThere ? vscode.l10n.t('there already: it stays as it is') : placeWords('new');
    return `- ${vscode.workspace.asRelativePath(uri)} · ${place}`;
  });
  const title = vscode.l10n.t('Beside the transcripts');
  const warned = warnings.map((warning) => `- ${problemWords(warning, vscode.l10n.t)}`);
  return ['', `## ${title}`, '', ...said, ...(warned.length > 0 ? ['', ...warned] : [])];
}

function placeWords(place: Place): string {
  const words: Readonly<Record<Place, string>> = {
    new: vscode.l10n.t('new'),
    same: vscode.l10n.t('there already with the same text: it stays as it is'),
    other: vscode.l10n.t('there already with another text: it stays as it is, unless you replace it'),
    twice: vscode.l10n.t(
      'not written, since another file of this import is there, or comes to the same transcript',
    ),
  };
  return words[place];
}

function skippedLines(skipped: readonly ReadFile[]): string[] {
  if (skipped.length === 0) return [];
  const title = vscode.l10n.t('No transcripts, and passed over');
  return ['', `## ${title}`, '', ...skipped.map((file) => `- ${shownName(file)}`)];
}

export function shownName({ below, name }: ReadFile): string {
  return below === '' ? name : `${below}/${name}`;
}
