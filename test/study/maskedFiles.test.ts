import assert from 'node:assert/strict';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { maskFile } from '../../src/engine/masking/maskFile';
import { maskText } from '../../src/engine/masking/maskText';
import { NameFinder } from '../../src/engine/masking/names';
import { tokensIn } from '../../src/engine/masking/tokens';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { opened } from '../unit/annotationFixtures';

const anna = new NameFinder({ words: 'Anna' });
const text = maskText(parseTranscript('T: How is Anna?\nC: Anna left.\n'), anna, '[NAME_1]') ?? assert.fail();
const head = 'alliance: 1\ntranscript: a.transcript\ncoder: bob\n';

function run(file: AnnotationFile): AnnotationFile {
  const said = { by: 'alice', at: '2026-03-04T09:00:00Z' };
  return maskFile(file, { name: anna, token: '[NAME_1]', text, throughout: true, ...said }).file;
}

suite('an annotation file in which a name is masked, as people write them', () => {
  test('in braces, and with remarks that stand apart', () => {
    const braces = '# about Anna\n{ alliance: 1, transcript: a.transcript, coder: bob } # Anna\n';
    assert.match(source(run(opened(braces))), /^# about \[NAME_1\]\n# \[NAME_1\]\nalliance: 1\n/);
    const apart = `${head}\n# Anna said so.\n\nmine: 1\n`;
    assert.match(source(run(opened(apart))), /\n\n# \[NAME_1\] said so\.\n\nmine: 1\n/);
  });

  test('a place that the text does not have stays, and so does a number of the person’s own', () => {
    const far = `${head}annotations:\n  - { id: aaaaaaag, code: bond, at: { turn: 9, start: 0, end: 4 }, note: Anna, mine: 3 }\n`;
    const [one] = run(opened(far)).coding.annotations;
    assert.deepEqual(one, {
      id: 'aaaaaaag',
      code: 'bond',
      at: { turn: 9, start: 0, end: 4 },
      note: '[NAME_1]',
      mine: 3,
    });
  });

  test('one that tells its text by the hash alone goes on doing so', () => {
    const hash = `${head}text: { sha256: "${text.before.hash}" }\n`;
    assert.deepEqual(run(opened(hash)).coding.text, { sha256: text.after.hash });
  });

  test('one that followed the text already keeps its places', () => {
    const followed = `${head}text: { sha256: "${text.after.hash}", turns: ${text.after.prints} }
annotations:
  - { id: aaaaaaag, code: bond, at: { turn: 2, start: 0, end: 8 }, quote: "[NAME_1]", note: Anna }
`;
    const [one] = run(opened(followed)).coding.annotations;
    assert.deepEqual(
      [one?.at, one?.quote, one?.note],
      [{ turn: 2, start: 0, end: 8 }, '[NAME_1]', '[NAME_1]'],
    );
  });

  test('what is left of a name at a cut goes in any capitals where that is wished', () => {
    const any = new NameFinder({ words: 'Rosenberg', anyCase: true });
    assert.equal(any.maskCut('BERG said', 'start', '*'), '* said');
  });

  test('only masks are tokens, not what is heard', () => {
    const used = tokensIn([parseTranscript('T: [LAUGHS] Who?\nC: [NAME_1] *sighs*')]);
    assert.deepEqual([...used], [['[NAME_1]', 1]]);
  });
});
