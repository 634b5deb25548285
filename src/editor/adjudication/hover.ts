import * as vscode from 'vscode';
import type { Alternative, Matter, Side } from '../../engine/adjudication/matter';
import type { CodedTranscript } from '../../store/codedTranscript';
import { language } from '../../store/transcripts';
import { plainMarkdown } from '../markdown';
import type { Adjudication } from './adjudication';
import { placeOf } from './place';
import { decisionWord, kindWord, saidBy, silentIn, titleOf, whereWord, whoSay, type Said } from './words';

/** The disagreement that is looked at: what each coder said, side by side, on its words. */
class DisagreementHover implements vscode.HoverProvider {
  readonly #adjudication: Adjudication;

  constructor(adjudication: Adjudication) {
    this.#adjudication = adjudication;
  }

  provideHover(document: vscode.TextDocument, position: vscode.Position): vscode.Hover | null {
    const coded = this.#adjudication.codings.of(document.uri);
    const matter = coded && this.#adjudication.current(coded);
    if (!coded || !matter || !this.#adjudication.isShownAt(coded, position)) return null;
    const range = placeOf(coded, matter) ?? undefined;
    return new vscode.Hover(new vscode.MarkdownString(sideBySide(this.#adjudication, coded, matter)), range);
  }
}

/** A table with a column for each alternative; what comes from files goes in as text. */
export function sideBySide(adjudication: Adjudication, coded: CodedTranscript, matter: Matter): string {
  const names = adjudication.names(coded);
  const alternatives: readonly Alternative<Side>[] = matter.alternatives;
  const silent = silentIn(matter, names).join(', ');
  const columns = [
    ...alternatives.map((each, index) => ({
      head: `${index + 1} · ${whoSay(each, names)}`,
      said: saidBy(each, matter, coded, names),
    })),
    ...(silent === '' ? [] : [{ head: silent, said: [] }]),
  ];
  const labels = [...new Set(columns.flatMap(({ said }) => said.map(({ label }) => label)))];
  const rows = labels.map((label) => [label, ...columns.map(({ said }) => textOf(said, label))]);
  const table = [['', ...columns.map(({ head }) => head)], columns.map(() => '').concat(''), ...rows].map(
    (row, index) => `| ${row.map((cell) => (index === 1 ? '---' : cellOf(cell))).join(' | ')} |`,
  );
  return [headOf(adjudication, coded, matter), table.join('\n'), verdictLine(adjudication, coded, matter)]
    .filter(Boolean)
    .join('\n\n');
}

function headOf(adjudication: Adjudication, coded: CodedTranscript, matter: Matter): string {
  const listed = adjudication.listed(coded);
  const index = listed.findIndex(({ key }) => key === matter.key) + 1;
  const count =
    index > 0 ? vscode.l10n.t('Disagreement {0} of {1}', index, listed.length) : vscode.l10n.t('Agreed');
  const kinds = matter.kinds.map(kindWord).join(', ');
  const rest = [titleOf(matter, coded), whereWord(matter), kinds].filter(Boolean).join(' · ');
  return `**${plainMarkdown(count)}** · ${plainMarkdown(rest)}`;
}

function verdictLine(adjudication: Adjudication, coded: CodedTranscript, matter: Matter): string {
  const verdict = adjudication.verdict(coded, matter);
  const pending = adjudication.pendingReason(matter);
  if (!verdict) return pending ? plainMarkdown(vscode.l10n.t('Reason: {0}', pending)) : '';
  const who = verdict.by === null ? '' : ` (${verdict.by})`;
  const why = verdict.reason ? ` ${vscode.l10n.t('Reason: {0}', verdict.reason)}` : '';
  return `✓ ${plainMarkdown(vscode.l10n.t('Decided: {0}', `${decisionWord(verdict)}${who}.${why}`))}`;
}

function textOf(said: readonly Said[], label: string): string {
  const texts = said.filter((each) => each.label === label).map(({ text }) => text);
  return texts.length > 0 ? texts.join(' / ') : '–';
}

/** A cell of a table is one line. */
function cellOf(text: string): string {
  return plainMarkdown(text.replaceAll(/(?<!\s)\s*\n\s*/g, ' / '));
}

export function registerDisagreementHover(adjudication: Adjudication): vscode.Disposable {
  return vscode.languages.registerHoverProvider(language, new DisagreementHover(adjudication));
}
