import * as assert from 'node:assert/strict';
import { isNewerStudy, readStudy } from '../../src/engine/study/studyFile';
import { defaultDetectors } from '../../src/engine/study/detectorSettings';
import { studyText } from '../../src/engine/study/write';

const whole = `alliance_study: 1
title: A pilot
segment_minutes: 5          # also: axis, unit, speakers, words_per_minute
words_per_minute: 140
axis: words
unit: turn
back_channels: true
speakers: { T: { role: therapist, name: Dr A }, C: client, Mother: }
blind: { trajectory: false, names: true }
coders: { alice: { name: Alice M., role: coder }, dana: { role: supervisor }, bob: }
measures: { phq9: { label: PHQ-9, kind: outcome, better: lower, sd: 5.6, r: 0.86, source: "a norm table", min: 0, max: 27 } }
cases:
  C017:
    therapist: 3
    condition: cbt
    sessions:
      - { transcript: ./c017/s04.transcript, session: 4, date: 2026-03-02, stage: developing, duration: 50, scores: { client: { wai_bond: 5.3 } } }
      - transcript: c017\\s05.transcript
  017: { sessions: [ { transcript: other/s01.transcript } ] }
plan: [ { transcript: c017/s04.transcript, coders: [ alice, bob ] } ]
`;

/** Faults as `line:character code data`. */
function faults(text: string): string[] {
  return readStudy(text).faults.map(
    ({ code, range: { start }, data }) =>
      `${start.line}:${start.character} ${code} ${Object.values(data).join(' / ')}`,
  );
}

function blind(value: string): unknown {
  return readStudy(`alliance_study: 1\nblind: ${value}\n`).study?.blind;
}

suite('a study file', () => {
  test('is read whole', () => {
    const { study, faults: found } = readStudy(whole);
    assert.deepEqual(found, []);
    assert.ok(study);
    assert.deepEqual(study.sessions, [
      {
        case: 'C017',
        transcript: 'c017/s04.transcript',
        session: 4,
        date: '2026-03-02',
        stage: 'developing',
        duration: 50,
        scores: { client: { wai_bond: 5.3 } },
      },
      {
        case: 'C017',
        transcript: 'c017/s05.transcript',
        session: null,
        date: null,
        stage: null,
        duration: null,
        scores: {},
      },
      {
        case: '017',
        transcript: 'other/s01.transcript',
        session: null,
        date: null,
        stage: null,
        duration: null,
        scores: {},
      },
    ]);
    assert.deepEqual(study.coders, [
      { id: 'alice', name: 'Alice M.', role: 'coder' },
      { id: 'dana', name: null, role: 'supervisor' },
      { id: 'bob', name: null, role: 'coder' },
    ]);
    assert.deepEqual(
      [...(study.speakers ?? [])],
      [
        ['T', { label: 'T', role: 'therapist', name: 'Dr A' }],
        ['C', { label: 'C', role: 'client', name: null }],
        ['Mother', { label: 'Mother', role: 'other', name: null }],
      ],
    );
    assert.deepEqual(
      [study.title, study.segmentMinutes, study.wordsPerMinute, study.axis, study.unit, study.blind],
      ['A pilot', 5, 140, 'words', 'turn', { trajectory: false, names: true }],
    );
    assert.deepEqual(study.measures, {
      phq9: {
        label: 'PHQ-9',
        kind: 'outcome',
        better: 'lower',
        sd: 5.6,
        r: 0.86,
        source: 'a norm table',
        min: 0,
        max: 27,
      },
    });
    assert.equal(study.backChannels, true);
    assert.deepEqual([...study.cases], [['C017', { therapist: '3', condition: 'cbt' }]]);
    assert.deepEqual(study.plan, [{ transcript: 'c017/s04.transcript', coders: ['alice', 'bob'] }]);
  });

  test('may say next to nothing', () => {
    assert.deepEqual(readStudy('alliance_study: 1\n'), {
      study: {
        title: null,
        segmentMinutes: null,
        wordsPerMinute: null,
        axis: null,
        backChannels: false,
        unit: null,
        speakers: null,
        blind: {},
        coders: [],
        sessions: [],
        cases: new Map(),
        measures: {},
        detectors: defaultDetectors,
        plan: [],
        planSeed: null,
        training: { gold: null, criterion: { kappa: 0.6, icc: 0.7 } },
      },
      faults: [],
    });
  });

  test('blinds unless it says false', () => {
    assert.equal(blind('false'), false);
    assert.deepEqual(blind('true'), {});
    assert.deepEqual(blind('perhaps'), {});
  });

  test('hides what it says beside a switch that is wrong or unknown', () => {
    assert.deepEqual(blind('{ names: true, case: perhaps }'), { names: true });
    assert.deepEqual(blind('{ names: true, shoes: true }'), { names: true });
  });

  test('knows what else it says of a speaker whose role is wrong', () => {
    const { study } = readStudy('alliance_study: 1\nspeakers: { T: { role: doctor, name: Dr A } }\n');
    assert.deepEqual(study?.speakers?.get('T'), { label: 'T', role: 'therapist', name: 'Dr A' });
  });
});

suite('a study file with faults', () => {
  const table: readonly (readonly [name: string, text: string, expected: readonly string[]])[] = [
    ['an unknown key', 'alliance_study: 1\ncolour: red', ['1:0 unknown-key colour']],
    [
      'a length that is none',
      'alliance_study: 1\nsegment_minutes: 0',
      ['1:17 wrong-value segment_minutes / at least 0.5'],
    ],
    [
      'an unknown axis',
      'alliance_study: 1\naxis: days',
      ['1:6 wrong-value axis / one of: time, words, turns'],
    ],
    [
      'a date that is none',
      'alliance_study: 1\ncases: { A: { sessions: [ { transcript: a.transcript, date: 2. März } ] } }',
      ['1:60 wrong-value cases.A.sessions[1].date / a date such as 2026-03-02'],
    ],
    [
      'a session without a transcript',
      'alliance_study: 1\ncases: { A: { sessions: [ { session: 4 } ] } }',
      ['1:26 missing-key cases.A.sessions[1].transcript'],
    ],
    [
      'a transcript outside the study',
      'alliance_study: 1\ncases: { A: { sessions: [ { transcript: ../b.transcript } ] } }',
      ['1:40 wrong-value cases.A.sessions[1].transcript / a path inside the study'],
    ],
    [
      'a coder id with capitals',
      'alliance_study: 1\ncoders: { Alice: { role: coder } }',
      ['1:10 wrong-value coders.Alice / an id of a-z, 0-9, _ and -'],
    ],
    ['consensus as a coder', 'alliance_study: 1\ncoders: { consensus: }', ['1:10 reserved-coder consensus']],
    [
      'a transcript listed twice',
      'alliance_study: 1\ncases:\n  A: { sessions: [ { transcript: a.transcript } ] }\n  B: { sessions: [ { transcript: ./a.transcript } ] }',
      ['3:33 listed-twice a.transcript'],
    ],
    ['a newer version', 'alliance_study: 2\nwhatever: 1', ['0:16 newer-version 2 / 1']],
    ['a version that is none', 'alliance_study: one', ['0:16 wrong-value alliance_study / 1']],
    ['another YAML file', 'alliance_codebook: 1', ['0:0 not-ours alliance_study']],
    ['nothing', '', ['0:0 not-ours alliance_study']],
    ['a list', '- 1', ['0:0 not-ours alliance_study']],
    ['no YAML', 'alliance_study: [', ['0:17 not-yaml bad-indent']],
  ];
  for (const [name, text, expected] of table) {
    test(name, () => assert.deepEqual(faults(text), expected));
  }

  test('keeps what is right of it', () => {
    const { study } = readStudy(
      'alliance_study: 1\ntitle: A\naxis: days\ncases: { A: { sessions: [ { session: 1 }, { transcript: b.transcript, stage: late, session: 2 } ] } }',
    );
    assert.equal(study?.title, 'A');
    assert.equal(study.axis, null);
    assert.deepEqual(
      study.sessions.map(({ transcript, session, stage }) => [transcript, session, stage]),
      [['b.transcript', 2, null]],
    );
  });

  test('of a newer version is used as far as it can be read, which is all that is said of it', () => {
    const text =
      'alliance_study: 2\ntitle: Two\nblind: { names: maybe }\nnew: 1\ncases: { K: { sessions: [ { transcript: a.transcript, mood: 3 } ] } }';
    const { study, faults: found } = readStudy(text);
    assert.deepEqual(
      [study?.title, study?.blind, study?.sessions[0]?.transcript],
      ['Two', {}, 'a.transcript'],
    );
    assert.deepEqual(
      found.map(({ code }) => code),
      ['newer-version'],
    );
    assert.ok(isNewerStudy(text));
    assert.ok(!isNewerStudy('alliance_study: 1'));
  });

  test('is no study where its version is none', () => {
    assert.equal(readStudy('alliance_study: one\ntitle: A').study, null);
  });

  test('may name things like the machinery of objects', () => {
    const { study } = readStudy(
      'alliance_study: 1\nmeasures: { __proto__: { sd: 1 } }\ncases: { __proto__: { sessions: [ { transcript: a.transcript } ] } }',
    );
    assert.equal(Reflect.get({}, 'sd'), undefined);
    assert.ok(study);
  });
});

suite('a study written as a file', () => {
  test('reads back as the same, whatever it says', () => {
    const other = `alliance_study: 1
unit: segment
detectors: { sequences: false, crisis: { k: 1.5, within: 3 } }
cases:
  C1: { therapist: T04, condition: CBT, sessions: [ { transcript: a.transcript, session: 1 } ] }
  C2: { condition: waiting }
  C3: { sessions: [ { transcript: c.transcript } ] }
training: { gold: dana, criterion: { kappa: 0.7 } }
`;
    const open = 'alliance_study: 1\nblind: false\ntraining: { criterion: { icc: 0.8 } }\n';
    const least = 'alliance_study: 1\n';
    for (const source of [whole, other, open, least, `${least}training: { gold: dana }\n`]) {
      const { study } = readStudy(source);
      assert.ok(study);
      assert.deepEqual(readStudy(studyText(study)), { study, faults: [] });
    }
    assert.equal(studyText(readStudy(least).study ?? assert.fail()), least);
  });
});
