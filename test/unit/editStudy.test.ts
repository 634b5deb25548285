import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inTurn, putCoder, putSession, setSpeakers, setTopValue } from '../../src/engine/study/editStudy';
import { readStudy } from '../../src/engine/study/studyFile';
import type { Study } from '../../src/engine/study/types';

const few = { numRuns: 15 };

/** Study files as people write them: nothing of them may change but what is set. */
const files: Readonly<Record<string, string>> = {
  'with comments everywhere': `# Ours.
alliance_study: 1   # never change
title:   "Two cases"   # working title

# who codes
coders:
    alice: { name: Alice M., role: coder }  # since March
    # bob comes in May
    dana:
        role: supervisor
        pet: a cat
cases:
  C017:   # the first
    sessions:
      # all of them were long
      - { transcript: c017/s1.transcript, session: 1 }
      - transcript: ./c017\\s3.transcript
        session: 3
        scores: { client: { phq9: 4 } }
        # not sure of the date
  # to come
notes: { ours: yes }
# the end
`,
  'of few words': 'alliance_study: 1\n',
  'without a final line end': 'alliance_study: 1\ncoders:\n  alice:',
  'with keys that hold nothing': 'alliance_study: 1\ncoders: # nobody yet\ncases: {} # none\nspeakers: ~\n',
  'in flow style':
    'alliance_study: 1\ncoders: { alice: { role: coder } }\ncases: { C1: { sessions: [ { transcript: a.transcript, session: 2 } ] } }\n',
  'with a list at the column of its key':
    'alliance_study: 1\ncases:\n  C1:\n    sessions:\n    - transcript: a.transcript\n    - transcript: b.transcript\nplan: []\n',
  'with line ends of Windows': 'alliance_study: 1\r\ncoders:\r\n  alice: { role: coder }\r\n# done\r\n',
  'with a byte order mark': '\ufeffalliance_study: 1\ntitle: One\n',
  'with a folded text':
    'alliance_study: 1\nmeasures:\n  phq9:\n    source: >\n      some\n      source\n\n# end\n',
};

function study(text: string | null): Study {
  assert.ok(text !== null, 'the edit can be made');
  const { study: found } = readStudy(text);
  return found ?? assert.fail(`it can be read:\n${text}`);
}

/** Whether all lines of one text stand in the other, in order. */
function holdsAllLines(after: string, before: string): boolean {
  const lines = after.split('\n');
  let at = 0;
  return before.split('\n').every((line, index, all) => {
    const last = index === all.length - 1;
    const next = lines.findIndex((each, i) => i >= at && (last ? each.startsWith(line) : each === line));
    at = next + 1;
    return next >= 0;
  });
}

const id = fc.stringMatching(/^[a-z0-9][a-z0-9_-]{0,8}$/).filter((text) => text !== 'consensus');
const awkward = fc.constantFrom(
  'no',
  '12:30',
  '2026-03-02',
  '1_000',
  'null',
  '# x',
  'a: b',
  '~',
  '- a',
  '*x',
  '„so“',
  '',
);
const words = fc.oneof(awkward, fc.string({ unit: 'grapheme', maxLength: 12 }));
const caseId = fc.oneof(awkward, fc.constantFrom('C017', 'C1', 'K02', '12')).filter((text) => text !== '');

suite('editing a study file', () => {
  for (const [name, text] of Object.entries(files)) {
    suite(name, () => {
      test('a coder that is added is read back, and every line stays', () => {
        fc.assert(
          fc.property(
            id,
            words,
            fc.constantFrom('coder' as const, 'supervisor' as const),
            (coder, name_, role) => {
              fc.pre(!['alice', 'dana'].includes(coder));
              const after = putCoder({ id: coder, name: name_, role })(text);
              const [before, now] = [study(text), study(after)];
              assert.deepEqual(now, { ...before, coders: now.coders });
              assert.deepEqual(
                now.coders.filter((each) => each.id !== coder),
                before.coders,
              );
              assert.deepEqual(
                now.coders.find((each) => each.id === coder),
                { id: coder, name: name_, role },
              );
              if (/[:~] *$|flow|\{\}/m.test(name + text)) return;
              assert.ok(holdsAllLines(after ?? '', text), after ?? '');
            },
          ),
          few,
        );
      });

      test('a session that is added is read back, and others stay as they are', () => {
        fc.assert(
          fc.property(caseId, words, fc.option(fc.nat(9)), (into, path, number) => {
            const transcript = `n/${path.replaceAll(/[/\\.]/g, '')}x.transcript`;
            const after = putSession(into, { transcript, session: number, stage: 'developing' })(text);
            const [before, now] = [study(text), study(after)];
            assert.deepEqual(now, { ...before, sessions: now.sessions });
            assert.deepEqual(
              now.sessions
                .filter((each) => each.transcript !== transcript)
                .map((each) => each.transcript)
                .sort(),
              before.sessions.map((each) => each.transcript).sort(),
            );
            const added = now.sessions.find((each) => each.transcript === transcript);
            assert.deepEqual([added?.case, added?.session, added?.stage], [into, number, 'developing']);
          }),
          few,
        );
      });

      test('title, blinding and roles are read back', () => {
        fc.assert(
          fc.property(
            words,
            fc.boolean(),
            fc.constantFrom('T', 'Mother', 'no', '12'),
            (title, blind, label) => {
              const after = inTurn([
                setTopValue('title', title),
                setTopValue('blind', blind),
                setSpeakers(new Map([[label, 'other']])),
              ])(text);
              const [before, now] = [study(text), study(after)];
              assert.equal(now.title, title);
              assert.deepEqual(now.blind, blind ? {} : false);
              assert.deepEqual(now.speakers?.get(label), { label, role: 'other', name: null });
              assert.deepEqual(
                { ...now, title: null, blind: null, speakers: null },
                { ...before, title: null, blind: null, speakers: null },
              );
            },
          ),
          few,
        );
      });

      test('keeps its line ends', () => {
        const after = putSession('N', { transcript: 'n.transcript' })(text) ?? '';
        const crlf = text.includes('\r\n');
        assert.equal(/[^\r]\n/.test(after), !crlf, JSON.stringify(after));
        assert.equal(after.includes('\r\n'), crlf);
      });

      test('an edit that says what is there changes nothing', () => {
        const once = putCoder({ id: 'eve', name: 'Eve', role: 'coder' })(text);
        assert.equal(putCoder({ id: 'eve', name: 'Eve', role: 'coder' })(once ?? ''), once);
      });
    });
  }

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

  test('a transcript that another case lists stays there', () => {
    const text = files['in flow style'] ?? '';
    assert.equal(putSession('C2', { transcript: 'a.transcript', session: 9 })(text), text);
  });
});
