import assert from 'node:assert/strict';
import { apply } from '../../src/engine/annotations/apply';
import { andThen, type Step } from '../../src/engine/annotations/change';
import { put, remove, setField, setTop } from '../../src/engine/annotations/edit';
import { find, source, type AnnotationFile } from '../../src/engine/annotations/file';
import type { Annotation } from '../../src/engine/annotations/types';
import { after, checkAgainstText, fixture, head, opened } from './annotationFixtures';

function several(...acts: readonly ((file: AnnotationFile) => Step)[]): (file: AnnotationFile) => Step {
  return (file) => acts.reduce((step, act) => andThen(step, act), apply(file, []));
}

const mark = (id: string, turn: number): Annotation => ({ id, code: 'bond', at: { turn, start: 0, end: 1 } });

function marked(...entries: readonly Annotation[]): string {
  const lines = entries.map(
    ({ id, at }) => `  - id: ${id}\n    code: bond\n    at: { turn: ${at?.turn ?? 0}, start: 0, end: 1 }\n`,
  );
  return `${head}annotations:\n${lines.join('')}`;
}

suite('annotation file: acts', () => {
  test('a first annotation makes its section, the last one takes it along', () => {
    const one = marked(mark('aaaaaaag', 3));
    assert.equal(
      after(head, (file) => put(file, 'annotations', mark('aaaaaaag', 3))),
      one,
    );
    assert.equal(
      after(one, (file) => remove(file, 'annotations', 'aaaaaaag')),
      head,
    );
  });

  test('a section stands at its place among the keys', () => {
    const text = `${head}annotations:\n  - { id: aaaaaaag, code: bond, at: { turn: 1 } }\nlog:\n  - { at: x, event: looked }\n`;
    assert.equal(
      after(text, (file) => put(file, 'ratings', { rating: 'bond', scope: 'session', value: 5 })),
      text.replace('log:', 'ratings:\n  - { rating: bond, scope: session, value: 5 }\nlog:'),
    );
  });

  test('an entry is put at its sorted place', () => {
    const [a, b, c] = [mark('aaaaaaag', 3), mark('baaaaaag', 5), mark('caaaaaag', 7)];
    assert.equal(
      after(marked(a, c), (file) => put(file, 'annotations', b)),
      marked(a, b, c),
    );
    assert.equal(
      after(marked(b, c), (file) => put(file, 'annotations', a)),
      marked(a, b, c),
    );
    assert.equal(
      after(marked(a, b), (file) => put(file, 'annotations', c)),
      marked(a, b, c),
    );
  });

  test('an entry that moves in its text moves in a sorted file, and stays where others already stand out of order', () => {
    const [a, b, c] = [mark('aaaaaaag', 3), mark('baaaaaag', 5), mark('caaaaaag', 7)];
    const far = mark('aaaaaaag', 9);
    assert.equal(
      after(marked(a, b, c), (file) => put(file, 'annotations', far)),
      marked(b, c, far),
    );
    assert.equal(
      after(marked(b, a, c), (file) => put(file, 'annotations', far)),
      marked(b, far, c),
    );
  });

  test('entries that all move keep their order', () => {
    const texts = [3, 4, 5].map((by) =>
      marked(mark('caaaaaag', by), mark('baaaaaag', by + 1), mark('aaaaaaag', by + 2)),
    );
    const moved = after(texts[0] ?? '', (file) =>
      put(
        file,
        'annotations',
        file.coding.annotations.map((one) => mark(one.id, (one.at?.turn ?? 0) + 2)),
      ),
    );
    assert.equal(moved, texts[2]);
  });

  test('ratings stand in the order of the codebook, the session first', () => {
    const file = opened(head, ['bond', 'task']);
    const session = (rating: string) => put(file, 'ratings', { rating, scope: 'session', value: 1 });
    const step = [
      { rating: 'bond', scope: { segment: 2, from_turn: 4, to_turn: 9 }, value: 1 } as const,
      { rating: 'bond', scope: 'session', value: 1 } as const,
    ].reduce((now, rating) => andThen(now, (next) => put(next, 'ratings', rating)), session('task'));
    const order = step.file.coding.ratings.map(({ rating, scope }) => [rating, scope === 'session']);
    assert.deepEqual(order, [
      ['bond', true],
      ['task', true],
      ['bond', false],
    ]);
  });

  test('what a person wrote around an act survives it', () => {
    const [a, b, c] = opened(fixture('handwritten')).coding.annotations;
    assert.ok(a && b && c);
    const acts = several(
      (file) => setField(file, 'annotations', a.id, 'note', 'new: note'),
      (file) => setField(file, 'annotations', a.id, 'at', { turn: 4, start: 1, end: 5 }),
      (file) => setField(file, 'annotations', b.id, 'ratings', { clarity: 2, impact: 3 }),
      (file) => setField(file, 'annotations', c.id, 'speaker', 'C'),
      (file) => put(file, 'annotations', { id: 'newnew00', code: 'goal', at: { turn: 5, start: 0, end: 2 } }),
      (file) => {
        const [episode] = file.coding.episodes;
        assert.ok(episode);
        return put(file, 'episodes', {
          ...episode,
          ruptures: ['bbbbbbbz', 'czzzzzzz'],
          repairs: ['rrrrrrrz'],
        });
      },
      (file) => put(file, 'ratings', { rating: 'task', scope: 'session', value: 2 }),
      (file) => put(file, 'memos', { id: 'memomemo', text: 'Hm' }),
      (file) => setTop(file, 'coder', 'alina'),
      (file) => setTop(file, 'text', { sha256: 'abc' }),
    );
    assert.equal(after(fixture('handwritten'), acts), fixture('handwritten-after-acts'));
  });

  test('a changed note changes one line', () => {
    const text = fixture('canonical');
    const changed = after(text, (file) => setField(file, 'annotations', 'k7f3m2q9', 'note', 'yes: no'));
    assert.equal(changed, text.replace('note: Looks away.', 'note: "yes: no"'));
    const without = after(text, (file) => setField(file, 'annotations', 'k7f3m2q9', 'note', undefined));
    assert.equal(without, text.replace('    note: Looks away.\n', ''));
    const speaker = after(text, (file) => setField(file, 'annotations', 'zz00aa11', 'speaker', 'T'));
    assert.equal(speaker, text.replace('    code: bond\n', '    code: bond\n    speaker: T\n'));
  });

  test('fields of an entry on one line come, change and go within it', () => {
    const text = `${head}memos:\n  - { id: aaaaaaag, text: Hm } # mine\n`;
    const line = (inside: string) => `${head}memos:\n  - { ${inside} } # mine\n`;
    assert.equal(
      after(text, (file) => setField(file, 'memos', 'aaaaaaag', 'at', { turn: 3 })),
      line('id: aaaaaaag, text: Hm, at: { turn: 3 }'),
    );
    assert.equal(
      after(text, (file) => setField(file, 'memos', 'aaaaaaag', 'text', 'a, b')),
      line('id: aaaaaaag, text: "a, b"'),
    );
  });

  test('CRLF, a byte order mark and a missing last line end are kept', () => {
    const crlf = `\ufeff${marked(mark('aaaaaaag', 3))}`.trimEnd().replaceAll('\n', '\r\n');
    const wanted = `\ufeff${marked(mark('aaaaaaag', 3), mark('baaaaaag', 5))}`
      .trimEnd()
      .replaceAll('\n', '\r\n');
    assert.equal(
      after(crlf, (file) => put(file, 'annotations', mark('baaaaaag', 5))),
      wanted,
    );
  });

  test('a file written by a program as JSON is laid out anew, with all it says', () => {
    const json = JSON.stringify({
      alliance: 1,
      transcript: 'a.transcript',
      coder: 'al',
      mine: [1],
      memos: [{ id: 'aaaaaaag', text: 'x', own: true }],
    });
    assert.equal(
      after(json, (file) => put(file, 'annotations', mark('baaaaaag', 5))),
      `${marked(mark('baaaaaag', 5))}memos:\n  - { id: aaaaaaag, text: x, own: true }\nmine: [ 1 ]`,
    );
  });

  test('entries that could not be read stay as they are', () => {
    const text = fixture('wrong-values');
    const changed = after(text, (file) => put(file, 'memos', { id: 'memomemo', text: 'Hm' }));
    assert.equal(changed, text.replace('log:', 'memos:\n  - { id: memomemo, text: Hm }\nlog:'));
  });

  test('comments indented under an entry go with it, others stay', () => {
    const text = `${head}memos:\n  # above a\n  - { id: aaaaaaag, text: a }\n    # under a\n  # above b\n  - { id: baaaaaag, text: b }\n`;
    assert.equal(
      after(text, (file) => remove(file, 'memos', 'aaaaaaag')),
      `${head}memos:\n  # above b\n  - { id: baaaaaag, text: b }\n`,
    );
  });

  test('a number that YAML 1.1 reads otherwise keeps its value', () => {
    const text = (impact: string, speaker: string) =>
      `%YAML 1.1\n---\n${head}annotations:\n  - id: aaaaaaag # mine\n    code: bond\n${speaker}    quote: Hm\n    ratings: { impact: ${impact} }\n`;
    assert.equal(
      after(text('010', ''), (file) => setField(file, 'annotations', 'aaaaaaag', 'speaker', 'C')),
      text('8', '    speaker: C\n'),
    );
  });

  test('an entry that cannot be changed field by field is written anew as a whole', () => {
    const text = (value: string) =>
      `${head}ratings:\n  - { rating: bond, scope: session, value: ${value} }\n`;
    assert.equal(
      after(text('!!int 3'), (file) =>
        put(file, 'ratings', { rating: 'bond', scope: 'session', value: 'na' }),
      ),
      text('na'),
    );
  });

  test('a list with a tag of its own is laid out anew', () => {
    const text = `${head}memos:\n  !!seq\n  - { id: aaaaaaag, text: a }\n`;
    assert.equal(
      after(text, (file) => put(file, 'memos', { id: 'baaaaaag', text: 'b' })),
      `${head}memos:\n  - { id: aaaaaaag, text: a }\n  - { id: baaaaaag, text: b }\n`,
    );
  });

  test('half a surrogate pair, which no file can hold, becomes U+FFFD', () => {
    const { file } = put(opened(head), 'memos', { id: 'aaaaaaag', text: 'a\ud83d' });
    assert.equal(find(file, 'memos', 'aaaaaaag')?.text, 'a\ufffd');
    checkAgainstText(file);
  });

  test('an act that changes nothing leaves no trace', () => {
    const file = opened(fixture('canonical'));
    const [annotation] = file.coding.annotations;
    assert.ok(annotation);
    for (const step of [
      put(file, 'annotations', {
        ...annotation,
        at: { ...annotation.at, turn: annotation.at?.turn ?? 0 },
        speaker: 'C',
      }),
      remove(file, 'memos', 'nowhere0'),
      setField(file, 'memos', 'nowhere0', 'text', 'x'),
      setTop(file, 'role', 'coder'),
    ]) {
      assert.deepEqual(step.change, []);
      assert.equal(source(step.file), source(file));
    }
  });
});

suite('annotation file: acts on a file that others have changed', () => {
  const text = marked(mark('aaaaaaag', 3), mark('baaaaaag', 5));

  test('of an entry changed on both sides, both changes stay', () => {
    const ours = setField(opened(text), 'annotations', 'aaaaaaag', 'note', 'Ours');
    const theirs = setField(opened(text), 'annotations', 'aaaaaaag', 'code', 'goal').file;
    const both = find(apply(theirs, ours.change).file, 'annotations', 'aaaaaaag');
    assert.deepEqual([both?.code, both?.note], ['goal', 'Ours']);
  });

  test('undo takes back our change only', () => {
    const ours = put(opened(text), 'annotations', mark('abaaaaag', 4));
    const withTheirs = put(ours.file, 'annotations', mark('acaaaaag', 4)).file;
    const undone = apply(withTheirs, ours.inverse).file;
    assert.deepEqual(
      undone.coding.annotations.map(({ id }) => id),
      ['aaaaaaag', 'acaaaaag', 'baaaaaag'],
    );
    checkAgainstText(undone);
  });

  test('what they deleted comes back when we changed it, and goes when we deleted it too', () => {
    const theirs = remove(opened(text), 'annotations', 'aaaaaaag').file;
    const changed = setField(opened(text), 'annotations', 'aaaaaaag', 'note', 'Ours');
    const deleted = remove(opened(text), 'annotations', 'aaaaaaag');
    assert.equal(find(apply(theirs, changed.change).file, 'annotations', 'aaaaaaag')?.note, 'Ours');
    assert.equal(source(apply(theirs, deleted.change).file), source(theirs));
  });

  test('a file in another layout takes the change in its own', () => {
    const ours = put(opened(text), 'annotations', mark('abaaaaag', 4));
    const theirs = opened(text.replace(/^ {2}/gm, ''));
    const both = apply(theirs, ours.change).file;
    checkAgainstText(both);
    assert.equal(source(both), source(ours.file).replace(/^ {2}/gm, ''));
  });
});
