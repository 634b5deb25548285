import { css, type CSSResult } from 'lit';
import { frameStyles } from './styles';
import { partStyles } from './part-styles';
import { tableStyles } from './table-styles';
import { tokens } from './tokens';

/** The page of agreement: choices in words, one table per thing, numbers in columns. */
const page = css`
  :host {
    --back: var(--vscode-editor-background);
    color: var(--vscode-editor-foreground, var(--fg));
  }

  main {
    gap: 1.5em;
    padding: 1.1em 1.4em 2.4em;
    max-width: 92em;
  }

  .choices {
    display: grid;
    gap: 0.3em;
  }

  .line {
    display: grid;
    grid-template-columns: minmax(5em, 8em) minmax(0, 1fr);
    column-gap: 0.8em;
    align-items: baseline;
  }

  .line .name {
    color: var(--quiet);
  }

  .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15em 1em;
  }

  .choice {
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
  }

  .choice[aria-pressed='true'] {
    color: var(--fg);
    font-weight: 600;
    text-decoration: underline;
    text-underline-offset: 0.25em;
  }

  .entry {
    border-inline-start: 2px solid var(--focus);
    padding-inline-start: 0.8em;
  }

  .sentences {
    max-width: 72ch;
  }

  .figures ul {
    grid-template-columns: repeat(auto-fill, minmax(9.5em, 1fr));
  }

  h2 {
    margin: 0 0 0.35em;
    font-size: 1em;
    font-weight: 600;
  }

  .frame {
    overflow-x: auto;
    max-width: 100%;
  }

  caption .note {
    display: block;
    font-weight: 400;
    max-width: min(76ch, 92cqi);
    margin-top: 0.15em;
  }

  th,
  td {
    vertical-align: top;
  }

  .number {
    text-align: end;
    font-variant-numeric: tabular-nums;
    padding-inline: 0.7em 0;
    white-space: nowrap;
  }

  thead .number {
    vertical-align: bottom;
  }

  .number .detail {
    display: block;
    font-size: 0.86em;
    color: var(--quiet);
  }

  .number .reason {
    white-space: normal;
    width: 12em;
    max-width: 12em;
    margin-inline-start: auto;
    text-wrap: balance;
  }

  tbody th {
    min-width: 9em;
    overflow-wrap: normal;
  }

  .behind .copy {
    margin-top: 0.6em;
  }

  .depth-0 {
    font-weight: 600;
  }
  .depth-1 {
    padding-inline-start: 1em;
  }
  .depth-2 {
    padding-inline-start: 2em;
  }
  .depth-3,
  .depth-4 {
    padding-inline-start: 3em;
  }

  .scales .depth-0,
  .sessions .depth-0 {
    font-weight: 400;
  }

  .fold {
    cursor: pointer;
    font-weight: inherit;
  }

  .fold::before {
    content: '▸';
    display: inline-block;
    width: 1em;
    color: var(--quiet);
  }

  .fold[aria-expanded='true']::before {
    content: '▾';
  }

  .fold:hover {
    color: var(--vscode-textLink-foreground);
  }

  .more {
    padding: 0.2em 0 1em 1em;
  }

  .behind {
    position: sticky;
    inset-inline-start: 0;
    display: flex;
    flex-wrap: wrap;
    gap: 1em 2.4em;
    align-items: flex-start;
  }

  .behind .grid {
    width: auto;
  }

  .behind dl > div {
    display: grid;
    grid-template-columns: minmax(0, max-content) auto;
    justify-content: start;
    column-gap: 0.9em;
    font-variant-numeric: tabular-nums;
  }

  .behind dt {
    color: var(--quiet);
  }

  .links ul {
    max-height: 16em;
    overflow-y: auto;
    padding-inline-end: 1em;
  }

  .methods .text {
    max-width: 76ch;
    line-height: 1.55;
    white-space: pre-line;
    user-select: text;
  }

  .acts {
    display: flex;
    gap: 1.4em;
    margin-top: 0.5em;
  }

  .left-out dl {
    display: grid;
    gap: 0.7em;
    margin-top: 0.5em;
  }

  .left-out dt {
    max-width: 76ch;
  }

  .left-out dd {
    color: var(--quiet);
    padding-inline-start: 1em;
    font-variant-numeric: tabular-nums;
  }

  .notice {
    display: grid;
    gap: 0.4em;
    justify-items: start;
    max-width: 60ch;
  }

  @media (forced-colors: active) {
    .choice {
      color: LinkText;
    }
  }

  @container (width < 60em) {
    .part > .frame > table > * > tr > th:first-child {
      position: sticky;
      inset-inline-start: 0;
      background: var(--back);
    }
  }

  @container (width < 30em) {
    .line {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;

/** Everything the page of agreement wears, in the order it builds up. */
export const agreementStyles: CSSResult[] = [tokens, frameStyles, partStyles, tableStyles, page];
