import * as vscode from 'vscode';
import { setStatusBarMessage } from '../messages';
import { nothing, setRating } from '../../engine/annotations/acts';
import { andThen } from '../../engine/annotations/change';
import type { Code, Codebook, Scale } from '../../engine/codebook/types';
import type { Passage } from '../../store/passage';
import type { Acting, Done } from '../coding/acting';
import { targetOf } from '../coding/targets';
import { standing, type Meant } from './latest';

/** A digit sets the first scale that has the value: on the annotation just made, else on one's own at the cursor. */
export async function setValue(acting: Acting, meant: Meant, value: number): Promise<Done | null> {
  const { coded } = meant;
  const rated = await ratedBy(meant, value);
  if (!rated) return null;
  const { ids, scale } = rated;
  const done = await acting.act(coded, vscode.l10n.t('Rate'), (file) =>
    ids.reduce((step, id) => andThen(step, (now) => setRating(now, id, scale.id, value)), nothing(file)),
  );
  const word = scale.values.find((each) => each.value === value)?.label ?? '';
  if (done) setStatusBarMessage(`${scale.id} ${value} (${word})`, 4000);
  return done;
}

async function ratedBy(
  meant: Meant,
  value: number,
): Promise<{ readonly ids: readonly string[]; readonly scale: Scale } | null> {
  const { coded, editor, latest } = meant;
  const ids = await standing(meant);
  if (latest && ids.length > 0) {
    const scale = scaleWith(coded.codebook, latest.code, value);
    return scale ? { ids, scale } : tellNoScale(coded.codebook, latest.code, value);
  }
  const scaleOf = ({ code }: Passage): Scale | undefined =>
    code ? scaleWith(coded.codebook, code, value) : undefined;
  const here = coded.passagesAt(editor.selection).filter(({ editable }) => editable);
  const [first] = here;
  if (first?.code && !here.some(scaleOf)) return tellNoScale(coded.codebook, first.code, value);
  const passage = await targetOf(coded, {}, vscode.l10n.t('Rate'), (each) => scaleOf(each) !== undefined);
  const scale = passage && scaleOf(passage);
  return scale ? { ids: [passage.annotation.id], scale } : null;
}

function scaleWith({ scales }: Codebook, code: Code, value: number): Scale | undefined {
  return code.scales
    .flatMap((id) => scales.get(id) ?? [])
    .find(({ values }) => values.some((each) => each.value === value));
}

function tellNoScale({ scales }: Codebook, { label, scales: own }: Code, value: number): null {
  const message = own.some((id) => scales.has(id))
    ? vscode.l10n.t('No scale of “{0}” has the value {1}.', label, value)
    : vscode.l10n.t('The codebook has no scale for “{0}”.', label);
  setStatusBarMessage(message, 5000);
  return null;
}
