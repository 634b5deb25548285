import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { drawCarrying } from './carrying';
import type { PanelEpisode, PanelUnlinked, SessionState } from './messages';
import { stateGlyph } from './picture/state-glyph';

function drawEpisode(episode: PanelEpisode, { canLink, strings }: SessionState): TemplateResult {
  return html`<li>
    <button type="button" class="episode" data-key="episode:${episode.id}">
      <svg class="sign" viewBox="0 0 12 12" aria-hidden="true">${stateGlyph(episode.state, 6, 6, 5)}</svg>
      <span class="line"
        ><q class="quote" dir="auto">${episode.quote}</q> <span class="turns">${episode.turns}</span></span
      >
      <span class="detail"><span class="ending">${episode.stateLabel}</span> · ${episode.detail}</span>
    </button>
    ${canLink && episode.state !== 'resolved' ? drawLink(linkKey(episode), strings.linkRepair, episode.quote) : nothing}
    ${canLink && episode.carried ? drawLink(`notCarriedOver:${episode.id}`, strings.notCarriedOver, episode.quote) : nothing}
  </li>`;
}

/** An episode carried over may hold nothing yet that a repair could be linked with. */
function linkKey({ id, annotation, carried }: PanelEpisode): string {
  return carried ? `join:${id}` : `link:${annotation}`;
}

function drawLink(key: string, label: string, quote: string): TemplateResult {
  return html`<button type="button" class="link join" data-key=${key}>
    ${label}<span class="unseen">: ${quote}</span>
  </button>`;
}

function drawUnlinked(one: PanelUnlinked, { canLink, strings }: SessionState): TemplateResult {
  return html`<li>
    <button type="button" class="episode" data-key="unlinked:${one.annotation}">
      <span class="sign" aria-hidden="true">▲</span>
      <span class="line"
        ><q class="quote" dir="auto">${one.quote}</q> <span class="turns">${one.turn}</span></span
      >
      <span class="detail">${one.code}</span>
    </button>
    ${canLink ? drawLink(`link:${one.annotation}`, strings.linkRupture, one.quote) : nothing}
  </li>`;
}

/** The episodes as short rows: how it ended, quote, where, what happened; then the repairs that answer no rupture. */
export function drawEpisodes(state: SessionState): TemplateResult {
  const { episodes, unlinked, strings } = state;
  return html`<section class="episodes">
    <h2>${strings.episodes}</h2>
    ${
      episodes.length === 0
        ? html`<p class="quiet">${strings.noEpisodes}</p>`
        : html`<ul>
            ${repeat(
              episodes,
              (episode) => episode.id,
              (episode) => drawEpisode(episode, state),
            )}
          </ul>`
    }
    ${drawCarrying(state)}
    ${
      unlinked.length === 0
        ? nothing
        : html`<h3>${strings.unlinked}</h3>
            <ul>
              ${repeat(
                unlinked,
                (one) => one.annotation,
                (one) => drawUnlinked(one, state),
              )}
            </ul>`
    }
  </section>`;
}
