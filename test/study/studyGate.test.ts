import * as assert from 'node:assert/strict';
import { gateState, mayShow, type Owner, type Person } from '../../src/engine/study/mayShow';
import { coding } from '../unit/builders';

suite('the gate', () => {
  const people: Readonly<Record<string, Person | null>> = {
    alice: { id: 'alice', role: 'coder' },
    dana: { id: 'dana', role: 'supervisor' },
    adjudicator: { id: 'consensus', role: 'consensus' },
    nobody: null,
  };
  const owners = {
    'alice herself': { id: 'alice', role: 'coder', released: false },
    'bob, released': { id: 'bob', role: 'coder', released: true },
    'bob, coding': { id: 'bob', role: 'coder', released: false },
    'the supervisor erik': { id: 'erik', role: 'supervisor', released: false },
    'erik, who sent it back': { id: 'erik', role: 'supervisor', released: false, sentBack: true },
    'the consensus': { id: 'consensus', role: 'consensus', released: false },
  } satisfies Record<string, Owner>;
  type State = 'before release' | 'after release' | 'looked at bob' | 'not blind';
  const states: Readonly<Record<State, { blind: boolean; released: boolean; looked: ReadonlySet<string> }>> =
    {
      'before release': { blind: true, released: false, looked: new Set() },
      'after release': { blind: true, released: true, looked: new Set() },
      'looked at bob': { blind: true, released: false, looked: new Set(['bob']) },
      'not blind': { blind: false, released: false, looked: new Set() },
    };
  /** Viewer, owner, state, then + shown or - hidden and why. */
  const table: readonly (readonly [string, keyof typeof owners, State, string])[] = [
    ['alice', 'alice herself', 'before release', '+ own'],
    ['alice', 'alice herself', 'not blind', '+ own'],
    ['alice', 'bob, released', 'before release', '- you-have-not-released'],
    ['alice', 'bob, released', 'after release', '+ both-released'],
    ['alice', 'bob, released', 'looked at bob', '+ looked'],
    ['alice', 'bob, coding', 'before release', '- you-have-not-released'],
    ['alice', 'bob, coding', 'after release', '- not-released'],
    ['alice', 'bob, coding', 'looked at bob', '+ looked'],
    ['alice', 'bob, coding', 'not blind', '+ not-blind'],
    ['alice', 'the supervisor erik', 'before release', '- you-have-not-released'],
    ['alice', 'the supervisor erik', 'after release', '+ supervisor'],
    ['alice', 'erik, who sent it back', 'before release', '+ sent-back'],
    ['alice', 'erik, who sent it back', 'after release', '+ supervisor'],
    ['nobody', 'erik, who sent it back', 'before release', '- nobody-is-coding'],
    ['alice', 'the supervisor erik', 'looked at bob', '- you-have-not-released'],
    ['alice', 'the consensus', 'before release', '- you-have-not-released'],
    ['alice', 'the consensus', 'after release', '+ supervisor'],
    ['dana', 'bob, released', 'before release', '+ supervisor-released'],
    ['dana', 'bob, coding', 'before release', '- not-released'],
    ['dana', 'bob, coding', 'after release', '- not-released'],
    ['dana', 'bob, coding', 'looked at bob', '+ looked'],
    ['dana', 'the supervisor erik', 'before release', '+ supervisor'],
    ['dana', 'the consensus', 'before release', '+ supervisor'],
    ['adjudicator', 'bob, released', 'before release', '+ supervisor-released'],
    ['adjudicator', 'bob, coding', 'before release', '- not-released'],
    ['nobody', 'bob, released', 'after release', '- nobody-is-coding'],
    ['nobody', 'the consensus', 'before release', '- nobody-is-coding'],
    ['nobody', 'bob, coding', 'not blind', '+ not-blind'],
  ];
  for (const [viewer, owner, state, expected] of table) {
    test(`${viewer} and ${owner}, ${state}: ${expected}`, () => {
      const { show, reason } = mayShow(people[viewer] ?? null, owners[owner], states[state]);
      assert.equal(`${show ? '+' : '-'} ${reason}`, expected);
    });
  }

  test('knows from a file who has released and looked', () => {
    const own = coding({
      released: { at: '2026-03-04T09:00:00Z', sha256: '00' },
      log: [
        { at: '2026-03-04T09:00:00Z', event: 'looked', about: 'bob', reason: 'training' },
        { at: '2026-03-04T09:01:00Z', event: 'looked', about: 'erik/t20fj3aa' },
        { at: '2026-03-04T09:02:00Z', event: 'resolved', about: 'carol/c9tabcde' },
      ],
    });
    assert.deepEqual(gateState(own, true), { blind: true, released: true, looked: new Set(['bob', 'erik']) });
    assert.deepEqual(gateState(null, false), { blind: false, released: false, looked: new Set() });
  });
});
