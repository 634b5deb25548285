import assert from 'node:assert/strict';
import {
  edgesOf,
  findBetween,
  findExactly,
  findRoughly,
  stoodBeside,
  type Find,
} from '../../src/engine/anchors/findWords';
import { fold, folded } from '../../src/engine/anchors/folded';
import { freeRuns, hasGrown, passageIn, runOf, type FreeRun } from '../../src/engine/anchors/freeText';
import { areItsWords } from '../../src/engine/anchors/itsWords';
import type { TurnImage } from '../../src/engine/anchors/alignTurns';
import { sha256Of } from '../../src/engine/annotations/hashes';
import { transcript } from './builders';

/** Turns that follow one another, in which words are looked for. */
function run(...texts: readonly string[]): FreeRun {
  const { turns } = transcript(...texts.map((text) => `C: ${text}`));
  return runOf(turns, 0, turns.length - 1);
}

function shown(finds: readonly Find[]): string[] {
  return finds.map((find) => `${find.run.folded.text.slice(find.start, find.end)} ${find.errors}`);
}

suite('Words are compared', () => {
  test('in one form of Unicode, with blanks of any kind and number as one', () => {
    for (const text of ['a  b\t\n c', '  a', 'Cafe\u0301  na\u0308h', 'a\u00a0 b ', '']) {
      assert.equal(fold(text).text, folded(text));
      assert.equal(fold(text).at.length, folded(text).length + 1);
    }
    assert.equal(folded(' Cafe\u0301 \n x'), ' Caf\u00e9 x');
  });

  test('by where they stand in the text as it is', () => {
    assert.deepEqual(fold('a  b').at, [0, 1, 3, 4]);
    assert.deepEqual(fold('e\u0301 b').at, [0, 2, 3, 4]);
    assert.deepEqual(fold('x\u0323y').at, [0, 1, 2, 3]);
  });

  test('by the whole of them; of a long passage by its hash, whatever a program made of form and blanks', () => {
    assert.equal(areItsWords({ id: 'a', quote: 'so  it' }, 'so\nit'), true);
    assert.equal(areItsWords({ id: 'a', quote: 'so it' }, 'so is'), false);
    assert.equal(areItsWords({ id: 'a' }, 'so it'), false);
    const long = { id: 'a', quote: 'né … é', quote_sha256: sha256Of('né le é') };
    assert.equal(areItsWords(long, 'ne\u0301 \n le\té'), false);
    assert.equal(areItsWords(long, 'né \n le\té'), true);
    assert.equal(areItsWords(long, 'né le é'.normalize('NFD')), true);
    assert.equal(
      areItsWords({ ...long, quote_sha256: sha256Of('né le é'.normalize('NFD')) }, 'né le é'),
      true,
    );
    assert.equal(areItsWords(long, 'né la é'), false);
  });
});

suite('Words are looked for', () => {
  test('as they stood, wherever they are; blanks are no words', () => {
    assert.deepEqual(
      findExactly('no,  no', [run('no, no, no'), run('No'), run('so no, no')]).map(({ start }) => start),
      [0, 4, 3],
    );
    assert.deepEqual(findExactly(' ', [run('so it was')]), []);
  });

  test('as they may have become, if they have twelve characters, the likest first', () => {
    assert.deepEqual(shown(findRoughly('was it hard', [run('was it hard')])), []);
    assert.deepEqual(shown(findRoughly('was it hard?', [run('It was it hard? Yes.')])), ['was it hard? 0']);
    const runs = [run('was it bard? No.'), run('was it hard? No.')];
    assert.deepEqual(shown(findRoughly('was it hard?', runs)), ['was it hard? 0', 'was it bard? 1']);
  });

  test('as long as of ten characters no more than four changed', () => {
    assert.deepEqual(shown(findRoughly('abcdefghijklmno', [run('abcdefghiuvwxyz')])), ['abcdefghi 6']);
    assert.deepEqual(shown(findRoughly('abcdefghijklmno', [run('abcdefghtuvwxyz')])), []);
    assert.deepEqual(shown(findRoughly('abcdefghijklmno', [run('abcdefgh'), run('abcdefghi')])), [
      'abcdefghi 6',
    ]);
  });

  test('before and behind the likest place as well', () => {
    const finds = findRoughly('was it hard?', [run('was it bard? was it hard? was it lard?')]);
    assert.deepEqual(shown(finds), ['was it hard? 0', 'was it bard? 1', 'was it lard? 1']);
  });
});

suite('What became of words is what stands between what stood around them', () => {
  const context = { before: 'I was there with ', after: ' at night, I think' };
  const between = (text: string, around = context): string[] =>
    shown(findBetween('Anna', around, [run(text)]));

  test('whatever it is, up to twice their length and eight', () => {
    assert.deepEqual(between('I was there with [NAME] at night, I think'), ['[NAME] 2']);
    const [most, more] = ['sixteen letters.', 'seventeen letters'];
    assert.deepEqual(between(`I was there with ${most} at night, I think`), [`${most} 2`]);
    assert.deepEqual(between(`I was there with ${more} at night, I think`), []);
  });

  test('if both sides are known by eight characters, and are there', () => {
    const text = 'I was there with [NAME] at night, I think';
    assert.deepEqual(between(text, { before: 're with ', after: ' at nigh' }), ['[NAME] 2']);
    assert.deepEqual(between(text, { before: 'e with ', after: ' at nigh' }), []);
    assert.deepEqual(between(text, { before: 're with ', after: ' at nig' }), []);
    assert.deepEqual(between('I was there with [NAME] by day'), []);
    assert.deepEqual(
      between('was there with [NAME] by day', { before: 'was there with ', after: ' at nigh' }),
      [],
    );
  });

  test('of the words nearest to it on either side', () => {
    assert.deepEqual(between('I was there with me. I was there with X at night, I think'), ['X 2']);
    assert.deepEqual(between('I was there with X at night, I think at night, I think'), ['X 2']);
  });

  test('nothing, where the two meet', () => {
    assert.deepEqual(between('I was there with at night, I think'), []);
  });

  test('and an edge of it is where one of the two is', () => {
    const here = run('Yes, I was there with [NAME] at night, I think');
    const [start, end] = ['Yes, I was there with '.length, 'Yes, I was there with [NAME]'.length];
    assert.deepEqual(edgesOf(context, here, start, end), { start, end });
    assert.deepEqual(edgesOf(context, here, start - 1, end + 1), { start: null, end: null });
    assert.deepEqual(edgesOf({ before: 'e with ', after: ' at nig' }, here, start, end), {
      start: null,
      end: null,
    });
    assert.deepEqual(edgesOf({ before: 're with ', after: ' at nigh' }, here, start, end), { start, end });
    assert.deepEqual(edgesOf(undefined, here, start, end), { start: null, end: null });
    assert.deepEqual(edgesOf(context, run('there with '), 11, 0), { start: null, end: null });
  });
});

suite('Words that stood beside a passage are not what it became', () => {
  const beside = (text: string, words: string, before: string, after = ''): boolean => {
    const start = text.indexOf(words);
    return stoodBeside({ run: run(text), start, end: start + words.length, errors: 1 }, { before, after });
  };

  test('as long as they stand there no more often than they did', () => {
    assert.equal(beside('So my brother said.', 'my brother', 'and my brother'), true);
    assert.equal(beside('So my brother said.', 'my brother', 'as he said,', 'my brother left'), true);
    assert.equal(beside('So my brother said.', 'my brother', 'and my sister'), false);
    assert.equal(beside('My brother, my brother said.', 'brother', 'and my brother'), false);
    assert.equal(beside('My brother, my brother said.', 'brother', 'my brother', 'is my brother'), true);
  });

  test('of words that are not whole the whole ones count, if there are any', () => {
    assert.equal(beside('So my brother said it.', 'o my brother sa', 'and my brother'), true);
    assert.equal(beside('So my brother.', 'rother', 'and my brother.'), false);
    assert.equal(stoodBeside({ run: run('So it is.'), start: 0, end: 2, errors: 1 }, undefined), false);
  });
});

suite('Turns that nothing unchanged accounts for', () => {
  const { turns } = transcript('T: One.', 'C: Two.', 'T: Three.', 'C: Four.', 'T: Five.');
  const at = (turn: number): TurnImage => ({ kind: 'at', turn });
  const gone: TurnImage = { kind: 'gone' };
  const runs = (...images: readonly TurnImage[]): unknown[] =>
    freeRuns(turns, { images, forms: new Map(), moved: new Map(), repeated: new Set() }).map((each) => [
      each.first,
      each.last,
      each.old?.first,
      each.old?.count,
      hasGrown(each),
    ]);

  test('stand between those that did not change, as the old ones did', () => {
    assert.deepEqual(runs(at(0), gone, gone, at(3), gone), [
      [1, 2, 1, 2, false],
      [4, 4, 4, 1, false],
    ]);
    assert.deepEqual(runs(gone, at(1), at(2), at(3)), [
      [0, 0, 0, 1, false],
      [4, 4, 4, 0, true],
    ]);
    assert.deepEqual(runs(at(0), gone, at(3), at(4)), [[1, 2, 1, 1, true]]);
    assert.deepEqual(runs(at(0), at(1), at(2), at(3), at(4)), []);
  });

  test('are all of them where nothing is known of the old ones', () => {
    const [all, ...others] = freeRuns(turns, null);
    assert.deepEqual([all?.first, all?.last, all?.old, others], [0, 4, null, []]);
    assert.equal(all && hasGrown(all), true);
  });
});

suite('A stretch of turns as a passage', () => {
  const two = run('So 😀 it was.', 'Was  it?');

  test('has no blanks at its ends, and counts characters, each in its turn', () => {
    assert.deepEqual(passageIn(two, 2, 6), { turn: 1, start: 3, end: 4 });
    assert.deepEqual(passageIn(two, 6, 12), { turn: 1, start: 5, end: 11 });
    assert.deepEqual(passageIn(two, 6, 13), { turn: 1, start: 5, end: 12 });
    assert.deepEqual(passageIn(two, 5, 18), { turn: 1, start: 5, end_turn: 2, end: 3 });
    assert.deepEqual(passageIn(two, 13, 99), { turn: 2, start: 0, end: 8 });
  });

  test('is none of blanks alone', () => {
    assert.equal(passageIn(two, 2, 3), null);
    assert.equal(passageIn(two, 4, 4), null);
  });
});
