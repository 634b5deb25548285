import { css } from 'lit';

/** The switch between the pages, and the page of a case around its pictures. */
export const caseStyles = css`
  .pages [role='tablist'] {
    display: flex;
    gap: 1.1em;
    padding: 0.5em 0.95em 0;
    border-bottom: 1px solid var(--line);
  }

  .tab {
    padding: 0.15em 0.1em 0.35em;
    color: var(--quiet);
    cursor: pointer;
    border-bottom: 2px solid transparent;
  }

  .tab:hover {
    color: var(--fg);
  }

  .tab[aria-selected='true'] {
    color: var(--fg);
    font-weight: 600;
    border-bottom-color: var(--focus);
  }

  .tab:focus-visible {
    outline-offset: -1px;
  }

  .page {
    display: contents;
  }

  .axes {
    display: inline-flex;
    gap: 0.7em;
    margin-inline-start: 0.5em;
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

  .part {
    font-size: 0.85em;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--quiet);
    margin-bottom: 0.35em;
  }

  .picture .part {
    margin-top: 1.4em;
  }

  .detail {
    font-size: 0.88em;
    margin-bottom: 0.4em;
  }

  .detectors,
  .detector,
  .detector ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    justify-items: start;
    gap: 0.2em;
  }

  .detectors {
    gap: 0.8em;
  }

  .detector h3 {
    margin: 0;
    font: inherit;
    font-weight: 600;
  }

  .detector .parameters,
  .detector li {
    font-size: 0.92em;
  }

  .of {
    color: var(--quiet);
  }

  summary {
    cursor: pointer;
  }

  .fold {
    width: 100%;
    border-top: 1px solid var(--line);
    padding-top: 0.5em;
  }

  .fold > :not(summary) {
    margin-top: 0.7em;
  }

  .problems {
    border-inline-start: 2px solid var(--vscode-editorWarning-foreground, var(--line));
    padding-inline-start: 0.7em;
  }

  .problems li {
    margin-top: 0.5em;
  }

  .frame {
    overflow-x: auto;
    max-width: 100%;
  }

  .values th,
  .values td {
    overflow-wrap: normal;
    vertical-align: bottom;
    font-variant-numeric: tabular-nums;
  }

  .values tbody td {
    white-space: nowrap;
  }

  @container (min-width: 52em) {
    main.case {
      grid-template-columns: minmax(0, 1.5fr) minmax(0, 1fr);
      column-gap: 2.4em;
    }
    main.case .chips {
      grid-column: 1 / -1;
    }
  }

  @media (forced-colors: active) {
    .tab[aria-selected='true'] {
      border-bottom-color: Highlight;
    }
    .choice {
      color: LinkText;
    }
  }
`;
