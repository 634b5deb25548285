import assert from 'node:assert/strict';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { pumped } from '../attacks/pumped';
import { readers } from '../attacks/readers';

/** Characters: what tries every way to divide a text would not come to an end within the age of the world. */
const long = 12_000;

/** How the time of each grows with the length is measured by `npm run bench -- attacks`. */
suite('long texts made to be slow', function () {
  this.timeout('120s');
  const texts = pumped(long);

  for (const [name, read] of Object.entries(readers)) {
    test(`${name} is read to its end`, () => {
      for (const text of texts.values()) read(text);
    });
  }

  test('labels that no pattern can hold are none, and the others count', () => {
    const many = Array.from({ length: 2_000 }, (_, number) => `L${number}: {}`).join(', ');
    const { turns } = parseTranscript(
      `---\nspeakers: { Dana: {}, "${'<v '.repeat(9_000)}": {}, ${many} }\n---\nDana: Hello.\nL1: Yes.`,
    );
    assert.deepEqual(
      turns.map(({ speaker, text }) => `${speaker} ${text}`),
      ['Dana Hello.', 'L1 Yes.'],
    );
  });
});
