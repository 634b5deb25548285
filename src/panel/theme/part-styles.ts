import { css } from 'lit';

/** Figures, episodes, and the page that says what to press first. */
export const partStyles = css`
  .figures ul {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.7em 1em;
  }

  .figure {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    align-items: baseline;
    align-content: start;
    gap: 0.1em 0.4em;
    width: 100%;
    height: 100%;
    line-height: 1.25;
    border-radius: 2px;
  }

  .figure .value {
    font-size: 1.85em;
    font-weight: 300;
    line-height: 1.15;
    font-variant-numeric: tabular-nums;
  }

  .figure .label {
    grid-row: 2;
    grid-column: 1 / -1;
  }

  .figure .detail {
    font-size: 0.88em;
    color: var(--quiet);
  }

  .ratings h2,
  .episodes h2 {
    font-size: 0.85em;
    font-weight: 600;
    letter-spacing: 0.06em;
    text-transform: uppercase;
    color: var(--quiet);
    margin-bottom: 0.35em;
  }

  .episodes li {
    border-top: 1px solid var(--line);
  }

  .episodes h3 {
    margin: 0.9em 0 0.3em;
    font-size: 0.9em;
    font-weight: 400;
    color: var(--quiet);
  }

  .episodes .join {
    margin: -0.3em 0 0.6em 1.9em;
    font-size: 0.9em;
  }

  .episodes .more {
    font-size: 0.9em;
  }

  .episodes > .quiet {
    border-top: 1px solid var(--line);
    padding-top: 0.5em;
  }

  .episode {
    display: grid;
    grid-template-columns: 1.05em minmax(0, 1fr);
    gap: 0.1em 0.65em;
    width: 100%;
    padding: 0.5em 0 0.55em;
    cursor: pointer;
  }

  .episode:hover {
    background: var(--vscode-list-hoverBackground);
    color: var(--vscode-list-hoverForeground, inherit);
  }

  .episode:focus-visible {
    outline-offset: -1px;
  }

  .episode span.sign {
    font-size: 0.7em;
    margin-top: 0.5em;
    color: var(--repaired);
  }

  .episode svg.sign {
    overflow: visible;
    width: 0.92em;
    height: 0.92em;
    margin-top: 0.24em;
  }

  .episode .line {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.8em;
  }

  .episode .quote {
    font-style: italic;
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }

  .episode .turns {
    flex: none;
    font-size: 0.9em;
    color: var(--quiet);
    font-variant-numeric: tabular-nums;
  }

  .episode .detail {
    grid-column: 2;
    font-size: 0.9em;
    color: var(--quiet);
  }

  .episode .ending {
    color: var(--fg);
  }

  .ratings {
    display: grid;
    gap: 0.7em;
  }

  .ratings h2 button {
    text-transform: inherit;
    letter-spacing: inherit;
    cursor: pointer;
  }

  .ratings h2 button::before {
    content: '▸ ';
  }

  .ratings h2 [aria-expanded='true']::before {
    content: '▾ ';
  }

  .ratings .scope {
    justify-self: start;
    max-width: 100%;
    font: inherit;
    color: var(--vscode-dropdown-foreground, var(--fg));
    background: var(--vscode-dropdown-background, var(--back));
    border: 1px solid var(--vscode-dropdown-border, var(--line));
    border-radius: 2px;
  }

  [role='radiogroup'] {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3em;
    margin: 0.2em 0;
  }

  [role='radio'] {
    min-width: 2.1em;
    padding: 0.1em 0.4em;
    text-align: center;
    border: 1px solid color-mix(in srgb, var(--fg) 55%, transparent);
    border-radius: 2px;
    cursor: pointer;
  }

  [role='radio']:hover:enabled {
    background: var(--vscode-list-hoverBackground);
  }

  [role='radio'][aria-checked='true'] {
    background: var(--vscode-button-background);
    color: var(--vscode-button-foreground);
    border-color: var(--vscode-button-border, transparent);
    outline-offset: 2px;
  }

  [role='radio']:disabled {
    cursor: default;
  }

  .rating .quiet {
    font-size: 0.9em;
  }

  .empty {
    display: grid;
    gap: 0.9em;
    max-width: 34em;
  }

  .empty > h2 {
    font-size: 1.15em;
    font-weight: 600;
  }

  .empty dl {
    display: grid;
    gap: 0.45em;
  }

  .empty dl > div {
    display: grid;
    grid-template-columns: minmax(4.5em, max-content) minmax(0, 1fr);
    gap: 0.8em;
    align-items: baseline;
  }

  kbd {
    font: inherit;
    font-size: 0.9em;
    padding: 0.1em 0.45em;
    border-radius: 3px;
    border: 1px solid var(--vscode-keybindingLabel-border, var(--line));
    background: var(--vscode-keybindingLabel-background, transparent);
    color: var(--vscode-keybindingLabel-foreground, inherit);
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
