import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { readCodebook } from '../../src/engine/codebook/read';
import { act, checkActs } from '../unit/annotationActs';
import { coding } from '../unit/annotationArbitraries';
import { opened } from '../unit/annotationFixtures';
import { handwritten } from '../unit/handwriting';

const folder = 'test/unit/fixtures/annotations';
const texts = readdirSync(folder)
  .filter((name) => !name.startsWith('alias-bomb'))
  .map((name) => readFileSync(`${folder}/${name}`, 'utf8'));

/** What a slip of the hand, a bad merge or a broken disk does to a text. */
const mutation = fc.tuple(
  fc.nat(),
  fc.nat({ max: 40 }),
  fc.oneof(
    fc.constantFrom(
      '',
      '\n',
      '\r\n',
      ' ',
      '\t',
      '- ',
      ': ',
      '#',
      '"',
      "'",
      '[',
      ']',
      '{',
      '}',
      '&a ',
      '*a',
      '? ',
      '| ',
      '---\n',
      '...\n',
      '\u0000',
      '\ufeff',
      '%',
    ),
    fc.constantFrom(
      '<<<<<<< ours\n',
      '=======\n',
      '>>>>>>> theirs\n',
      'annotations:\n',
      '  - id: k7f3m2q9\n',
      'null',
      '!!binary ',
      '!x ',
    ),
    fc.string({ unit: 'binary', maxLength: 5 }),
  ),
);

function mutated(text: string, [place, cut, put]: readonly [number, number, string]): string {
  const at = place % (text.length + 1);
  return text.slice(0, at) + put + text.slice(cut > 30 ? at : at + cut);
}

const smallCodebook = `alliance_codebook: 1
id: small
version: 1.0.0
scales:
  impact: { type: ordinal, values: { "1": none, "2": some }, default: 2 }
ratings:
  - { id: bond, label: Bond, scale: impact, scopes: [ session ] }
codes:
  - id: rupture
    key: r
    color: "#D55E00"
    scales: [ impact ]
    children:
      - { id: rupture.quiet, key: q, kind: withdrawal, replaces: [ silence ] }
      - { id: rupture.loud, key: l, kind: confrontation }
  - { id: repair, key: p, label: Repair }
`;

suite('annotation file, at length', () => {
  test('6,000 broken files: no exception, a fault with its place where nothing is read, the same bytes where something is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(mutation, { minLength: 1, maxLength: 3 }),
        (text, changes) => {
          const broken = changes.reduce(mutated, text);
          const { file, faults } = readAnnotationFile(broken);
          const lines = broken.split('\n').length;
          for (const { range } of faults) assert.ok(range.start.line >= 0 && range.start.line <= lines);
          if (file) assert.equal(source(file), broken);
          else assert.ok(faults.some(({ severity }) => severity === 'error'));
        },
      ),
      { numRuns: 6000 },
    );
  });

  test('nesting without end is a fault', () => {
    // Mocha asks for stacks of any length, and the parser makes an error on each level.
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = 0;
    try {
      for (const deep of [
        '['.repeat(10_000),
        `a: ${'{a: '.repeat(10_000)}`,
        `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
      ]) {
        const { file, faults } = readAnnotationFile(deep);
        assert.equal(file, null);
        assert.equal(faults[0]?.code, 'not-yaml');
      }
    } finally {
      Error.stackTraceLimit = limit;
    }
  });

  test('broken files that can still be read take acts and give them back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        mutation,
        fc.array(act, { minLength: 1, maxLength: 3 }),
        (text, change, acts) => {
          const { file } = readAnnotationFile(mutated(text, change));
          if (file) checkActs(file, acts);
        },
      ),
      { numRuns: 1500 },
    );
  });

  test('acts on canonical files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(8), fc.array(act, { maxLength: 8 }), (values, acts) =>
        checkActs(opened(render(values)), acts),
      ),
      { numRuns: 300 },
    );
  });

  test('acts on hand-written files are undone byte for byte', () => {
    fc.assert(
      fc.property(coding(6), fc.nat(), fc.array(act, { maxLength: 6 }), (values, seed, acts) =>
        checkActs(opened(handwritten(values, seed)), acts),
      ),
      { numRuns: 500 },
    );
  });

  test('2,000 broken codebooks: no exception, and a fault where nothing is read', () => {
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 3 }), (changes) => {
        const { codebook, faults } = readCodebook(changes.reduce(mutated, smallCodebook));
        assert.ok(codebook ? codebook.codes.size > 0 : faults.some(({ severity }) => severity === 'error'));
      }),
      { numRuns: 2000 },
    );
  });
});
