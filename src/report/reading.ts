import type { Loss } from '../engine/interchange/losses';
import { lossWords } from '../words/losses';
import type { Page } from './page';
import { xhtml, type Markup } from './xhtml';

/** What a reader who knows nothing of the extension needs: how to read it, what the figures assume, what is not in it. */
export function readingHelp(losses: readonly Loss[], origin: string, page: Page): Markup {
  const { l10n, text } = page;
  const left = losses.map((one) => lossWords(one, l10n.t));
  return xhtml`<footer><h2>${l10n.t('How to read this report')}</h2>
<ul>
<li>${l10n.t('In the picture every family of codes has a lane, with a mark for each annotation, the higher the stronger its impact: ▼ rupture, ▲ repair, ◆ the therapist’s share in a rupture. An arc leads from a rupture to its repair: unbroken where it was resolved, in dashes where partly, in dots where it was not. Sign at its end: ● resolved, ◐ partly, ◉ attempted, ○ open.')}</li>
<li>${l10n.t('Support, over the zero line, is the density of what strengthens the alliance (valence × impact / 3, Gaussian kernel). Open strain, below it, adds up the highest impact of every rupture that is not repaired; a repair takes away as much as it resolved. Both are indices of what a coder marked, on scales of their own; neither is a questionnaire score.')}</li>
<li>${l10n.t('A rupture in a figure is an episode: one or more annotations of rupture with the repairs that answer them. Resolved means that its resolution was rated 4 or 5 of 5. Where no impact was rated, 3 of 5 is assumed.')}</li>
${text ? xhtml`<li>${l10n.t('In the text a straight line stands under what supports the alliance, a waved one under what strains it, a dotted one under all else. Letter and number, where a passage begins, lead to its code in the margin.')}</li>` : null}
</ul>
${
  left.length === 0
    ? null
    : xhtml`<h3>${l10n.t('What is not in it')}</h3><ul>${left.map((sentence) => xhtml`<li>${sentence}</li>`)}</ul>`
}
<p class="quiet">${origin}</p>
</footer>`;
}
