import assert from 'node:assert/strict';
import fc from 'fast-check';
import { edited } from '../../src/engine/textEdit';
import { addSpeaker } from '../../src/engine/transcript/editHeader';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { renameSpeaker } from '../../src/engine/transcript/renameSpeaker';
import { transcriptText } from './transcriptTexts';
import { runs } from './runs';

suite('adding a speaker', () => {
  test('keeps every turn, whatever the transcript', () => {
    fc.assert(
      fc.property(transcriptText, (text) => {
        const parsed = parseTranscript(text);
        const edits = addSpeaker(parsed, { label: 'Mother', role: 'other', name: null });
        if (!edits) return;
        const next = edited(parsed.lines, edits);
        const before = parsed.turns.map(({ speaker, role, time }) => [speaker, role, time]);
        const after = parseTranscript(next).turns.filter(({ speaker }) => speaker !== 'Mother');
        assert.deepEqual(
          after.map(({ speaker, role, time }) => [speaker.toUpperCase(), role, time]),
          before,
        );
      }),
      runs(40),
    );
  });
});

suite('renaming a speaker', () => {
  test('there and back is the text it was, or refused', () => {
    const name = fc.constantFrom('Ben', 'Dr. Berg', 'מ', 'P', 'Th', 'é', '😀', 'T 1', 'no', 'T12', "O'Neill");
    fc.assert(
      fc.property(transcriptText, name, (text, to) => {
        const parsed = parseTranscript(text);
        const [turn] = parsed.turns;
        if (!turn) return;
        const result = renameSpeaker(parsed, turn.speaker, to);
        if (!('edits' in result)) return;
        const after = parseTranscript(edited(parsed.lines, result.edits));
        assert.equal(after.turns[0]?.speaker.toLowerCase(), to.toLowerCase());
        const back = renameSpeaker(after, to, turn.speaker);
        assert.ok('edits' in back);
        const again = parseTranscript(edited(after.lines, back.edits));
        assert.deepEqual(
          again.turns.map((each) => [each.speaker.toUpperCase(), each.role, each.text]),
          parsed.turns.map((each) => [each.speaker.toUpperCase(), each.role, each.text]),
        );
      }),
      runs(20),
    );
  });
});
