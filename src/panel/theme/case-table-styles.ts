import { css, type CSSResult } from 'lit';
import { tokens } from './tokens';

/** The table of cases, a page of its own in an editor tab. */
const page = css`
  :host {
    --back: var(--vscode-editor-background);
    display: block;
    container: cases / inline-size;
    color: var(--fg);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size, 13px);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  main {
    --good: color-mix(in oklab, var(--vscode-charts-green) var(--alliance-letter, 60%), var(--fg));
    --bad: color-mix(
      in oklab,
      var(--vscode-editorWarning-foreground, var(--fg)) var(--alliance-letter, 60%),
      var(--fg)
    );
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.9em;
    padding: 0.8em 0.95em 1.6em;
  }

  h1 {
    margin: 0;
    font-size: 1.3em;
    font-weight: 600;
  }

  .quiet,
  .detail {
    color: var(--quiet);
  }

  .notes {
    display: grid;
    gap: 0.25em;
    max-width: 80ch;
  }

  .bang {
    font-weight: 700;
    color: var(--vscode-editorWarning-foreground, var(--fg));
    margin-inline-end: 0.4em;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.2em 1.5em;
    font-size: 0.92em;
  }

  .link {
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
  }

  .link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }

  .notice {
    display: grid;
    gap: 0.9em;
    max-width: 34em;
  }

  .notice h2 {
    font-size: 1.15em;
    font-weight: 600;
  }

  progress {
    width: 100%;
    accent-color: var(--vscode-progressBar-background, var(--focus));
  }

  .action {
    justify-self: start;
    padding: 0.35em 0.95em;
    border: 1px solid var(--vscode-button-border, transparent);
    border-radius: 2px;
    background: var(--vscode-button-background);
    color: var(--vscode-button-foreground);
    cursor: pointer;
  }

  .action:hover {
    background: var(--vscode-button-hoverBackground);
  }
`;

const table = css`
  table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }

  th,
  td {
    text-align: start;
    vertical-align: top;
    font-weight: 400;
    padding: 0.5em 1em 0.5em 0;
  }

  thead th {
    vertical-align: bottom;
  }

  thead button {
    color: var(--quiet);
    cursor: pointer;
    overflow-wrap: normal;
  }

  thead button:hover,
  thead [aria-sort='ascending'] button,
  thead [aria-sort='descending'] button {
    color: var(--fg);
  }

  thead [aria-sort='ascending'] button,
  thead [aria-sort='descending'] button {
    font-weight: 600;
  }

  .sign {
    font-size: 0.75em;
  }

  tbody tr {
    border-top: 1px solid var(--line);
    cursor: pointer;
  }

  tbody tr:hover {
    background: var(--vscode-list-hoverBackground, var(--fine));
  }

  .case {
    min-width: 7em;
    font-weight: 600;
  }

  .case .detail {
    font-weight: 400;
  }

  .value {
    white-space: nowrap;
  }

  .detail {
    display: block;
    font-size: 0.88em;
    overflow-wrap: break-word;
  }

  .without .value {
    color: var(--quiet);
  }

  .good {
    color: var(--good);
  }

  .bad {
    color: var(--bad);
  }

  .good > span,
  .bad > span {
    font-size: 0.75em;
  }

  .spark {
    display: block;
    width: 9em;
    max-width: 100%;
    height: 1.8em;
    overflow: visible;
  }

  .spark path {
    fill: none;
    stroke: var(--support);
    stroke-width: 1.6;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }

  .spark circle {
    fill: var(--support);
  }

  @container cases (min-width: 90em) {
    th,
    td {
      padding-inline-end: 2.2em;
    }
  }

  @container cases (min-width: 72em) {
    .number {
      text-align: end;
    }
    .number button {
      text-align: end;
    }
    th:last-child,
    td:last-child {
      padding-inline-end: 0.2em;
    }
  }

  /* Heads stand in a line above, to sort by; each case is a block. */
  @container cases (width < 72em) {
    table,
    thead,
    tbody {
      display: block;
    }
    thead tr {
      display: flex;
      flex-wrap: wrap;
      gap: 0.15em 0.9em;
      padding-bottom: 0.6em;
      font-size: 0.92em;
    }
    th,
    td {
      padding: 0;
    }
    tbody tr {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(6.4em, 1fr));
      gap: 0.45em 1em;
      padding: 0.7em 0;
    }
    .case {
      grid-column: 1 / -1;
    }
    .case .detail {
      display: inline;
    }
    td::before {
      content: attr(data-label);
      display: block;
      font-size: 0.88em;
      color: var(--quiet);
    }
  }

  @media (forced-colors: active) {
    .link,
    .link:hover {
      color: LinkText;
    }
    main {
      --good: CanvasText;
      --bad: CanvasText;
    }
  }
`;

export const caseTableStyles: CSSResult[] = [tokens, page, table];
