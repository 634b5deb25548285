import assert from 'node:assert/strict';
import fc from 'fast-check';
import { TurnMarks } from '../../src/engine/anchors/turnMarks';
import { LiveText, type Change } from '../../src/engine/transcript/liveText';
import { runs } from './runs';

const turns = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => `${index % 2 === 0 ? 'T' : 'C'}: Turn ${index + 1}.`);

suite('Turns that are said of by number, while the text is edited', () => {
  test('whatever is typed, turns judged stay sorted, apart, turns of the text, and no new turn is one of them', () => {
    const edit = fc.record({
      line: fc.nat(14),
      character: fc.nat(12),
      lines: fc.nat(3),
      length: fc.nat(12),
      text: fc.constantFrom('', 'x', 'C: New.\n', '\nT: New.', '\n', 'T: ', ' so', 'T: New.\nC: New.\n'),
      saved: fc.boolean(),
    });
    const span = fc.tuple(fc.integer({ min: 1, max: 10 }), fc.nat(4));
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 8 }), fc.array(span, { maxLength: 3 }), (edits, spans) => {
        const live = new LiveText(turns(10));
        const marks = new TurnMarks(live);
        let now = marks.judgedNow(spans.map(([from, more]) => ({ from, to: Math.min(10, from + more) })));
        for (const { line, character, lines, length, text, saved } of edits) {
          live.apply(clipped(live, line, character, lines, length, text));
          if (!saved) continue;
          const before = now;
          now = marks.judgedNow(before);
          marks.count(before);
        }
        now = marks.judgedNow(now);
        const { turns: there } = live.transcript();
        now.forEach(({ from, to }, index) => {
          assert.ok(from <= to && to <= there.length && from > (now[index - 1]?.to ?? -1) + 1);
        });
      }),
      runs(50),
    );
  });
});

/** An edit anywhere, cut to the text there is. */
function clipped(
  live: LiveText,
  line: number,
  character: number,
  lines: number,
  length: number,
  text: string,
): Change {
  const place = (at: number, column: number): Change['start'] => {
    const inside = Math.min(at, live.lines.length - 1);
    return { line: inside, character: Math.min(column, live.lines[inside]?.text.length ?? 0) };
  };
  const start = place(line, character);
  const end = place(start.line + lines, lines === 0 ? start.character + length : length);
  return { start, end, text };
}
