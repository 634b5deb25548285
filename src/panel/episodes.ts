import { html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PanelEpisode, PanelStrings } from './messages';
import { stateGlyph } from './picture/state-glyph';

function drawEpisode(episode: PanelEpisode): TemplateResult {
  return html`<li>
    <button type="button" class="episode" data-key="episode:${episode.id}">
      <svg class="sign" viewBox="0 0 12 12" aria-hidden="true">${stateGlyph(episode.state, 6, 6, 5)}</svg>
      <span class="line"
        ><q class="quote" dir="auto">${episode.quote}</q> <span class="turns">${episode.turns}</span></span
      >
      <span class="detail"><span class="ending">${episode.stateLabel}</span> · ${episode.detail}</span>
    </button>
  </li>`;
}

/** The episodes as short rows: how it ended, quote, where, what happened. */
export function drawEpisodes(episodes: readonly PanelEpisode[], strings: PanelStrings): TemplateResult {
  return html`<section class="episodes">
    <h2>${strings.episodes}</h2>
    ${
      episodes.length === 0
        ? html`<p class="quiet">${strings.noEpisodes}</p>`
        : html`<ul>
            ${repeat(episodes, (episode) => episode.id, drawEpisode)}
          </ul>`
    }
  </section>`;
}
