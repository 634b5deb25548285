import assert from 'node:assert/strict';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { homesFor, type PossibleHome } from '../../src/engine/annotations/homes';
import { parseTranscript } from '../../src/engine/transcript/parse';

const lines = ['T: One?', 'C: Mm.', 'T: Two?', 'C: Mm.', 'T: Three?', 'C: Well, three.'];

function home(name: string, text: readonly string[]): PossibleHome {
  const whole = `${text.join('\n')}\n`;
  const prints = fingerprints(parseTranscript(whole, null).turns);
  return { name, hash: textHash(whole), prints };
}

const made = home('old.transcript', lines);
const coding = { transcript: 'old.transcript', text: { sha256: made.hash, turns: made.prints } };

function said(homes: readonly PossibleHome[], of: Parameters<typeof homesFor>[0] = coding): string[] {
  return homesFor(of, homes).map(({ transcript, likeness }) =>
    likeness.kind === 'turns'
      ? `${transcript.name} turns ${likeness.same} ${likeness.of}`
      : `${transcript.name} ${likeness.kind}`,
  );
}

suite('the home of an annotation file that lost its transcript', () => {
  test('is the transcript with the same text, then those with most of its turns, then one of its name', () => {
    const homes = [
      home('old.transcript', ['T: Nothing of it.']),
      home('most.transcript', [...lines.slice(0, 5), 'C: Four.', 'T: Five?']),
      home('same.transcript', lines),
      home('more.transcript', [...lines, 'T: And then?']),
      home('other.transcript', ['T: Something else?', 'C: Mm.', 'C: Mm.', 'C: Mm.']),
    ];
    assert.deepEqual(said(homes), [
      'same.transcript same-text',
      'more.transcript turns 6 6',
      'most.transcript turns 5 6',
      'old.transcript same-name',
    ]);
  });

  test('turns that are the same are counted once each, in whatever order', () => {
    const back = home('back.transcript', ['C: Mm.', 'T: Two?', 'T: One?', 'T: New?']);
    assert.deepEqual(said([back]), ['back.transcript turns 3 6']);
  });

  test('a file that does not say which text it is for has at most a name', () => {
    const byHand = { transcript: 'old.transcript' };
    assert.deepEqual(said([made, home('same.transcript', lines)], byHand), ['old.transcript same-name']);
    assert.deepEqual(
      said([home('x.transcript', lines)], { ...byHand, text: { sha256: '', turns: 'odd' } }),
      [],
    );
  });
});
