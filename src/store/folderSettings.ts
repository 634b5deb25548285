import * as vscode from 'vscode';

/**
 * A search should not show another's coding, and annotation files stand under their transcript in the Explorer: with conflict
 * copies of them, for which VS Code has a pattern of one star only.
 */
const settings = {
  'search.exclude': { '**/*.alliance*.yaml': true },
  'explorer.fileNesting.patterns': {
    '*.transcript': '${capture}.*.yaml',
    '*.txt': '${capture}.*.yaml',
  },
};

const nesting = 'explorer.fileNesting.enabled';

/** What is nested is closed at first: whoever looks for a transcript sees transcripts. A setting of the window, not of a folder. */
const unfolding = 'explorer.fileNesting.expand';

/** The settings file of a folder that has none yet. */
export function folderSettingsText(): string {
  return `${JSON.stringify({ ...settings, [nesting]: true, [unfolding]: false }, undefined, 2)}\n`;
}

/**
 * Adds what a study needs to the folder's settings; what a person set there stays. True where something was written; throws
 * what VS Code says where it cannot be (unsaved or faulty settings, a folder that is read-only).
 */
export async function writeFolderSettings(folder: vscode.WorkspaceFolder): Promise<boolean> {
  const configuration = vscode.workspace.getConfiguration(undefined, folder);
  const put = async (key: string, value: unknown): Promise<void> =>
    configuration.update(key, value, vscode.ConfigurationTarget.WorkspaceFolder);
  let written = false;
  for (const [key, wanted] of Object.entries(settings)) {
    const there = configuration.inspect<Readonly<Record<string, unknown>>>(key)?.workspaceFolderValue ?? {};
    if (Object.keys(wanted).every((name) => name in there)) continue;
    await put(key, { ...wanted, ...there });
    written = true;
  }
  if (configuration.inspect<boolean>(nesting)?.workspaceFolderValue === undefined) {
    await put(nesting, true);
    written = true;
  }
  // Where the folder is the whole workspace both have one file of settings.
  const isWhole = vscode.workspace.workspaceFile === undefined;
  if (isWhole && configuration.inspect<boolean>(unfolding)?.workspaceValue === undefined) {
    await configuration.update(unfolding, false, vscode.ConfigurationTarget.Workspace);
    written = true;
  }
  return written;
}
