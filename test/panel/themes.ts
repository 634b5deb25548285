/** The theme variables the panel reads, with the values of VS Code's four default themes. */
export interface Theme {
  readonly kind: 'vscode-dark' | 'vscode-light' | 'vscode-high-contrast' | 'vscode-high-contrast-light';
  /** VS Code names the light high-contrast theme by both classes. */
  readonly classes: readonly string[];
  readonly variables: Readonly<Record<string, string>>;
}

const type = { 'font-family': '"Segoe UI", "Ubuntu", "DejaVu Sans", sans-serif', 'font-size': '13px' };

const dark: Theme = {
  kind: 'vscode-dark',
  classes: ['vscode-dark'],
  variables: {
    ...type,
    foreground: '#cccccc',
    descriptionForeground: '#9d9d9d',
    'sideBar-background': '#181818',
    'editor-background': '#1f1f1f',
    focusBorder: '#0078d4',
    'charts-green': '#89d185',
    'charts-blue': '#59a4f9',
    'charts-orange': '#d18616',
    'editorWarning-foreground': '#cca700',
    'textLink-foreground': '#4daafc',
    'textLink-activeForeground': '#4daafc',
    'list-hoverBackground': '#2a2d2e',
    'keybindingLabel-background': 'rgba(128, 128, 128, 0.17)',
    'keybindingLabel-foreground': '#cccccc',
    'keybindingLabel-border': 'rgba(51, 51, 51, 0.6)',
    'button-background': '#0078d4',
    'button-foreground': '#ffffff',
    'button-border': 'rgba(255, 255, 255, 0.07)',
    'button-hoverBackground': '#026ec1',
    'editorHoverWidget-background': '#202020',
    'editorHoverWidget-foreground': '#cccccc',
    'editorHoverWidget-border': '#454545',
  },
};

const light: Theme = {
  kind: 'vscode-light',
  classes: ['vscode-light'],
  variables: {
    ...type,
    foreground: '#3b3b3b',
    descriptionForeground: '#3b3b3b',
    'sideBar-background': '#f8f8f8',
    'editor-background': '#ffffff',
    focusBorder: '#005fb8',
    'charts-green': '#388a34',
    'charts-blue': '#0063d3',
    'charts-orange': '#d18616',
    'editorWarning-foreground': '#bf8803',
    'textLink-foreground': '#005fb8',
    'textLink-activeForeground': '#005fb8',
    'list-hoverBackground': '#f2f2f2',
    'keybindingLabel-background': 'rgba(221, 221, 221, 0.4)',
    'keybindingLabel-foreground': '#3b3b3b',
    'keybindingLabel-border': 'rgba(204, 204, 204, 0.4)',
    'button-background': '#005fb8',
    'button-foreground': '#ffffff',
    'button-border': 'rgba(0, 0, 0, 0.1)',
    'button-hoverBackground': '#0258a8',
    'editorHoverWidget-background': '#f8f8f8',
    'editorHoverWidget-foreground': '#3b3b3b',
    'editorHoverWidget-border': '#c8c8c8',
  },
};

const hcDark: Theme = {
  kind: 'vscode-high-contrast',
  classes: ['vscode-high-contrast'],
  variables: {
    ...type,
    foreground: '#ffffff',
    descriptionForeground: 'rgba(255, 255, 255, 0.7)',
    'sideBar-background': '#000000',
    'editor-background': '#000000',
    focusBorder: '#f38518',
    contrastBorder: '#6fc3df',
    'charts-green': '#89d185',
    'charts-blue': '#59a4f9',
    'charts-orange': '#d18616',
    'editorWarning-foreground': '#ffd370',
    'textLink-foreground': '#21a6ff',
    'textLink-activeForeground': '#21a6ff',
    'list-hoverBackground': 'rgba(255, 255, 255, 0.1)',
    'keybindingLabel-foreground': '#ffffff',
    'keybindingLabel-border': '#6fc3df',
    'button-background': '#000000',
    'button-foreground': '#ffffff',
    'button-border': '#6fc3df',
    'editorHoverWidget-background': '#0c141f',
    'editorHoverWidget-foreground': '#ffffff',
    'editorHoverWidget-border': '#6fc3df',
  },
};

const hcLight: Theme = {
  kind: 'vscode-high-contrast-light',
  classes: ['vscode-high-contrast', 'vscode-high-contrast-light'],
  variables: {
    ...type,
    foreground: '#292929',
    descriptionForeground: 'rgba(41, 41, 41, 0.9)',
    'sideBar-background': '#ffffff',
    'editor-background': '#ffffff',
    focusBorder: '#006bbd',
    contrastBorder: '#0f4a85',
    'charts-green': '#374e06',
    'charts-blue': '#1a85ff',
    'charts-orange': '#d18616',
    'editorWarning-foreground': '#895503',
    'textLink-foreground': '#0f4a85',
    'textLink-activeForeground': '#0f4a85',
    'list-hoverBackground': 'rgba(15, 74, 133, 0.1)',
    'keybindingLabel-foreground': '#292929',
    'keybindingLabel-border': '#0f4a85',
    'button-background': '#0f4a85',
    'button-foreground': '#ffffff',
    'button-border': '#0f4a85',
    'editorHoverWidget-background': '#ffffff',
    'editorHoverWidget-foreground': '#292929',
    'editorHoverWidget-border': '#0f4a85',
  },
};

export const themes = { dark, light, 'hc-dark': hcDark, 'hc-light': hcLight } as const;
export type ThemeName = keyof typeof themes;
export const themeNames: readonly ThemeName[] = ['dark', 'light', 'hc-dark', 'hc-light'];
