import { l10n } from 'vscode';
import type { Axis } from '../../engine/trajectory/types';
import type { PanelStrings } from '../../panel/messages';

export function panelStrings(axis: Axis, who: string): PanelStrings {
  return {
    picture: l10n.t('Trajectory of the session, coding of {0}', who),
    segments: l10n.t('Segments'),
    episodes: l10n.t('Episodes'),
    noEpisodes: l10n.t('No rupture coded.'),
    linkRepair: l10n.t('Link repair…'),
    linkRupture: l10n.t('Link rupture…'),
    notCarriedOver: l10n.t('Not continued here'),
    unlinked: l10n.t('Repairs that answer no rupture'),
    showTable: l10n.t('Show as table'),
    hideTable: l10n.t('Show as picture'),
    table: {
      caption: l10n.t('Annotations of {0} in the order of the session', who),
      turn: l10n.t('Turn'),
      where: axis.kind === 'time' ? l10n.t('Time') : l10n.t('Place'),
      family: l10n.t('Family'),
      code: l10n.t('Code'),
      impact: l10n.t('Impact'),
      quote: l10n.t('Words'),
      note: l10n.t('Note'),
    },
    segmentTable: l10n.t('Annotations by segment'),
    segmentColumn: l10n.t('Segment'),
    figures: l10n.t('Figures, coding of {0}', who),
    axis: l10n.t('Axis'),
    part: l10n.t('{0}–{1} of {2}', '{0}', '{1}', '{2}'),
    whole: l10n.t('Whole session'),
    unconfirmed: l10n.t('please confirm'),
    keyboard: l10n.t(
      'Arrow keys go from mark to mark, Enter goes to the passage. Plus and minus zoom, 0 shows the whole session; in the segments Shift with the arrow keys marks a stretch, and Enter shows it.',
    ),
  };
}

/** Longest quote the panel is sent: it shows a line of it. */
const longestQuote = 240;

export function oneLine(text: string): string {
  const line = text.replaceAll('\n', ' ');
  return line.length > longestQuote ? `${line.slice(0, longestQuote)}…` : line;
}
