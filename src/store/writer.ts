import type * as vscode from 'vscode';

/**
 * Writes a whole file so that it is never found half written; throws what the file system says. With `seen` only where the
 * file is still what was read from it (null: not there); false where somebody else was faster, and nothing was written.
 */
export type FileWriter = (
  uri: vscode.Uri,
  content: string | Uint8Array,
  seen?: string | null,
) => Promise<boolean>;
