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

/** What is nested is closed at first: whoever looks for a transcript sees transcripts. */
const switches = { 'explorer.fileNesting.enabled': true, 'explorer.fileNesting.expand': false };

/** The settings file of a folder that has none yet. */
export function folderSettingsText(): string {
  return `${JSON.stringify({ ...settings, ...switches }, undefined, 2)}\n`;
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
  for (const [key, wanted] of Object.entries(switches)) {
    if (configuration.inspect<boolean>(key)?.workspaceFolderValue !== undefined) continue;
    await put(key, wanted);
    written = true;
  }
  return written;
}
