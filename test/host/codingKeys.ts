import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { run, type Opened, type Tagged } from './workspaceFiles';

/** Presses keys one after the other, without waiting: as fast as nobody types. Resolves when all is written. */
export async function press(...keys: readonly string[]): Promise<readonly unknown[]> {
  return Promise.all(keys.map((key) => run('key', { key })));
}

export function cursorIn({ editor }: Opened, words: string): void {
  const at = editor.document.positionAt(editor.document.getText().indexOf(words));
  editor.selection = new vscode.Selection(at, at);
}

export function idOf(tagged: unknown): string {
  return list(tagged)[0]?.id ?? '';
}

export function turnsOf(tagged: unknown): number[] {
  return list(tagged).map(({ turn }) => turn);
}

function list(tagged: unknown): readonly Tagged[] {
  assert.ok(isTagged(tagged));
  return tagged;
}

function isTagged(made: unknown): made is readonly Tagged[] {
  return (
    Array.isArray(made) && made.every((each) => typeof each === 'object' && each !== null && 'turn' in each)
  );
}

export function codes(text: string): string[] {
  return [...text.matchAll(/^ {4}code: (\S+)$/gm)].map(([, code]) => code ?? '').toSorted();
}

export function lastId(text: string, code: string): string {
  return new RegExp(`- id: (\\w+)\\n {4}code: ${code}\\n`).exec(text)?.[1] ?? '';
}
