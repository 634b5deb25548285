import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { FromPanel } from './messages';
import type { Rows } from './picture/navigate';
import type { PanelRatingDefinition, PanelRatings } from './rating-messages';

/** What the reader has opened: whether the ratings are unfolded, and of what. */
export interface RatingView {
  readonly open: boolean;
  readonly segment: number | null;
}

/** A page with ratings on it: of a session, coded or not. */
export interface Rated {
  readonly ratings: PanelRatings | null;
}

const keyPrefix = 'rate.';

function keyOf({ id }: PanelRatingDefinition, value: number | 'na'): string {
  return `${keyPrefix}${id}:${value}`;
}

/** The definitions for what is rated now. */
function definitionsFor({ definitions }: PanelRatings, segment: number | null): PanelRatingDefinition[] {
  return definitions.filter(({ scopes }) => scopes.includes(segment === null ? 'session' : 'segment'));
}

/** What the arrow keys walk: the values of one rating. */
export function ratingRow(group: string, { ratings }: Rated): Rows {
  const definition = ratings?.definitions.find(({ id }) => group === `${keyPrefix}${id}`);
  return definition ? [definition.values.map(({ value }, x) => ({ key: keyOf(definition, value), x }))] : [];
}

/** Whether a group holds the values of a rating. */
export function isRatingGroup(group: string): boolean {
  return group.startsWith(keyPrefix);
}

/** What choosing a value tells the host; the one that stands is taken away by choosing it again. */
export function ratingMessage({ ratings }: Rated, key: string, segment: number | null): FromPanel | null {
  for (const definition of ratings?.definitions ?? []) {
    const chosen = definition.values.find(({ value }) => keyOf(definition, value) === key);
    if (!chosen || !ratings || ratings.locked) continue;
    const given = givenOf(ratings, definition, segment);
    const value = given?.value === chosen.value ? null : chosen.value;
    return { type: 'rate', rating: definition.id, segment, value };
  }
  return null;
}

/** The words of the value under the pointer. */
export function ratingTitle({ ratings }: Rated, key: string): string | null {
  for (const definition of ratings?.definitions ?? []) {
    const found = definition.values.find(({ value }) => keyOf(definition, value) === key);
    if (found) return found.title;
  }
  return null;
}

function givenOf(
  { given }: PanelRatings,
  { id }: PanelRatingDefinition,
  segment: number | null,
): PanelRatings['given'][number] | undefined {
  return given.find((each) => each.rating === id && each.segment === segment);
}

function drawRating(
  ratings: PanelRatings,
  definition: PanelRatingDefinition,
  segment: number | null,
  reached: (group: string) => string,
): TemplateResult {
  const given = givenOf(ratings, definition, segment);
  const chosen = given && definition.values.some(({ value }) => value === given.value);
  const tabStop = chosen ? keyOf(definition, given.value) : reached(`${keyPrefix}${definition.id}`);
  return html`<div class="rating">
    <p class="label">${definition.label}</p>
    <div role="radiogroup" aria-label=${definition.label} aria-disabled=${ratings.locked ? 'true' : 'false'}>
      ${definition.values.map(({ value, text, title }) => {
        const key = keyOf(definition, value);
        return html`<button
          type="button"
          role="radio"
          data-key=${key}
          aria-checked=${given?.value === value ? 'true' : 'false'}
          aria-label=${title}
          ?disabled=${ratings.locked !== ''}
          tabindex=${key === tabStop ? 0 : -1}
        >
          ${text}
        </button>`;
      })}
    </div>
    <p class="quiet">${given ? given.text : definition.unrated}</p>
  </div>`;
}

/** Ratings of the session and its segments, folded away at the end of the page. */
export function drawRatings(
  ratings: PanelRatings | null,
  view: RatingView,
  reached: (group: string) => string,
): TemplateResult | typeof nothing {
  if (!ratings) return nothing;
  const definitions = definitionsFor(ratings, view.segment);
  return html`<section class="ratings">
    <h2>
      <button type="button" data-key="ratings" aria-expanded=${view.open ? 'true' : 'false'}>
        ${ratings.heading}
      </button>
    </h2>
    ${
      view.open
        ? html`${ratings.locked ? html`<p class="quiet">${ratings.locked}</p>` : nothing}
            <select
              class="scope"
              data-key="scope"
              aria-label=${ratings.scopeLabel}
              .value=${live(String(view.segment))}
            >
              ${ratings.scopes.map(
                ({ segment, label }) =>
                  html`<option value=${String(segment)} ?selected=${segment === view.segment}>
                    ${label}
                  </option>`,
              )}
            </select>
            ${definitions.map((definition) => drawRating(ratings, definition, view.segment, reached))}`
        : nothing
    }
  </section>`;
}
