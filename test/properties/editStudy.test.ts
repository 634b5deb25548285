import assert from 'node:assert/strict';
import fc from 'fast-check';
import { inTurn, putCoder, putSession, setSpeakers, setTopValue } from '../../src/engine/study/editStudy';
import { readStudy } from '../../src/engine/study/studyFile';
import type { Study } from '../../src/engine/study/types';
import { runs } from './runs';
import { files } from '../study/writtenStudies';

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

suite('editing a study file, whatever is put in', () => {
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
          runs(4),
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
          runs(4),
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
          runs(4),
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
});
