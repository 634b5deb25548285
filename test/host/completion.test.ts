import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './dialogues';

suite('completion', () => {
  const offered = async (
    document: vscode.TextDocument,
    line: number,
    character: number,
    trigger?: string,
  ): Promise<vscode.CompletionItem[]> => {
    const list = await vscode.commands.executeCommand<vscode.CompletionList>(
      'vscode.executeCompletionItemProvider',
      document.uri,
      new vscode.Position(line, character),
      trigger,
    );
    // Words of the text are the editor's own suggestions.
    const ours = list.items.filter(({ kind }) => kind !== vscode.CompletionItemKind.Text);
    return ours.toSorted((a, b) => ((a.sortText ?? '') < (b.sortText ?? '') ? -1 : 1));
  };
  const labels = (items: readonly vscode.CompletionItem[]): string[] =>
    items.map(({ label }) => (typeof label === 'string' ? label : label.label));

  test('offers the next speaker first where a line begins', async () => {
    const document = await open('T: One.\nC: Two.\n\n');
    const items = await offered(document, 2, 0);
    assert.deepEqual(labels(items).slice(0, 3), ['T:', 'C:', '(4s)']);
    assert.equal(items[0]?.insertText, 'T: ');
    assert.deepEqual(labels(await offered(document, 1, 0)).slice(0, 1), []);
  });

  test('offers notation within a turn, with what a bracket begins, and names masked already', async () => {
    const document = await open('T: One [NAME_1].\nC: ()\n');
    const names = labels(await offered(document, 0, 16));
    assert.deepEqual(names, [
      '(4s)',
      '(.)',
      '(pause)',
      '((looks away))',
      '[inaudible]',
      '[crosstalk]',
      '[NAME_1]',
      '[NAME_2]',
    ]);
    const [pause] = await offered(document, 1, 4, '(');
    const range = pause?.range;
    assert.ok(range instanceof vscode.Range);
    assert.equal(document.getText(range), '()');
    for (const item of await offered(document, 0, 16)) assert.ok(item.documentation);
  });

  test('offers keys and values in the header, and a header where there is none', async () => {
    const document = await open('---\nspeakers: { T: { role: th } }\nstage: \n\n---\nT: One.\nC: Two.\n');
    assert.deepEqual(labels(await offered(document, 2, 7)), ['establishing', 'developing', 'maintaining']);
    assert.deepEqual(labels(await offered(document, 1, 25)), ['therapist', 'client', 'other']);
    const keys = labels(await offered(document, 3, 0));
    assert.ok(
      keys.includes('duration') && !keys.includes('stage') && !keys.includes('speakers'),
      keys.join(),
    );
    const plain = await open('\nT: One.\nC: Two.\n');
    assert.ok(labels(await offered(plain, 0, 0)).includes('---'));
  });

  test('is silent in comments', async () => {
    assert.deepEqual(await offered(await open('T: One.\n# said (\nC: Two.\n'), 1, 8), []);
  });
});
