import { l10n } from 'vscode';
import type { Review } from '../../engine/annotations/reviews';
import type { Coding } from '../../engine/annotations/types';

/** What a supervisor said of a session, with their name and their reason. */
export function reviewSentence({ event, by, reason }: Review, codings: readonly Coding[]): string {
  const name = codings.find(({ coder }) => coder === by)?.name ?? by;
  const said = event === 'approved' ? l10n.t('{0} approved it.', name) : l10n.t('{0} sent it back.', name);
  return reason === null ? said : `${said} “${reason}”`;
}
