import assert from 'node:assert/strict';
import fc from 'fast-check';
import { moveTo } from '../../src/engine/annotations/moveTo';
import {
  addTags,
  carryOver,
  deleteAnnotations,
  joinSpans,
  judge,
  link,
  nothing,
  rate,
  recode,
  release,
  setNote,
  setRating,
  setResolution,
  takeBack,
  unlink,
} from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import type { Step } from '../../src/engine/annotations/change';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import { source, type AnnotationFile } from '../../src/engine/annotations/file';
import { fingerprints, textHash } from '../../src/engine/annotations/hashes';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { refine } from '../../src/engine/annotations/refine';
import { sealHolds } from '../../src/engine/annotations/seal';
import { parseTranscript } from '../../src/engine/transcript/parse';

const text = 'T: How are you?\nC: Dunno.\nT: What changed?\nC: I was angry.\nT: I pushed you.\nC: Okay.';
const { turns } = parseTranscript(text);
const created = '2026-03-02T10:15:00Z';

function fresh(): AnnotationFile {
  return newAnnotationFile({
    transcript: 'a.transcript',
    coder: 'tess',
    codebook: { id: 'alliance-default', version: '1.0.0' },
    text: { sha256: textHash(text), turns: fingerprints(turns) },
  });
}

const whole = (turn: number): { turn: number; start: number; end: number } => ({
  turn,
  start: 0,
  end: Array.from(turns[turn - 1]?.text ?? '').length,
});

function tagged(): AnnotationFile {
  return addTags(fresh(), turns, [
    { id: 'ruptureo', code: 'rupture', at: whole(2), created },
    { id: 'rupturet', code: 'rupture', at: whole(4), created },
    { id: 'repairon', code: 'repair', at: whole(5), created },
  ]).file;
}

suite('Coding acts', () => {
  test('a tag is refined in place, and taken back with its refinement byte for byte', () => {
    const before = tagged();
    const { step, targets } = refine(before, turns, [{ id: 'ruptureo', made: true }], 'rupture.withdrawal');
    assert.deepEqual(targets, [{ id: 'ruptureo', made: true }]);
    assert.equal(step.file.coding.annotations[0]?.code, 'rupture.withdrawal');
    assert.equal(source(apply(step.file, step.inverse).file), source(before));
  });

  test('a refinement that stands on the same words already is the one meant: the new tag goes', () => {
    const exact = { id: 'exactone', code: 'rupture.withdrawal', at: whole(2), created };
    const ground = addTags(tagged(), turns, [exact]).file;
    const made = refine(ground, turns, [{ id: 'ruptureo', made: true }], 'rupture.withdrawal');
    assert.deepEqual(made.targets, [{ id: 'exactone', made: false }]);
    assert.deepEqual(
      made.step.file.coding.annotations.map(({ id }) => id),
      ['exactone', 'rupturet', 'repairon'],
    );
    const stood = refine(ground, turns, [{ id: 'ruptureo', made: false }], 'rupture.withdrawal');
    assert.deepEqual(stood.targets, [{ id: 'exactone', made: false }]);
    assert.equal(stood.step.change.length, 0, 'what stood before stays');
  });

  test('a tag fills in what a reader of the file needs, and counts its turns as judged', () => {
    const [first] = tagged().coding.annotations;
    assert.deepEqual(first, {
      id: 'ruptureo',
      code: 'rupture',
      at: whole(2),
      speaker: 'C',
      quote: 'Dunno.',
      context: { before: 'How are you?', after: 'What changed?' },
      created,
    });
    assert.deepEqual(tagged().coding.coded, [
      { from: 2, to: 2 },
      { from: 4, to: 5 },
    ]);
  });

  test('ruptures and repairs linked one after the other become one episode', () => {
    const one = link(tagged(), 'episodeo', ['ruptureo'], ['repairon']).file;
    assert.deepEqual(one.coding.episodes, [
      { id: 'episodeo', ruptures: ['ruptureo'], repairs: ['repairon'] },
    ]);
    const both = link(one, 'episodet', ['rupturet'], ['repairon']).file;
    assert.deepEqual(both.coding.episodes, [
      { id: 'episodeo', ruptures: ['ruptureo', 'rupturet'], repairs: ['repairon'] },
    ]);
    assert.equal(setResolution(both, 'episodeo', 4).file.coding.episodes[0]?.resolution, 4);
  });

  test('a rating stands once for each scope; rated again it keeps its note, and it can be taken away', () => {
    const segment = { segment: 2, from_turn: 3, to_turn: 5 };
    const session = rate(tagged(), 'bond', 'session', 5).file;
    const both = rate(session, 'bond', segment, 'na').file;
    assert.deepEqual(both.coding.ratings, [
      { rating: 'bond', scope: 'session', value: 5 },
      { rating: 'bond', scope: segment, value: 'na' },
    ]);
    const noted = readAnnotationFile(source(both).replace('value: 5', 'value: 5, note: Late.')).file;
    const again = noted && rate(noted, 'bond', 'session', 6).file;
    assert.deepEqual(again?.coding.ratings[0], {
      rating: 'bond',
      scope: 'session',
      value: 6,
      note: 'Late.',
    });
    assert.equal(rate(both, 'bond', 'session', null).file.coding.ratings.length, 1);
    assert.equal(rate(both, 'goal', 'session', null).change.length, 0);
  });

  test('an episode carried over names the one before, and ruptures and repairs join it', () => {
    const before = { transcript: 'session-03.transcript', episode: 'earliero' };
    const { file } = carryOver(tagged(), 'episodeo', before);
    assert.deepEqual(readAnnotationFile(source(file)).file?.coding.episodes, [
      { id: 'episodeo', ruptures: [], repairs: [], carried_over: before },
    ]);
  });

  test('an episode ends with its last rupture', () => {
    const linked = link(tagged(), 'episodeo', ['ruptureo'], ['repairon']).file;
    assert.deepEqual(unlink(linked, 'repairon').file.coding.episodes[0]?.repairs, []);
    assert.deepEqual(unlink(linked, 'ruptureo').file.coding.episodes, []);
    assert.deepEqual(deleteAnnotations(linked, ['ruptureo']).file.coding.episodes, []);
  });

  test('a release seals, a change breaks the seal, and taking it back removes it', () => {
    const released = release(tagged(), created, turns.length).file;
    assert.ok(sealHolds(released.coding));
    assert.ok(!sealHolds(recode(released, 'ruptureo', 'bond').file.coding));
    const open = takeBack(released, '2026-03-03T10:15:00Z').file;
    assert.equal(open.coding.released, undefined);
    assert.deepEqual(
      open.coding.log.map(({ event }) => event),
      ['released', 'taken_back'],
    );
  });

  test('a released coding without judged turns means all of them', () => {
    assert.deepEqual(release(fresh(), created, 6).file.coding.coded, [{ from: 1, to: 6 }]);
  });

  test('moving writes new words for those that are sure, and keeps the old for those that are not', () => {
    const next = parseTranscript(`C: Hello.\n${text.replace('Dunno.', 'Never.')}`).turns;
    const places = new Map([
      ['ruptureo', { turn: 3, start: 0, end: 6 }],
      ['rupturet', null],
      ['repairon', { turn: 6, start: 0, end: 13 }],
    ]);
    const moved = moveTo(
      tagged(),
      next,
      { at: places, unsure: new Map([['ruptureo', null]]) },
      { sha256: 'ab', turns: 'cd' },
    ).file;
    const by = new Map(moved.coding.annotations.map((each) => [each.id, each]));
    assert.deepEqual(by.get('ruptureo')?.at, { turn: 3, start: 0, end: 6 });
    assert.equal(by.get('ruptureo')?.quote, 'Dunno.', 'the words it was made for');
    assert.equal(by.get('rupturet')?.at, undefined);
    assert.deepEqual(by.get('rupturet')?.was, whole(4));
    assert.equal(by.get('rupturet')?.quote, 'I was angry.');
    assert.deepEqual(by.get('repairon')?.at, { turn: 6, start: 0, end: 13 });
    assert.deepEqual(moved.coding.text, { sha256: 'ab', turns: 'cd' });
    const back = new Map([['rupturet', whole(4)]]);
    const again = moveTo(moved, turns, { at: back, unsure: new Map() }, { sha256: 'ef', turns: 'gh' }).file;
    assert.equal(again.coding.annotations.find(({ id }) => id === 'rupturet')?.was, undefined);
  });

  test('judged spans stay sorted, apart and within what was judged', () => {
    const span = fc
      .tuple(fc.integer({ min: 1, max: 60 }), fc.nat(8))
      .map(([from, n]) => ({ from, to: from + n }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 12 }), (spans) => {
        const joined = joinSpans(spans);
        joined.forEach(({ from, to }, i) => {
          assert.ok(from <= to);
          const next = joined[i + 1];
          assert.ok(!next || next.from > to + 1);
        });
        const turnsOf = (all: readonly { from: number; to: number }[]): number[] =>
          [
            ...new Set(
              all.flatMap(({ from, to }) => Array.from({ length: to - from + 1 }, (_, i) => from + i)),
            ),
          ].sort((a, b) => a - b);
        assert.deepEqual(turnsOf(joined), turnsOf(spans));
      }),
      { numRuns: 50 },
    );
  });

  test('any acts undone one by one give the file back byte for byte', () => {
    const ids = fc.constantFrom('ruptureo', 'rupturet', 'repairon');
    const act: fc.Arbitrary<(file: AnnotationFile) => Step> = fc.oneof(
      fc.tuple(ids, fc.constantFrom('bond', 'rupture.withdrawal')).map(
        ([id, code]) =>
          (file: AnnotationFile) =>
            recode(file, id, code),
      ),
      fc.tuple(ids, fc.string()).map(
        ([id, note]) =>
          (file: AnnotationFile) =>
            setNote(file, id, note),
      ),
      fc.tuple(ids, fc.option(fc.integer({ min: 1, max: 5 }))).map(
        ([id, value]) =>
          (file: AnnotationFile) =>
            setRating(file, id, 'impact', value),
      ),
      fc.tuple(fc.constantFrom('bond', 'goal'), fc.option(fc.integer({ min: 1, max: 7 }))).map(
        ([rating, value]) =>
          (file: AnnotationFile) =>
            rate(file, rating, value === 2 ? 'session' : { segment: 2, from_turn: 3, to_turn: 5 }, value),
      ),
      ids.map((id) => (file: AnnotationFile) => link(file, 'episodeo', [id], ['repairon'])),
      ids.map((id) => (file: AnnotationFile) => unlink(file, id)),
      ids.map((id) => (file: AnnotationFile) => deleteAnnotations(file, [id])),
      fc
        .integer({ min: 1, max: 6 })
        .map((turn) => (file: AnnotationFile) => judge(file, [{ from: 1, to: turn }])),
      fc.constant(nothing),
    );
    fc.assert(
      fc.property(fc.array(act, { maxLength: 8 }), (acts) => {
        const start = tagged();
        let file = start;
        const inverses = acts.map((build) => {
          const step = build(file);
          file = step.file;
          return step.inverse;
        });
        assert.deepEqual(readAnnotationFile(source(file)).file?.coding, file.coding);
        for (const inverse of inverses.reverse()) file = apply(file, inverse).file;
        assert.equal(source(file), source(start));
        assert.deepEqual(file.coding, start.coding);
      }),
      { numRuns: 10 },
    );
  });
});
