import { nothing, svg, html, type SVGTemplateResult, type TemplateResult } from 'lit';
import { stateGlyph } from '../picture/state-glyph';
import type { Bar, CaseLayout, PlacedBars } from './layout';
import type { CaseState } from './messages';
import { dot, type Column, type PlacedStrip } from './strips';

/** The picture of a case: strips stacked over one axis of sessions. `active` is the key that Tab reaches. */
export function drawCasePicture(state: CaseState, layout: CaseLayout, active: string): TemplateResult {
  return html`<svg class="drawing case-picture" width="100%" height=${Math.ceil(layout.height)}>
    ${svg`<pattern id="case-hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatching" y2="4" /></pattern>
    ${drawStages(layout)}
    <g role="group" aria-label=${state.strings.picture} aria-describedby="keys">${layout.columns.map((column) => drawColumn(column, layout, active))}</g>
    <g class="over" aria-hidden="true">
      ${layout.strips.map((strip) => drawStrip(strip, layout))}
      ${layout.bars ? drawBars(layout.bars, state, layout) : nothing}
      ${layout.ticks.map(({ x, label }) => svg`<text class="small" x=${x} y=${layout.tickBaseline} text-anchor="middle">${label}</text>`)}
    </g>`}
  </svg>`;
}

function drawStages({ stages, top, bottom, em, missing }: CaseLayout): SVGTemplateResult {
  return svg`<g class="background" aria-hidden="true">
    ${stages.map(
      (stage, index) =>
        svg`<rect class="stage ${index % 2 === 0 ? 'even' : 'odd'}" x=${stage.x} y=${top} width=${stage.width} height=${bottom - top} />
        <svg x=${stage.name.x} y="0" width=${stage.name.width} height=${top}><text class="small" x=${em * 0.3} y=${top - em * 0.4}>${stage.label}</text></svg>`,
    )}
    ${missing.map((x) => svg`<line class="absent" x1=${x} x2=${x} y1=${top} y2=${bottom} />`)}
  </g>`;
}

/** All that is drawn of a session can be reached as one: click and Enter open it, its name says every value. */
function drawColumn({ session, left, width }: Column, layout: CaseLayout, active: string): SVGTemplateResult {
  const { top, bottom, em } = layout;
  const key = `session:${session.id}`;
  return svg`<rect class="column ${session.coded ? '' : 'void'} ${session.current ? 'current' : ''}" data-key=${key} role="button"
    tabindex=${key === active ? 0 : -1} aria-label=${session.title} x=${left + 0.5} y=${top} width=${Math.max(1, width - 1)} height=${bottom - top + em * 1.3} />`;
}

/** Room in em that a letter of a part's name takes, and one of the words beside it, at most. */
const widest = { name: 0.52, word: 0.45 };

/** A name as far as there is room beside what explains it, which holds the n; the table has it in full. */
function shortened(label: string, detail: string, room: number): string {
  const letters = Math.max(8, Math.floor((room - detail.length * widest.word) / widest.name));
  return label.length <= letters ? label : `${label.slice(0, letters - 1).trimEnd()}…`;
}

/** What a part is called, in words that explain its signs; cut off where the picture ends. */
function drawName(
  label: string,
  detail: string,
  y: number,
  { left, width, em }: CaseLayout,
): SVGTemplateResult {
  const name = shortened(label, detail, (width - left) / em);
  return svg`<svg class="name" x=${left} y=${y - em} width=${Math.max(0, width - left)} height=${em * 1.4}>
    <text class="small" y=${em}><tspan class="label">${name}</tspan>${label === '' ? '' : ' '}<tspan>${detail}</tspan></text>
  </svg>`;
}

function drawStrip(
  { strip, name, top, bottom, lines, shades, flags, sign }: PlacedStrip,
  layout: CaseLayout,
): SVGTemplateResult {
  const { left, right, em } = layout;
  return svg`<g class="series ${strip.group}">
    ${drawName(strip.label, strip.detail, name, layout)}
    <text class="small end" x=${left - em * 0.35} y=${top + em * 0.5} text-anchor="end">${strip.ends[1]}</text>
    <text class="small end" x=${left - em * 0.35} y=${bottom + em * 0.1} text-anchor="end">${strip.ends[0]}</text>
    <line class="ground" x1=${left} x2=${right} y1=${bottom} y2=${bottom} />
    <line class="fine" x1=${left} x2=${right} y1=${top} y2=${top} />
    ${shades.map((d) => svg`<path class="shade" d=${d} />`)}
    ${lines.map(({ second, runs }) =>
      runs.map(
        (run) => svg`<g class=${second ? 'second' : 'first'}>
          <path class="stroke" d=${`M${run.map(dot).join('L')}`} />
          ${run.map(({ x, y }) => svg`<circle class="point" cx=${x} cy=${y} r=${sign.point} />`)}</g>`,
      ),
    )}
    ${flags.map(({ x, good }) => drawFlag(x, top, good, sign.flag))}
  </g>`;
}

/** A finding: upwards where it is for the better, downwards for the worse, a diamond where it is neither. */
function drawFlag(x: number, y: number, good: boolean | null, r: number): SVGTemplateResult {
  const shape =
    good === null
      ? `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`
      : good
        ? `M${x - r} ${y + r}H${x + r}L${x} ${y - r}Z`
        : `M${x - r} ${y - r}H${x + r}L${x} ${y + r}Z`;
  return svg`<path class="flag ${good === null ? 'neutral' : good ? 'good' : 'bad'}" d=${shape} />`;
}

function drawBars(bars: PlacedBars, { strings }: CaseState, layout: CaseLayout): SVGTemplateResult {
  const { left, right } = layout;
  return svg`<g class="series bars">
    ${drawName(strings.ruptures, strings.rupturesDetail, bars.name, layout)}
    ${drawName('', strings.rupturesEnds, bars.name + layout.em * 1.15, layout)}
    <line class="ground" x1=${left} x2=${right} y1=${bars.ground} y2=${bars.ground} />
    ${bars.bars.map((bar) => drawBar(bar, bars, layout.em))}
  </g>`;
}

function drawBar({ x, parts, ruptures: { ends } }: Bar, bars: PlacedBars, em: number): SVGTemplateResult {
  const { width, ground, sign } = bars;
  const top = parts.at(-1)?.y ?? ground;
  const shown = ends.length > sign.most ? ends.slice(0, sign.most - 1) : ends;
  const rest = ends.length - shown.length;
  return svg`<g class="bar">
    ${parts.map(
      ({
        kind,
        y,
        height,
      }) => svg`<rect class=${kind} x=${x - width / 2} y=${y} width=${width} height=${height} />
      ${kind === 'confrontation' ? svg`<rect class="hatch" x=${x - width / 2} y=${y} width=${width} height=${height} fill="url(#case-hatch)" />` : nothing}`,
    )}
    ${bars.counted ? svg`<text class="small count" x=${x} y=${top - em * 0.25} text-anchor="middle">${ends.length}</text>` : nothing}
    ${shown.map((state, index) => stateGlyph(state, x, ground + sign.step * (index + 0.7), sign.r))}
    ${rest > 0 && bars.counted ? svg`<text class="small" x=${x} y=${ground + sign.step * (sign.most - 0.3) + em * 0.2} text-anchor="middle">+${rest}</text>` : nothing}
  </g>`;
}
