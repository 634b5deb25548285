import * as vscode from 'vscode';
import { plainRows } from '../picks';
import { showInformationMessage } from '../messages';
import { formatTime, parseTime } from '../../engine/transcript/time';
import type { Turn } from '../../engine/transcript/types';
import type { Codings } from '../../store/codings';
import { reveal } from '../coding/moving';
import { argumentsOf, codedOf } from '../coding/targets';
import { timeOfTurn, type SessionShape, type SessionShapes } from './sessionShapes';

/** Turns shown below the one that is meant. */
const shownBelow = 8;

/** Characters of a turn's text. */
const longestText = 120;

interface TurnItem extends vscode.QuickPickItem {
  readonly turn: Turn;
}

/** `Go to Turn…`: by its number, or by a time of the session. Returns the number of the turn the cursor is on then. */
export function registerGoToTurn(codings: Codings, shapes: SessionShapes): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.goToTurn', async (first: unknown) => {
    const coded = codedOf(codings);
    const shape = coded && shapes.of(coded.document.uri);
    if (!coded || !shape || shape.parsed.turns.length === 0) return tellNoTurns();
    const [number] = argumentsOf(first).turns ?? [];
    const turn = number === undefined ? await ask(shape) : shape.parsed.turns[number - 1];
    // Meanwhile the text may have changed: the turn that stands there now is the one that is meant.
    const now = turn && coded.parsed.turns[turn.number - 1];
    if (!now) return undefined;
    const words = coded.parsed.readings[now.line]?.textStart ?? 0;
    const place = new vscode.Range(now.line, words, now.line, words);
    return (await reveal(coded, place)) ? now.number : undefined;
  });
}

function tellNoTurns(): undefined {
  void showInformationMessage(vscode.l10n.t('There are no turns here to go to.'));
  return undefined;
}

/** While a number or a time is typed, the turn it means is shown, with those that follow it. */
async function ask(shape: SessionShape): Promise<Turn | undefined> {
  const picker = vscode.window.createQuickPick<TurnItem>();
  const count = shape.parsed.turns.length;
  picker.title = vscode.l10n.t('Go to Turn');
  picker.placeholder = vscode.l10n.t('A turn from 1 to {0}, or a time such as 12:30', count);
  const show = (): void => {
    const from = meant(shape, picker.value);
    const turns = shape.parsed.turns.slice(from, from + shownBelow);
    picker.items = plainRows(turns.map((turn) => itemOf(shape, turn)));
  };
  try {
    return await new Promise((resolve) => {
      picker.onDidChangeValue(show);
      picker.onDidAccept(() => resolve(picker.activeItems[0]?.turn));
      picker.onDidHide(() => resolve(undefined));
      show();
      picker.show();
    });
  } finally {
    picker.dispose();
  }
}

/** Index of the turn that a number or a time means; behind the last one where it means none. */
function meant(shape: SessionShape, typed: string): number {
  const { turns } = shape.parsed;
  const text = typed.trim();
  if (text === '') return 0;
  if (/^\d+$/.test(text)) return Number(text) >= 1 ? Number(text) - 1 : turns.length;
  const time = parseTime(text);
  if (time === null) return turns.length;
  const index = turns.findLastIndex((turn) => (timeOfTurn(shape, turn)?.seconds ?? Infinity) <= time);
  return Math.max(index, 0);
}

function itemOf(shape: SessionShape, turn: Turn): TurnItem {
  const time = timeOfTurn(shape, turn);
  const about = time?.from === 'stamp' ? '{0}' : '≈ {0}';
  return {
    label: vscode.l10n.t('Turn {0}', turn.number),
    description: time ? about.replace('{0}', formatTime(time.seconds)) : '',
    detail: `${turn.label}: ${turn.text.slice(0, longestText).replace(/\s+/gu, ' ')}`,
    alwaysShow: true,
    turn,
  };
}
