import type { Codebook } from '../../engine/codebook/types';
import { heldBefore, highestOf, meanBetween } from '../../engine/trajectory/curveValues';
import type { Axis, Curve, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelCurve, PanelCurves } from '../../panel/curve-messages';
import type { Localisation } from '../localisation';
import { placeOf, stretchOf } from './terms';

/** The curves over the lanes: what supports, taken together, and open strain. */
export function curvesOf(trajectory: SessionTrajectory, codebook: Codebook, l10n: Localisation): PanelCurves {
  const { curves, segments, axis } = trajectory;
  const { points } = curves.support;
  return {
    support: supportCurve(trajectory, codebook, l10n),
    strain: strainCurve(trajectory, l10n),
    note: noteOf(trajectory, l10n),
    table: {
      caption: l10n.t('Support and open strain by segment'),
      heads: [l10n.t('Segment'), l10n.t('Place'), l10n.t('Mean support'), l10n.t('Strain at its end')],
      rows: segments.map(({ segment, start, end }) => ({
        number: segment,
        place: stretchOf(axis, start, end),
        support: inDecimals(meanBetween(points, start, end)),
        strain: String(rounded(heldBefore(curves.strain, end))),
      })),
    },
  };
}

function supportCurve(
  { curves, axis }: SessionTrajectory,
  codebook: Codebook,
  l10n: Localisation,
): PanelCurve {
  const { points } = curves.support;
  const highest = highestOf(points);
  const families = codebook.families.filter(({ valence }) => valence > 0).map(({ label }) => label);
  const title = l10n.t('Support: signed density of {0}, for each turn', families.join(', '));
  if (highest === null) return { points: [], label: l10n.t('support'), most: '', title };
  const [x, value] = highest;
  return {
    points: mutable(points),
    label: l10n.t('support'),
    most: l10n.t('up to {0} per turn', inDecimals(value)),
    title: `${title}. ${l10n.t('Highest at {0}: {1}', placeOf(axis, x, l10n), inDecimals(value))}`,
  };
}

function strainCurve({ curves, axis }: SessionTrajectory, l10n: Localisation): PanelCurve {
  const label = l10n.t('open strain');
  const title = l10n.t('Open strain: impact of the ruptures that are not repaired, in steps');
  const highest = highestOf(curves.strain);
  const last = curves.strain.at(-1);
  if (highest === null || last === undefined) return { points: [], label, most: '', title };
  const [x, value] = highest;
  if (value === 0) return { points: mutable(curves.strain), label, most: l10n.t('none'), title };
  const most = l10n.t('up to {0}', rounded(value));
  const course = l10n.t(
    'Highest at {0}: {1}; at the end: {2}',
    placeOf(axis, x, l10n),
    rounded(value),
    rounded(last[1]),
  );
  return { points: mutable(curves.strain), label, most, title: `${title}. ${course}` };
}

/** What the curves assume, whatever was coded (domain 1.4). */
function noteOf({ curves, axis }: SessionTrajectory, l10n: Localisation): string {
  return l10n.t(
    'Support: Gaussian kernel, {0}; valence × impact / 3. Coder-derived index, not a questionnaire score.',
    widthWord(axis, curves.support.width, l10n),
  );
}

function widthWord({ kind }: Axis, width: number, l10n: Localisation): string {
  if (kind === 'time') return l10n.t('{0} minutes', rounded(width / 60));
  return kind === 'words' ? l10n.t('{0} words', Math.round(width)) : l10n.t('{0} turns', width);
}

function mutable(curve: Curve): [number, number][] {
  return curve.map(([x, value]) => [x, value]);
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10;
}

function inDecimals(value: number | null): string {
  return value === null ? '–' : value.toFixed(2);
}
