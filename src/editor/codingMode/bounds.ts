import * as vscode from 'vscode';
import { setStatusBarMessage } from '../messages';
import type { At } from '../../engine/transcript/at';
import { atOfRange, atOfTurn, rangeOfAt, wholeAt } from '../../engine/transcript/offsets';
import { narrowed, placeAt, widened } from '../../engine/transcript/units';
import type { Passage } from '../../store/passage';
import type { Acting, Done } from '../coding/acting';
import { targetOf } from '../coding/targets';
import type { Cursor } from './cursor';
import { standing, type Meant } from './latest';

export type Bounds = 'widen' | 'narrow';

/**
 * Widens or narrows by word, sentence and turn: the annotation just made, else what is selected, else one's own annotation
 * at the cursor, else a selection that begins at the cursor.
 */
export async function changeBounds(
  acting: Acting,
  cursor: Cursor,
  meant: Meant,
  bounds: Bounds,
): Promise<Done | null> {
  const { coded, editor } = meant;
  const ids = await annotationsMeant(cursor, meant, bounds);
  if (ids === null) return null;
  if (ids.length === 0) {
    select(cursor, meant, bounds);
    return null;
  }
  const around = cursor.position(editor);
  const places = new Map(
    ids.flatMap((id) => {
      const at = coded.ownCoding?.annotations.find((each) => each.id === id)?.at;
      const whole = at && wholeAt(coded.parsed.turns, at);
      const next = whole && changed(meant, whole, bounds, around);
      return next ? [[id, next] as const] : [];
    }),
  );
  if (places.size === 0) return tellNoMore(bounds);
  const label = bounds === 'widen' ? vscode.l10n.t('Widen Annotation') : vscode.l10n.t('Narrow Annotation');
  const done = await acting.move(coded, label, places);
  if (done) follow(cursor, meant, [...places.values()]);
  return done;
}

/** Ids of annotations; none where a selection is meant, null where the person chose none of several. */
async function annotationsMeant(cursor: Cursor, meant: Meant, bounds: Bounds): Promise<string[] | null> {
  const { coded, editor } = meant;
  const latest = await standing(meant);
  const [selection] = cursor.selections(editor);
  if (latest.length > 0 || !selection?.isEmpty) return latest;
  const fits = (passage: Passage): boolean => passage.editable && passage.state === 'certain';
  if (!coded.passagesAt(selection).some(fits)) return [];
  const title = bounds === 'widen' ? vscode.l10n.t('Widen Annotation') : vscode.l10n.t('Narrow Annotation');
  const passage = await targetOf(coded, {}, title, fits);
  return passage ? [passage.annotation.id] : null;
}

function select(cursor: Cursor, meant: Meant, bounds: Bounds): void {
  const { coded, editor } = meant;
  const { turns } = coded.parsed;
  const places = cursor.selections(editor).flatMap((selection): At[] => {
    const here = atOfRange(turns, selection, coded.parsed.lines) ?? emptyAt(meant, selection.active, bounds);
    const next = here && changed(meant, here, bounds, selection.active);
    return next ? [next] : [];
  });
  if (places.length === 0) tellNoMore(bounds);
  else selectPlaces(cursor, meant, places);
}

/** Where nothing is selected, the turn is what a key would code: it narrows from there, and widens from nothing. */
function emptyAt({ coded }: Meant, position: vscode.Position, bounds: Bounds): At | null {
  const place = placeAt(coded.parsed.turns, position);
  const turn = place && coded.parsed.turns[place.turn - 1];
  if (!turn) return null;
  return bounds === 'narrow' ? atOfTurn(turn) : { turn: turn.number, start: place.offset, end: place.offset };
}

function changed({ coded }: Meant, at: At, bounds: Bounds, around: vscode.Position): At | null {
  const { turns } = coded.parsed;
  return bounds === 'widen' ? widened(turns, at) : narrowed(turns, at, placeAt(turns, around));
}

/** A selection that was coded stays on the words that are coded. */
function follow(cursor: Cursor, meant: Meant, places: readonly At[]): void {
  const { latest, editor } = meant;
  if (!latest || cursor.selections(editor).some(({ isEmpty }) => isEmpty)) return;
  latest.selections = selectPlaces(cursor, meant, places);
}

function selectPlaces(
  cursor: Cursor,
  { coded, editor }: Meant,
  places: readonly At[],
): readonly vscode.Selection[] {
  const selections = places.flatMap((at) => {
    const found = rangeOfAt(coded.parsed.turns, at);
    if (!found) return [];
    const { start, end } = found;
    return [new vscode.Selection(start.line, start.character, end.line, end.character)];
  });
  const [first] = selections;
  if (first) cursor.set(editor, selections, first);
  return selections;
}

function tellNoMore(bounds: Bounds): null {
  const message =
    bounds === 'widen' ? vscode.l10n.t('It cannot be wider.') : vscode.l10n.t('It cannot be narrower.');
  setStatusBarMessage(message, 3000);
  return null;
}
