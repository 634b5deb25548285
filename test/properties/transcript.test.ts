import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveText, type Change } from '../../src/engine/transcript/liveText';
import { joinLines, splitLines } from '../../src/engine/transcript/lines';
import {
  atOfRange,
  atOfTurn,
  codePointLength,
  codePointOffset,
  rangeOfAt,
  turnAtLine,
  utf16Index,
} from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { transcriptText } from './transcriptTexts';
import { anyText } from './anyText';
import { runs } from './runs';

suite('Transcript', () => {
  test('its lines joined are the input, whatever it is', () => {
    fc.assert(
      fc.property(fc.oneof(anyText(), transcriptText), (text) => {
        assert.equal(joinLines(splitLines(text)), text);
        parseTranscript(text);
      }),
      runs(60),
    );
  });

  test('each character of a turn stands where its pieces say', () => {
    fc.assert(
      fc.property(transcriptText, (text) => {
        const { turns, lines } = parseTranscript(text);
        for (const turn of turns) {
          const words = turn.pieces.map(({ line, start, end }) => lines[line]?.text.slice(start, end));
          assert.equal(words.join('\n'), turn.text);
          assert.equal(turn.text, turn.text.trim());
          assert.equal(turnAtLine(turns, turn.line), turn);
        }
      }),
      runs(40),
    );
  });

  test('a passage found in the document is the passage it came from', () => {
    fc.assert(
      fc.property(transcriptText, fc.nat(), fc.nat(), fc.nat(), (text, pick, from, to) => {
        const { turns, lines } = parseTranscript(text);
        const turn = turns[pick % Math.max(turns.length, 1)];
        const whole = turn && atOfTurn(turn);
        if (!turn || !whole) return;
        const points = Array.from(turn.text);
        const a = from % points.length;
        const b = a + 1 + (to % (points.length - a));
        const words = points.slice(a, b).join('');
        const range = rangeOfAt(turns, { turn: turn.number, start: a, end: b });
        if (words.trim() === '') return;
        assert.ok(range);
        const back = atOfRange(turns, range, lines);
        const lead = Array.from(words).length - Array.from(words.trimStart()).length;
        const trail = Array.from(words).length - Array.from(words.trimEnd()).length;
        assert.deepEqual(back, { turn: turn.number, start: a + lead, end: b - trail });
      }),
      runs(60),
    );
  });

  test('code points in files, UTF-16 in the editor', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.nat(40), (text, count) => {
        const within = Math.min(count, codePointLength(text));
        assert.equal(codePointOffset(text, utf16Index(text, within)), within);
        assert.equal(utf16Index(text, within), Array.from(text).slice(0, within).join('').length);
      }),
      runs(60),
    );
    assert.equal(codePointOffset('a😀b', 2), 1, 'an index within a pair counts as before it');
  });

  test('after any edits the transcript is what a fresh parse gives', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(30), text: fc.oneof(transcriptText, fc.string()) });
    fc.assert(
      fc.property(transcriptText, fc.array(edit, { maxLength: 6 }), (text, edits) => {
        let plain = text.replace(/\r\n?/g, '\n');
        const live = new LiveText(plain.split('\n'));
        for (const { at, length, text: raw } of edits) {
          const inserted = raw.replace(/\r\n?/g, '\n');
          const from = at % (plain.length + 1);
          const to = Math.min(from + length, plain.length);
          live.apply(changeOf(plain, from, to, inserted));
          plain = plain.slice(0, from) + inserted + plain.slice(to);
          live.transcript();
        }
        const fresh = parseTranscript(plain.startsWith('\ufeff') ? `\ufeff${plain}` : plain);
        assert.deepEqual(live.transcript().turns, fresh.turns);
        assert.deepEqual(live.transcript().faults, fresh.faults);
      }),
      runs(40),
    );
  });
});

function changeOf(text: string, from: number, to: number, inserted: string): Change {
  const position = (offset: number): { line: number; character: number } => {
    const before = text.slice(0, offset);
    const line = before.split('\n').length - 1;
    return { line, character: offset - (before.lastIndexOf('\n') + 1) };
  };
  return { start: position(from), end: position(to), text: inserted };
}
