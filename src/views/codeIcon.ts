import * as vscode from 'vscode';
import { nearestColour } from '../editor/drawing/palette';
import type { Code } from '../engine/codebook/types';

/** What a code looks like in a tree: the colour of its family, and a shape where the colour is not seen. */
export function codeIcon(code: Pick<Code, 'color' | 'family'> | null): vscode.ThemeIcon {
  const colour = codeColour(code);
  if (code?.family === 'rupture') return new vscode.ThemeIcon('triangle-down', colour);
  if (code?.family === 'repair') return new vscode.ThemeIcon('triangle-up', colour);
  return new vscode.ThemeIcon('circle-filled', colour);
}

export function codeColour(code: Pick<Code, 'color'> | null): vscode.ThemeColor {
  return new vscode.ThemeColor(`alliance.${nearestColour(code?.color ?? '#999999')}`);
}
