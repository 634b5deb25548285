import { l10n } from 'vscode';
import { percentJudged, type Progress } from '../../engine/study/progress';
import { hiddenWord } from '../../editor/hiddenWord';
import { inOrder } from '../../editor/plainWords';

/** Where somebody stands, in a word or two. */
export function stateWords(person: Progress, turns: number): string {
  const { event } = person.review ?? {};
  if (event === 'approved') return l10n.t('approved');
  const words = progressWords(person, turns);
  return event === 'sent_back' ? `${words} · ${l10n.t('sent back')}` : words;
}

function progressWords({ state, judged, reason }: Progress, turns: number): string {
  switch (state) {
    case 'not-begun':
      return l10n.t('not begun');
    case 'released':
      return l10n.t('released');
    case 'reviewing':
      return l10n.t('reviewing');
    case 'hidden':
      return hiddenWord(reason);
    case 'coding':
      break;
  }
  return l10n.t('coding {0} %', percentJudged(judged ?? 0, turns));
}

/** The same as a sentence of its own: whose it is, and what the share is a share of. */
export function stateSentence(person: Progress, turns: number): string {
  const name = inOrder(person.name ?? person.coder);
  const { review } = person;
  const why = review?.reason ? `\n${l10n.t('{0}: “{1}”', review.by, inOrder(review.reason))}` : '';
  if (person.state !== 'coding') return l10n.t('{0}: {1}', name, stateWords(person, turns)) + why;
  return l10n.t('{0}: {1} % of turns judged', name, percentJudged(person.judged ?? 0, turns)) + why;
}
