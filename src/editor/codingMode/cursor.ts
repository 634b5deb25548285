import * as vscode from 'vscode';

type Selections = readonly vscode.Selection[];

/**
 * Where the cursor is, with what was sent to the editor and has not come back yet: of three keys in ten milliseconds the
 * third must not act where the first left the cursor.
 */
export class Cursor {
  #editor: vscode.TextEditor | undefined;
  /** Selections sent, in order; the last is the one that holds. */
  #sent: Selections[] = [];

  selections(editor: vscode.TextEditor): Selections {
    const last = this.#editor === editor ? this.#sent.at(-1) : undefined;
    return last && this.#isSent(editor.selections) ? last : editor.selections;
  }

  position(editor: vscode.TextEditor): vscode.Position {
    return (this.selections(editor)[0] ?? editor.selection).active;
  }

  /** Puts the cursor, or selections, there, and shows them. */
  set(editor: vscode.TextEditor, selections: Selections, shown: vscode.Range): void {
    if (this.#editor !== editor) this.#sent = [];
    this.#editor = editor;
    this.#sent.push(selections);
    editor.selections = [...selections];
    editor.revealRange(shown, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
  }

  /** Takes note of a selection that came from the editor; true where it is one of those sent. */
  came({ textEditor, selections, kind }: vscode.TextEditorSelectionChangeEvent): boolean {
    const byPerson =
      kind === vscode.TextEditorSelectionChangeKind.Mouse ||
      kind === vscode.TextEditorSelectionChangeKind.Keyboard;
    const sent = !byPerson && textEditor === this.#editor && this.#isSent(selections);
    const last = this.#sent.at(-1);
    if (!sent || (last && sameSelections(selections, last))) this.#sent = [];
    return sent;
  }

  #isSent(selections: Selections): boolean {
    return this.#sent.some((each) => sameSelections(each, selections));
  }
}

export function sameSelections(a: Selections, b: Selections): boolean {
  return a.length === b.length && a.every((each, index) => b[index] !== undefined && each.isEqual(b[index]));
}
