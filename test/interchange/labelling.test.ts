import assert from 'node:assert/strict';
import {
  givenLabels,
  labelledTurns,
  labelTurn,
  mergeTurn,
  nextUnlabelled,
  speakerFor,
} from '../../src/engine/interchange/labelling';
import { edited, type TextEdit } from '../../src/engine/textEdit';
import { parseTranscript, type ParsedTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';

const header = '---\nspeakers: { T: { role: therapist }, C: { role: client }, "?": { role: other } }\n---\n';
const body =
  '[00:00:01] ?: How was it?\n?: Fine.\n# She smiles.\n[00:00:04] ?: T: that is what he said.\n?:\n';
const parsed = parseTranscript(header + body);

function turn(number: number, of = parsed): Turn {
  const found = of.turns[number - 1];
  assert.ok(found);
  return found;
}

/** The text behind the header after edits. */
function after(edits: TextEdit[] | null, of: ParsedTranscript = parsed): string {
  assert.ok(edits);
  return edited(of.lines, edits).replace(header, '');
}

suite('labelling', () => {
  test('a role that nobody is listed for has its usual label', () => {
    const nobody = parseTranscript('---\nspeakers: { Mother: { role: other } }\n---\nMother: Well.\n');
    const of = (role: 'therapist' | 'client'): string => speakerFor(nobody, role).label;
    assert.deepEqual([of('therapist'), of('client')], ['T', 'C']);
  });

  test('a turn gets the label of a role, and nothing else changes', () => {
    const given = after(labelTurn(parsed, turn(1), speakerFor(parsed, 'therapist'), null));
    assert.equal(given, body.replace('?: How', 'T: How'));
    assert.equal(labelledTurns(parseTranscript(header + given)).labelled, 1);
  });

  test('who is listed for a role is meant before the usual label', () => {
    const named = parseTranscript('---\nspeakers: { Lee: therapist, "?": other }\n---\n?: Hm.\n');
    assert.equal(speakerFor(named, 'therapist').label, 'Lee');
    assert.deepEqual(
      givenLabels(named).map(({ label }) => label),
      ['Lee'],
    );
  });

  test('who is no speaker yet is listed in the header in the same edit', () => {
    const named = parseTranscript('---\nspeakers: { Lee: therapist, "?": other }\n---\n?: Hm.\n?: So?\n');
    const edits = labelTurn(named, turn(2, named), speakerFor(named, 'client'), null);
    const now = parseTranscript(after(edits, named));
    assert.deepEqual(
      now.turns.map(({ speaker, role }) => `${speaker} ${role}`),
      ['? other', 'C client'],
    );
  });

  test('a label that the study file does not list is refused, for its turn would be gone', () => {
    const study = [
      { label: 'T', role: 'therapist', name: null },
      { label: '?', role: 'other', name: null },
    ] as const;
    const ofStudy = parseTranscript(header + body, study);
    assert.equal(labelTurn(ofStudy, turn(1, ofStudy), speakerFor(ofStudy, 'client'), study), null);
    assert.ok(labelTurn(ofStudy, turn(1, ofStudy), speakerFor(ofStudy, 'therapist'), study));
    assert.equal(labelTurn(parsed, turn(1), { label: '7', role: 'other', name: null }, study), null);
  });

  test('a turn goes on with the one above: its words and its time stay', () => {
    const merged = after(mergeTurn(parsed, turn(2), null));
    assert.equal(merged, body.replace('?: Fine', '   Fine'));
    assert.equal(turn(1, parseTranscript(header + merged)).text, 'How was it?\nFine.');
    const timed = parseTranscript(`${header}?: One.\n[00:00:04] ?: Two.\n`);
    assert.equal(after(mergeTurn(timed, turn(2, timed), null), timed), '?: One.\n   [00:00:04] Two.\n');
    assert.equal(mergeTurn(parsed, turn(1), null), null, 'there is none above the first');
  });

  test('words that would begin a turn go to the end of the line above', () => {
    const merged = after(mergeTurn(parsed, turn(3), null));
    assert.equal(merged, '[00:00:01] ?: How was it?\n?: Fine. T: that is what he said.\n# She smiles.\n?:\n');
  });

  test('a turn without words goes on with nothing', () => {
    assert.equal(after(mergeTurn(parsed, turn(4), null)), body.replace(/\?:\n$/, '\n'));
  });

  test('the next is behind the cursor, then from the beginning', () => {
    assert.equal(nextUnlabelled(parsed, 2)?.number, 3);
    assert.equal(nextUnlabelled(parsed, 4)?.number, 1);
    assert.equal(nextUnlabelled(parseTranscript('T: a\n'), 0), undefined);
  });
});
