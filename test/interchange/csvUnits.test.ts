import assert from 'node:assert/strict';
import { csvUnits } from '../../src/engine/interchange/csvUnits';
import { coding } from '../unit/builders';
import {
  alice,
  codesOf,
  content,
  mark,
  rowsOf,
  studyFile,
  studyOf,
  withoutText,
  withText,
} from './tableStudies';

const both = [{ from: 1, to: 10 }];

function unitRows(...args: Parameters<typeof csvUnits>): string[] {
  return rowsOf(csvUnits(...args)).map(
    ({ unit, role, code, alice: a, bob: b }) => `${unit} ${role} ${code} ${a || '-'} ${b || '-'}`,
  );
}

suite('the table of units and codes (csv-units)', () => {
  test('has a row for each unit and code of its role: 0, 1, or nothing where it was not judged', () => {
    const exported = csvUnits(studyOf(), withoutText);
    assert.equal(
      content(exported).split('\n')[0],
      'case,session,transcript,unit_kind,unit,role,code,alice,bob',
    );
    const rows = unitRows(studyOf(), withoutText);
    // The ninth turn is nothing but a back-channel; the tenth says something.
    assert.deepEqual(
      [...new Set(rows.map((row) => row.split(' ')[0]))],
      ['1', '2', '3', '4', '5', '6', '7', '8', '10'],
    );
    const client = rows.filter((row) => row.startsWith('4 '));
    assert.deepEqual(client, [
      '4 client bond.warmth 0 0',
      '4 client rupture.withdrawal 0 1',
      '4 client rupture.withdrawal.minimal 1 0',
      '4 client rupture.confrontation.therapist 0 0',
      '4 client repair.response.rejoin 0 0',
    ]);
    assert.deepEqual(
      rows.filter((row) => row.startsWith('7 ')),
      ['7 therapist bond.warmth 0 -', '7 therapist repair.expressive.own 1 -'],
    );
    // A passage over three turns counts in each that is a unit.
    assert.deepEqual(
      rows.filter((row) => row.includes('warmth 1')),
      ['8 client bond.warmth 1 -', '10 client bond.warmth 1 -'],
    );
  });

  test('counts only turns in which a code point lies', () => {
    const edges = coding({
      coded: both,
      annotations: [mark('edges123', 'bond.warmth', { turn: 1, start: 18, end_turn: 3, end: 0 })],
    });
    const rows = unitRows(studyOf([{ codings: [edges] }]), withoutText);
    assert.deepEqual(
      rows.filter((row) => row.includes(' 1 ')),
      ['2 client bond.warmth 1 -'],
    );
  });

  test('leaves out, and counts, what is on the other role’s turn, in back-channels, unclear, or not judged', () => {
    const mixed = coding({
      coded: [{ from: 1, to: 9 }],
      annotations: [
        mark('wrongone', 'rupture.withdrawal', { turn: 1 }),
        mark('backchan', 'bond.warmth', { turn: 9 }),
        mark('notjudgd', 'bond.warmth', { turn: 10 }),
        mark('unclear1', 'process.unclear', { turn: 3 }),
        mark('inunclea', 'bond.warmth', { turn: 3 }),
      ],
    });
    const exported = csvUnits(studyOf([{ codings: [alice, { ...mixed, coder: 'bob' }] }]), withoutText);
    assert.deepEqual(codesOf(exported), [
      'without-text',
      'other-role 1',
      'back-channels 1',
      'not-judged 1',
      'unclear-turns 1',
    ]);
    const units = new Set(rowsOf(exported).map(({ unit }) => unit));
    assert.ok(!units.has('3') && !units.has('9'));
    assert.ok(!rowsOf(exported).some(({ code }) => code === 'process.unclear'));
  });

  test('counts back-channels as turns where the study says so', () => {
    const counting = studyFile.replace('title:', 'back_channels: true\ntitle:');
    const units = unitRows(studyOf([{}], counting), withoutText).map((row) => row.split(' ')[0]);
    assert.ok(units.includes('9'));
  });

  test('has segments where the study or the person says so: judged as a whole, coded where an annotation begins', () => {
    const segments = studyFile.replace('title:', 'unit: segment\ntitle:');
    const rows = unitRows(studyOf([{}], segments), withoutText);
    assert.deepEqual(
      rows.filter((row) => /rupture|warmth/.test(row)),
      [
        '1  bond.warmth 0 0',
        '1  rupture.withdrawal 0 1',
        '1  rupture.withdrawal.minimal 1 0',
        '1  rupture.confrontation.therapist 0 0',
        '2  bond.warmth 1 -',
        '2  rupture.withdrawal 0 -',
        '2  rupture.withdrawal.minimal 0 -',
        '2  rupture.confrontation.therapist 1 -',
      ],
    );
    assert.deepEqual(unitRows(studyOf(), { ...withoutText, unit: 'segment' }), rows);
  });

  test('has no row where nobody judged, and no word of a session ever', () => {
    const nobody = coding({ annotations: [mark('bondonea', 'bond', { turn: 2 })] });
    const exported = csvUnits(studyOf([{ codings: [nobody] }]), withText);
    assert.deepEqual(rowsOf(exported), []);
    assert.deepEqual(codesOf(exported), ['not-judged 1']);
    for (const { content: file } of csvUnits(studyOf(), withText).files)
      assert.doesNotMatch(String(file), /Dunno|cmd|panic|angry/);
  });

  test('tells a coder from a column of the same name', () => {
    const exported = csvUnits(studyOf([{ codings: [{ ...alice, coder: 'unit' }] }]), withoutText);
    assert.match(content(exported), /^case,session,transcript,unit_kind,unit,role,code,coder_unit\n/);
  });
});
