import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compose } from '../../src/engine/interchange/compose';
import { session, type Entry } from '../../src/engine/interchange/imported';
import { turnsOf } from '../../src/engine/interchange/turns';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { runs } from './runs';

function speech(speaker: string | null, text: string, start: number | null = null, end = start): Entry {
  return { kind: 'speech', speaker, text, start, end, line: 1 };
}

suite('a transcript made of a source', () => {
  test('our grammar reads back every turn with its speaker, whatever is said', () => {
    const words = fc.constantFrom(
      'T: yes',
      'Dana: no',
      '# hm',
      '[00:12:03] late',
      '00:12:03 x',
      '---',
      ': x',
      '',
      '  ',
      '12 T: x',
      '\u2028',
      '(4s)',
      'Note: this',
      'http://x.y',
      '?: who',
      'é😀',
      'a\u00a0b',
      '(00:01): x',
      'T12  x',
      '\ufeffx',
    );
    const said = fc.array(words, { minLength: 1, maxLength: 4 }).map((list) => list.join('\n'));
    const speaker = fc.constantFrom('T', 'Dana', 'C', 'Speaker 1', 'Lee, D.', '1', null);
    const entry = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(speaker, said).map(([who, text]) => speech(who, text)) },
      {
        weight: 1,
        arbitrary: said.map((text): Entry => ({ kind: 'remark', about: 'unparsed', text, line: 1 })),
      },
    );
    const unit = fc.constantFrom('cues' as const, 'turns' as const);
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 12 }), unit, (entries, by) => {
        const given = session({ name: 'a', entries, unit: by });
        const made = compose(given, new Map());
        const { turns } = parseTranscript(made.text);
        const flat = (text: string): string => text.split(/\s+/).join(' ').trim();
        const expected = turnsOf(given).flatMap(({ speaker: who, parts }) => {
          const spoken = parts.flatMap((part) => (part.kind === 'words' ? [part.text] : []));
          return spoken.length === 0 ? [] : [`${who ?? '?'}: ${flat(spoken.join(' '))}`];
        });
        assert.deepEqual(
          turns.map(({ speaker: who, text }) => `${who}: ${flat(text)}`),
          expected,
        );
      }),
      runs(25),
    );
  });
});
