import { l10n } from 'vscode';
import { ruptureOf, type LeftOpen } from '../../engine/trajectory/carrying';
import type { PanelCarrying } from '../../panel/carry-messages';
import { wordsOf, type Before } from '../../store/earlierSessions';
import { stateWord, typeWord } from '../../words/session/episodes';
import { oneLine } from './strings';

/** Beyond these the command asks: who links no repairs leaves every rupture open. */
const mostOffered = 4;

/** What the session right before left open, to be gone on with; of the others, how many there are. */
export function carryingOf(before: Before): PanelCarrying | null {
  const { open, sessions } = before;
  const previous = sessions.at(-1);
  const offered = open.filter(({ session }) => session === previous).slice(0, mostOffered);
  const more = open.length - offered.length;
  if (!previous || open.length === 0) return null;
  return {
    heading: headingOf(offered),
    rows: offered.map((one) => rowOf(one, before)),
    goOn: l10n.t('Continue here'),
    more: more === 0 ? '' : more === 1 ? l10n.t('One more…') : l10n.t('{0} more…', more),
  };
}

function headingOf([first]: readonly LeftOpen[]): string {
  if (!first) return l10n.t('Open from earlier sessions');
  const { session, transcript } = first.session;
  return session === null ? l10n.t('Open from {0}', transcript) : l10n.t('Open from session {0}', session);
}

function rowOf(one: LeftOpen, before: Before): PanelCarrying['rows'][number] {
  const { session, episode } = one;
  return {
    transcript: session.transcript,
    episode: episode.id,
    state: episode.state,
    quote: oneLine(wordsOf(ruptureOf(one, before.sessions), before)),
    turns: `${episode.onset.turn}–`,
    detail: [stateWord(episode.state, l10n), typeWord(episode, l10n)].join(' · '),
  };
}
