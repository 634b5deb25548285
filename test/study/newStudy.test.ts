import assert from 'node:assert/strict';
import { labelsFound, speakersNeeded, unsettledLabels } from '../../src/engine/study/labelsFound';
import { newStudyText } from '../../src/engine/study/newStudy';
import { proposeCases } from '../../src/engine/study/proposeCases';
import { readStudy } from '../../src/engine/study/studyFile';
import type { Study } from '../../src/engine/study/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Role } from '../../src/engine/transcript/types';

const nothing = { segmentMinutes: 5, speakers: new Map<string, Role>(), cases: [], coders: [] };

suite('a new study file', () => {
  test('says in comments what each part means', () => {
    const text = newStudyText({
      title: 'Bond: a study',
      blind: true,
      segmentMinutes: 5,
      coders: [
        { id: 'alice', name: 'Alice M.', role: 'coder' },
        { id: 'no', name: null, role: 'supervisor' },
      ],
      speakers: new Map<string, Role>([
        ['T', 'therapist'],
        ['Mother', 'other'],
      ]),
      cases: [
        { id: 'C017', sessions: [{ transcript: 'c017/s1.transcript', session: 1, date: '2026-03-02' }] },
      ],
    });
    assert.equal(
      text,
      `# The study: what changes a figure, or is to be hidden from coders.
# Change it as you like; lines with # are comments.
alliance_study: 1
title: "Bond: a study"

# Sessions are divided into segments of this many minutes.
segment_minutes: 5

# Who speaks, by the labels of the transcripts.
# A label that is missing here begins no turn.
speakers:
  T: { role: therapist }
  Mother: { role: other }

# true: coders see each other’s work on a session when both have released it.
# false: they always do.
blind: true

# Who codes. The id stands in the names of their files.
# Roles: coder, supervisor.
coders:
  alice: { name: Alice M., role: coder }
  "no": { role: supervisor }

# The sessions of each case. A session may also have:
# date, stage, duration, scores.
cases:
  C017:
    sessions:
      - { transcript: c017/s1.transcript, session: 1, date: "2026-03-02" }
`,
    );
    assert.deepEqual(readStudy(text).faults, []);
  });

  for (const title of ['', 'no', '12:30', '# x', '2026-03-02', 'a "quoted" one', 'Ελπίδα 👍']) {
    test(`may be called ${JSON.stringify(title)}`, () => {
      const { study, faults } = readStudy(newStudyText({ ...nothing, title, blind: false }));
      assert.deepEqual([faults, study?.title, study?.blind], [[], title, false]);
    });
  }
});

suite('the cases of a folder', () => {
  const found = (path: string, text = 'T: Hello.\nC: Hello.') => ({ path, parsed: parseTranscript(text) });

  test('are its folders, with sessions by their number', () => {
    const paths = ['k02/k02-10.transcript', 'k02/k02-2.transcript', 'C9/a.transcript', 'top-3.transcript'];
    assert.deepEqual(
      proposeCases(
        paths.map((path) => found(path)),
        'Study',
      ).map(({ id, sessions }) => [id, ...sessions.map(({ transcript, session }) => [transcript, session])]),
      [
        ['C9', ['C9/a.transcript', null]],
        ['k02', ['k02/k02-2.transcript', 2], ['k02/k02-10.transcript', 10]],
        ['Study', ['top-3.transcript', 3]],
      ],
    );
  });

  test('are told apart where two folders have one name, and kept where a study lists them', () => {
    const paths = ['a/x/s1.transcript', 'b/x/s1.transcript'];
    const propose = (study: Study | null) =>
      proposeCases(
        paths.map((path) => found(path)),
        'Study',
        study,
      ).map(({ id }) => id);
    assert.deepEqual(propose(null), ['a/x', 'b/x']);
    const listed = 'alliance_study: 1\ncases: { K1: { sessions: [ { transcript: a/x/s0.transcript } ] } }\n';
    assert.deepEqual(propose(readStudy(listed).study), ['K1', 'x']);
    const atTop = (name: string) =>
      proposeCases([found('s1.transcript')], name, readStudy(listed).study).map(({ id }) => id);
    assert.deepEqual([atTop('Study'), atTop('')], [['Study'], ['case']]);
  });

  test('are what headers say, with date, stage and scores', () => {
    const header =
      '---\ncase: X1\nsession: 7\ndate: 2026-03-02\nstage: developing\nscores: { client: { phq9: 4 } }\n---\n';
    assert.deepEqual(proposeCases([found('a/b-1.transcript', header)], 'Study'), [
      {
        id: 'X1',
        sessions: [
          {
            transcript: 'a/b-1.transcript',
            session: 7,
            date: '2026-03-02',
            stage: 'developing',
            scores: { client: { phq9: 4 } },
          },
        ],
      },
    ]);
  });

  test('take no date that is none, and a file that cannot be read by its name', () => {
    const sessions = proposeCases(
      [found('a/b-1.transcript', '---\ndate: in March\n---\n'), { path: 'a/2.transcript', parsed: null }],
      'Study',
    )[0]?.sessions;
    assert.deepEqual(
      sessions?.map(({ session, date }) => [session, date]),
      [
        [1, null],
        [2, null],
      ],
    );
  });
});

suite('roles are mapped once', () => {
  const labelsOf = (...texts: string[]) => labelsFound(texts.map((text) => parseTranscript(text)));

  test('nothing is asked, and nothing written, where the usual names will do', () => {
    const labels = labelsOf(
      'T: One.\nC: Two.',
      '---\nspeakers: { Anna: client, Ben: therapist }\n---\nAnna: One.',
    );
    assert.deepEqual(unsettledLabels(labels), []);
    assert.equal(speakersNeeded(labels, new Map()).size, 0);
  });

  test('a label nobody knows is asked for, and then all labels are written', () => {
    const labels = labelsOf(
      'T1: One.\nC: Two.\nMother: Three.\nMother: Four.',
      'T1: One.\nmother: Two.\nmother: Two.',
    );
    assert.deepEqual(
      unsettledLabels(labels).map(({ label, lines, transcripts }) => [label, lines, transcripts]),
      [['Mother', 4, 2]],
    );
    assert.deepEqual(
      [...speakersNeeded(labels, new Map([['Mother', 'other']]))],
      [
        ['Mother', 'other'],
        ['T1', 'therapist'],
        ['C', 'client'],
      ],
    );
    assert.equal(speakersNeeded(labels, new Map()).size, 0, 'it was no speaker after all');
  });

  test('a label that one header knows is settled for the others', () => {
    const labels = labelsOf(
      '---\nspeakers: { T: therapist, Mother: other }\n---\nT: One.',
      'T: One.\nMother: Two.\nMother: Three.',
    );
    assert.deepEqual(unsettledLabels(labels), []);
    assert.deepEqual(
      [...speakersNeeded(labels, new Map())].toSorted(([a], [b]) => (a < b ? -1 : 1)),
      [
        ['Mother', 'other'],
        ['T', 'therapist'],
      ],
    );
  });

  test('a label that two headers give different roles is asked for when a list is needed', () => {
    const labels = labelsOf(
      '---\nspeakers: { A: therapist }\n---\nA: One.',
      '---\nspeakers: { A: client }\n---\nA: One.',
      'X: One.\nX: Two.',
    );
    assert.deepEqual(
      unsettledLabels(labels)
        .map(({ label }) => label)
        .sort(),
      ['A', 'X'],
    );
  });
});
