import assert from 'node:assert/strict';
import {
  inTurn,
  putCoder,
  putPlan,
  putSession,
  setSpeakers,
  setTopValue,
} from '../../src/engine/study/editStudy';
import { files } from './writtenStudies';

suite('editing a study file', () => {
  test('shows where things go', () => {
    const after = inTurn([
      putCoder({ id: 'bob', name: 'Bob: the second', role: 'coder' }),
      putCoder({ id: 'dana', name: 'Dana R.', role: 'supervisor' }),
      putSession('C017', { transcript: 'c017/s2.transcript', session: 2, date: '2026-03-02' }),
      putSession('C017', { transcript: 'c017/s3.transcript', stage: 'maintaining' }),
      putSession('K02', { transcript: 'k02/1.transcript', session: 1 }),
      setTopValue('segment_minutes', 4),
      setTopValue('blind', { names: true }),
    ])(files['with comments everywhere'] ?? '');
    assert.equal(
      after,
      `# Ours.
alliance_study: 1   # never change
title:   "Two cases"   # working title
segment_minutes: 4
blind: { names: true }

# who codes
coders:
    alice: { name: Alice M., role: coder }  # since March
    # bob comes in May
    dana:
        role: supervisor
        pet: a cat
        name: Dana R.
    bob: { name: "Bob: the second", role: coder }
cases:
  C017:   # the first
    sessions:
      # all of them were long
      - { transcript: c017/s1.transcript, session: 1 }
      - { transcript: c017/s2.transcript, session: 2, date: "2026-03-02" }
      - transcript: ./c017\\s3.transcript
        session: 3
        scores: { client: { phq9: 4 } }
        stage: maintaining
        # not sure of the date
  K02:
    sessions:
      - { transcript: k02/1.transcript, session: 1 }
  # to come
notes: { ours: yes }
# the end
`,
    );
  });

  test('a drawn plan takes the place of the one before, whole, and nothing else changes', () => {
    const before = `# Ours.
alliance_study: 1
plan:   # by hand
  - { transcript: a.transcript, coders: [ bob ] }
  # later
  - transcript: b.transcript
    coders: [ alice ]
notes: ours   # stays
`;
    const plan = [
      { transcript: 'b.transcript', coders: ['alice', 'bob'] },
      { transcript: 'a.transcript', coders: ['bob'] },
    ];
    const after = putPlan(plan, 17)(before);
    assert.equal(
      after,
      `# Ours.
alliance_study: 1
plan_seed: 17
plan:   # by hand
  # later
  - { transcript: b.transcript, coders: [ alice, bob ] }
  - { transcript: a.transcript, coders: [ bob ] }
notes: ours   # stays
`,
    );
    assert.equal(putPlan(plan, 17)(after ?? ''), after);
    assert.equal(
      putPlan(plan, 17)('alliance_study: 1\n'),
      'alliance_study: 1\nplan_seed: 17\nplan:\n  - { transcript: b.transcript, coders: [ alice, bob ] }\n  - { transcript: a.transcript, coders: [ bob ] }\n',
    );
  });

  const refused: Readonly<Record<string, string>> = {
    'that is not YAML': 'alliance_study: [\n',
    'that is empty': '',
    'that is a list': '- a\n',
    'whose coders are an alias': 'alliance_study: 1\nx: &a { bob: { role: coder } }\ncoders: *a\n',
    'whose coders have an anchor and are a word': 'alliance_study: 1\ncoders: &a none\nx: *a\n',
  };
  for (const [name, text] of Object.entries(refused)) {
    test(`a file ${name} is left to a person`, () => {
      assert.equal(putCoder({ id: 'bob', role: 'coder' })(text), null);
      assert.equal(putSession('C', { transcript: 'a' })(text.replace('coders', 'cases')), null);
    });
  }

  test('where one of several edits cannot be made, none is', () => {
    const alias = refused['whose coders are an alias'] ?? '';
    assert.equal(inTurn([putCoder({ id: 'bob', role: 'coder' }), setTopValue('title', 'Ours')])(alias), null);
  });

  test('speakers who have these roles already leave the file as it is', () => {
    const text = 'alliance_study: 1\nspeakers: { Dana: therapist }\n';
    assert.equal(setSpeakers(new Map([['Dana', 'therapist']]))(text), text);
    assert.equal(setSpeakers(new Map())('alliance_study: 1\n'), 'alliance_study: 1\n');
  });

  test('a transcript that another case lists stays there', () => {
    const text = files['in flow style'] ?? '';
    assert.equal(putSession('C2', { transcript: 'a.transcript', session: 9 })(text), text);
  });
});
