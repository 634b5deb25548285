import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { csvLong } from '../../src/engine/interchange/csvLong';
import { readLong } from '../../src/engine/interchange/readLong';
import { coding } from '../unit/builders';
import {
  alice,
  codesOf,
  content,
  dialogue,
  mark,
  rowsOf,
  studyOf,
  withoutText,
  withText,
} from './tableStudies';

const columns =
  'case,session,transcript,day,coder,state,turn,start,end_turn,end,segment,role,time_start,time_end,code,family,kind,valence,clarity,impact,episode,mover,text,note';

suite('the table of annotations (csv-long)', () => {
  test('has a row for each, its columns as they are promised', () => {
    const lines = content(csvLong(studyOf(), withoutText)).split('\n');
    assert.deepEqual(lines, [
      `${columns},therapist,condition,client_phq9,client_wai_bond,therapist_wai_bond`,
      'C07,4,c07/s04.transcript,21,alice,coding,4,0,4,6,1,client,180,240,rupture.withdrawal.minimal,rupture,withdrawal,-1,2,3,e1,client,,,T3,cbt,14,5.3,5.8',
      'C07,4,c07/s04.transcript,21,alice,coding,6,0,6,21,2,client,300,360,rupture.confrontation.therapist,rupture,confrontation,-1,,4,e2,client,,,T3,cbt,14,5.3,5.8',
      'C07,4,c07/s04.transcript,21,alice,coding,7,8,7,20,2,therapist,360,420,repair.expressive.own,repair,attempt,1,,,e1,client,,,T3,cbt,14,5.3,5.8',
      'C07,4,c07/s04.transcript,21,alice,coding,8,0,8,45,2,client,420,480,repair.response.rejoin,repair,response,1,,,e1,client,,,T3,cbt,14,5.3,5.8',
      'C07,4,c07/s04.transcript,21,alice,coding,8,6,10,4,2,client,420,540,bond.warmth,bond,,1,,,,,,,T3,cbt,14,5.3,5.8',
      'C07,4,c07/s04.transcript,21,bob,coding,4,0,4,6,1,client,180,240,rupture.withdrawal,rupture,withdrawal,-1,,,e1,client,,,T3,cbt,14,5.3,5.8',
      '',
    ]);
  });

  test('holds words and notes only where text is chosen, and nothing that a spreadsheet would run', () => {
    const text = content(csvLong(studyOf(), withText));
    assert.match(text, /,Dunno\.,"'=cmd\|x",T3/);
    assert.match(text, /"'=Okay - so what I felt was more like 😀 panic\.",,T3/);
    for (const { content: file } of csvLong(studyOf(), withoutText).files)
      assert.doesNotMatch(String(file), /Dunno|cmd|panic|angry/);
  });

  test('says what it cannot carry', () => {
    const lost = mark('lostone1', 'bond', undefined, { quote: 'Nowhere.' });
    const unknown = mark('unknown1', 'ours.own', { turn: 1 });
    const other = coding({ coder: 'carl', annotations: [lost, unknown], memos: [{ id: 'm', text: 'x' }] });
    const exported = csvLong(studyOf([{ codings: [alice, other] }]), withText);
    assert.deepEqual(codesOf(exported), [
      'uncertain-places c07/s04.transcript carl 1',
      'memos 1',
      'unknown-codes 1',
      'resolutions 1',
      'ratings 3',
      'judged-turns',
    ]);
    const row = rowsOf(exported).find(({ coder }) => coder === 'carl');
    assert.deepEqual([row?.['code'], row?.['family'], row?.['kind']], ['ours.own', '', '']);
    assert.deepEqual(codesOf(csvLong(studyOf([]), withoutText)), ['without-text']);
  });

  test('counts an annotation of two episodes to the first, and says so', () => {
    const second = { id: 'episode2', ruptures: ['angryone'], repairs: ['sorryone'] };
    const both = { ...alice, episodes: [...alice.episodes, second] };
    const exported = csvLong(studyOf([{ codings: [both] }]), withoutText);
    assert.ok(codesOf(exported).includes('several-episodes 1'));
    const own = rowsOf(exported).filter(({ code }) => code === 'repair.expressive.own');
    assert.deepEqual(
      own.map(({ episode }) => episode),
      ['e1'],
    );
  });

  test('has a column for each scale of a study’s own', () => {
    const rated = coding({
      annotations: [mark('a1', 'bond', { turn: 1 }, { ratings: { 'Depth (1-5)': 2 } })],
    });
    const [row] = rowsOf(csvLong(studyOf([{ codings: [rated] }]), withoutText));
    assert.equal(row?.['rating_Depth_1_5'], '2');
  });

  test('has no times where the transcript has none', () => {
    const untimed = dialogue.replace(/^\[\S+\] /gm, '');
    const [row] = rowsOf(csvLong(studyOf([{ text: untimed }]), withoutText));
    assert.deepEqual([row?.['time_start'], row?.['time_end'], row?.['turn']], ['', '', '4']);
  });

  test('explains every column, and says in a manifest what it was made of', () => {
    const exported = csvLong(studyOf(), withoutText);
    const header = content(exported).split('\n')[0]?.split(',') ?? [];
    const dictionary = rowsOf(exported, 'dictionary.csv');
    assert.deepEqual(
      dictionary.map(({ variable }) => variable),
      header,
    );
    assert.ok(dictionary.every(({ label }) => label !== ''));
    const manifest = content(exported, 'manifest.json');
    assert.match(manifest, /"sha256": "[0-9a-f]{64}"/);
    assert.deepEqual(z.looseObject({ coders: z.unknown() }).parse(JSON.parse(manifest)).coders, [
      { id: 'alice', role: 'coder', sessions: 1, released: 0 },
      { id: 'bob', role: 'coder', sessions: 1, released: 0 },
    ]);
    assert.deepEqual(
      exported.files.map(({ name }) => name),
      ['study.csv', 'study.dictionary.csv', 'study.manifest.json', 'study.read.R'],
    );
  });

  test('lines that are no annotation are said', () => {
    const lines =
      'transcript,coder,code,turn,start,end_turn,end\na,b,c,1,0,,4\na,b,c,0,0,,4\n,b,c,1,0,1,4\na,b,c,2,0,1,4\n';
    const { rows, unread } = readLong(`\ufeff${lines}`);
    assert.deepEqual(
      rows.map(({ at }) => at),
      [{ turn: 1, start: 0, end: 4 }],
    );
    assert.deepEqual(unread, [3, 4, 5]);
  });
});
