import { css } from 'lit';

/** The tables: columns where they fit, else each annotation as a short block with its labels. */
export const tableStyles = css`
  .picture {
    container: picture / inline-size;
  }

  .tables {
    display: grid;
    gap: 1.4em;
  }

  table {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.92em;
  }

  caption {
    text-align: start;
    font-weight: 600;
    padding-bottom: 0.4em;
  }

  th,
  td {
    text-align: start;
    vertical-align: baseline;
    font-weight: 400;
    padding: 0.3em 0.7em 0.3em 0;
  }

  thead th {
    color: var(--quiet);
  }

  tbody tr {
    border-top: 1px solid var(--line);
  }

  .said {
    font-style: italic;
  }

  .family {
    overflow-wrap: break-word;
  }

  td.family,
  .segments .letter {
    color: color-mix(in oklab, var(--c) var(--alliance-letter, 60%), var(--fg));
  }

  .segments th,
  .segments td {
    padding-inline-end: 0.3em;
    font-variant-numeric: tabular-nums;
  }

  .segments .letter {
    font-weight: 600;
  }

  .segments .none {
    color: var(--quiet);
  }

  .where,
  .impact,
  th[scope='row'] {
    font-variant-numeric: tabular-nums;
  }

  .movers table {
    font-size: 0.95em;
    font-variant-numeric: tabular-nums;
  }

  .movers caption {
    font-size: 0.9em;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--quiet);
  }

  .movers th,
  .movers td {
    padding-block: 0.2em;
  }

  .movers td,
  .movers thead th {
    width: 2.6em;
    text-align: end;
    padding-inline-end: 0;
  }

  .movers thead td:first-child {
    width: auto;
  }

  .movers .none,
  .movers .of {
    color: var(--quiet);
  }

  @container picture (min-width: 37em) {
    .marks .where,
    .marks .impact,
    .marks thead th {
      white-space: nowrap;
    }
  }

  @container picture (width < 37em) {
    .marks,
    .marks caption,
    .marks tbody {
      display: block;
    }
    .marks thead {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .marks tbody tr {
      display: grid;
      grid-template-columns: auto auto minmax(0, 1fr) auto;
      column-gap: 0.7em;
      padding: 0.4em 0;
    }
    .marks th,
    .marks td {
      padding: 0;
    }
    .marks .impact {
      grid-area: 1 / 4;
      color: var(--quiet);
    }
    .marks .impact::before {
      content: attr(data-label) ' ';
    }
    .marks .where,
    .marks .note {
      color: var(--quiet);
    }
    .marks .code,
    .marks .said,
    .marks .note {
      grid-column: 1 / -1;
    }
    .marks td:empty {
      display: none;
    }
  }

  @media (forced-colors: active) {
    td.family,
    .segments .letter {
      color: CanvasText;
    }
  }
`;
