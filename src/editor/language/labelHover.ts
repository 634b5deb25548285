import * as vscode from 'vscode';
import { wordsOf } from '../../engine/trajectory/words';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import { formatTime } from '../../engine/transcript/time';
import type { Role, Turn } from '../../engine/transcript/types';
import { plainMarkdown } from '../markdown';
import { timeOfTurn, type SessionShape, type SessionShapes } from './sessionShapes';

/** On a speaker's label: who it is, which turn, when, and how much is said. */
export class LabelHover implements vscode.HoverProvider {
  readonly #shapes: SessionShapes;
  readonly #words = new WeakMap<ParsedTranscript, ReadonlyMap<string, number>>();

  constructor(shapes: SessionShapes) {
    this.#shapes = shapes;
  }

  provideHover({ uri }: vscode.TextDocument, { line, character }: vscode.Position): vscode.Hover | null {
    const shape = this.#shapes.of(uri);
    const reading = shape?.parsed.readings[line];
    if (!shape || reading?.kind !== 'label') return null;
    if (character < reading.labelStart || character > reading.labelEnd) return null;
    const turn = turnAtLine(shape.parsed.turns, line);
    if (!turn) return null;
    const range = new vscode.Range(line, reading.labelStart, line, reading.labelEnd);
    return new vscode.Hover(this.#describe(shape, turn), range);
  }

  /** Everything that comes from the file goes in as text: it is never Markdown, and never a command. */
  #describe(shape: SessionShape, turn: Turn): vscode.MarkdownString {
    const text = new vscode.MarkdownString();
    text.isTrusted = false;
    text.supportHtml = false;
    const name = shape.parsed.labels.byName.get(turn.speaker.toLowerCase())?.name ?? null;
    const who = [...(name === null ? [] : [name]), roleWord(turn.role)].join(' · ');
    text.appendMarkdown(`**${plainMarkdown(turn.speaker)}** · ${plainMarkdown(who)}`);
    const time = timeWords(shape, turn);
    const lines = [
      vscode.l10n.t('Turn {0} of {1}', turn.number, shape.parsed.turns.length),
      ...(time === null ? [] : [time]),
      this.#wordsSaid(shape, turn),
    ];
    for (const line of lines) text.appendMarkdown(`\n\n${plainMarkdown(line)}`);
    return text;
  }

  #wordsSaid({ parsed, axis }: SessionShape, turn: Turn): string {
    const said = wordsOf(turn);
    const all = axis.wordStarts.at(-1) ?? 0;
    if (all === 0) return vscode.l10n.t('Words: {0}', said);
    const bySpeaker = this.#words.get(parsed) ?? wordsBySpeaker(parsed);
    this.#words.set(parsed, bySpeaker);
    const share = Math.round(((bySpeaker.get(turn.speaker) ?? 0) / all) * 100);
    return vscode.l10n.t(
      'Words: {0} (all turns of {1}: {2} % of the session’s words)',
      said,
      turn.speaker,
      share,
    );
  }
}

function wordsBySpeaker({ turns }: ParsedTranscript): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const turn of turns) words.set(turn.speaker, (words.get(turn.speaker) ?? 0) + wordsOf(turn));
  return words;
}

/** A role in the reader's language. */
export function roleWord(role: Role): string {
  if (role === 'therapist') return vscode.l10n.t('therapist');
  return role === 'client' ? vscode.l10n.t('client') : vscode.l10n.t('other speaker');
}

function timeWords(shape: SessionShape, turn: Turn): string | null {
  const time = timeOfTurn(shape, turn);
  if (time === null) return null;
  const at = formatTime(time.seconds);
  if (time.from === 'stamp') return vscode.l10n.t('Time: {0}', at);
  return time.from === 'words'
    ? vscode.l10n.t('Time: about {0}, from words', at)
    : vscode.l10n.t('Time: about {0}, from the words between the times given', at);
}
