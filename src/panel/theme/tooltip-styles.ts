import { css } from 'lit';

/** The tooltip looks like the editor's own hover. */
export const tooltipStyles = css`
  .tip {
    position: fixed;
    z-index: 1;
    box-sizing: border-box;
    width: max-content;
    max-width: min(24em, calc(100vw - 16px));
    max-height: calc(100vh - 16px);
    overflow: auto;
    padding: 0.5em 0.75em;
    border: 1px solid var(--vscode-editorHoverWidget-border);
    border-radius: 3px;
    background: var(--vscode-editorHoverWidget-background);
    color: var(--vscode-editorHoverWidget-foreground, var(--vscode-foreground));
    font-size: 0.95em;
    line-height: 1.4;
    overflow-wrap: anywhere;
  }

  .tip.tinted {
    border-inline-start: 3px solid var(--c);
  }

  p {
    margin: 0;
  }

  p + p {
    margin-top: 0.25em;
  }

  .tinted .title {
    font-weight: 600;
  }

  .meta,
  .note {
    white-space: pre-line;
    color: var(--vscode-descriptionForeground);
  }

  .quote {
    font-style: italic;
  }

  .doubt {
    color: color-mix(
      in oklab,
      var(--vscode-editorWarning-foreground, currentColor) var(--alliance-letter, 60%),
      var(--vscode-foreground)
    );
  }
`;
