import type { Rating } from '../engine/annotations/types';
import type { Codebook } from '../engine/codebook/types';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { compareText } from '../engine/compareText';
import type { Localisation } from '../words/localisation';
import type { Page } from './page';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** Judgements of the session and its segments on the codebook's scales; nothing where nobody gave one. */
export function ratingTable({ coding, session: { codebook } }: CodedSession, page: Page): Markup | null {
  const { l10n, text } = page;
  const given = coding.ratings;
  if (given.length === 0) return null;
  const segments = [...new Set(given.flatMap((rating) => segmentOf(rating) ?? []))].sort((a, b) => a - b);
  const ids = rated(given, codebook);
  return xhtml`<section><h4>${l10n.t('Ratings')}</h4>
${tableOf({
  caption: l10n.t('Ratings of the session and its segments'),
  heads: [l10n.t('Rating'), l10n.t('Scale'), l10n.t('Whole session'), ...segments],
  rows: ids.map((id) => [
    labelOf(id, codebook),
    scaleOf(id, codebook),
    valueOf(given, id, null, l10n),
    ...segments.map((segment) => valueOf(given, id, segment, l10n)),
  ]),
  words: [1],
})}
${text ? ids.map((id) => notesOn(given, id, codebook)) : null}</section>`;
}

/** Those that somebody gave, in the codebook's order, and behind them those it does not know. */
function rated(given: readonly Rating[], { ratings }: Codebook): readonly string[] {
  const used = [...new Set(given.map(({ rating }) => rating))].sort();
  const known = ratings.map(({ id }) => id);
  return [...known.filter((id) => used.includes(id)), ...used.filter((id) => !known.includes(id))];
}

function labelOf(id: string, { ratings }: Codebook): string {
  return ratings.find((one) => one.id === id)?.label ?? id;
}

/** Both ends of its scale. */
function scaleOf(id: string, { ratings, scales }: Codebook): string {
  const values = scales.get(ratings.find((one) => one.id === id)?.scale ?? '')?.values ?? [];
  const [first, last] = [values[0], values.at(-1)];
  return first && last ? `${first.value} ${first.label} – ${last.value} ${last.label}` : '';
}

/** Null for the whole session. */
function segmentOf({ scope }: Rating): number | null {
  return scope === 'session' ? null : scope.segment;
}

/** Of two ratings of one thing (a faulty file) the higher, as in every figure; "–" where there is none. */
function valueOf(given: readonly Rating[], id: string, segment: number | null, l10n: Localisation): string {
  const values = given
    .filter((one) => one.rating === id && segmentOf(one) === segment)
    .map(({ value }) => value);
  const numbers = values.filter((value) => value !== 'na');
  if (numbers.length > 0) return String(Math.max(...numbers));
  return values.length > 0 ? l10n.t('n/a') : '–';
}

function notesOn(given: readonly Rating[], id: string, codebook: Codebook): Markup[] {
  return given
    .filter(({ rating, note }) => rating === id && note !== undefined)
    .sort((a, b) => (segmentOf(a) ?? 0) - (segmentOf(b) ?? 0) || compareText(a.note ?? '', b.note ?? ''))
    .map((one) => {
      const segment = segmentOf(one);
      const of = segment === null ? labelOf(id, codebook) : `${labelOf(id, codebook)} (${segment})`;
      return xhtml`<p class="note" dir="auto">${of}: ${one.note}</p>`;
    });
}
