import { bandOf, type BandSystem } from '../../engine/agreement/bands';
import type { CodeAgreement } from '../../engine/agreement/codeAgreement';
import type { Coefficient } from '../../engine/agreement/coefficient';
import type { SpanAgreement } from '../../engine/agreement/spanAgreement';
import type { Codebook } from '../../engine/codebook/types';
import type { AgreementCell, AgreementRow } from '../../panel/agreement/messages';
import { bandMessages, type SayAgreement } from '../../words/agreementPage';
import { fraction, intervalWords, percentage, reasonWords } from '../../words/coefficients';
import type { Translate } from '../../words/faults';
import type { BandChoice, Reckoned } from './types';

/** What the tables are worded with. */
export interface Wording {
  readonly say: SayAgreement;
  readonly translate: Translate;
}

export const systems: Readonly<
  Record<Exclude<BandChoice, 'off'>, { readonly code: BandSystem; readonly icc: BandSystem }>
> = {
  classic: { code: 'landis_koch', icc: 'cicchetti' },
  strict: { code: 'krippendorff', icc: 'koo_li' },
};

/** The one that all compared sessions have. */
export function codebookOf({ gathered }: Pick<Reckoned, 'gathered'>): Codebook | null {
  const [session] = [...gathered.sessions, ...gathered.pairs.flatMap((pair) => pair.sessions)];
  return session?.codebook ?? null;
}

/** A row’s key, indent and name, as the codebook has them. */
export function nameOfRow(
  { code: id, rollup }: CodeAgreement | SpanAgreement,
  codebook: Codebook | null,
  say: SayAgreement,
): Pick<AgreementRow, 'key' | 'depth' | 'label'> {
  const code = codebook?.codes.get(id);
  let depth = 0;
  for (let above = code?.parent; above; above = codebook?.codes.get(above)?.parent) depth++;
  const label = code?.label ?? id;
  const name = rollup ? say('withBelow', { code: label }) : label;
  const isOwn = !rollup && (code?.children.length ?? 0) > 0;
  return { key: `${rollup ? 'all' : 'one'}:${id}`, depth: depth + Number(isOwn), label: name };
}

/** A number or a word that needs no interval. */
export function plainCell(text: string): AgreementCell {
  return { text, detail: '' };
}

/** The number, and under it its interval, or why there is none. */
export function figureCell(found: Coefficient, translate: Translate): AgreementCell {
  if (found.value === null) return { text: '–', detail: reasonWords(found, translate) };
  return { text: fraction(found.value), detail: intervalWords(found) };
}

/** The same with its n, where it has no interval. */
export function countedCell(found: Coefficient, n: number, translate: Translate): AgreementCell {
  const cell = figureCell(found, translate);
  return { ...cell, detail: cell.detail === '' ? `n ${n}` : cell.detail };
}

export function percentCell(found: Coefficient, translate: Translate): AgreementCell {
  const { value, ci } = found;
  if (value === null) return figureCell(found, translate);
  const interval = ci ? `[${percentage(ci[0])}, ${percentage(ci[1])}]` : '';
  return { text: `${percentage(value)} %`, detail: interval };
}

export function bandCell(system: BandSystem, { value }: Coefficient, translate: Translate): AgreementCell {
  const band = bandOf(system, value);
  return plainCell(band === null ? '–' : translate(bandMessages[band], {}));
}
