import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { moversTable } from '../words/session/movers';
import type { Page } from './page';
import { speakersNamed } from './speakers';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** Who ruptures, who repairs; nothing where nobody does. */
export function moverTable({ session, trajectory }: CodedSession, page: Page): Markup | null {
  const { l10n } = page;
  const table = moversTable(trajectory, session.transcript.turns, l10n);
  if (!table) return null;
  const named = speakersNamed(session.transcript.turns, page);
  return tableOf({
    caption: table.caption,
    heads: [
      l10n.t('Count'),
      ...table.heads.map(({ text }) => xhtml`<bdi>${named(text)}</bdi>`),
      l10n.t('All'),
    ],
    rows: table.rows.map(({ label, of, cells }) => [label, ...cells, of]),
  });
}
