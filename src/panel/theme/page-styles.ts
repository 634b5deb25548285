/**
 * The page around the panel: no frame of its own, and how strongly codebook colours are mixed into each kind of theme
 * (the rest is the theme's foreground, which keeps them readable on its background).
 */
const page = `
html, body { margin: 0; padding: 0; }
body { --alliance-sign: 78%; --alliance-letter: 62%; --alliance-motion: 140ms; }
body.vscode-light, body.vscode-high-contrast-light { --alliance-sign: 70%; --alliance-letter: 46%; }
body.vscode-high-contrast:not(.vscode-high-contrast-light) { --alliance-sign: 66%; --alliance-letter: 50%; }
body.vscode-reduce-motion { --alliance-motion: 0s; }
@media (prefers-reduced-motion: reduce) { body { --alliance-motion: 0s; } }
`;

/** As a constructed sheet, since the page's content security policy forbids style elements. */
export function pageStyles(): CSSStyleSheet {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(page);
  return sheet;
}
