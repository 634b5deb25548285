import assert from 'node:assert/strict';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { find, source } from '../../src/engine/annotations/file';
import { rangeOf, rangeOfTop } from '../../src/engine/annotations/ranges';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { render } from '../../src/engine/annotations/render';
import { renderNumber, renderString } from '../../src/engine/yamlScalar';
import { sealHolds, sealOf } from '../../src/engine/annotations/seal';
import { fixture, opened, said } from './annotationFixtures';

/** Fixture → its faults; a file that must not be read at all is marked so. */
const bad: Readonly<Record<string, { readonly read: boolean; readonly faults: readonly string[] }>> = {
  'not-yaml': { read: false, faults: ['2:0 not-yaml bad-indent'] },
  another: { read: false, faults: ['0:0 not-ours alliance'] },
  empty: { read: false, faults: ['0:0 not-ours alliance'] },
  tabs: { read: false, faults: ['2:0 not-yaml tab-as-indent'] },
  newer: { read: true, faults: ['0:10 newer-version 2 1'] },
  'alias-bomb': { read: false, faults: ['4:8 not-yaml alias'] },
  aliases: { read: false, faults: ['5:22 not-yaml alias-used'] },
  'duplicate-ids': {
    read: true,
    faults: ['5:2 duplicate-id k7f3m2q9', '8:2 duplicate-id bond session', '10:2 duplicate-id k7f3m2q9'],
  },
  beyond: { read: true, faults: ['10:2 no-place faaaaaaz'] },
  'unknown-codes': { read: true, faults: ['7:2 dangling-link x1h8d0pw gone0000'] },
  prototype: {
    read: true,
    faults: [
      '3:0 unknown-key __proto__',
      '8:4 unknown-key annotations[1].__proto__',
      '9:4 unknown-key annotations[1].constructor',
    ],
  },
  'wrong-values': {
    read: true,
    faults: [
      '2:0 wrong-value coder small letters, digits, - and _, at most 32',
      '3:6 wrong-value role one of: coder, supervisor, consensus',
      '4:7 wrong-value coded list',
      '6:44 wrong-value annotations[1].at.turn at least 1',
      '7:26 wrong-value annotations[2].code string',
      '8:4 wrong-value annotations[3] map',
      '9:2 wrong-value annotations[4].id an id such as k7f3m2q9',
      '10:4 missing-key annotations[5].code',
      '12:41 wrong-value log[1].event one of: released, taken_back, looked, resolved, reopened, sent_back, approved, masked, moved, reanchored',
    ],
  },
};

suite('annotation file: reading', () => {
  for (const [name, { read, faults }] of Object.entries(bad)) {
    test(`${name} is ${read ? 'read, with its faults' : 'not read, and says why'}`, () => {
      const text = fixture(name);
      const found = readAnnotationFile(text);
      assert.deepEqual(said(found.faults), faults);
      assert.equal(found.file !== null, read);
      if (found.file) assert.equal(source(found.file), text);
    });
  }

  test('a coder called consensus has that role, and nobody else has', () => {
    const text = (coder: string, role: string) =>
      `alliance: 1\ntranscript: a\ncoder: ${coder}\nrole: ${role}\n`;
    assert.deepEqual(said(readAnnotationFile(text('consensus', 'coder')).faults), [
      '2:0 reserved-coder consensus',
    ]);
    assert.deepEqual(said(readAnnotationFile(text('alice', 'consensus')).faults), [
      '2:0 reserved-coder alice',
    ]);
    assert.deepEqual(readAnnotationFile(text('consensus', 'consensus')).faults, []);
  });

  test('what is not a list of entries cannot be written into, and is not read', () => {
    const { file, faults } = readAnnotationFile(
      'alliance: 1\ntranscript: a\ncoder: al\nannotations: { id: x }\n',
    );
    assert.equal(file, null);
    assert.deepEqual(said(faults), ['3:0 wrong-value annotations list']);
  });

  test('keys called __proto__ stay keys and pollute nothing', () => {
    const file = opened(fixture('prototype'));
    const annotation = find(file, 'annotations', 'k7f3m2q9');
    assert.equal(annotation?.code, 'bond');
    assert.equal(Object.getPrototypeOf(annotation), Object.prototype);
    assert.equal(({} as { polluted?: boolean }).polluted, undefined);
  });

  test('a hand-written file may leave out what can be filled in', () => {
    const { coding } = opened(
      'alliance: 1\ntranscript: a\ncoder: al\nannotations:\n- code: bond\n  quote: Hm\nepisodes:\n- note: x\n',
    );
    assert.equal(coding.role, 'coder');
    assert.match(coding.annotations[0]?.id ?? '', /^[a-z][a-z0-9]{7}$/);
    assert.deepEqual(coding.episodes[0]?.repairs, []);
  });

  test('an entry without an id has the same one each time it is read, and two alike have two', () => {
    const text = 'alliance: 1\ntranscript: a\ncoder: al\nmemos:\n- text: x\n- text: x\n';
    const [first, second] = [opened(text), opened(text)].map(({ coding }) =>
      coding.memos.map(({ id }) => id),
    );
    assert.deepEqual(first, second);
    assert.equal(new Set(first).size, 2);
  });

  test('places are those of the entry and of the key', () => {
    const file = opened(fixture('canonical'));
    assert.deepEqual(rangeOf(file, 'annotations', 'b81kqz0a')?.start, { line: 19, character: 2 });
    assert.deepEqual(rangeOf(file, 'ratings', 'bond segment 3')?.start, { line: 36, character: 2 });
    assert.equal(rangeOf(file, 'memos', 'nowhere0'), null);
    assert.deepEqual(rangeOfTop(file, 'released').start, { line: 8, character: 0 });
  });
});

suite('annotation file: writing', () => {
  const order = ['task', 'bond'];

  test('the canonical file comes back, and is written as it stands', () => {
    const text = fixture('canonical');
    const file = opened(text, order);
    assert.equal(source(file), text);
    assert.equal(render(file.coding, order), text);
    assert.ok(sealHolds(file.coding));
  });

  test('with CRLF it says the same', () => {
    const file = opened(fixture('crlf'));
    assert.equal(source(file), fixture('crlf'));
    assert.deepEqual(file.coding, opened(fixture('canonical')).coding);
  });

  test('a new file is canonical', () => {
    const file = newAnnotationFile({
      transcript: 'session-04.transcript',
      coder: 'alice',
      codebook: { id: 'alliance-default', version: '1.0.0' },
    });
    const text =
      'alliance: 1\ntranscript: session-04.transcript\ncoder: alice\nrole: coder\ncodebook: { id: alliance-default, version: "1.0.0" }\n';
    assert.equal(source(file), text);
    assert.deepEqual(opened(text).coding, file.coding);
  });

  test('strings are plain where every reader agrees', () => {
    for (const text of [
      'Dunno.',
      'a',
      "it's so",
      'bob/t20fj3aa',
      'session-04.transcript',
      'alliance-default',
      'A b.c',
    ]) {
      assert.equal(renderString(text), text);
    }
    for (const text of [
      '',
      'y',
      'No',
      'null',
      '12',
      '1.0.0',
      'a: b',
      'a  b',
      'a-',
      ' a',
      'é',
      '~',
      '- a',
      'a,b',
    ]) {
      assert.equal(renderString(text), JSON.stringify(text));
    }
    assert.equal(renderString('a\u2028\u0085\u202e\u00a0\n'), '"a\\u2028\\u0085\\u202e\\u00a0\\n"');
    assert.equal(renderString('Naïve 😀'), '"Naïve 😀"');
  });

  test('numbers keep a point before an exponent, which YAML 1.1 asks for', () => {
    assert.deepEqual([3, -1, 4.5, 1e21, 1.5e-9].map(renderNumber), ['3', '-1', '4.5', '1.0e+21', '1.5e-9']);
  });

  test('numbers that are none in JSON are those of both versions of YAML', () => {
    assert.deepEqual([Infinity, -Infinity, NaN, -0].map(renderNumber), ['.inf', '-.inf', '.nan', '-0']);
  });

  test('the seal is over the values, whatever the order of keys', () => {
    const { coding } = opened(fixture('canonical'));
    const [first, ...others] = coding.annotations;
    assert.ok(first);
    const turned = Object.fromEntries(Object.entries(first).reverse());
    assert.equal(sealOf({ ...coding, annotations: [{ ...first, ...turned }, ...others] }), sealOf(coding));
    assert.equal(sealHolds({ ...coding, annotations: others }), false);
    assert.equal(
      sealOf({ annotations: [], episodes: [], ratings: [] }),
      // printf '{"annotations":[],"episodes":[],"ratings":[]}' | sha256sum
      '4a002c7ca7c84f4579648b0b75693452b75db6f727840fc8d46a44c28d9b9632',
    );
  });
});
