import assert from 'node:assert/strict';
import type { Coding, Episode } from '../../src/engine/annotations/types';
import { isBefore, sessionTrajectories } from '../../src/engine/trajectory/case';
import { begunAt, leftOpen, ruptureOf } from '../../src/engine/trajectory/carrying';
import type { SessionInput } from '../../src/engine/trajectory/session';
import { KeptTrajectories } from '../../src/store/keptTrajectories';
import type { CodedMember } from '../../src/store/members';
import { annotation, codebook, coding, episode, facts } from './builders';
import { worked } from '../figures/trajectories';

/** A session of the case K by its number, coded by alice. */
function member(number: number, said: Partial<Coding>): CodedMember {
  const path = `k/s${number}.transcript`;
  return {
    path,
    facts: facts({ case: 'K', session: number }),
    codebook: book,
    coding: coding({ transcript: path, ...said }),
    text: worked,
    parsed: () => Promise.resolve(worked),
  };
}

const book = codebook();
const goingOn = (id: string, session: number, from: string): Episode => ({
  ...episode(id, [], []),
  carried_over: { transcript: `s${session}.transcript`, episode: from },
});
const first = member(1, {
  annotations: [annotation('ruptur1a', 'rupture', 4, 5), annotation('ruptur1b', 'rupture', 8, 2)],
  episodes: [episode('episod1a', ['ruptur1a'], [])],
});
const second = member(2, { episodes: [goingOn('episod2a', 1, 'episod1a')] });
const third = member(3, {
  annotations: [annotation('ruptur3a', 'rupture', 6), annotation('repair3a', 'repair', 7)],
  episodes: [episode('episod3a', ['ruptur3a'], ['repair3a'], 5)],
});

const inputOf = ({ path: name, facts: known, codebook: of, coding: made }: CodedMember): SessionInput => {
  return { name, facts: known, codebook: of, coding: made, transcript: worked };
};
const wanted = { isStale: () => false, progress: () => undefined };
const open = (members: readonly CodedMember[]): readonly string[] =>
  leftOpen(
    sessionTrajectories(members.map(inputOf)),
    members.map((each) => each.coding),
  ).map(({ session, episode: { id, strain_left: left } }) => `${session.transcript} ${id} ${left}`);

suite('what earlier sessions left open', () => {
  test('is listed once, where it was left last, the latest session first', () => {
    assert.deepEqual(open([first, second, third]), [
      'k/s2.transcript episod2a 5',
      'k/s1.transcript ruptur1b 2',
    ]);
    assert.deepEqual(open([first]), ['k/s1.transcript episod1a 5', 'k/s1.transcript ruptur1b 2']);
  });

  test('is gone on with under the name of the transcript, with or without its folder', () => {
    const on = (transcript: string): readonly string[] => {
      const before = { transcript, episode: 'ruptur1b' };
      const here = member(4, { episodes: [{ ...episode('episod4a', [], []), carried_over: before }] });
      return open([first, here]);
    };
    assert.equal(on('k/s1.transcript').includes('k/s1.transcript ruptur1b 2'), false);
    assert.equal(on('s1.transcript').includes('k/s1.transcript ruptur1b 2'), false);
    assert.equal(on('s2.transcript').includes('k/s1.transcript ruptur1b 2'), true);
  });

  test('is known by the rupture it began with, however often it went on', () => {
    const sessions = sessionTrajectories([first, second].map(inputOf));
    const [latest] = leftOpen(sessions, [second.coding]);
    assert.ok(latest);
    assert.equal(ruptureOf(latest, sessions)?.annotation, 'ruptur1a');
    const from = { carried_over: { transcript: 's2.transcript', episode: 'episod2a' } };
    assert.equal(begunAt(from, sessions)?.session.transcript, 'k/s1.transcript');
    assert.equal(begunAt({ carried_over: { transcript: 's9.transcript', episode: 'x' } }, sessions), null);
  });

  test('two that name each other are followed once', () => {
    const [one, other] = [
      member(1, { episodes: [goingOn('episod1a', 2, 'episod2a')] }),
      member(2, { episodes: [goingOn('episod2a', 1, 'episod1a')] }),
    ];
    const sessions = sessionTrajectories([one, other].map(inputOf));
    const from = { carried_over: { transcript: 's2.transcript', episode: 'episod2a' } };
    assert.equal(begunAt(from, sessions), null);
  });

  test('is reckoned for one session as it is for all', async () => {
    const all = sessionTrajectories([third, second, first].map(inputOf));
    const before = [first, second, third].filter((each) => isBefore(inputOf(each), inputOf(third)));
    assert.deepEqual(await new KeptTrajectories().of(before, wanted), all.slice(0, 2));
  });

  test('stops where nobody waits any more', async () => {
    const found = await new KeptTrajectories().of([first, second], { ...wanted, isStale: () => true });
    assert.equal(found, null);
  });
});
