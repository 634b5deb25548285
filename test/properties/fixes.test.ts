import assert from 'node:assert/strict';
import fc from 'fast-check';
import { type FaultCode } from '../../src/engine/faults';
import { edited } from '../../src/engine/textEdit';
import { fixesOf } from '../../src/engine/transcript/fixes';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { transcriptText } from './transcriptTexts';
import { runs } from './runs';

suite('quick fixes of a transcript', () => {
  test('take their fault away and make no other, whatever the transcript', () => {
    fc.assert(
      fc.property(transcriptText, (text) => {
        const parsed = parseTranscript(text);
        for (const found of parsed.faults) {
          for (const { kind, edits } of fixesOf(parsed, found)) {
            const after = parseTranscript(edited(parsed.lines, edits));
            const count = (faults: readonly { readonly code: FaultCode }[]): number =>
              faults.filter(({ code }) => code === found.code).length;
            if (kind !== 'remove-time') assert.ok(count(after.faults) < count(parsed.faults), kind);
            if (kind.startsWith('add-')) assert.ok(after.turns.length > parsed.turns.length);
          }
        }
      }),
      runs(50),
    );
  });
});
