import { html, nothing, type TemplateResult } from 'lit';
import type { CaseDetector, CaseState } from './messages';

/** Methods by name, with parameters and findings; those that found nothing in a fold, with the reason. */
export function drawDetectors({ detectors, strings }: CaseState): TemplateResult {
  const found = detectors.filter(({ says }) => says.some(({ unsaid }) => !unsaid));
  const silent = detectors.filter((each) => !found.includes(each));
  return html`<section class="detectors">
    <h2 class="part">${strings.detectors}</h2>
    ${detectors.length === 0 ? html`<p class="quiet">${strings.noDetectors}</p>` : nothing}
    ${found.map(drawDetector)}
    ${
      silent.length === 0
        ? nothing
        : html`<details class="fold">
            <summary>${strings.silentDetectors} (${silent.length})</summary>
            ${silent.map(drawDetector)}
          </details>`
    }
    ${
      strings.editParameters === '' || detectors.length === 0
        ? nothing
        : html`<button type="button" class="link" data-key="editDetectors">${strings.editParameters}</button>`
    }
  </section>`;
}

function drawDetector({ name, parameters, says, quiet }: CaseDetector): TemplateResult {
  return html`<div class="detector">
    <h3>${name}</h3>
    <p class="quiet parameters">${parameters}</p>
    <ul>
      ${says.map(
        ({ series, text, each, unsaid }) =>
          html`<li class=${unsaid ? 'quiet' : ''} dir="auto">
            ${
              each.length === 0
                ? html`<span class="of">${series}:</span> ${text}`
                : html`<details>
                    <summary><span class="of">${series}:</span> ${text}</summary>
                    <ul>
                      ${each.map((one) => html`<li dir="auto">${one}</li>`)}
                    </ul>
                  </details>`
            }
          </li>`,
      )}
      ${quiet === '' ? nothing : html`<li class="quiet">${quiet}</li>`}
    </ul>
  </div>`;
}
