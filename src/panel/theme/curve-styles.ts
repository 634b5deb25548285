import { css } from 'lit';

/** Support and open strain: a quiet area under a clear edge; strain is hatched, so that it needs no colour. */
export const curveStyles = css`
  .curve {
    cursor: default;
  }

  .curve.support {
    --tone: var(--support);
  }

  .curve.strain {
    --tone: var(--strain);
  }

  .curve .area {
    fill: color-mix(in oklab, var(--tone) 45%, transparent);
  }

  .curve.strain .area {
    fill: color-mix(in oklab, var(--tone) 60%, transparent);
  }

  .curve .hatch {
    opacity: 0.5;
  }

  .curve .edge {
    fill: none;
    stroke: var(--tone);
    stroke-width: 1.3;
    stroke-linejoin: round;
  }

  .brush {
    fill: color-mix(in srgb, var(--focus) 22%, transparent);
    stroke: var(--focus);
    pointer-events: none;
  }

  .brush:not([width]) {
    display: none;
  }

  .curve[data-hot] .edge,
  .curve:focus-visible .edge {
    stroke-width: 2.4;
  }
`;
