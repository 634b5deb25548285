import { css } from 'lit';

/** The drawing: theme colours, codebook colours mixed in, and signs that need no colour at all. */
export const pictureStyles = css`
  .drawing {
    display: block;
    overflow: visible;
    cursor: default;
    user-select: none;
  }

  .drawing text {
    fill: var(--quiet);
  }

  .drawing text,
  .drawing line {
    pointer-events: none;
  }

  .small {
    font-size: 0.85em;
  }

  .stage.even {
    fill: color-mix(in srgb, var(--fg) 5%, transparent);
  }

  .stage.odd {
    fill: color-mix(in srgb, var(--fg) 9%, transparent);
  }

  .upright {
    stroke: var(--fine);
  }

  .ground,
  .zero {
    stroke: var(--line);
  }

  .drawing .letter {
    font-weight: 600;
    fill: color-mix(in oklab, var(--c) var(--alliance-letter, 60%), var(--fg));
  }

  .drawing .bare .letter {
    fill: var(--quiet);
    font-weight: 400;
  }

  .mark {
    --sign: color-mix(in oklab, var(--c) var(--alliance-sign, 75%), var(--fg));
    fill: var(--sign);
    stroke: var(--back);
    stroke-width: 0.75;
    stroke-linejoin: round;
    paint-order: stroke;
  }

  .mark.unconfirmed {
    fill: var(--back);
    stroke: var(--sign);
    stroke-width: 1.2;
    stroke-dasharray: 2 1.5;
    paint-order: normal;
  }

  [role='button'] {
    cursor: pointer;
  }

  .mark[data-hot],
  .mark:focus-visible {
    fill: var(--fg);
    stroke: var(--fg);
  }

  .mark.unconfirmed[data-hot],
  .mark.unconfirmed:focus-visible {
    fill: var(--back);
  }

  .arc .stroke {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.5;
    stroke-linecap: round;
  }

  .stem {
    /* Not by its opacity: each would be a layer of its own. */
    stroke: color-mix(in srgb, var(--tone) 60%, transparent);
  }

  .arc,
  .state {
    --tone: var(--strain);
  }

  .arc.resolved,
  .state.resolved {
    --tone: var(--repaired);
  }

  .arc.open .stroke,
  .arc.attempted .stroke {
    stroke-dasharray: 2 3.6;
  }

  .arc.partly .stroke {
    stroke-dasharray: 7 3.5;
  }

  .arc[data-hot] .stroke,
  .arc:focus-visible .stroke {
    stroke-width: 2.5;
  }

  .state .ring {
    fill: var(--back);
    stroke: var(--tone);
    stroke-width: 1.3;
  }

  .state .core {
    fill: var(--tone);
  }

  .cell .back {
    fill: color-mix(in srgb, var(--fg) 6%, transparent);
  }

  .cell.void {
    cursor: default;
  }

  .cell.void .back {
    fill: transparent;
    stroke: var(--line);
    stroke-dasharray: 2 2;
  }

  .cell .support {
    fill: color-mix(in oklab, var(--support) 88%, var(--back));
  }

  .cell .strain {
    fill: var(--strain);
  }

  .hatching {
    stroke: var(--back);
    stroke-width: 2.2;
    opacity: 0.75;
  }

  .cell[data-hot] .back,
  .cell:focus-visible .back {
    fill: color-mix(in srgb, var(--fg) 18%, transparent);
  }

  .cursor {
    transition: transform var(--ease);
  }

  .cursor.hidden {
    visibility: hidden;
  }

  .cursor line {
    stroke: var(--focus);
    stroke-width: 1.5;
  }

  .drawing .cursor text {
    fill: var(--fg);
    stroke: var(--back);
    stroke-width: 4;
    paint-order: stroke;
    font-variant-numeric: tabular-nums;
  }

  @media (forced-colors: active) {
    .mark,
    .drawing .letter {
      --sign: CanvasText;
      fill: CanvasText;
    }
    .mark.unconfirmed {
      fill: Canvas;
    }
    .mark[data-hot],
    .mark:focus-visible {
      fill: Highlight;
      stroke: Highlight;
    }
    .cell .support,
    .cell .strain {
      fill: CanvasText;
    }
    .cell .back {
      fill: none;
      stroke: CanvasText;
    }
  }
`;
