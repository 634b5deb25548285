import { textHash } from '../engine/annotations/hashes';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import type { ExportedSession } from '../engine/interchange/exported';
import { percentJudged } from '../engine/study/progress';
import { judgedCount } from '../engine/trajectory/judged';
import { stageWord } from '../words/session/terms';
import { isOutOfSight, type Page } from './page';
import { xhtml, type Markup } from './xhtml';

/** A value of more characters has a row of its own. */
const longValue = 40;

/** So much of a text's hash tells two texts apart. */
const shortHash = 12;

/** What a session is called: its case and number, else its file. */
export function sessionName({ facts, path }: ExportedSession, page: Page): string {
  const { l10n } = page;
  const name = isOutOfSight(page, 'case') ? null : facts.case;
  const number = isOutOfSight(page, 'order') ? null : facts.session;
  const known = [
    ...(name === null ? [] : [l10n.t('Case {0}', name)]),
    ...(number === null ? [] : [l10n.t('Session {0}', number)]),
  ];
  return number === null ? [...known, path].join(', ') : known.join(', ');
}

/** Case, date, text and codebook of a session, as far as the study does not keep them out of sight. */
export function factList(session: ExportedSession, page: Page): Markup {
  const { facts, transcript, codebook, path } = session;
  const { l10n } = page;
  const hash = textHash(transcript.lines.map(({ text }) => text).join('\n'));
  const rows: (readonly [string, string | null])[] = [
    [l10n.t('Transcript'), path],
    [l10n.t('Date'), isOutOfSight(page, 'date') ? null : facts.date],
    [
      l10n.t('Stage'),
      facts.stage === null || isOutOfSight(page, 'stage') ? null : stageWord(facts.stage, l10n),
    ],
    [l10n.t('Turns'), String(transcript.turns.length)],
    [l10n.t('Codebook'), `${codebook.title}, ${l10n.t('version {0}', codebook.version)}`],
    [l10n.t('Scores'), isOutOfSight(page, 'scores') ? null : scoresOf(facts.scores)],
    [l10n.t('Text'), `sha256 ${hash.slice(0, shortHash)}…`],
  ];
  return xhtml`<dl class="facts">${rows.map(([name, value]) =>
    value === null || value === ''
      ? null
      : xhtml`<div class="${value.length > longValue ? 'long' : 'short'}"><dt>${name}</dt><dd><bdi>${value}</bdi></dd></div>
`,
  )}</dl>`;
}

function scoresOf(scores: ExportedSession['facts']['scores']): string {
  return Object.entries(scores)
    .map(([rater, values]) => {
      const said = Object.entries(values).map(([name, value]) => `${name} ${value}`);
      return `${rater}: ${said.join(', ')}`;
    })
    .join('; ');
}

/** Whose coding it is, how far it goes, and whether it is sealed. */
export function codingLine({ coding, state, session, annotations }: CodedSession, page: Page): Markup {
  const { l10n } = page;
  const turns = session.transcript.turns.length;
  const made = coding.codebook;
  const isOther = made && (made.id !== session.codebook.id || made.version !== session.codebook.version);
  const words = {
    coding: l10n.t('not released'),
    released: l10n.t('released and sealed on {0}', coding.released?.at.slice(0, 10) ?? ''),
    'seal-broken': l10n.t('released, but changed since: its seal does not match'),
  };
  const said = [
    words[state],
    l10n.t('{0} % of the turns judged', percentJudged(judgedCount(coding, turns), turns)),
    l10n.t('annotations: {0}', annotations.length),
    ...(isOther ? [l10n.t('made with the codebook {0}, version {1}', made.id, made.version)] : []),
  ];
  return xhtml`<p class="state ${state}">${said.join(' · ')}</p>`;
}
