import type * as vscode from 'vscode';

/** Writes a whole file so that it is never found half written; throws what the file system says. */
export type FileWriter = (uri: vscode.Uri, text: string) => Promise<void>;
