/** The page a picture is taken on: white, whatever the theme. These are the values of VS Code's light theme. */
export const paper: Readonly<Record<string, string>> = {
  '--vscode-foreground': '#1f1f1f',
  '--vscode-descriptionForeground': '#4a4a4a',
  '--vscode-sideBar-background': '#ffffff',
  '--vscode-editor-background': '#ffffff',
  '--vscode-contrastBorder': 'initial',
  '--vscode-focusBorder': '#005fb8',
  '--vscode-charts-green': '#388a34',
  '--vscode-charts-blue': '#0063d3',
  '--vscode-charts-orange': '#d18616',
  '--vscode-editorWarning-foreground': '#bf8803',
  '--vscode-font-family': 'Helvetica, Arial, sans-serif',
  '--vscode-font-size': '13px',
  '--alliance-sign': '70%',
  '--alliance-letter': '46%',
};
