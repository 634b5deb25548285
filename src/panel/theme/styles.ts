import { css, type CSSResult } from 'lit';
import { casePictureStyles } from './case-picture-styles';
import { caseStyles } from './case-styles';
import { curveStyles } from './curve-styles';
import { partStyles } from './part-styles';
import { pictureStyles } from './picture-styles';
import { tableStyles } from './table-styles';
import { tokens } from './tokens';

/** Type, chips, sentences and links, of all pages. */
export const frameStyles = css`
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

  select.chip {
    font: inherit;
    font-size: 0.9em;
    max-width: 100%;
    field-sizing: content;
    cursor: pointer;
  }

  .chip option {
    background: var(--vscode-dropdown-background, var(--back));
    color: var(--vscode-dropdown-foreground, var(--fg));
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

  .axes {
    display: inline-flex;
    gap: 0.75em;
  }

  .axes button {
    cursor: pointer;
    text-underline-offset: 0.3em;
  }

  .axes button:hover,
  .axes [aria-pressed='true'] {
    color: var(--fg);
  }

  .axes [aria-pressed='true'] {
    text-decoration: underline;
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

/** Side by side where there is room; the reading order stays the order of the page. */
const widths = css`
  @container (min-width: 32em) {
    .figures .many {
      grid-template-columns: repeat(3, minmax(0, 1fr));
    }
  }

  @container (min-width: 52em) {
    main.session {
      grid-template-columns: minmax(0, 1.75fr) minmax(0, 1fr);
      column-gap: 2.4em;
    }
    main.session .chips {
      grid-column: 1 / -1;
    }
    .figures .many {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
  }

  @container (min-width: 92em) {
    main.session {
      grid-template-columns: minmax(0, 22em) minmax(0, 1fr) minmax(0, 26em);
      grid-template-rows: auto auto auto auto 1fr;
      grid-template-areas:
        'chips chips chips' 'sentences trajectory episodes' 'figures trajectory episodes'
        'movers trajectory episodes'
        'ratings trajectory episodes';
    }
    .session .story,
    .session .outcome {
      display: contents;
    }
    .session .chips {
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
    .session .ratings {
      grid-area: ratings;
    }
    .session .movers {
      grid-area: movers;
    }
    .session .episodes {
      grid-area: episodes;
    }
  }
`;

/** Everything the panel wears, in the order it builds up. */
export const panelStyles: CSSResult[] = [
  tokens,
  frameStyles,
  pictureStyles,
  curveStyles,
  partStyles,
  tableStyles,
  casePictureStyles,
  caseStyles,
  widths,
];
