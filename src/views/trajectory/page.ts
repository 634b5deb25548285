import * as vscode from 'vscode';
import type { PanelRoot } from '../../panel/roots';
import { pagePolicy } from './policy';

const titles: Readonly<Record<PanelRoot, () => string>> = {
  'alliance-agreement': () => vscode.l10n.t('Agreement'),
  'alliance-panel': () => vscode.l10n.t('Trajectory'),
  'alliance-case-table': () => vscode.l10n.t('Cases of the Study'),
};

/** A page with one element of the panel's bundle, by its name: one script, no inline style, nothing from anywhere else; the images are what it draws into a PNG itself. */
export function panelPage(webview: vscode.Webview, extension: vscode.Uri, root: PanelRoot): string {
  const script = webview.asWebviewUri(vscode.Uri.joinPath(extension, 'dist', 'panel.js'));
  const nonce = [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const policy = pagePolicy(nonce, webview.cspSource);
  return `<!DOCTYPE html>
<html lang="${attribute(vscode.env.language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${attribute(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${attribute(titles[root]())}</title>
</head>
<body data-root="${root}">
<script nonce="${nonce}" src="${attribute(script.toString())}"></script>
</body>
</html>`;
}

function attribute(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
