import * as assert from 'node:assert/strict';
import {
  blindingOf,
  blindKeys,
  codingShown,
  factsShown,
  sightOf,
  studyShown,
} from '../../src/engine/study/blinding';
import type { Person } from '../../src/engine/study/mayShow';
import { progressOf } from '../../src/engine/study/progress';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { inPlanOrder } from '../../src/engine/study/studyOrder';
import type { Study } from '../../src/engine/study/types';
import { coding, header } from '../unit/builders';

const alice: Person = { id: 'alice', role: 'coder' };
const dana: Person = { id: 'dana', role: 'supervisor' };

function study(blind: string, more = ''): Study {
  const text = `alliance_study: 1
coders: { alice: {}, bob: { name: Bob K. }, carl: {}, dana: { role: supervisor } }
blind: ${blind}
cases:
  C1: { condition: cbt, sessions: [ { transcript: a.transcript, session: 4, date: 2026-03-02, stage: developing, scores: { client: { phq9: 14 } } } ] }
plan: [ { transcript: b.transcript, coders: [ bob ] }, { transcript: a.transcript, coders: [ bob, alice ] } ]
${more}`;
  return readStudy(text).study ?? assert.fail('a study');
}

function hidden(blind: string, viewer: Person | null, more = ''): readonly string[] {
  const found = blindingOf(study(blind, more), viewer);
  return blindKeys.filter((key) => found[key]);
}

suite('what a study hides from its coders', () => {
  test('is what it names, and nothing from a supervisor or where it is not blind', () => {
    assert.deepEqual(hidden('true', alice), []);
    assert.deepEqual(hidden('{ names: true, trajectory: true, date: false }', alice), [
      'trajectory',
      'names',
    ]);
    assert.deepEqual(hidden('{ names: true }', null), ['names'], 'somebody unknown is blind, too');
    assert.deepEqual(hidden('{ names: true, case: true }', dana), []);
    assert.deepEqual(hidden('false', alice, 'plan_seed: 7'), []);
    assert.deepEqual(blindingOf(null, alice).plan, false);
  });

  test('is the date with the order, and who else codes where the plan was drawn, unless it says otherwise', () => {
    assert.deepEqual(hidden('{ order: true }', alice), ['order', 'date']);
    assert.deepEqual(hidden('true', alice, 'plan_seed: 7'), ['plan']);
    assert.deepEqual(hidden('{ plan: false }', alice, 'plan_seed: 7'), []);
    assert.deepEqual(hidden('{ plan: true }', alice), ['plan']);
  });

  test('is said to be a fault where it is misspelt, since nothing would be hidden', () => {
    const { faults } = readStudy('alliance_study: 1\nblind: { orders: true }\n');
    assert.deepEqual(
      faults.map(({ code, data }) => [code, data['path']]),
      [['unknown-key', 'blind.orders']],
    );
  });

  test('goes out of the facts of a session, each by its key', () => {
    const listed = study('true');
    const facts = sessionFacts(listed, 'a.transcript', header({}), '', 'a.transcript');
    const shown = (blind: string): unknown => {
      const { case: id, session, date, stage, scores } = factsShown(facts, blindingOf(study(blind), alice));
      return [id, session, date, stage, scores];
    };
    const scores = { client: { phq9: 14 } };
    assert.deepEqual(shown('true'), ['C1', 4, '2026-03-02', 'developing', scores]);
    assert.deepEqual(shown('{ case: true }'), [null, 4, '2026-03-02', 'developing', scores]);
    assert.deepEqual(shown('{ order: true }'), ['C1', null, null, 'developing', scores]);
    assert.deepEqual(shown('{ date: true }'), ['C1', 4, null, 'developing', scores]);
    assert.deepEqual(shown('{ stage: true }'), ['C1', 4, '2026-03-02', null, scores]);
    assert.deepEqual(shown('{ scores: true }'), ['C1', 4, '2026-03-02', 'developing', {}]);
  });

  test('goes out of the study as well, with the condition of a case and the others’ part of the plan', () => {
    const all = study('{ scores: true, order: true }');
    const [session] = studyShown(all, blindingOf(all, alice), 'alice').sessions;
    assert.deepEqual([session?.session, session?.scores, session?.stage], [null, {}, 'developing']);
    const whole = study('{ case: true }', 'plan_seed: 7');
    const shown = studyShown(whole, blindingOf(whole, alice), 'alice');
    assert.deepEqual([shown.sessions, shown.cases.size], [[], 0]);
    assert.deepEqual(shown.plan, [{ transcript: 'a.transcript', coders: ['alice'] }]);
    assert.deepEqual(studyShown(whole, blindingOf(whole, dana), 'dana'), whole);
  });

  test('leaves sessions in the order of the plan, those that are not planned last', () => {
    const sessions = ['a', 'b', 'c'].map((name) => ({ path: `${name}.transcript` }));
    const ordered = inPlanOrder(sessions, study('true').plan);
    assert.deepEqual(
      ordered.map(({ path }) => path),
      ['b.transcript', 'a.transcript', 'c.transcript'],
    );
  });

  test('is who the other coders are: each has one name, another for each viewer, supervisors keep theirs', () => {
    const { nameOf } = sightOf(study('{ names: true }'), alice);
    assert.deepEqual(['alice', 'dana', 'consensus', 'eve'].map(nameOf), [
      'alice',
      'dana',
      'consensus',
      'another-coder',
    ]);
    assert.deepEqual(['bob', 'carl'].map(nameOf).sort(), ['coder-1', 'coder-2']);
    assert.equal(sightOf(study('true'), alice).nameOf('bob'), 'bob');
    const bobs = coding({ coder: 'bob', name: 'Bob K.' });
    const shown = codingShown(bobs, sightOf(study('{ names: true }'), alice));
    assert.deepEqual([shown.coder, shown.name], [nameOf('bob'), undefined]);
    assert.equal(codingShown(bobs, sightOf(study('true'), alice)), bobs);
  });

  test('in the progress of a session, too', () => {
    const people = {
      codings: [{ coding: coding({ coder: 'carl' }), own: false, judged: 1 }],
      hidden: [{ coder: 'bob', reason: 'not-released' as const }],
      planned: ['alice'],
    };
    const { nameOf } = sightOf(study('{ names: true }'), alice);
    const names = progressOf(people, study('true'), 'alice', nameOf).map(({ name, coder }) => name ?? coder);
    assert.deepEqual(names, ['alice', 'coder-1', 'coder-2']);
  });
});
