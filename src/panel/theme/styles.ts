import { css, type CSSResult } from 'lit';
import { pictureStyles } from './picture-styles';
import { tableStyles } from './table-styles';
import { tokens } from './tokens';

const frame = css`
  :host {
    display: block;
    container-type: inline-size;
    color: var(--fg);
    font-family: var(--vscode-font-family);
    font-size: var(--vscode-font-size, 13px);
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  main,
  .story,
  .outcome {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    align-content: start;
    gap: 1.1em;
  }

  main {
    padding: 0.8em 0.95em 1.6em;
  }

  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4em;
  }

  .chip {
    border: 1px solid var(--line);
    border-radius: 1em;
    padding: 0.05em 0.65em;
    font-size: 0.9em;
    color: var(--fg);
  }

  .chip.coder,
  .chip.state {
    border-color: var(--vscode-contrastBorder, transparent);
    background: color-mix(in srgb, var(--vscode-textLink-foreground) 20%, transparent);
  }

  .chip.warning {
    border-color: var(--vscode-editorWarning-foreground, var(--line));
    background: color-mix(in srgb, var(--vscode-editorWarning-foreground, transparent) 12%, transparent);
  }

  .bang {
    font-weight: 700;
    color: var(--vscode-editorWarning-foreground, var(--fg));
    margin-inline-end: 0.4em;
  }

  .sentences {
    font-size: 1.04em;
    line-height: 1.5;
    text-wrap: pretty;
    max-width: 62ch;
  }

  .sentences strong {
    font-weight: 600;
  }

  .foot {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0 1em;
    margin-top: 0.15em;
    font-size: 0.88em;
    color: var(--quiet);
  }

  .link {
    color: var(--vscode-textLink-foreground);
    cursor: pointer;
  }

  .link:hover {
    color: var(--vscode-textLink-activeForeground);
    text-decoration: underline;
  }

  .quiet {
    color: var(--quiet);
  }

  @media (forced-colors: active) {
    .link,
    .link:hover {
      color: LinkText;
    }
  }
`;

const parts = css`
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

  .episode .sign {
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

  .empty {
    display: grid;
    gap: 0.9em;
    max-width: 34em;
  }

  .empty h2 {
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

/** Side by side where there is room; the reading order stays the order of the page. */
const widths = css`
  @container (min-width: 420px) {
    .figures .many {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (min-width: 680px) {
    main.session {
      grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
      column-gap: 2.4em;
    }
    main.session > .chips {
      grid-column: 1 / -1;
    }
    .figures .many {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (min-width: 1200px) {
    main.session {
      grid-template-columns: minmax(0, 22em) minmax(0, 1fr) minmax(0, 26em);
      grid-template-rows: auto auto 1fr;
      grid-template-areas: 'chips chips chips' 'sentences trajectory episodes' 'figures trajectory episodes';
    }
    .session .story,
    .session .outcome {
      display: contents;
    }
    .session > .chips {
      grid-area: chips;
    }
    .session .sentences {
      grid-area: sentences;
    }
    .session .trajectory {
      grid-area: trajectory;
    }
    .session .figures {
      grid-area: figures;
    }
    .session .episodes {
      grid-area: episodes;
    }
  }
`;

/** Everything the panel wears, in the order it builds up. */
export const panelStyles: CSSResult[] = [tokens, frame, pictureStyles, parts, tableStyles, widths];
