import assert from 'node:assert/strict';
import { holdsLostWords } from '../../src/engine/annotations/lostWords';
import type { Anchored } from '../../src/engine/annotations/types';
import { transcript } from '../unit/builders';

/** Whether an entry holds words that are nowhere in a transcript of these lines. */
function lost(entry: Omit<Anchored, 'id'>, ...lines: readonly string[]): boolean {
  const { turns } = transcript(...lines);
  return holdsLostWords(entry, { turns, lines: turns });
}

const context = (before: string, after = '') => ({ context: { before, after } });
const long = 'one two three four five six seven';

suite('words that are nowhere any more', () => {
  test('are those of a quote that does not stand at its place', () => {
    const quote = 'Anna left';
    assert.equal(lost({ quote }, 'T: Anna, he left'), false, 'all of them are somewhere');
    assert.equal(lost({ quote }, 'T: She left'), true);
    assert.equal(lost({ at: { turn: 1 }, quote }, 'T: She left'), true);
    assert.equal(lost({ at: { turn: 1 }, quote }, 'T: Anna left'), false);
    assert.equal(lost({}, 'T: She left'), false);
    assert.equal(lost({ quote: '' }, 'T: She left'), false);
  });

  test('go by runs of letters in small ones, whatever form of Unicode, marks and digits', () => {
    assert.equal(lost({ quote: "DON'T, Zoe\u0301 42!" }, 'T: zoé: don t'), false);
    assert.equal(lost({ quote: 'mm-hm' }, 'T: mm'), true);
    assert.equal(lost({ quote: 'cafe' }, 'T: café'), true);
  });

  test('are not the tokens that stand for names, nor what is said in them', () => {
    assert.equal(lost({ quote: 'Well, [NAME_1] and *Carla left' }, 'T: Well, and left'), false);
    assert.equal(lost({ quote: '[sighs] left' }, 'T: left'), true);
    assert.equal(lost({ quote: 'NAME left' }, 'T: [NAME_1] left'), true, 'a token is no word that was said');
  });

  test('are those of a context, before and behind', () => {
    assert.equal(lost(context('He left'), 'T: He left'), false);
    assert.equal(lost(context('Anna left'), 'T: He left'), true);
    assert.equal(lost(context('', 'left Anna'), 'T: He left'), true);
    assert.equal(lost({ quote: 'left', ...context('Anna') }, 'T: He left'), true);
  });

  test('a word may be cut where a context of full length was', () => {
    assert.ok(`ne two three four five six seven`.length >= 32);
    assert.equal(lost(context('ne two three four five six seven'), `T: ${long}`), false);
    assert.equal(lost(context('xe two three four five six seven'), `T: ${long}`), true);
    assert.equal(lost(context('wo three four five six seven, one'), `T: ${long}`), false);
    assert.equal(
      lost(context('three four five six seven one tw'), `T: ${long}`),
      true,
      'its other end is whole',
    );
    assert.equal(lost(context('', 'one two three four five six seve'), `T: ${long}`), false);
    assert.equal(lost(context('', 'ne two three four five six seven'), `T: ${long}`), true);
    assert.equal(lost(context('', 'one two three four five six sexx'), `T: ${long}`), true);
    assert.equal(lost(context(long, long), `T: ${long}`), false, 'or stand there whole');
    assert.equal(lost(context('ne two'), `T: ${long}`), true, 'a short one is not cut');
    assert.equal(lost(context('. two three four five six seven!'), `T: ${long}`), false);
    assert.equal(lost(context('– eno two three four five six se'), `T: ${long}`), true);
  });

  test('a token may be cut there, too', () => {
    const said = `T: [NAME_1] ${long}`;
    assert.equal(lost(context(`AME_1] ${long}`), said), false);
    assert.equal(lost(context('', `${long} [NA`), said), false);
    assert.equal(lost(context('', `${long} [Xa`), said), true);
    assert.equal(lost(context('', `${long}, nam`), said), false, 'or begin without its bracket');
  });
});
