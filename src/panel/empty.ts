import { html, nothing, type TemplateResult } from 'lit';
import { drawCarrying } from './carrying';
import type { EmptyState } from './messages';

/** What to press first, where there is nothing to draw; below it what can be said of the session all the same. */
export function drawEmpty(state: EmptyState, ratings: TemplateResult | typeof nothing): TemplateResult {
  return html`<section class="empty">
      <h2>${state.title}</h2>
      <p dir="auto">${state.text}</p>
      ${
        state.hints.length === 0
          ? nothing
          : html`<dl>
              ${state.hints.map(
                (hint) =>
                  html`<div>
                    <dt>${hint.keys.split(' ').map((key) => html`<kbd>${key}</kbd> `)}</dt>
                    <dd>${hint.text}</dd>
                  </div>`,
              )}
            </dl>`
      }
      ${
        state.action
          ? html`<button type="button" class="action" data-key="action">${state.action.label}</button>`
          : nothing
      }
    </section>
    ${state.carrying ? html`<section class="episodes">${drawCarrying(state)}</section>` : nothing} ${ratings}`;
}
