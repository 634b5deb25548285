import assert from 'node:assert/strict';
import { apply } from '../../src/engine/annotations/apply';
import { andThen } from '../../src/engine/annotations/change';
import { put, remove, setField, setTop } from '../../src/engine/annotations/edit';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { rangeOf, rangeOfTop } from '../../src/engine/annotations/ranges';
import { after, checkAgainstText, head, opened } from './annotationFixtures';

const memo = (id: string, text = id) => ({ id, text });
const line = (id: string, text = id): string => `  - { id: ${id}, text: ${text} }\n`;
const [one, two, three] = ['memoonee', 'memotwoo', 'memothre'] as const;
const add = (id: string) => (file: AnnotationFile) => put(file, 'memos', memo(id));
const take =
  (...ids: readonly string[]) =>
  (file: AnnotationFile) =>
    remove(file, 'memos', ids);
const say = (id: string, text: string) => (file: AnnotationFile) => setField(file, 'memos', id, 'text', text);

suite('where things stand in a file written by hand', () => {
  test('a section that goes with its last entry comes back where it stood, with what was above it', () => {
    const text = `${head}\nmemos:\n${line(one)}mine: 1\n`;
    assert.equal(after(text, take(one)), `${head}mine: 1\n`);
    assert.equal(after(`# top\n${text}`, take(one)), `# top\n${head}mine: 1\n`);
    const first = `memos:\n${line(one)}${head}`;
    assert.equal(after(first, take(one)), head);
  });

  test('a section with a comment stays, and one that was empty', () => {
    for (const lead of ['memos: # mine\n', '# mine\nmemos:\n']) {
      assert.equal(after(`${head}${lead}${line(one)}`, take(one)), `${head}${lead}`);
    }
    assert.equal(after(`${head}memos:\n`, add(one)), `${head}memos:\n${line(one)}`);
    assert.equal(after(`${head}memos: []\n`, add(one)), `${head}memos:\n${line(one)}`);
    assert.equal(after(`${head}memos: [] # none yet\n`, add(one)), `${head}# none yet\nmemos:\n${line(one)}`);
  });

  test('new keys and sections stand in the order of the format, ahead of a person’s own', () => {
    const own = `alliance: 1\ntranscript: a.transcript\ncoder: al\nmine: 1\n`;
    assert.equal(after(own, add(one)), own.replace('mine', `memos:\n${line(one)}mine`));
    assert.equal(
      after(own, (file) => setTop(file, 'role', 'supervisor')),
      own.replace('mine', 'role: supervisor\nmine'),
    );
    const turned = `coder: al\nalliance: 1\nlog:\n  - { at: x, event: looked }\ntranscript: a.transcript\n`;
    assert.equal(
      after(turned, (file) => setTop(file, 'name', 'Al')),
      `${turned}name: Al\n`,
    );
    assert.equal(
      after(`---\n${head}`, (file) => setTop(file, 'name', 'Al')),
      `---\n${head}name: Al\n`,
    );
    assert.equal(
      after(`# top\n\nlog:\n  - { at: x, event: looked }\n${head}`, (file) =>
        setTop(file, 'name', undefined),
      ),
      `# top\n\nlog:\n  - { at: x, event: looked }\n${head}`,
    );
  });

  test('a key that goes comes back where it stood', () => {
    const odd = `alliance: 1\nname: Al\ntranscript: a.transcript\ncoder: al\nmemos:\n${line(one)}codebook: { id: x, version: "1" }\nmine: 1\n`;
    assert.equal(
      after(odd, (file) => setTop(file, 'codebook', undefined)),
      odd.replace(/codebook: .*\n/, ''),
    );
    assert.equal(
      after(odd, (file) => setTop(file, 'name', undefined)),
      odd.replace('name: Al\n', ''),
    );
  });

  test('a file that is indented as a whole is laid out anew; what only looks like a comment is none', () => {
    const text = '  alliance: 1\n  transcript: a.transcript # which\n  coder: al\n  mine: |\n    # not one\n';
    assert.equal(after(text, add(one)), `# which\n${head}memos:\n${line(one)}mine: "# not one\\n"\n`);
  });

  test('entries keep the column of their dashes, and a dash that stands alone', () => {
    const flush = `${head}memos:\n- { id: ${one}, text: ${one} }\n`;
    assert.equal(after(flush, add(two)), `${flush}- { id: ${two}, text: ${two} }\n`);
    const deep = `${head}memos:\n      - { id: ${one}, text: ${one} }\n`;
    assert.equal(after(deep, add(two)), `${deep}      - { id: ${two}, text: ${two} }\n`);
    const alone = `${head}memos:\n  -\n    # of mine\n    id: ${one}\n    text: Hm\n  -\n    id: ${two}\n    text: Hm\n`;
    assert.equal(after(alone, take(one)), `${head}memos:\n  -\n    id: ${two}\n    text: Hm\n`);
    assert.equal(after(alone, take(two)), alone.slice(0, alone.lastIndexOf('  -\n')));
    assert.equal(after(alone, say(one, 'Ah')), alone.replace('Hm', 'Ah'));
  });

  test('comments above the first entry, between two and below the last stay when entries come and go', () => {
    const text = `${head}memos:\n  # first\n${line(one)}\n  # apart\n\n  # second\n${line(two)}  # below\n\n# end\n`;
    assert.equal(after(text, say(two, 'Hm')), text.replace(line(two), line(two, 'Hm')));
    assert.equal(after(text, take(two)), text.replace(`\n  # second\n${line(two)}`, ''));
    assert.equal(after(text, add(three)).indexOf(three) > text.indexOf(two), true);
  });

  test('an undone deletion finds its place by what stood above it, else by its order', () => {
    const text = `${head}memos:\n${line(one)}${line(two)}${line(three)}`;
    const gone = take(two)(opened(text));
    const undone = (act: (file: AnnotationFile) => AnnotationFile): string[] => {
      const { file } = apply(act(gone.file), gone.inverse);
      checkAgainstText(file);
      return file.coding.memos.map(({ id }) => id);
    };
    assert.deepEqual(
      undone((file) => file),
      [one, two, three],
    );
    assert.deepEqual(
      undone(
        (file) =>
          apply(file, put(opened(head), 'memos', { ...memo('newnewne'), at: { turn: 1 } }).change).file,
      ),
      [one, two, three, 'newnewne'],
    );
    assert.deepEqual(
      undone((file) => take(three)(file).file),
      [one, two],
    );
    assert.deepEqual(
      undone((file) => take(one)(file).file),
      [three, two],
    );
    assert.deepEqual(
      undone((file) => take(one, three)(file).file),
      [two],
    );
  });

  test('a change made twice over is one step back', () => {
    const text = `${head}memos:\n${line(one)}${line(two)}`;
    const both = (file: AnnotationFile) => andThen(andThen(say(one, 'Ah')(file), take(two)), add(three));
    assert.equal(after(text, both), `${head}memos:\n${line(one, 'Ah')}${line(three)}`);
  });

  test('places are those of the dash and of the key, below whatever stands above them', () => {
    const text = `# top\n${head}\n# above\nmemos:\n  # first\n  - id: ${one}\n    text: Hm\n\n${line(two)}ratings: [ { rating: bond, scope: session, value: 3 } ]\n`;
    const file = opened(text);
    const start = (range: ReturnType<typeof rangeOf>) =>
      range && [range.start.line, range.start.character, range.end.character];
    assert.deepEqual(start(rangeOfTop(file, 'coder')), [3, 0, 9]);
    assert.deepEqual(start(rangeOf(file, 'memos', one)), [8, 2, 16]);
    assert.deepEqual(start(rangeOf(file, 'memos', two)), [11, 2, line(two).length - 1]);
    assert.deepEqual(start(rangeOf(file, 'ratings', 'bond session')), [12, 0, 55]);
    assert.deepEqual(start(rangeOfTop(file, 'name')), [0, 0, 0]);
    assert.equal(source(file), text);
  });
});

suite('fields of an entry written by hand', () => {
  const coded = (inside: string): string => `${head}annotations:\n${inside}`;
  const set = (text: string, name: 'note' | 'speaker', value: string | undefined): string =>
    after(text, (file) => setField(file, 'annotations', 'aaaaaaag', name, value));

  test('in braces come behind those before them, else in front', () => {
    const flow = (inside: string): string => coded(`  - { ${inside} } # mine\n`);
    assert.equal(
      set(flow('id: aaaaaaag, code: bond, note: x'), 'speaker', 'C'),
      flow('id: aaaaaaag, code: bond, speaker: C, note: x'),
    );
    assert.equal(
      set(flow('note: x, code: bond, id: aaaaaaag'), 'speaker', 'C'),
      flow('note: x, code: bond, id: aaaaaaag, speaker: C'),
    );
    assert.equal(
      set(flow('note: x, id: aaaaaaag, code: bond'), 'note', undefined),
      flow('id: aaaaaaag, code: bond'),
    );
    assert.equal(
      set(flow('id: aaaaaaag, note: x, code: bond'), 'note', undefined),
      flow('id: aaaaaaag, code: bond'),
    );
    assert.equal(
      set(flow('id: aaaaaaag, code: bond, note: x'), 'note', undefined),
      flow('id: aaaaaaag, code: bond'),
    );
    assert.equal(
      set(flow('id: aaaaaaag, own: 1, code: bond'), 'note', 'Hm'),
      flow('id: aaaaaaag, own: 1, code: bond, note: Hm'),
    );
  });

  test('on lines of their own come, go and change with their comments left alone', () => {
    const block = (inside: string): string => coded(`  - id: aaaaaaag # mine\n    code: bond\n${inside}`);
    assert.equal(set(block('    own: 1\n'), 'note', 'Hm'), block('    note: Hm\n    own: 1\n'));
    assert.equal(set(block('    note: x # why\n'), 'note', 'Hm'), block('    note: Hm # why\n'));
    assert.equal(set(block("    note: 'x: y' # why\n"), 'note', 'Hm'), block('    note: Hm # why\n'));
    assert.equal(
      set(block('    note: | # why\n      x\n      y\n    own: 1\n'), 'note', 'Hm'),
      block('    note: Hm # why\n    own: 1\n'),
    );
    assert.equal(
      set(block('    note:\n      # below\n      x\n'), 'note', 'Hm'),
      block('    note:\n      # below\n      Hm\n'),
    );
  });

  test('that are maps and lists of lines change within them', () => {
    const text = coded(
      '  - id: aaaaaaag # mine\n    code: bond\n    ratings:\n      impact: 3 # strong\n      clarity: 1\n',
    );
    const rated = (ratings: Readonly<Record<string, number>> | undefined): string =>
      after(text, (file) => setField(file, 'annotations', 'aaaaaaag', 'ratings', ratings));
    assert.equal(rated({ impact: 4, clarity: 1 }), text.replace('impact: 3', 'impact: 4'));
    assert.equal(rated({ impact: 3 }), text.replace('      clarity: 1\n', ''));
    assert.equal(rated({ clarity: 1 }), text.replace('impact: 3 # strong\n      ', ''));
    assert.equal(rated(undefined), text.slice(0, text.indexOf('    ratings')));
    const episode = `${head}annotations:\n  - { id: aaaaaaag, code: rupture, quote: a }\n  - { id: baaaaaag, code: rupture, quote: b }\nepisodes:\n  - id: eaaaaaag # mine\n    ruptures:\n      - aaaaaaag # the first\n      - baaaaaag\n    repairs: []\n`;
    const ruptures = (...ids: readonly string[]): string =>
      after(episode, (file) => setField(file, 'episodes', 'eaaaaaag', 'ruptures', ids));
    assert.equal(ruptures('baaaaaag'), episode.replace('      - aaaaaaag # the first\n', ''));
    assert.equal(ruptures('aaaaaaag'), episode.replace('      - baaaaaag\n', ''));
    assert.equal(
      ruptures('caaaaaag', 'aaaaaaag', 'baaaaaag'),
      episode.replace('      - aaaaaaag', '      - caaaaaag\n      - aaaaaaag'),
    );
    assert.equal(
      ruptures('aaaaaaag', 'caaaaaag', 'baaaaaag'),
      episode.replace('      - baaaaaag', '      - caaaaaag\n      - baaaaaag'),
    );
    assert.equal(
      ruptures('baaaaaag', 'aaaaaaag'),
      episode.replace(
        'ruptures:\n      - aaaaaaag # the first\n      - baaaaaag',
        'ruptures: [ baaaaaag, aaaaaaag ]',
      ),
    );
  });
});
