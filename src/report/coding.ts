import { familyLetter } from '../engine/codebook/keys';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { episodeList } from './episodes';
import { codingLine } from './facts';
import { figureRow, sentences } from './figures';
import { moverTable } from './movers';
import { personName, type Page } from './page';
import { drawnOf, familiesIn } from './picture/drawn';
import { drawPicture } from './picture/drawing';
import { ratingTable } from './ratings';
import { segmentTable } from './segments';
import { xhtml, type Markup } from './xhtml';

/** One person's coding of a session: in words, as a picture, in figures, episode by episode. */
export function codingSection(coded: CodedSession, id: string, page: Page): Markup {
  const { l10n } = page;
  const who = personName(coded.coding, page);
  return xhtml`<section class="coding">
<h3 id="${id}">${l10n.t('Coding of {0}', who)}</h3>
${codingLine(coded, page)}
${sentences(coded, page)}
${coded.trajectory.marks.length === 0 ? null : course(coded, id, who, page)}
${ratingTable(coded, page)}
</section>
`;
}

function course(coded: CodedSession, id: string, who: string, page: Page): Markup {
  const { l10n } = page;
  return xhtml`${picture(coded, id, l10n.t('Trajectory of the session, coding of {0}', who), page)}
${figureRow(coded, page)}
${episodeList(coded, page)}
<section><h4>${l10n.t('Course')}</h4>
${segmentTable(coded, page)}
${moverTable(coded, page)}</section>`;
}

/** The picture, and under it what its letters and axis mean. */
function picture(coded: CodedSession, id: string, title: string, page: Page): Markup {
  const drawn = drawnOf(coded, page);
  const { axis, curves } = drawn;
  const { codebook } = coded.session;
  return xhtml`<figure>
${drawPicture(drawn, { id, title }, page.palette)}
<figcaption><ul class="legend">${familiesIn(coded).map(
    (family) =>
      xhtml`<li><b class="ref ${page.palette.classOf(family.color)}">${familyLetter(codebook, family.id)}</b> ${family.label}</li>`,
  )}</ul><p class="quiet">${[axis.label, axis.note, curves.note].filter(Boolean).join(' · ')}</p></figcaption>
</figure>`;
}
