import { codeAgreement, type CodeAgreement, type FoundIn } from '../engine/agreement/codeAgreement';
import type { Coefficient } from '../engine/agreement/coefficient';
import { presenceOf, type Row } from '../engine/agreement/presence';
import { unitsOf } from '../engine/agreement/units';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import type { ExportedSession } from '../engine/interchange/exported';
import { reasonWords } from '../words/coefficients';
import type { Localisation } from '../words/localisation';
import { personName, type Page } from './page';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** As on the command line, so that the figures are the same. */
const seed = 1;

/** How far those who released and sealed the session agree, by family; nothing where that is fewer than two. */
export function agreementTable(
  session: ExportedSession,
  codings: readonly CodedSession[],
  page: Page,
): Markup | null {
  const compared = codings.filter(({ coding, state }) => coding.role === 'coder' && state === 'released');
  if (compared.length < 2) return null;
  const { l10n, study, resamples } = page;
  const unit = study?.unit ?? 'turn';
  const sealed = {
    path: session.path,
    transcript: session.transcript,
    facts: session.facts,
    codebook: session.codebook,
    codings: compared.map(({ coding, annotations }) => ({
      coder: coding.coder,
      coding,
      places: new Map(annotations.map((annotation) => [annotation, annotation.at] as const)),
    })),
  };
  const units = unitsOf(sealed, { kind: unit, backChannels: study?.backChannels ?? false });
  const coders = compared.map(({ coding }) => coding.coder);
  const foundIn = (row: Row): FoundIn => ({
    session: sealed,
    presence: presenceOf(sealed, units.units, row, unit),
  });
  const rows = session.codebook.families.map((code) => {
    const row = { code, rollup: code.children.length > 0 };
    return {
      code,
      found: codeAgreement(row, unit, [foundIn(row)], coders, { resamples, seed }),
    };
  });
  const { unjudged, unclear, backChannels } = units.leftOut;
  return xhtml`<section><h3>${l10n.t('Agreement')}</h3>
<p>${l10n.t('Of {0}, who coded the session independently and released it.', compared.map(({ coding }) => personName(coding, page)).join(', '))} ${unitWords(unit, l10n)} ${l10n.t('Left out: not judged by all {0}, unclear {1}, back-channels {2}.', unjudged, unclear, backChannels)}</p>
${tableOf({
  caption: l10n.t('Agreement by family, each with all codes below it'),
  heads: [
    l10n.t('Family'),
    'n',
    l10n.t('Prevalence'),
    l10n.t('Agreement'),
    'Cohen’s κ',
    'Gwet’s AC1',
    'Krippendorff’s α',
  ],
  rows: rows.map(({ code, found }) => cells(code.label, found, l10n)),
})}
<p class="quiet">${l10n.t('In brackets: 95 % intervals by bootstrap over the units of this one session ({0} resamples, seed {1}). These units are not independent, so the intervals are too narrow.', resamples, seed)}</p></section>`;
}

function cells(
  label: string,
  { n, prevalence, coefficients }: CodeAgreement,
  l10n: Localisation,
): (Markup | string | number)[] {
  const { percent, cohen_kappa: kappa, gwet_ac1: ac1, krippendorff_alpha: alpha } = coefficients;
  return [
    label,
    n,
    prevalence === null ? '–' : inPercent(prevalence, l10n),
    percent.value === null ? cell(percent, l10n) : inPercent(percent.value, l10n),
    cell(kappa, l10n),
    cell(ac1, l10n),
    cell(alpha, l10n),
  ];
}

function inPercent(share: number, l10n: Localisation): string {
  return l10n.t('{0} %', (share * 100).toFixed(1));
}

function cell(found: Coefficient, l10n: Localisation): Markup {
  const { value, ci } = found;
  if (value === null)
    return xhtml`<span class="why">${l10n.t('undefined: {0}', reasonWords(found, l10n.t))}</span>`;
  const interval = ci ? xhtml` <span class="ci">[${inDecimals(ci[0])}, ${inDecimals(ci[1])}]</span>` : null;
  return xhtml`${inDecimals(value)}${interval}`;
}

/** With the sign that is as wide as a digit. */
function inDecimals(value: number): string {
  return value.toFixed(2).replace('-', '−');
}

function unitWords(unit: 'turn' | 'segment' | 'character', l10n: Localisation): string {
  const words = {
    turn: l10n.t('Units are turns.'),
    segment: l10n.t('Units are segments.'),
    character: l10n.t('Units are characters.'),
  };
  return words[unit];
}
