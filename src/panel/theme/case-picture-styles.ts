import { css } from 'lit';

/** The pictures of a case. */
export const casePictureStyles = css`
  .column {
    fill: transparent;
    cursor: pointer;
  }

  .column.current {
    fill: color-mix(in srgb, var(--focus) 14%, transparent);
  }

  .column[data-hot],
  .column:focus-visible {
    fill: color-mix(in srgb, var(--fg) 14%, transparent);
  }

  .column:focus-visible,
  .heat:focus-visible {
    outline: none;
    stroke: var(--focus);
    stroke-width: 1.5;
  }

  .over {
    pointer-events: none;
  }

  .fine {
    stroke: var(--fine);
  }

  .absent {
    stroke: var(--line);
    stroke-dasharray: 1 4;
  }

  .drawing .name .label {
    fill: var(--fg);
    font-weight: 600;
  }

  .series {
    --tone: var(--fg);
  }

  .series.self-report,
  .series.rating {
    --tone: var(--support);
  }

  .series .stroke {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.6;
    stroke-linejoin: round;
  }

  .series .point {
    fill: var(--tone);
    stroke: var(--tone);
    stroke-width: 1.3;
  }

  .series .second .stroke {
    stroke-dasharray: 4 3;
  }

  .series .second .point {
    fill: var(--back);
  }

  .shade {
    fill: color-mix(in srgb, var(--tone) 24%, transparent);
  }

  .flag {
    fill: var(--fg);
    stroke: var(--back);
    stroke-width: 0.75;
    paint-order: stroke;
  }

  .flag.bad {
    fill: var(--strain);
  }

  .flag.good {
    fill: var(--repaired);
  }

  .bar .withdrawal,
  .bar .confrontation,
  .bar .other {
    fill: var(--strain);
    stroke: var(--back);
    stroke-width: 0.75;
  }

  .bar .other {
    fill: var(--back);
    stroke: var(--strain);
    stroke-width: 1.2;
  }

  .drawing .bar .count {
    fill: var(--fg);
  }

  .heat {
    fill: transparent;
    cursor: pointer;
  }

  .heat.current {
    fill: color-mix(in srgb, var(--focus) 14%, transparent);
  }

  .heat[data-hot],
  .heat:focus-visible {
    fill: color-mix(in srgb, var(--fg) 14%, transparent);
  }

  .tenth {
    fill: color-mix(in srgb, var(--fg) 6%, transparent);
    pointer-events: none;
  }

  .tenth.i1 {
    fill: color-mix(in oklab, var(--strain) 22%, var(--back));
  }

  .tenth.i2 {
    fill: color-mix(in oklab, var(--strain) 36%, var(--back));
  }

  .tenth.i3 {
    fill: color-mix(in oklab, var(--strain) 52%, var(--back));
  }

  .tenth.i4 {
    fill: color-mix(in oklab, var(--strain) 76%, var(--back));
  }

  .tenth.i5 {
    fill: var(--strain);
  }

  .drawing .digit {
    fill: var(--fg);
    stroke: var(--back);
    stroke-width: 3;
    paint-order: stroke;
  }

  .heat-map .void {
    fill: transparent;
    stroke: var(--line);
    stroke-dasharray: 2 2;
    pointer-events: none;
  }

  @media (forced-colors: active) {
    .column:focus-visible,
    .heat:focus-visible {
      stroke: Highlight;
      stroke-width: 2;
    }
    .tenth {
      fill: none;
      stroke: CanvasText;
    }
  }
`;
