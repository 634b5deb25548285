import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import {
  codeAs,
  dialogue,
  inFolder,
  isOver,
  openTranscript,
  read,
  run,
  tag,
  until,
  write,
} from './workspaceFiles';

/** What the Problems view says of a file: code, line from 1, and whether the sentence says anything. */
function problems(uri: vscode.Uri): string[] {
  return vscode.languages.getDiagnostics(uri).map(({ code, range, message, source }) => {
    assert.equal(source, 'Alliance');
    assert.ok(message.length > 20, message);
    return `${typeof code === 'string' ? code : ''} ${range.start.line + 1}`;
  });
}

async function says(uri: vscode.Uri, expected: string): Promise<void> {
  try {
    await until(expected, () => problems(uri).includes(expected));
  } catch {
    assert.deepEqual(problems(uri), [expected]);
  }
}

const head = 'alliance: 1\ntranscript: NAME.transcript\ncoder: tess\n';

suite('bad input is said in the Problems view, and never written over', () => {
  suiteSetup(() => codeAs('tess'));

  const files: [string, string, string][] = [
    ['that is not YAML', 'alliance: 1\ntranscript: [\n', 'not-yaml 3'],
    ['that is another YAML', 'name: somebody\nage: 4\n', 'not-ours 1'],
    ['of a newer format', head.replace('1', '7'), 'newer-version 1'],
    [
      'that names another transcript',
      head.replace('NAME.transcript', 'other.transcript'),
      'other-transcript 2',
    ],
    [
      'with duplicate ids',
      `${head}annotations:\n  - { id: sameidkk, code: bond, at: { turn: 1 } }\n  - { id: sameidkk, code: bond, at: { turn: 2 } }\n`,
      'duplicate-id 6',
    ],
    [
      'with an unknown code',
      `${head}annotations:\n  - { id: unknownk, code: luck, at: { turn: 1 } }\n`,
      'unknown-code 5',
    ],
    [
      'with a turn there is not',
      `${head}annotations:\n  - { id: farawayk, code: bond, at: { turn: 99 } }\n`,
      'turn-out-of-range 5',
    ],
    [
      'with offsets beyond the turn',
      `${head}annotations:\n  - { id: offsetkk, code: bond, at: { turn: 4, start: 2, end: 70 } }\n`,
      'offset-out-of-range 5',
    ],
  ];
  for (const [name, text, expected] of files) {
    test(`an annotation file ${name}`, async () => {
      const { fileOf } = await openTranscript(dialogue, { 'NAME.tess.alliance.yaml': text });
      await says(fileOf('tess'), expected);
    });
  }

  test('of two files of one coder the first counts, and the other says so', async () => {
    const { fileOf, uri } = await openTranscript(dialogue, {
      'NAME.tess.alliance.yaml': head,
      'NAME.zzz.alliance.yaml': head,
    });
    await says(
      vscode.Uri.joinPath(uri, '..', fileOf('zzz').path.split('/').at(-1) ?? ''),
      'duplicate-file 3',
    );
    await tag('bond', { turns: [2] });
    assert.equal(await read(fileOf('zzz')), head.replace('NAME', fileOf('zzz').path.split('/').at(-2) ?? ''));
  });

  test('a file under one’s own name that is another’s is never written', async () => {
    const bobs = head.replace('coder: tess', 'coder: bob');
    const { fileOf } = await openTranscript(dialogue, { 'NAME.tess.alliance.yaml': bobs });
    await tag('bond', { turns: [2] });
    assert.match(await read(fileOf('tess')), /coder: bob\n$/);
  });

  const codebooks: [string, string, string][] = [
    [
      'with duplicate ids',
      'codes:\n  - { id: a, label: A, definition: x }\n  - { id: a, label: B, definition: x }\n',
      'duplicate-code',
    ],
    [
      'with two siblings on one key',
      'codes:\n  - { id: a, label: A, key: a, definition: x }\n  - { id: b, label: B, key: a, definition: x }\n',
      'duplicate-key',
    ],
    ['with an empty list', 'codes: []\n', 'no-codes'],
  ];
  for (const [name, codes, expected] of codebooks) {
    test(`a codebook ${name}`, async () => {
      const text = `alliance_codebook: 1\nid: own\ntitle: Own\nversion: "1"\n${codes}`;
      const { uri } = await openTranscript(dialogue, { 'alliance.codebook.yaml': text });
      const codebook = vscode.Uri.joinPath(uri, '..', 'alliance.codebook.yaml');
      await until(expected, () => problems(codebook).some((each) => each.startsWith(`${expected} `)));
    });
  }

  test('a codebook above the transcript is the one that counts', async () => {
    const text =
      'alliance_codebook: 1\nid: own\ntitle: Own\nversion: "1"\ncodes:\n  - { id: luck, label: Luck, key: l, definition: x }\n';
    const { fileOf } = await openTranscript(dialogue, { 'alliance.codebook.yaml': text });
    await tag('luck', { turns: [2] });
    assert.match(await read(fileOf('tess')), /codebook: \{ id: own, version: "1" \}/);
    assert.deepEqual(await tag('bond', { turns: [2] }), [], 'it has no such code');
  });

  const transcripts: [string, string, number][] = [
    ['with CRLF', 'T: One.\r\nC: Two.\r\n', 2],
    ['with a byte order mark', '\ufeffT: One.\nC: Two.', 2],
    ['without a final newline', 'T: One.\nC: Two.', 2],
    ['with tabs', 'T:\tOne.\n\tand more\nC:\tTwo.', 2],
    ['from right to left', 'T: שלום\nC: مرحبا بك', 2],
    ['with emoji and combining marks', 'T: 👍🏽 cafe\u0301\nC: 👨‍👩‍👧 ok', 2],
    ['of comments only', '# one\n# two\n', 0],
    ['with nothing in it', '', 0],
  ];
  for (const [name, text, turns] of transcripts) {
    test(`a transcript ${name} is coded at its own words`, async () => {
      const { fileOf } = await openTranscript(text);
      const tagged = await tag('bond', { turns: [2] });
      assert.equal(tagged.length, turns === 0 ? 0 : 1);
      if (turns === 0) return;
      const length = { 'from right to left': 8, 'with emoji and combining marks': 8 }[name] ?? 4;
      assert.match(await read(fileOf('tess')), new RegExp(`at: \\{ turn: 2, start: 0, end: ${length} \\}`));
      await run('undo');
      await run('redo');
      assert.equal(
        vscode.languages.getDiagnostics(fileOf('tess')).length,
        0,
        problems(fileOf('tess')).join(),
      );
    });
  }

  test('a transcript without a name is asked for one, and not coded before', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'session-transcript',
      content: dialogue,
    });
    await vscode.window.showTextDocument(document);
    const asked = tag('bond', { turns: [2] });
    // Nobody answers here.
    await until('the question is gone', async () => {
      await vscode.commands.executeCommand('notifications.clearAll');
      return isOver(asked);
    });
    assert.deepEqual(await asked, []);
    assert.ok(document.isUntitled);
    await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('a transcript with a line of ten megabytes stays usable', async () => {
    const uri = inFolder('long.transcript');
    await write(uri, `T: ${'mm hm '.repeat(1_750_000)}\nC: Yes.\n`);
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    await says(uri, 'line-too-long 1');
    assert.equal((await tag('bond', { turns: [2] })).length, 1);
    await vscode.workspace.fs.delete(uri);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
  });

  test('a header that is not YAML leaves the turns readable', async () => {
    const { uri } = await openTranscript('---\nspeakers: [ T\n---\nT: One.\nC: Two.');
    await until('the header is said', () => problems(uri).some((each) => each.startsWith('header-not-yaml')));
    assert.equal((await tag('bond', { turns: [1] })).length, 1);
  });
});
