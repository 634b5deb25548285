import type { Rating } from '../engine/annotations/types';
import type { RatingDefinition } from '../engine/codebook/types';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import type { Localisation } from '../words/localisation';
import type { Page } from './page';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** Judgements of the session and its segments on the codebook's scales; nothing where nobody gave one. */
export function ratingTable({ coding, session: { codebook } }: CodedSession, page: Page): Markup | null {
  const { l10n, text } = page;
  const given = coding.ratings;
  if (given.length === 0) return null;
  const segments = [
    ...new Set(given.flatMap(({ scope }) => (scope === 'session' ? [] : [scope.segment]))),
  ].sort((a, b) => a - b);
  const known = codebook.ratings.map(({ id }) => id);
  const used = new Set(given.map(({ rating }) => rating));
  const ids = [
    ...known.filter((id) => used.has(id)),
    ...[...used].filter((id) => !known.includes(id)).sort(),
  ];
  const definitionOf = (id: string): RatingDefinition | undefined =>
    codebook.ratings.find((one) => one.id === id);
  const notes = text ? given.filter(({ note }) => note !== undefined) : [];
  return xhtml`<section><h4>${l10n.t('Ratings')}</h4>
${tableOf({
  caption: l10n.t('Ratings of the session and its segments'),
  heads: [l10n.t('Rating'), l10n.t('Scale'), l10n.t('Whole session'), ...segments],
  rows: ids.map((id) => {
    const definition = definitionOf(id);
    const values = codebook.scales.get(definition?.scale ?? '')?.values ?? [];
    const [first, last] = [values[0], values.at(-1)];
    return [
      definition?.label ?? id,
      first && last ? `${first.value} ${first.label} – ${last.value} ${last.label}` : '',
      valueOf(given, id, null, l10n),
      ...segments.map((segment) => valueOf(given, id, segment, l10n)),
    ];
  }),
  words: [1],
})}
${notes.map(({ rating, note }) => xhtml`<p class="note" dir="auto">${definitionOf(rating)?.label ?? rating}: ${note}</p>`)}</section>`;
}

/** Of two ratings of one thing (a faulty file) the higher, as in every figure; "–" where there is none. */
function valueOf(given: readonly Rating[], id: string, segment: number | null, l10n: Localisation): string {
  const values = given
    .filter(({ rating, scope }) => rating === id && (scope === 'session' ? null : scope.segment) === segment)
    .map(({ value }) => value);
  const numbers = values.filter((value) => value !== 'na');
  if (numbers.length > 0) return String(Math.max(...numbers));
  return values.length > 0 ? l10n.t('n/a') : '–';
}
