import assert from 'node:assert/strict';
import fc from 'fast-check';
import { LiveText } from '../../src/engine/transcript/liveText';
import { joinLines, splitLines } from '../../src/engine/transcript/lines';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { transcriptText } from '../properties/transcriptTexts';

/** What the unit suite shows on a few texts, on thousands. */
suite('transcripts, in large numbers', () => {
  test('any text is read, without a character lost, and every fault stands in it', () => {
    const anything = fc.oneof(
      transcriptText,
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc
        .tuple(transcriptText, fc.string({ unit: 'binary', maxLength: 40 }), fc.nat())
        .map(([text, noise, at]) => {
          const cut = at % (text.length + 1);
          return text.slice(0, cut) + noise + text.slice(cut);
        }),
    );
    fc.assert(
      fc.property(anything, (text) => {
        assert.equal(joinLines(splitLines(text)), text);
        const { faults, lines, turns } = parseTranscript(text);
        for (const { range } of faults) {
          assert.ok(
            range.start.line >= 0 && range.end.line < Math.max(lines.length, 1),
            JSON.stringify(range),
          );
          // What is missing at the end of a line is shown on the line end.
          const longest = (lines[range.end.line]?.text.length ?? 0) + 1;
          assert.ok(range.end.character <= longest, JSON.stringify(range));
        }
        turns.forEach(({ number }, index) => assert.equal(number, index + 1));
      }),
      { numRuns: 20_000 },
    );
  });

  test('after any edits the open text is what a fresh reading gives, and every mark stands in it', () => {
    const edit = fc.record({ at: fc.nat(), length: fc.nat(40), text: fc.oneof(transcriptText, fc.string()) });
    fc.assert(
      fc.property(transcriptText, fc.array(edit, { minLength: 1, maxLength: 8 }), (text, edits) => {
        let plain = text.replace(/\r\n?/g, '\n');
        const live = new LiveText(plain.split('\n'));
        live.transcript();
        live.lines.forEach((line, i) => {
          const end = { line, character: line.text.length };
          if (line.text !== '') live.marks.put(String(i), { line, character: 0 }, end);
        });
        for (const { at, length, text: raw } of edits) {
          const inserted = raw.replace(/\r\n?/g, '\n');
          const from = at % (plain.length + 1);
          const to = Math.min(from + length, plain.length);
          live.apply({ start: place(plain, from), end: place(plain, to), text: inserted });
          plain = plain.slice(0, from) + inserted + plain.slice(to);
        }
        assert.equal(live.lines.map((line) => line.text).join('\n'), plain);
        assert.deepEqual(live.transcript().turns, new LiveText(plain.split('\n')).transcript().turns);
        for (const mark of live.marks.all()) {
          const [first, last] = [live.lineNumber(mark.start.line), live.lineNumber(mark.end.line)];
          if (mark.state !== 'lost') assert.ok(first >= 0 && first <= last, mark.id);
        }
      }),
      { numRuns: 5000 },
    );
  });
});

function place(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}
