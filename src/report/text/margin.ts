import { compareText } from '../../engine/compareText';
import type { Page } from '../page';
import { personName } from '../page';
import { xhtml, type Markup } from '../xhtml';
import type { Passage } from './passages';
import type { Remark } from './threads';

/** A passage's code, coder, ratings and note, as they stand beside the text. */
export function passageNote(passage: Passage, several: boolean, id: string, page: Page): Markup {
  const { annotation, code, coded } = passage;
  const { scales } = coded.session.codebook;
  const rated = Object.entries(annotation.ratings ?? {})
    .sort(([a], [b]) => compareText(a, b))
    .map(([scale, value]) => {
      const word = scales.get(scale)?.values.find((each) => each.value === value)?.label;
      return word === undefined ? `${scale} ${value}` : `${scale} ${value} (${word})`;
    });
  const facts = [...(several ? [personName(coded.coding, page)] : []), ...rated].join(' · ');
  return xhtml`<li id="${id}-${passage.name}"><b class="ref ${page.palette.classOf(code?.color)}">${passage.name}</b> <span class="code">${code?.label ?? annotation.code}</span>${
    facts === '' ? null : xhtml` <span class="facts">${facts}</span>`
  }${annotation.note === undefined ? null : xhtml`<p class="note" dir="auto">${annotation.note}</p>`}</li>
`;
}

/** A memo, or a thread from its first comment to its last; `on` names the passage it is about. */
export function remarkNote({ kind, said, resolved }: Remark, on: string | undefined, page: Page): Markup {
  const { l10n } = page;
  const comment = on === undefined ? l10n.t('Comment') : l10n.t('Comment on {0}', on);
  const head = [kind === 'memo' ? l10n.t('Memo') : comment, ...(resolved ? [l10n.t('thread resolved')] : [])];
  return xhtml`<li class="remark"><b>${head.join(', ')}</b>${said.map(
    ({ by, text, created }) =>
      xhtml`<p dir="auto"><span class="facts">${[personName(by, page), created?.slice(0, 10) ?? ''].filter(Boolean).join(', ')}:</span> ${text}</p>`,
  )}</li>
`;
}
