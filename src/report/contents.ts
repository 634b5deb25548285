import { stageWord } from '../words/session/terms';
import { sessionName } from './facts';
import { isOutOfSight, personName, type Page } from './page';
import type { ReportedSession } from './session';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** What is in a report of several sessions. */
export function contents(sessions: readonly ReportedSession[], page: Page): Markup | null {
  if (sessions.length < 2) return null;
  const { l10n } = page;
  const hides = (key: 'date' | 'stage'): boolean => isOutOfSight(page, key);
  const shown = [...(hides('date') ? [] : [l10n.t('Date')]), ...(hides('stage') ? [] : [l10n.t('Stage')])];
  return xhtml`<nav aria-labelledby="sessions"><h2 id="sessions">${l10n.t('Sessions')}</h2>
${tableOf({
  caption: l10n.t('Sessions of this report, with the ruptures that each coder found'),
  heads: [l10n.t('Session'), ...shown, l10n.t('Coded by')],
  rows: sessions.map(({ id, session, codings }) => [
    xhtml`<a href="#${id}">${sessionName(session, page)}</a>`,
    ...(hides('date') ? [] : [xhtml`<span class="whole">${session.facts.date ?? '–'}</span>`]),
    ...(hides('stage') ? [] : [session.facts.stage === null ? '–' : stageWord(session.facts.stage, l10n)]),
    codings.length === 0
      ? '–'
      : codings
          .map(({ coding, trajectory: { figures } }) =>
            l10n.t(
              '{0} (ruptures {1}, resolved {2})',
              personName(coding, page),
              figures.ruptures.value ?? 0,
              figures.resolved.value ?? 0,
            ),
          )
          .join(', '),
  ]),
  words: [1, 2, 3],
})}</nav>
`;
}
