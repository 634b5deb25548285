import type { Code } from '../../engine/codebook/types';
import type { FamilyCount, Segment, SessionTrajectory } from '../../engine/trajectory/types';
import type { PanelSegment } from '../../panel/messages';
import type { Localisation } from '../localisation';
import { where } from './terms';

/** Counted where nobody rated: the middle of the scale (domain 1.4). */
const defaultImpact = 3;

/** The strip's cells: how much supports and how much strains in each, against the strongest of the session. */
export function segmentsOf(
  trajectory: SessionTrajectory,
  families: readonly Code[],
  l10n: Localisation,
): PanelSegment[] {
  const straining = families.filter(({ valence }) => valence < 0);
  const supporting = families.filter(({ valence }) => valence > 0);
  const support = trajectory.segments.map((segment) => weight(segment, supporting));
  const strain = trajectory.segments.map((segment) => weight(segment, straining));
  const most = Math.max(1, ...support, ...strain);
  return trajectory.segments.map((segment, index) => ({
    number: segment.segment,
    start: segment.start,
    end: segment.end,
    turn: segment.from_turn,
    counts: families.map(({ id }) => segment.families[id]?.n ?? 0),
    support: (support[index] ?? 0) / most,
    strain: (strain[index] ?? 0) / most,
    title: titleOf(segment, families, trajectory, l10n),
  }));
}

function weight(segment: Segment, families: readonly Code[]): number {
  return families.reduce((sum, { id }) => sum + weightOf(segment.families[id]), 0);
}

function weightOf(count: FamilyCount | undefined): number {
  return count ? (count.n * (count.mean_impact ?? defaultImpact)) / defaultImpact : 0;
}

function titleOf(
  segment: Segment,
  families: readonly Code[],
  { axis }: SessionTrajectory,
  l10n: Localisation,
): string {
  const from = where(axis, segment.start, segment.from_turn ?? 0, l10n);
  const counts = families
    .map(({ id, label }) => ({ label, n: segment.families[id]?.n ?? 0 }))
    .filter(({ n }) => n > 0)
    .map(({ label, n }) => `${label} ${n}`)
    .join(', ');
  const head =
    axis.kind === 'time'
      ? l10n.t('Segment {0}, {1} to {2}', segment.segment, from, where(axis, segment.end, 0, l10n))
      : l10n.t(
          'Segment {0}, turns {1} to {2}',
          segment.segment,
          segment.from_turn ?? '–',
          segment.to_turn ?? '–',
        );
  return `${head}: ${counts || l10n.t('nothing coded')}`;
}
