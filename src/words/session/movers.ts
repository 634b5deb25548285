import { moversOf } from '../../engine/trajectory/movers';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { Turn } from '../../engine/transcript/types';
import type { PanelMovers } from '../../panel/messages';
import type { Localisation } from '../localisation';
import { roleWord } from './terms';

/** Who ruptures, who repairs, by speaker; rows that count nothing are left out. */
export function moversTable(
  trajectory: SessionTrajectory,
  turns: readonly Turn[],
  l10n: Localisation,
): PanelMovers | null {
  const counted = moversOf(trajectory, turns);
  const labels = [
    ['first', l10n.t('first in an episode')],
    ['ruptures', l10n.t('annotations of ruptures')],
    ['contributions', l10n.t('contributions to them')],
    ['attempts', l10n.t('attempts at repair')],
  ] as const;
  const rows = labels
    .filter(([key]) => counted[key] > 0)
    .map(([key, label]) => ({
      label,
      of: l10n.t('of {0}', counted[key]),
      cells: counted.movers.map((mover) => mover[key]),
    }));
  if (rows.length === 0) return null;
  const heads = counted.movers.map(({ speaker, role }) => ({
    text: speaker,
    title: `${speaker}, ${roleWord(role, l10n)}`,
  }));
  return { caption: l10n.t('Who ruptures, who repairs'), heads, rows };
}
