import * as assert from 'node:assert/strict';
import { numberInName, sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { header } from '../unit/builders';

suite('facts of a session', () => {
  const said = header({
    case: 'H1',
    session: 7,
    date: '2026-01-01',
    duration: 45,
    scores: { client: { wai: 5, phq9: 14 } },
  });
  const { study } = readStudy(`alliance_study: 1
segment_minutes: 3
cases: { C017: { sessions: [ { transcript: c017/s04.transcript, session: 4, scores: { client: { wai: 6 }, therapist: { wai: 5.5 } } } ] } }
`);

  test('come from the names where nothing is said', () => {
    assert.deepEqual(
      sessionFacts(null, 'c017/session-04.transcript', header({}), 'c017', 'session-04.transcript'),
      {
        case: 'c017',
        session: 4,
        date: null,
        stage: null,
        duration: null,
        scores: {},
        segmentMinutes: 5,
        wordsPerMinute: 150,
        axis: null,
        followWithin: 3,
      },
    );
  });

  test('come from the header before the names', () => {
    const facts = sessionFacts(null, 'x/s04.transcript', said, 'x', 's04.transcript');
    assert.deepEqual([facts.case, facts.session, facts.date, facts.duration], ['H1', 7, '2026-01-01', 45]);
  });

  test('come from the study before the header, key by key and score by score', () => {
    const facts = sessionFacts(study, 'c017/s04.transcript', said, 'c017', 's04.transcript');
    assert.deepEqual([facts.case, facts.session, facts.date, facts.duration], ['C017', 4, '2026-01-01', 45]);
    assert.deepEqual(facts.scores, { client: { wai: 6, phq9: 14 }, therapist: { wai: 5.5 } });
    assert.equal(facts.segmentMinutes, 3);
  });

  test('of a transcript the study does not list still have its lengths', () => {
    const facts = sessionFacts(study, 'c017/s05.transcript', header({}), 'c017', 's05.transcript');
    assert.deepEqual([facts.case, facts.session, facts.segmentMinutes], ['c017', 5, 3]);
  });

  test('have no case without a folder', () => {
    assert.equal(sessionFacts(null, 'a.transcript', header({}), '', 'a.transcript').case, null);
  });

  test('take the last number of the name, not of its extension', () => {
    const names = ['session-04.transcript', 's2-visit10.transcript', 'first.transcript', 'a.7', '12', ''];
    assert.deepEqual(names.map(numberInName), [4, 10, null, null, 12, null]);
  });

  test('take no clock of a recorder for the number of a session', () => {
    const names = ['GMT20260316-150412_Recording', 's4_2026-03-16 15.04', '2026-03-16_15-04-12 s12', 's1001'];
    assert.deepEqual(
      names.map((name) => numberInName(`${name}.transcript`)),
      [null, 4, 12, 1001],
    );
  });
});
