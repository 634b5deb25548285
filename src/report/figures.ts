import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { figuresOf } from '../words/session/figures';
import { narrative } from '../words/narrative';
import type { Page } from './page';
import { xhtml, type Markup } from './xhtml';

/** The session in two or three sentences. */
export function sentences({ trajectory }: CodedSession, { l10n }: Page): Markup {
  const said = narrative(trajectory, l10n.t);
  return xhtml`<p class="narrative">${said.map(
    (parts) => xhtml`${parts.map(({ text, strong }) => (strong ? xhtml`<strong>${text}</strong>` : text))} `,
  )}</p>`;
}

/** Large numbers, each with what it is and what it was counted from. */
export function figureRow({ trajectory }: CodedSession, { l10n }: Page): Markup {
  const figures = figuresOf(trajectory, l10n);
  return xhtml`<dl class="figures">${figures.map(
    ({ value, label, detail, title }) =>
      xhtml`<div title="${title}"><dt>${label}</dt><dd class="value">${value}</dd><dd class="of">${detail}</dd></div>
`,
  )}</dl>`;
}
