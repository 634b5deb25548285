import * as vscode from 'vscode';
import type { Segment } from '../../engine/trajectory/types';
import { formatTime } from '../../engine/transcript/time';
import type { Role, Turn } from '../../engine/transcript/types';
import type { SessionShape, SessionShapes } from './sessionShapes';

/** Characters of a turn's name. */
const longestName = 60;

/** Told apart by their icons, and each can be hidden in the outline's own settings. */
const turnKinds: Readonly<Record<Role, vscode.SymbolKind>> = {
  therapist: vscode.SymbolKind.Method,
  client: vscode.SymbolKind.Field,
  other: vscode.SymbolKind.Constant,
};

/** Segments with their turns: the outline, breadcrumbs, Go to Symbol and sticky scroll. */
export class Outline implements vscode.DocumentSymbolProvider {
  readonly #shapes: SessionShapes;
  readonly #given = new WeakMap<SessionShape, vscode.DocumentSymbol[]>();
  readonly #last = new Map<string, SessionShape>();

  constructor(shapes: SessionShapes) {
    this.#shapes = shapes;
  }

  async provideDocumentSymbols(
    { uri }: vscode.TextDocument,
    token: vscode.CancellationToken,
  ): Promise<vscode.DocumentSymbol[] | null> {
    const shape = await this.#shapes.afterTyping(uri, token);
    if (!shape) return null;
    this.#last.set(uri.toString(), shape);
    const known = this.#given.get(shape);
    if (known) return known;
    const symbols = symbolsOf(shape);
    this.#given.set(shape, symbols);
    return symbols;
  }

  /** Whether what was given last is no longer so, though the text may be the same: the study changed. */
  isStale(uri: vscode.Uri): boolean {
    const last = this.#last.get(uri.toString());
    return last !== undefined && last !== this.#shapes.of(uri);
  }

  forget(uri: vscode.Uri): void {
    this.#last.delete(uri.toString());
  }
}

function symbolsOf(shape: SessionShape): vscode.DocumentSymbol[] {
  const { turns } = shape.parsed;
  return shape.segments.map((segment) => {
    const inside = turns.slice((segment.from_turn ?? 1) - 1, segment.to_turn ?? 0);
    const children = inside.map((turn) => turnSymbol(shape, turn));
    const [first, last] = [children[0], children.at(-1)];
    const start = first?.range.start ?? new vscode.Position(0, 0);
    const symbol = new vscode.DocumentSymbol(
      vscode.l10n.t('Segment {0}', segment.segment),
      segmentDetail(shape, segment),
      vscode.SymbolKind.Namespace,
      new vscode.Range(start, last?.range.end ?? start),
      first?.selectionRange ?? new vscode.Range(start, start),
    );
    symbol.children = children;
    return symbol;
  });
}

/** From when to when, and how that is known. */
function segmentDetail({ axis, facts }: SessionShape, segment: Segment): string {
  if (axis.axis.kind === 'time') return `${formatTime(segment.start)}–${formatTime(segment.end)}`;
  const from = formatTime((segment.segment - 1) * facts.segmentMinutes * 60);
  const to = formatTime(Math.min(segment.segment * facts.segmentMinutes, axis.assumedMinutes) * 60);
  const { length_from } = axis.axis;
  if (length_from === 'turns') {
    return vscode.l10n.t('turns {0}–{1}', segment.from_turn ?? 0, segment.to_turn ?? 0);
  }
  return length_from === 'words-per-minute'
    ? vscode.l10n.t('about {0}–{1}, at {2} words a minute', from, to, facts.wordsPerMinute)
    : vscode.l10n.t('about {0}–{1}, from words', from, to);
}

/** A turn reaches to the line before the next, so that every line between belongs to one. */
function turnSymbol({ parsed }: SessionShape, turn: Turn): vscode.DocumentSymbol {
  const { lines, readings, turns } = parsed;
  const lastLine = Math.max(turn.line, (turns[turn.number]?.line ?? lines.length) - 1);
  const { labelStart, labelEnd } = readings[turn.line] ?? { labelStart: 0, labelEnd: 0 };
  return new vscode.DocumentSymbol(
    nameOf(turn),
    turn.time === null ? vscode.l10n.t('turn {0}', turn.number) : formatTime(turn.time),
    turnKinds[turn.role],
    new vscode.Range(turn.line, 0, lastLine, lines[lastLine]?.text.length ?? 0),
    new vscode.Range(turn.line, labelStart, turn.line, labelEnd),
  );
}

/** The label and the first words, whole ones where they leave room. */
function nameOf({ label, text }: Turn): string {
  const begun = text.slice(0, longestName * 2).replace(/\s+/gu, ' ');
  const whole = begun === '' ? `${label}:` : `${label}: ${begun}`;
  if (whole.length <= longestName) return whole;
  const cut = whole.slice(0, longestName - 1).replace(/[\ud800-\udbff]$/u, '');
  const blank = cut.lastIndexOf(' ');
  return `${(blank > longestName / 2 ? cut.slice(0, blank) : cut).trimEnd()}…`;
}
