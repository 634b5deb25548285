import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import type { EpisodeFigures } from '../engine/trajectory/types';
import { detailOf, firstOf, stateWord, turnsOf } from '../words/session/episodes';
import type { Page } from './page';
import { stateSign } from './picture/drawing';
import { quoteOf } from './text/quote';
import { xhtml, type Markup } from './xhtml';

/** Ruptures with the repairs that answer them, one below the other. */
export function episodeList(coded: CodedSession, page: Page): Markup {
  const { episodes } = coded.trajectory;
  const { l10n } = page;
  return xhtml`<section><h4>${l10n.t('Episodes')}</h4>
${
  episodes.length === 0
    ? xhtml`<p>${l10n.t('No rupture coded.')}</p>`
    : xhtml`<ol class="episodes">${episodes.map((episode) => row(episode, coded, page))}</ol>`
}</section>`;
}

function row(episode: EpisodeFigures, coded: CodedSession, page: Page): Markup {
  const { l10n } = page;
  const { state, resolution, duration_turns: turns, peak_impact: impact } = episode;
  const more = [
    l10n.t('highest impact {0}', impact),
    l10n.t('turns it lasts: {0}', turns),
    ...(resolution === null ? [] : [l10n.t('resolution {0} of 5', resolution)]),
  ];
  return xhtml`<li class="${state}"><svg class="state ${state}" viewBox="0 0 14 14" aria-hidden="true">${stateSign(state, 7, 7, 5)}</svg>
<p><strong>${l10n.t('turns {0}', turnsOf(episode))}, ${stateWord(state, l10n)}</strong> · ${[detailOf(episode, l10n), ...more].join(' · ')}</p>
${page.text ? words(episode, coded) : null}</li>
`;
}

/** What was said where it began, and the coder's note on the episode. */
function words(episode: EpisodeFigures, { annotations, coding, session, trajectory }: CodedSession): Markup {
  const order = new Map(trajectory.marks.map(({ id }, index) => [id, index]));
  const first = annotations.find(({ id }) => id === firstOf(episode, order));
  const note = coding.episodes.find(({ id }) => id === episode.id)?.note;
  return xhtml`${
    first ? xhtml`<blockquote dir="auto">${quoteOf(first.at, session.transcript.turns)}</blockquote>` : null
  }${note === undefined ? null : xhtml`<p class="note" dir="auto">${note}</p>`}`;
}
