import assert from 'node:assert/strict';
import * as fc from 'fast-check';
import { addTags } from '../../src/engine/annotations/acts';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { put } from '../../src/engine/annotations/edit';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { standsAt } from '../../src/engine/annotations/quote';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Annotation } from '../../src/engine/annotations/types';
import type { At } from '../../src/engine/transcript/at';
import { maskFile, type Masking } from '../../src/engine/masking/maskFile';
import { maskText, type MaskedText } from '../../src/engine/masking/maskText';
import { NameFinder } from '../../src/engine/masking/names';
import { edited } from '../../src/engine/textEdit';
import { codePointLength } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { runs } from './runs';

const name = new NameFinder({ words: 'Anna Berg' });
const token = '[NAME_1]';

/** Texts in which the name is everywhere: whole, in parts, over lines, beside signs of every kind. */
const word = fc.constantFrom(
  'Anna Berg',
  'Anna',
  'Berg',
  'Annabel',
  "Anna Berg's",
  '*Anna Berg',
  '😀',
  'e\u0301',
  '((Anna Berg nods))',
  '(4s)',
  '[NAME_1]',
  '-',
  'x:',
  '#',
);
const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(' '));
const line = fc.oneof(
  { weight: 3, arbitrary: words.map((said) => `T: ${said}`) },
  { weight: 3, arbitrary: words.map((said) => `[00:01] C:  ${said}`) },
  { weight: 2, arbitrary: words.map((said) => `   ${said}  `) },
  { weight: 1, arbitrary: words.map((said) => `# ${said}`) },
  { weight: 1, arbitrary: fc.constantFrom('', 'C: I met Anna', '   Berg there.') },
);
const transcript = fc.array(line, { minLength: 1, maxLength: 12 }).map((lines) => lines.join('\n'));

interface Case {
  readonly text: string;
  readonly masked: MaskedText;
  readonly file: AnnotationFile;
}

/** A transcript with annotations anywhere in it, each with a note. */
const cases: fc.Arbitrary<Case> = fc
  .tuple(transcript, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.nat(), fc.nat(), words), { maxLength: 8 }))
  .map(([text, picks]): Case | null => {
    const parsed = parseTranscript(text);
    const { turns } = parsed;
    const masked = maskText(parsed, name, token);
    if (!masked) return null;
    const start = newAnnotationFile({
      transcript: 'a.transcript',
      coder: 'bob',
      text: { sha256: masked.before.hash, turns: masked.before.prints },
    });
    const tags = picks.flatMap(([a, b, c, d], index) => {
      const at = passage(
        turns.map(({ text: said }) => codePointLength(said)),
        a,
        b,
        c,
        d,
      );
      return at ? [{ id: `aaaaaag${index}`, code: 'bond', at, created: '2026-03-02T10:15:00Z' }] : [];
    });
    const tagged = addTags(start, turns, tags).file;
    const noted = tagged.coding.annotations.map((one, index) => ({ ...one, note: picks[index]?.[4] ?? '' }));
    return { text, masked, file: noted.length > 0 ? put(tagged, 'annotations', noted).file : tagged };
  })
  .filter((one) => one !== null);

function passage(lengths: readonly number[], a: number, b: number, c: number, d: number): At | null {
  if (lengths.length === 0) return null;
  const turn = a % lengths.length;
  const endTurn = Math.min(turn + (b % 2), lengths.length - 1);
  const start = c % ((lengths[turn] ?? 0) + 1);
  const end = d % ((lengths[endTurn] ?? 0) + 1);
  if (turn === endTurn) return start < end ? { turn: turn + 1, start, end } : null;
  return start < (lengths[turn] ?? 0) && end > 0
    ? { turn: turn + 1, start, end_turn: endTurn + 1, end }
    : null;
}

function masking(text: MaskedText): Masking {
  return { name, token, text, throughout: true, by: 'alice', at: '2026-03-04T09:00:00Z' };
}

function now(text: string, { edits }: MaskedText): string {
  return edited(parseTranscript(text).lines, edits);
}

suite('masking, for any transcript', () => {
  test('no text and no file says the name afterwards, and the file can be read', () => {
    fc.assert(
      fc.property(cases, ({ text, masked, file }) => {
        const { turns, lines } = parseTranscript(now(text, masked));
        for (const each of [...turns, ...lines]) assert.deepEqual(name.find(each.text), []);
        const after = source(maskFile(file, masking(masked)).file);
        assert.deepEqual(name.find(after), []);
        assert.deepEqual(readAnnotationFile(after).faults, []);
      }),
      runs(12),
    );
  });

  test('every annotation is where its characters went, with the words that stand there', () => {
    fc.assert(
      fc.property(cases, ({ masked, file }) => {
        const after = maskFile(file, masking(masked)).file.coding;
        for (const one of file.coding.annotations) {
          if (standsAt(masked.before.turns, one) !== 'exact') continue;
          const moved = after.annotations.find(({ id }) => id === one.id);
          assert.ok(moved);
          assert.equal(standsAt(masked.after.turns, moved), 'exact');
          assert.deepEqual(marked(masked.after, moved), expected(masked, one));
        }
      }),
      runs(12),
    );
  });

  test('masking again changes nothing', () => {
    fc.assert(
      fc.property(cases, ({ text, masked, file }) => {
        const once = maskFile(file, masking(masked)).file;
        const again = maskText(parseTranscript(now(text, masked)), name, token);
        assert.ok(again);
        assert.equal(again.mentions, 0);
        assert.deepEqual(maskFile(once, masking(again)).change, []);
      }),
      runs(12),
    );
  });
});

/** Its turns' texts with the passage between two signs that stand nowhere else. */
function marked({ turns }: MaskedText['after'], { at }: Annotation): string {
  assert.ok(at?.start !== undefined && at.end !== undefined);
  const texts = turns.map(({ text }) => Array.from(text));
  texts[(at.end_turn ?? at.turn) - 1]?.splice(at.end, 0, '»');
  texts[at.turn - 1]?.splice(at.start, 0, '«');
  return texts.map((points) => points.join('')).join('\n');
}

/** The same, sign by sign: covered is what came of a covered sign; a token came of all the signs of a name. */
function expected({ before }: MaskedText, one: Annotation): string {
  const text = before.turns.map((turn) => turn.text).join('\n');
  const start = marked(before, one).indexOf('«');
  const end = marked(before, one).indexOf('»') - 1;
  const parts = { before: '', covered: '', after: '' };
  const mentions = mentionsOf(before);
  for (let from = 0; from < text.length;) {
    const mention = mentions.find((each) => each.start === from);
    const to = mention?.end ?? from + 1;
    const part = to <= start ? 'before' : from >= end ? 'after' : 'covered';
    parts[part] += mention ? token : text.slice(from, to);
    from = to;
  }
  return `${parts.before}«${parts.covered}»${parts.after}`;
}

function mentionsOf({ turns }: MaskedText['before']): { start: number; end: number }[] {
  let offset = 0;
  return turns.flatMap(({ text }) => {
    const found = name.find(text).flat();
    const before = offset;
    offset += text.length + 1;
    return found.map(({ start, end }) => ({ start: start + before, end: end + before }));
  });
}
