import assert from 'node:assert/strict';
import { percentJudged, progressOf, releasedBy, type SessionPeople } from '../../src/engine/study/progress';
import { readStudy } from '../../src/engine/study/studyFile';
import { byCase, folderCases, inStudyOrder } from '../../src/engine/study/studyOrder';
import { judgedCount } from '../../src/engine/trajectory/judged';
import { coding } from '../unit/builders';

const study = readStudy(`alliance_study: 1
coders: { zoe: { name: Zoe Z. }, bob: {}, dana: { role: supervisor } }
cases: { Z9: { sessions: [ { transcript: z.transcript } ] }, A1: { sessions: [ { transcript: a.transcript } ] } }
`).study;

const session = (path: string, id: string | null, number: number | null, date: string | null = null) => ({
  path,
  facts: { case: id, session: number, date },
});

suite('the order of a study', () => {
  test('cases as the study file lists them, then by name with numbers as numbers, those without a case last', () => {
    const sessions = [null, 'C10', 'C2', 'A1', 'Z9'].map((id, i) => session(`${i}.transcript`, id, 1));
    assert.deepEqual(
      inStudyOrder(sessions, study).map(({ facts }) => facts.case),
      ['Z9', 'A1', 'C2', 'C10', null],
    );
  });

  test('within a case by number, those without one last, then by date, then by path', () => {
    const sessions = [
      session('b.transcript', 'A1', null),
      session('a.transcript', 'A1', null),
      session('c.transcript', 'A1', null, '2026-03-02'),
      session('s10.transcript', 'A1', 10),
      session('s2-again.transcript', 'A1', 2, '2026-03-09'),
      session('s2.transcript', 'A1', 2, '2026-03-02'),
    ];
    assert.deepEqual(
      inStudyOrder(sessions, study).map(({ path }) => path.replace('.transcript', '')),
      ['s2', 's2-again', 's10', 'c', 'a', 'b'],
    );
  });

  test('a case’s sessions stand together', () => {
    const sessions = [session('1', 'A', 1), session('2', 'B', 1), session('3', 'A', 2)];
    assert.deepEqual(
      [...byCase(sessions)].map(([id, list]) => [id, list.map(({ path }) => path)]),
      [
        ['A', ['1', '3']],
        ['B', ['2']],
      ],
    );
  });

  test('folders of one name in different places are different cases', () => {
    const names = folderCases(['', 'x/c1', 'y/c1', 'c2', 'x/c1'], 'study');
    assert.deepEqual(
      [...names],
      [
        ['', 'study'],
        ['x/c1', 'x/c1'],
        ['y/c1', 'y/c1'],
        ['c2', 'c2'],
      ],
    );
  });
});

suite('how far a session is', () => {
  test('everybody once: oneself first, then as the study lists them, then the rest by name', () => {
    const people: SessionPeople = {
      codings: [
        {
          coding: coding({ coder: 'bob', released: { at: '2026-03-04T09:00:00Z', sha256: 'x' } }),
          own: false,
          judged: 8,
        },
        { coding: coding({ coder: 'mia' }), own: true, judged: 3 },
      ],
      hidden: [
        { coder: 'carl', reason: 'not-released' },
        { coder: 'abe', reason: 'not-released' },
      ],
      planned: ['zoe', 'bob', 'carl', 'zoe'],
    };
    assert.deepEqual(
      progressOf(people, study, 'mia').map(({ coder, name, state, judged }) => [coder, name, state, judged]),
      [
        ['mia', null, 'coding', 3],
        ['zoe', 'Zoe Z.', 'not-begun', 0],
        ['bob', null, 'released', 8],
        ['abe', null, 'hidden', null],
        ['carl', null, 'hidden', null],
      ],
    );
  });

  test('a supervisor who does not code has nothing to release, and counts with nobody', () => {
    const people: SessionPeople = {
      codings: [
        { coding: coding({ coder: 'dana', role: 'supervisor' }), own: true, judged: 0 },
        {
          coding: coding({ coder: 'bob', released: { at: '2026-03-04T09:00:00Z', sha256: 'x' } }),
          own: false,
          judged: 8,
        },
      ],
      hidden: [{ coder: 'zoe', reason: 'not-released' }],
      planned: [],
    };
    const progress = progressOf(people, study, 'dana');
    assert.deepEqual(
      progress.map(({ coder, state }) => [coder, state]),
      [
        ['dana', 'reviewing'],
        ['zoe', 'hidden'],
        ['bob', 'released'],
      ],
    );
    assert.deepEqual(releasedBy(progress), { released: 1, of: 2 });
    const planned = progressOf({ ...people, planned: ['dana'] }, study, 'dana');
    assert.equal(planned[0]?.state, 'coding');
  });

  test('a share says all only where all are judged, and none only where none is', () => {
    assert.deepEqual(
      [
        [0, 1500],
        [1, 1500],
        [450, 1000],
        [1499, 1500],
        [1500, 1500],
        [1, 0],
      ].map(([judged = 0, turns = 0]) => percentJudged(judged, turns)),
      [0, 1, 45, 99, 100, 0],
    );
  });

  test('turns judged: the spans as far as they are turns, each once; released without spans means all', () => {
    const coded = [
      { from: 1, to: 4 },
      { from: 3, to: 99 },
    ];
    assert.equal(judgedCount(coding({ coded }), 10), 10);
    assert.equal(judgedCount(coding({ coded: [{ from: 2, to: 3 }] }), 10), 2);
    assert.equal(judgedCount(coding({}), 10), 0);
    assert.equal(judgedCount(coding({ released: { at: '2026-03-04T09:00:00Z', sha256: 'x' } }), 10), 10);
  });
});
