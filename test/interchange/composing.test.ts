import assert from 'node:assert/strict';
import { compose } from '../../src/engine/interchange/compose';
import { session, type Entry } from '../../src/engine/interchange/imported';
import { guessRoles } from '../../src/engine/interchange/roles';
import { parseTranscript } from '../../src/engine/transcript/parse';

function speech(speaker: string | null, text: string, start: number | null = null, end = start): Entry {
  return { kind: 'speech', speaker, text, start, end, line: 1 };
}

const dialogue: readonly Entry[] = [
  speech('Dana Lee', 'So how was the week?', 2.82, 5.97),
  speech('Dana Lee', 'Did you call her?', 6.5, 8),
  { kind: 'remark', about: 'note', text: 'The client laughs.', line: 9 },
  speech('Sam', 'No.', 9, 9.5),
  speech('Sam', 'I could not.', 15, 16),
];

suite('a transcript made of a source', () => {
  test('cues of one speaker are one turn until there are two seconds of silence', () => {
    const { text } = compose(session({ name: 'a', entries: dialogue, unit: 'cues' }), new Map());
    assert.equal(
      text,
      `---
speakers: { Dana Lee: { role: other }, Sam: { role: other } }
---
[00:00:02.8] Dana Lee: So how was the week?
   [00:00:06.5] Did you call her?
# The client laughs.
[00:00:09] Sam: No.
[00:00:15] Sam: I could not.
`,
    );
  });

  test('what its author set as turns stays turns', () => {
    const { turns } = compose(session({ name: 'a', entries: dialogue, unit: 'turns' }), new Map());
    assert.equal(turns, 4);
  });

  test('speech that goes on with the turn before it does so behind a remark, and at a time of its own', () => {
    const entries: Entry[] = [
      speech('Sam', 'No.', 9),
      { kind: 'remark', about: 'note', text: 'looks away', line: 2 },
      {
        kind: 'speech',
        speaker: 'Sam',
        text: 'I could not.',
        start: 60,
        end: null,
        line: 3,
        continues: true,
      },
    ];
    const { text } = compose(session({ name: 'a', entries, unit: 'turns' }), new Map());
    assert.match(text, /Sam: No\.\n# looks away\n {3}\[00:01:00\] I could not\.\n$/);
    assert.equal(parseTranscript(text).turns.length, 1);
  });

  test('what else a source says goes into the header, too', () => {
    const more = { case: 'C017', session: 4, scores: { client: { wai_bond: 5.3 } } };
    const facts = { media: null, date: null, language: null, more };
    const { text } = compose(session({ name: 'a', entries: dialogue, unit: 'cues', facts }), new Map());
    const { header, faults } = parseTranscript(text);
    assert.deepEqual(faults, []);
    assert.deepEqual([header.case, header.session, header.scores], ['C017', 4, more.scores]);
  });

  test('roles go into the header, and what the source says of the session', () => {
    const made = compose(
      session({
        name: 'a',
        entries: dialogue,
        unit: 'cues',
        facts: { media: 'a: b.mp4', date: '2026-03-02', language: 'en' },
      }),
      new Map([['Dana Lee', 'therapist']]),
    );
    const { header, faults } = parseTranscript(made.text);
    assert.deepEqual(faults, []);
    assert.equal(header.speakers?.get('Dana Lee')?.role, 'therapist');
    assert.equal(header.media, 'a: b.mp4');
    assert.equal(header.date, '2026-03-02');
    assert.deepEqual(made.speakers[0], { label: 'Dana Lee', name: 'Dana Lee', role: 'therapist', turns: 1 });
    assert.deepEqual(
      [...made.turnOfEntry],
      [
        [0, 1],
        [1, 1],
        [3, 2],
        [4, 3],
      ],
    );
  });

  test('who is named nowhere has a label to be replaced', () => {
    const entries = [speech(null, 'How was it?', 1), speech(null, 'Fine.', 2)];
    const { text, turns, speakers } = compose(session({ name: 'a', entries, unit: 'cues' }), new Map());
    assert.equal(turns, 2);
    assert.match(text, /^\[00:00:01\] \?: How was it\?$/m);
    assert.match(text, /T: \{ role: therapist \}, C: \{ role: client \}, "\?": \{ role: other \}/);
    assert.deepEqual(speakers, [{ label: '?', name: null, role: 'other', turns: 2 }]);
  });

  test('a name that could not be found again is changed, and that is said', () => {
    const names = ['12 Dana', '__proto__', 'A\nB', '', ':', 'Lee, Dana (Dr.)', 'dana lee', 'DANA LEE'];
    const entries = names.map((name) => speech(name, 'x'));
    const { text, turns, warnings, speakers } = compose(
      session({ name: 'a', entries, unit: 'turns' }),
      new Map(),
    );
    assert.equal(turns, names.length);
    assert.deepEqual(
      speakers.map(({ label }) => label),
      ['Speaker 12 Dana', 'proto', 'A B', 'Speaker 1', 'Speaker 2', 'Lee, Dana (Dr.)', 'dana lee'],
    );
    assert.deepEqual(
      warnings.map(({ code }) => code),
      Array.from({ length: 5 }, () => 'speaker-renamed'),
    );
    assert.deepEqual(parseTranscript(text).faults, []);
  });
});

suite('roles proposed for speakers', () => {
  const roles = (entries: readonly Entry[], stated: [string, 'client'][] = []): string[] =>
    [...guessRoles(session({ name: 'a', entries, unit: 'turns', roles: new Map(stated) }))].map(
      ([name, { role, by }]) => `${name} ${role} ${by}`,
    );

  test('by the source, by a usual name, by being the other of two, by who asks', () => {
    assert.deepEqual(roles([speech('T', 'a'), speech('C2', 'b')]), ['T therapist name', 'C2 client name']);
    assert.deepEqual(roles([speech('Dr. Lee', 'a'), speech('Sam', 'b')]), [
      'Dr. Lee therapist name',
      'Sam client name',
    ]);
    assert.deepEqual(roles([speech('Ann', 'How so?'), speech('Sam', 'b')]), [
      'Ann therapist questions',
      'Sam client questions',
    ]);
    assert.deepEqual(roles([speech('Sam', 'So?'), speech('Patient Ann', 'b')]), [
      'Sam therapist name',
      'Patient Ann client name',
    ]);
    assert.deepEqual(roles([speech('Group', 'a'), speech('O', 'b')], [['O', 'client']]).slice(1), [
      'O client stated',
    ]);
    assert.deepEqual(roles([speech('Sam', 'b'), speech('Ann', 'How so?')]), [
      'Sam client questions',
      'Ann therapist questions',
    ]);
    assert.deepEqual(roles([speech('Ann', 'a'), speech('Sam', 'b')]), [
      'Ann other unknown',
      'Sam other unknown',
    ]);
    assert.deepEqual(roles([speech('PAR', 'a')], [['PAR', 'client']]), ['PAR client stated']);
  });
});
