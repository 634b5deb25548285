import assert from 'node:assert/strict';
import { LiveText } from '../../src/engine/transcript/liveText';
import { atOfRange } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';

const faultCodes = (text: string): string[] => parseTranscript(text).faults.map((found) => found.code);

suite('Transcript', () => {
  test('a selection over labels, times and comments covers only what was said', () => {
    const { turns, lines } = parseTranscript('[00:01] T: One.\n# note\nC:  Two \n  and three.');
    const all = { start: { line: 0, character: 0 }, end: { line: 3, character: 12 } };
    assert.deepEqual(atOfRange(turns, all, lines), { turn: 1, start: 0, end_turn: 2, end: 14 });
    const comment = { start: { line: 1, character: 0 }, end: { line: 1, character: 6 } };
    assert.equal(atOfRange(turns, comment, lines), null);
  });

  test('an edit reads the lines it touches and no others', () => {
    const lines = Array.from({ length: 500 }, (_, i) => `${i % 2 ? 'C' : 'T'}: line ${i}`);
    const live = new LiveText(lines);
    live.transcript();
    const before = live.readCount;
    live.apply({ start: { line: 250, character: 4 }, end: { line: 250, character: 4 }, text: 'x' });
    assert.equal(live.transcript().turns[250]?.text, 'lxine 250');
    assert.ok(live.readCount - before <= 2, String(live.readCount - before));
  });

  test('faults are said with their place', () => {
    const backwards = parseTranscript('[00:10] T: a\n[00:05] C: b').faults[0];
    assert.equal(backwards?.code, 'time-backwards');
    assert.deepEqual(backwards.range.start, { line: 1, character: 0 });
    assert.deepEqual(backwards.data, { time: '00:05', before: '00:10' });
    assert.deepEqual(faultCodes('T: a\nMother: b\nMother: c'), ['unknown-label']);
    assert.deepEqual(faultCodes('T: a ((laughs\nC: b ((sighs)) c'), ['unclosed-nonverbal']);
    assert.deepEqual(faultCodes('---\nspeakers: { T: { role: therapist } }\nT: a'), ['header-not-closed']);
    assert.deepEqual(faultCodes('---\nspeakers: [ T\n---\nT: a'), ['header-not-yaml']);
    assert.deepEqual(faultCodes('---\nduration: long\nstage: developing\n---\nT: a'), ['header-value']);
    assert.deepEqual(faultCodes('---\ncolour: red\n---\nT: a'), ['header-unknown-key']);
    assert.deepEqual(faultCodes('# only\n# comments'), ['no-turns']);
    assert.deepEqual(faultCodes(''), []);
  });

  test('a faulty key of a header does not silence the others', () => {
    const { header } = parseTranscript('---\nduration: long\nstage: developing\n---\nT: a');
    assert.equal(header.stage, 'developing');
    assert.equal(header.duration, null);
  });

  test('a line of ten megabytes is read, and its length said', () => {
    const { turns, faults } = parseTranscript(`T: ${'mm '.repeat(100_000)}((`);
    assert.equal(turns.length, 1);
    assert.deepEqual(
      faults.map((found) => found.code),
      ['line-too-long'],
    );
  });
});
