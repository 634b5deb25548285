import assert from 'node:assert/strict';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import { sha256Of } from '../../src/engine/annotations/hashes';
import { random } from './editedDialogue';
import { anchorsIn, annotatedIn, editedText } from './editedTexts';

const passages = 25;

/**
 * Of the texts 1, 2, … of the generator: the first letters of the hash of where 25 passages are, in which state, and
 * how surely, once with all that our files say, once with what others do.
 */
const asEver = `
00dd29 053915 dc36c1 59b72e 46a45a 9a2c28 22a5c6 2270b1 95dd43 08a8c7 7769d9 3062ad
b7ba87 1a737c 6defac cf6b36 de047d a62eba 12e456 438306 3b21f2 2a9c69 31791f 352bb2
5c2ddb 3c18f4 356a9d 31bb0a c7083c b2b714 ea0279 307f7f 094eba 002d5a 8e59e9 540f46
15378d d235c9 a95346 cdaa0d`;

function found(seed: number): string {
  const next = random(seed);
  const text = editedText(next);
  const { annotations } = annotatedIn(next, text, passages);
  const { turns, hash } = text.now;
  // A file of another program says nothing of its text, and perhaps not even a place.
  const bare = annotations.map(({ id, code, at, quote, context }, index) =>
    index % 2 === 0 ? { id, code, at, quote, context } : { id, code, quote },
  );
  const all = [...anchorsIn(text, annotations), ...resolveAnchors({ annotations: bare }, turns, hash)];
  const anchors = all.map(({ state, method, confidence, at, places }) => [
    state,
    method,
    confidence.toFixed(3),
    at,
    places,
  ]);
  return sha256Of(JSON.stringify(anchors)).slice(0, 6);
}

suite(
  'An edit leaves every passage where it left it in earlier versions: another place is a decision, and for the changelog',
  () => {
    for (const [index, hash] of asEver.trim().split(/\s+/).entries()) {
      test(`text ${index + 1}`, () => assert.equal(found(index + 1), hash));
    }
  },
);
