import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { turnWords } from '../words/passages';
import { personName, type Page } from './page';
import { speakersNamed } from './speakers';
import { tableOf } from './table';
import { passagesOf } from './text/passages';
import { xhtml, type Markup } from './xhtml';

/** What was coded, in the order of the session, without a word of it: where the text is not to be in the report. */
export function annotationTable(codings: readonly CodedSession[], page: Page): Markup | null {
  const [first] = codings;
  if (!first) return null;
  const { l10n, palette } = page;
  const { turns } = first.session.transcript;
  const named = speakersNamed(turns, page);
  const passages = passagesOf(codings);
  const scales = [
    ...new Set(passages.flatMap(({ annotation }) => Object.keys(annotation.ratings ?? {}))),
  ].sort();
  return xhtml`<section><h3>${l10n.t('Annotations')}</h3>
${tableOf({
  caption: l10n.t('Annotations in the order of the session'),
  heads: [
    l10n.t('Turn'),
    l10n.t('Speaker'),
    l10n.t('Code'),
    ...(codings.length > 1 ? [l10n.t('Coder')] : []),
    ...scales,
  ],
  rows: passages.map(({ annotation, code, name, coded }) => [
    turnWords(annotation, l10n.t),
    named(turns[annotation.at.turn - 1]?.speaker ?? ''),
    xhtml`<b class="ref ${palette.classOf(code?.color)}">${name}</b> ${code?.label ?? annotation.code}`,
    ...(codings.length > 1 ? [personName(coded.coding, page)] : []),
    ...scales.map((scale) => annotation.ratings?.[scale] ?? '–'),
  ]),
  words: [1, 2, ...(codings.length > 1 ? [3] : [])],
})}</section>`;
}
