import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parseTranscript } from '../../src/engine/transcript/parse';

/** The page is the table: it is read as a researcher reads it. */
const page = readFileSync('docs/turn-grammar.md', 'utf8');

interface Row {
  readonly name: string;
  readonly input: string;
  readonly turns: unknown;
}

function rows(): Row[] {
  const table = page.slice(page.indexOf('## The table'));
  return table
    .split(/^### /m)
    .slice(1)
    .map((block) => {
      const [, kind = '', body = ''] = /^```(transcript(?:-escaped)?)\n([\s\S]*?)^```/m.exec(block) ?? [];
      const [, json = ''] = /^```json\n([\s\S]*?)^```/m.exec(block) ?? [];
      const input = kind === 'transcript-escaped' ? String(JSON.parse(body)) : body.replace(/\n$/, '');
      return { name: block.slice(0, block.indexOf('\n')), input, turns: JSON.parse(json) as unknown };
    });
}

suite('What counts as a turn (docs/turn-grammar.md)', () => {
  test('the table has at least 40 rows', () => {
    assert.ok(rows().length >= 40, String(rows().length));
  });
  for (const row of rows()) {
    test(row.name, () => {
      const turns = parseTranscript(row.input).turns.map(({ label, role, time, text }) => ({
        label,
        role,
        time,
        text,
      }));
      assert.deepEqual(turns, row.turns);
    });
  }
});
