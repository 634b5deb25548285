import { css } from 'lit';

/** The panel's own names for the theme's colours. `--c` is a codebook colour, set on the element it tints. */
export const tokens = css`
  :host {
    --fg: var(--vscode-foreground);
    --quiet: var(--vscode-descriptionForeground, var(--fg));
    --back: var(--vscode-sideBar-background, var(--vscode-editor-background));
    --line: var(--vscode-contrastBorder, color-mix(in srgb, var(--fg) 15%, transparent));
    --fine: color-mix(in srgb, var(--fg) 8%, transparent);
    --focus: var(--vscode-focusBorder);
    --support: color-mix(in oklab, var(--vscode-charts-green) 60%, var(--vscode-charts-blue));
    --ease: var(--alliance-motion, 0s) ease-out;
  }

  main {
    --strain: color-mix(
      in oklab,
      var(--rupture, var(--vscode-charts-orange)) var(--alliance-sign, 75%),
      var(--fg)
    );
    --repaired: color-mix(
      in oklab,
      var(--repair, var(--vscode-charts-green)) var(--alliance-sign, 75%),
      var(--fg)
    );
  }

  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }

  h2,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
    list-style: none;
  }

  button {
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    padding: 0;
    margin: 0;
  }

  :focus {
    outline: none;
  }

  :focus-visible {
    outline: 1px solid var(--focus);
    outline-offset: 2px;
  }

  .doubt {
    color: color-mix(
      in oklab,
      var(--vscode-editorWarning-foreground, var(--fg)) var(--alliance-letter, 60%),
      var(--fg)
    );
  }

  @media (forced-colors: active) {
    :host {
      --fg: CanvasText;
      --quiet: CanvasText;
      --back: Canvas;
      --line: CanvasText;
      --fine: transparent;
      --focus: Highlight;
      --support: CanvasText;
    }
    main {
      --strain: CanvasText;
      --repaired: CanvasText;
    }
  }
`;
