import assert from 'node:assert/strict';
import { moveTo } from '../../src/engine/annotations/moveTo';
import {
  addTags,
  carryOver,
  deleteAnnotations,
  link,
  notCarriedOver,
  rate,
  recode,
  release,
  setResolution,
  takeBack,
  unlink,
} from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import { put } from '../../src/engine/annotations/edit';
import { source } from '../../src/engine/annotations/file';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { refine } from '../../src/engine/annotations/refine';
import { sealHolds } from '../../src/engine/annotations/seal';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { created, fresh, tagged, text, turns, whole } from './taggedFile';

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
    const answered = link(file, 'episodeo', [], ['repairon']).file;
    assert.deepEqual(answered.coding.episodes, [
      { id: 'episodeo', ruptures: [], repairs: ['repairon'], carried_over: before },
    ]);
    const [joined, ...others] = link(answered, 'newepiso', ['ruptureo'], ['repairon']).file.coding.episodes;
    assert.deepEqual(joined?.carried_over, before);
    assert.deepEqual([joined.ruptures, others], [['ruptureo'], []]);
    assert.deepEqual(unlink(answered, 'repairon').file.coding.episodes, file.coding.episodes);
  });

  test('an episode that goes on no more keeps what is linked here to a rupture, and else is none', () => {
    const before = { transcript: 'session-03.transcript', episode: 'earliero' };
    const { file } = carryOver(tagged(), 'episodeo', before);
    assert.deepEqual(notCarriedOver(file, 'episodeo').file.coding.episodes, []);
    const joined = link(file, 'episodeo', ['ruptureo'], ['repairon']).file;
    assert.deepEqual(notCarriedOver(joined, 'episodeo').file.coding.episodes, [
      { id: 'episodeo', ruptures: ['ruptureo'], repairs: ['repairon'] },
    ]);
    assert.equal(notCarriedOver(tagged(), 'episodeo').change.length, 0);
  });

  test('how far an episode was resolved is said, and taken away; of one that is not there nothing is', () => {
    const file = put(fresh(), 'episodes', { id: 'eeeeeeef', ruptures: ['aaaaaaag'], repairs: [] }).file;
    const rated = setResolution(file, 'eeeeeeef', 4).file;
    assert.equal(rated.coding.episodes[0]?.resolution, 4);
    assert.equal(source(setResolution(rated, 'eeeeeeef', null).file), source(file));
    assert.deepEqual(setResolution(file, 'nowheref', 4).change, []);
  });

  test('an annotation without a place stands on no words that another may stand on', () => {
    const entries = [
      { id: 'aaaaaaag', code: 'bond' },
      { id: 'baaaaaag', code: 'goal' },
    ];
    const file = put(fresh(), 'annotations', entries).file;
    const { step, targets } = refine(file, turns, [{ id: 'aaaaaaag', made: true }], 'goal');
    assert.deepEqual(targets, [{ id: 'aaaaaaag', made: true }]);
    assert.deepEqual(
      step.file.coding.annotations.map(({ code }) => code),
      ['goal', 'goal'],
    );
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
});
