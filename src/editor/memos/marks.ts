import * as vscode from 'vscode';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { memosOf, type ShownMemo } from '../../store/memos';
import { language } from '../../store/transcripts';
import { plainMarkdown } from '../markdown';

/** The commands a memo's hover may run, and no others. */
const linked = ['alliance.memo', 'alliance.deleteMemo'];

/** A small pencil behind the first line of each turn that has a memo; what it says is in the hover there and on the label. */
export class MemoMarks implements vscode.HoverProvider, vscode.Disposable {
  readonly #codings: Codings;
  readonly #type = vscode.window.createTextEditorDecorationType({
    rangeBehavior: vscode.DecorationRangeBehavior.ClosedOpen,
    after: {
      contentText: '✎',
      margin: '0 0 0 0.6em',
      color: new vscode.ThemeColor('descriptionForeground'),
    },
  });
  readonly #disposables: vscode.Disposable[];

  constructor(codings: Codings) {
    this.#codings = codings;
    const { window, languages } = vscode;
    this.#disposables = [
      this.#type,
      languages.registerHoverProvider(language, this),
      codings.onDidChange((coded) =>
        this.#draw(window.visibleTextEditors.filter(({ document }) => document === coded.document)),
      ),
      window.onDidChangeVisibleTextEditors((editors) => this.#draw(editors)),
    ];
    this.#draw(window.visibleTextEditors);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  provideHover({ uri }: vscode.TextDocument, { line, character }: vscode.Position): vscode.Hover | null {
    const coded = this.#codings.of(uri);
    const reading = coded?.parsed.readings[line];
    if (!coded || reading?.kind !== 'label') return null;
    const end = coded.parsed.lines[line]?.text.length ?? 0;
    if (character > reading.labelEnd && character < end) return null;
    const memos = onLine(coded, line);
    return memos.length > 0 ? new vscode.Hover(memos.map(describe)) : null;
  }

  #draw(editors: readonly vscode.TextEditor[]): void {
    for (const editor of editors) {
      const coded = this.#codings.of(editor.document.uri);
      if (!coded) continue;
      const lines = memosOf(coded).flatMap(({ about }) => (typeof about === 'string' ? [] : about.line));
      const ranges = [...new Set(lines)].map((line) => {
        const end = coded.parsed.lines[line]?.text.length ?? 0;
        return new vscode.Range(line, Math.max(0, end - 1), line, end);
      });
      editor.setDecorations(this.#type, ranges);
    }
  }
}

function onLine(coded: CodedTranscript, line: number): ShownMemo[] {
  return memosOf(coded).filter(({ about }) => typeof about !== 'string' && about.line === line);
}

/** What a memo says goes in as text: it is never Markdown, and never a command. */
function describe({ coder, memo, editable }: ShownMemo): vscode.MarkdownString {
  const argument = encodeURIComponent(JSON.stringify([{ id: memo.id }]));
  const link = (label: string, command: string): string => `[${label}](command:${command}?${argument})`;
  const links = [
    link(vscode.l10n.t('Edit'), 'alliance.memo'),
    link(vscode.l10n.t('Delete'), 'alliance.deleteMemo'),
  ];
  const parts = [
    `**${plainMarkdown(vscode.l10n.t('Memo'))}** · ${plainMarkdown(coder)}`,
    plainMarkdown(memo.text),
    ...(editable ? [links.join(' · ')] : []),
  ];
  const text = new vscode.MarkdownString(parts.join('\n\n'));
  text.isTrusted = { enabledCommands: linked };
  return text;
}
