import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs } from './workspaceFiles';
import { openFile, completions, labels, completed, head, one, study, codebook } from './openedYaml';

suite('completion in our files', () => {
  suiteSetup(() => codeAs('vera'));

  test('offers the keys that are not there yet, in a half-written entry', async () => {
    const found = await completed('s.vera.alliance.yaml', `${head}annotations:\n${one}    |\n`);
    assert.deepEqual(found.slice(0, 4), ['was', 'unconfirmed', 'quote_sha256', 'context']);
    assert.ok(!found.includes('quote'));
  });

  test('says what a key is for, and puts its required keys in', async () => {
    const { document, at } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - code: bond\n    |`,
    );
    const item = (await completions(document, at)).find(({ label }) => labels([{ label }])[0] === 'at');
    assert.ok(item);
    const { documentation, insertText } = item;
    assert.match(documentation instanceof vscode.MarkdownString ? documentation.value : '', /passage is/);
    assert.equal(insertText instanceof vscode.SnippetString ? insertText.value : '', 'at: { turn: $1 }$0');
  });

  test('offers the codes of the codebook above, each with its card', async () => {
    const { document, at } = await openFile(
      's.vera.alliance.yaml',
      `${head}annotations:\n  - id: kkkkkkkk\n    code: |\n    at: { turn: 4 }\n`,
      { 'alliance.codebook.yaml': codebook },
    );
    const items = await completions(document, at, ' ');
    assert.deepEqual(labels(items), ['turn', 'calm']);
    const card = items[0]?.documentation;
    assert.ok(card instanceof vscode.MarkdownString);
    assert.match(card.value, /It changes here/);
    assert.equal(card.isTrusted ?? false, false);
  });

  const places: readonly (readonly [what: string, name: string, text: string, offered: readonly string[]])[] =
    [
      [
        'scales, those of the code first',
        's.vera.alliance.yaml',
        `${head}annotations:\n  - code: turn\n    ratings: { | }\n`,
        ['depth'],
      ],
      [
        'values of a scale',
        's.vera.alliance.yaml',
        `${head}annotations:\n  - code: turn\n    ratings: { depth: | }\n`,
        ['1', '2'],
      ],
      [
        'annotations for an episode',
        's.vera.alliance.yaml',
        `${head}annotations:\n${one}episodes:\n  - ruptures: [ | ]\n`,
        ['kkkkkkkk'],
      ],
      [
        'speakers of the transcript',
        's.vera.alliance.yaml',
        `${head}annotations:\n${one}    speaker: |\n`,
        ['T', 'C'],
      ],
      ['coders of the study', 's.vera.alliance.yaml', 'alliance: 1\ncoder: |\n', ['vera', 'bob']],
      ['transcripts beside it', 's.vera.alliance.yaml', 'alliance: 1\ntranscript: |\n', ['s.transcript']],
      ['roles', 's.vera.alliance.yaml', `${head}role: |\n`, ['coder', 'supervisor', 'consensus']],
      [
        'what happened',
        's.vera.alliance.yaml',
        `${head}log:\n  - at: "2026"\n    event: t|\n`,
        [
          'released',
          'taken_back',
          'looked',
          'resolved',
          'reopened',
          'sent_back',
          'approved',
          'masked',
          'moved',
          'reanchored',
        ],
      ],
    ];
  for (const [what, name, text, offered] of places) {
    test(`offers ${what}`, async () => {
      const found = await completed(name, text, {
        'alliance.codebook.yaml': codebook,
        'alliance.study.yaml': study,
        's.transcript': 'T: So?\nC: Mm.\nT: And?\nC: Dunno.\n',
      });
      assert.deepEqual(found, offered);
    });
  }

  test('in a study offers transcripts below it, those that are not listed first, people, measures and stages', async () => {
    const beside = { 'a/one.transcript': 'T: x\n', 'b/two.transcript': 'T: x\n' };
    const cases = (session: string): string =>
      `${study}cases:\n  C1:\n    sessions:\n      - { transcript: a/one.transcript }\n      - ${session}\n`;
    const found = (text: string): Promise<string[]> => completed('alliance.study.yaml', text, beside);
    assert.deepEqual(await found(cases('{ transcript: | }')), ['b/two.transcript', 'a/one.transcript']);
    assert.deepEqual(await found(cases('{ stage: | }')), ['establishing', 'developing', 'maintaining']);
    assert.deepEqual(await found(cases('{ scores: { client: { | } } }')), ['phq9']);
    const plan = `${study}plan:\n  - { transcript: a/one.transcript, coders: [ bob, | ] }\n`;
    assert.deepEqual(await found(plan), ['vera']);
  });

  test('in a codebook offers keys, kinds, scales, colours and the beginning of a child’s id', async () => {
    const found = (text: string): Promise<string[]> => completed('alliance.codebook.yaml', text);
    const begun = codebook.replace('  - { id: calm', '  - id: calm2\n    |\n  - { id: calm');
    assert.deepEqual((await found(begun)).slice(0, 3), ['label', 'key', 'color']);
    const kinds = await found(`${codebook}  - id: deep\n    kind: |\n`);
    assert.deepEqual(kinds.slice(0, 2), ['withdrawal', 'confrontation']);
    assert.deepEqual(await found(`${codebook}  - id: deep\n    scales: [ | ]\n`), ['depth']);
    assert.equal((await found(`${codebook}  - id: deep\n    color: |\n`)).length, 12);
    assert.deepEqual(await found(`${codebook}  - id: deep\n    children:\n      - id: |\n`), ['deep.']);
  });

  test('offers nothing in comments and running text, and leaves other YAML alone', async () => {
    for (const [name, text] of [
      ['s.vera.alliance.yaml', `${head}# co|`],
      ['s.vera.alliance.yaml', `${head}annotations:\n${one}    note: so it is, |`],
      ['compose.yaml', 'ro|'],
    ] as const) {
      const { document, at } = await openFile(name, text);
      assert.deepEqual(labels(await completions(document, at)), [], name);
    }
  });

  test('works with Windows line ends', async () => {
    const text = `${head}annotations:\n  - id: kkkkkkkk\n    code: |\n`.replaceAll('\n', '\r\n');
    const found = await completed('s.vera.alliance.yaml', text, { 'alliance.codebook.yaml': codebook });
    assert.deepEqual(found, ['turn', 'calm']);
  });
});
