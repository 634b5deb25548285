import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import type { ExportedSession } from '../engine/interchange/exported';
import { agreementTable } from './agreement';
import { annotationTable } from './annotations';
import { codingSection } from './coding';
import { factList, sessionName } from './facts';
import type { Page } from './page';
import { codedText } from './text/codedText';
import { xhtml, type Markup } from './xhtml';

/** A session with everybody's coding of it. */
export interface ReportedSession {
  /** Begins the ids of its parts. */
  readonly id: string;
  readonly session: ExportedSession;
  readonly codings: readonly CodedSession[];
}

export function sessionArticle({ id, session, codings }: ReportedSession, page: Page): Markup {
  const { l10n, text } = page;
  return xhtml`<article id="${id}" aria-labelledby="${id}-name">
<h2 id="${id}-name">${sessionName(session, page)}</h2>
${factList(session, page)}
${codings.length === 0 ? xhtml`<p>${l10n.t('Nobody has coded this session.')}</p>` : null}
${codings.map((coded, index) => codingSection(coded, `${id}-c${index + 1}`, page))}
${agreementTable(session, codings, page)}
${text ? codedText(session, codings, id, page) : annotationTable(codings, page)}
</article>
`;
}
