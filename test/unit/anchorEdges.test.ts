import assert from 'node:assert/strict';
import { fateOf } from './foundAgain';

const above = 'T: How have you been since we spoke last week?';
const below = 'T: What was that like for you, when he said so?';

/** What became of the passage that stands between brackets, in the second of four or more turns or from it into the next. */
function fate(was: readonly string[], now: readonly string[]): string {
  return fateOf([above, ...was, below], [above, ...now, below]).replace(/ \d\.\d\d/, '');
}

suite('A passage whose edge may be its like', () => {
  test('is not certain where its first word stands in one with the word before', () => {
    const was = ['C: There was nothing at home, angry not [you you stayed.]'];
    assert.equal(fate(was, ['C: There was nothing at home, angryou you stayed.']), 'moved words 2:31-46');
  });

  test('is not certain where one of two equal words at its edge went, before it or behind', () => {
    const was = ['C: That evening but [evening walks were never good] for us.'];
    assert.equal(fate(was, ['C: That evening walks were never good for us.']), 'moved words 2:5-34');
    const twice = ['C: Then he wanted [the exercise because. Mm.] Mm.'];
    assert.equal(fate(twice, ['C: Then he wanted the exercise because. Mm.']), 'moved words 2:15-40');
  });

  test('is certain where a word came beside it that stands before its like as well', () => {
    const was = ['C: You felt not angry at the door [not mother.] I see. It was so.'];
    const now = ['C: You felt not angry at the door felt not mother. I see. It was so.'];
    assert.equal(fate(was, now), 'exact words 2:36-47');
  });

  test('is certain where only a blank beside it went', () => {
    assert.equal(fate(['C: You say [and.]'], ['C: Yousay and.']), 'exact words 2:7-11');
  });
});

suite('A passage over two turns', () => {
  const next = 'T: We had [that] angry week once before, you know.';
  const plain = next.replace(/[[\]]/g, '');
  const into = next.replace('[', '');

  test('is not certain where the turn it begins in was copied, and both copies changed', () => {
    const was = ['C: I see. Anna and my brother came that [week.', into];
    const copy = 'C: I see. X. and my brother came that week.';
    assert.equal(fate(was, [copy, copy, plain]), 'moved words 3:35-4:11');
  });

  test('is not certain where its first words stand twice in their turn', () => {
    const was = ["C: I don't [know.", into];
    assert.equal(fate(was, ["C: I don't know. Okay. I don't know.", plain]), 'moved words 2:28-3:11');
  });

  test('is not certain where other words with its last ones came before them', () => {
    const was = ['C: He called [my brother because of that.', "T: I don't know.] Mm."];
    const now = [
      'C: He called my brother because of that.',
      "T: I don't know. But we tried. I don't know. Mm.",
    ];
    assert.equal(fate(was, now), 'moved words 2:10-3:13');
  });

  test('is not certain where a turn that begins like its last words came between', () => {
    const was = ['C: He called [my brother because of that.', 'T: Mm.] I see. Okay.', 'C: So it was.'];
    const [first = '', ...others] = was.map((line) => line.replace(/[[\]]/g, ''));
    const now = [
      first,
      'C: Mm. Café was shut, and then it was not.',
      'T: Mm. I do see. Okay.',
      ...others.slice(1),
    ];
    assert.equal(fate(was, now), 'moved words 2:10-3:3');
  });
});

suite('A passage that is taken out or masked', () => {
  test('is nowhere where what stood before it and what stands behind it meet', () => {
    const known = "C: I don't know.";
    const was = [
      known,
      "T: I don't know. [My brother said so the other day.]",
      'C: The door was shut, it stayed so.',
    ];
    assert.equal(fate(was, [known, "T: I don't know.", 'C: The door was shut, it stays so.']), 'orphan');
  });

  test('is not taken for the words that stood beside it and are there still', () => {
    const was = ['C: Brother, angry about felt spoke. My brother session [stayed spoke.] I see.'];
    assert.equal(fate(was, ['C: Brother, angry about felt spoke.  I see.']), 'orphan');
  });

  test('is not found elsewhere where only one side of it is like that', () => {
    const was = [
      'C: Could my brother come when he was asked. Yeah.',
      below,
      'T: Could [my brother come when he was asked. Yeah.]',
      'C: Door not. The session there, my there.',
    ];
    const [copy = '', , , last = ''] = was;
    const now = [...copy.split(/ (?=Yeah)/).map((line, index) => (index ? `T: ${line}` : line)), below, last];
    assert.equal(fate(was, now), 'orphan');
  });

  test('begins behind what stood before it, though the turn above changed as well', () => {
    const was = ['C: Yeah. Okay. [Anna was there but nothing called you that time.]'];
    assert.equal(
      fate(was, ['C: Yeah. Okay. [NAME] was there but nothing called you that time.']),
      'changed words 2:12-62',
    );
  });
});
