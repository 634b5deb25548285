import assert from 'node:assert/strict';
import { blindHeaderFaults } from '../../src/engine/check/blindHeader';
import { faultSeverity } from '../../src/engine/faults';
import { headerIntoStudy } from '../../src/engine/study/headerIntoStudy';
import { readStudy } from '../../src/engine/study/studyFile';
import { edited } from '../../src/engine/textEdit';
import { fixesOf } from '../../src/engine/transcript/fixes';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Header } from '../../src/engine/transcript/types';
import { header } from './builders';

const { study: blindStudy } = readStudy('alliance_study: 1\nblind: { names: true }\n');

/** `kind data → text afterwards` of each fix for the first fault with a code; the preferred one has an asterisk. */
function fixes(code: string, text: string): [string, string][] {
  const parsed = parseTranscript(text);
  const found = [...parsed.faults, ...blindHeaderFaults(parsed, blindStudy)].find(
    (each) => each.code === code,
  );
  assert.ok(found, `${code} in ${JSON.stringify(text)}`);
  return fixesOf(parsed, found).map(({ kind, data, edits, preferred }) => [
    `${[kind, ...data].join(' ')}${preferred ? '*' : ''}`,
    edited(parsed.lines, edits),
  ]);
}

const body = 'T: Hello.\nC: Yes.\n';

/** Each code of a transcript: texts with the fixes they get, or why there is none. */
const expected: Readonly<
  Record<string, string | readonly [string, readonly (readonly [string, string])[]][]>
> = {
  'header-not-closed': [
    [
      `---\nspeakers:\n  T: therapist\n  C: client\n# all\n${body}`,
      [
        ['close-header*', `---\nspeakers:\n  T: therapist\n  C: client\n# all\n---\n${body}`],
        ['remove-dashes', `speakers:\n  T: therapist\n  C: client\n# all\n${body}`],
      ],
    ],
    [`---\n${body}`, [['remove-dashes*', body]]],
    ['---', [['remove-dashes*', '']]],
  ],
  'header-not-yaml': [
    [
      `---\nspeakers:\n\tT: therapist\n\tC: client\n---\n${body}`,
      [['blanks-for-tabs*', `---\nspeakers:\n  T: therapist\n  C: client\n---\n${body}`]],
    ],
    [
      `---\ncase: *Anna # who\nsession: 3\n---\n${body}`,
      [['quote-value*', `---\ncase: "*Anna" # who\nsession: 3\n---\n${body}`]],
    ],
    [`---\nmedia: tape: 4\n---\n${body}`, [['quote-value*', `---\nmedia: "tape: 4"\n---\n${body}`]]],
    [`---\nsession: 4\nsession: 5\n---\n${body}`, [['remove-key session', `---\nsession: 4\n---\n${body}`]]],
    [`---\n@anna\n---\n${body}`, []],
    // What an open bracket was meant to be, only a person knows.
    [`---\nspeakers: { T: { role: therapist }\nduration: 50\n---\n${body}`, []],
  ],
  'header-value': [
    [
      `---\nspeakers: { T: { role: doctor }, C }\n---\n${body}`,
      [
        ['set-value role therapist', `---\nspeakers: { T: { role: therapist }, C }\n---\n${body}`],
        ['set-value role client', `---\nspeakers: { T: { role: client }, C }\n---\n${body}`],
        ['set-value role other', `---\nspeakers: { T: { role: other }, C }\n---\n${body}`],
      ],
    ],
    [
      `---\nspeakers: { T: 5, C }\n---\n${body}`,
      (['therapist', 'client', 'other'] as const).map((role) => [
        `set-value T ${role}`,
        `---\nspeakers: { T: ${role}, C }\n---\n${body}`,
      ]),
    ],
    [
      `---\nduration: fifty # about\nsession: 1\n---\n${body}`,
      [['remove-key duration', `---\nsession: 1\n---\n${body}`]],
    ],
    [
      `---\nstage: late\nsession: 1\n---\n${body}`,
      [
        ...(['establishing', 'developing', 'maintaining'] as const).map(
          (stage) => [`set-value stage ${stage}`, `---\nstage: ${stage}\nsession: 1\n---\n${body}`] as const,
        ),
        ['remove-key stage', `---\nsession: 1\n---\n${body}`],
      ],
    ],
    [`---\n- T\n- C\n---\n${body}`, []],
    [`---\nstage:\n  - late\n---\n${body}`, [['remove-key stage', `---\n---\n${body}`]]],
  ],
  'header-unknown-key': [
    [
      `---\nsesion: 4\nroom: 2\n---\n${body}`,
      [
        ['rename-key sesion session*', `---\nsession: 4\nroom: 2\n---\n${body}`],
        ['remove-key sesion', `---\nroom: 2\n---\n${body}`],
      ],
    ],
    [`---\nroom: 2\n---\n${body}`, [['remove-key room', `---\n---\n${body}`]]],
  ],
  'header-blind': [
    [
      `---\nscores:\n  client: { phq9: 14 }\nduration: 50\n---\n${body}`,
      [['remove-key scores', `---\nduration: 50\n---\n${body}`]],
    ],
  ],
  'time-backwards': [
    [
      '[00:10:00] T: Hello.\n[00:00:20] C: Yes.\n',
      [
        ['remove-time 00:20*', '[00:10:00] T: Hello.\nC: Yes.\n'],
        ['remove-time 10:00', 'T: Hello.\n[00:00:20] C: Yes.\n'],
      ],
    ],
    [
      'T (10:00): Hello.\n  00:00:20 and so.\n',
      [
        ['remove-time 00:20*', 'T (10:00): Hello.\n  and so.\n'],
        ['remove-time 10:00', 'T: Hello.\n  00:00:20 and so.\n'],
      ],
    ],
    // Without its time the line would be a comment, and no longer said.
    [
      '[00:10:00] T: Hello.\n[00:00:20] # and so.\n',
      [['remove-time 10:00', 'T: Hello.\n[00:00:20] # and so.\n']],
    ],
  ],
  'unknown-label': [
    [
      'T: Hello.\nNote: a\nC: Yes.\nnote: b\n',
      [
        ...(['therapist', 'client', 'other'] as const).map(
          (role) =>
            [
              `add-${role} Note`,
              `---\nspeakers:\n  T: { role: therapist }\n  C: { role: client }\n  Note: { role: ${role} }\n---\nT: Hello.\nNote: a\nC: Yes.\nnote: b\n`,
            ] as const,
        ),
        ['comment Note 2', 'T: Hello.\n# Note: a\nC: Yes.\n# note: b\n'],
      ],
    ],
    // Speakers that cannot be read are for a person to correct.
    [
      '---\nspeakers: 5\n---\nNote: a\nT: Yes.\nNote: b\n',
      [['comment Note 2', '---\nspeakers: 5\n---\n# Note: a\nT: Yes.\n# Note: b\n']],
    ],
  ],
  'unclosed-nonverbal': [
    ['T: Well ((looks away  \nC: Yes.\n', [['close-nonverbal ))*', 'T: Well ((looks away))  \nC: Yes.\n']]],
    ['T: Well ((looks away)\n', [['close-nonverbal )*', 'T: Well ((looks away))\n']]],
    ['T: Well ((looks (away)\n', [['close-nonverbal ))*', 'T: Well ((looks (away)))\n']]],
  ],
  'line-too-long': 'where the lines were broken before they were joined, only a person knows',
  'no-turns':
    'who speaks in a text without labels, only a person knows; labels that repeat are “unknown-label”',
  'same-name': 'is said of a folder by the command line; a file is renamed in the Explorer',
  'not-utf8': 'the editor opens the choice of an encoding; no text is changed',
  'too-large': 'such a file is not opened',
};

/** The codes of the section “a transcript” of faults.ts: those before the faults of YAML files. */
const codes = Object.keys(faultSeverity);
const ofTranscripts = codes.slice(0, codes.indexOf('not-yaml'));

suite('quick fixes of a transcript', () => {
  test('each fault of a transcript has one, or a reason for having none', () => {
    assert.deepEqual(Object.keys(expected), ofTranscripts);
    for (const [code, cases] of Object.entries(expected)) {
      const [some] = typeof cases === 'string' ? [] : cases;
      assert.ok(typeof cases === 'string' || (some && some[1].length > 0), code);
    }
  });

  for (const [code, cases] of Object.entries(expected)) {
    if (typeof cases === 'string') continue;
    for (const [text, offered] of cases) {
      test(`${code}: ${JSON.stringify(text)}`, () => assert.deepEqual(fixes(code, text), offered));
    }
  }
});

suite('moving a value from the header to the study file', () => {
  const moved = (source: string, said: Partial<Header>, key = Object.keys(said)[0] ?? ''): string | null =>
    headerIntoStudy(source, 'c017/s04.transcript', 'C017', header(said), key);

  test('adds it to the session, in the layout of the file', () => {
    const flow =
      'alliance_study: 1\ncases: { C017: { sessions: [ { transcript: c017/s04.transcript } ] } }\n';
    assert.equal(
      moved(flow, { stage: 'developing' }),
      'alliance_study: 1\ncases: { C017: { sessions: [ { transcript: c017/s04.transcript, stage: developing } ] } }\n',
    );
    const block =
      'alliance_study: 1\ncases:\n  C017:\n    sessions:\n      - transcript: ./c017/s04.transcript # the fourth\n';
    assert.equal(moved(block, { date: '2026-03-02' }), `${block}        date: "2026-03-02"\n`);
    const scored = moved(block, { scores: { client: { phq9: 14 } } });
    assert.deepEqual(readStudy(scored ?? '').study?.sessions[0]?.scores, { client: { phq9: 14 } });
  });

  test('lists a session that is not listed yet', () => {
    for (const said of [{ session: 4 }, { case: 'C017' }]) {
      const { study } = readStudy(moved('alliance_study: 1 # ours\n', said) ?? '');
      const [session] = study?.sessions ?? [];
      assert.deepEqual(
        [session?.transcript, session?.case, session?.session],
        ['c017/s04.transcript', 'C017', 'session' in said ? 4 : null],
      );
    }
  });

  test('does not overrule the study file, nor write what it could not read', () => {
    const listed =
      'alliance_study: 1\ncases: { C2: { sessions: [ { transcript: c017/s04.transcript, session: 4 } ] } }\n';
    assert.equal(moved(listed, { session: 5 }), null);
    assert.equal(moved(listed, { case: 'C017' }), null);
    assert.equal(moved('alliance_study: 2\n', { session: 5 }), null);
    assert.equal(moved(listed, { date: 'in March' }), null);
    assert.equal(moved('cases: [\n', { session: 4 }), null);
  });
});
