import assert from 'node:assert/strict';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { csvWide } from '../../src/engine/interchange/csvWide';
import { VariableNames } from '../../src/engine/interchange/tables/table';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import { coding } from '../unit/builders';
import {
  alice,
  codesOf,
  content,
  dialogue,
  rowsOf,
  sessionOf,
  studyOf,
  withoutText,
  withText,
} from './tableStudies';

const plain = coding({ coder: 'carl', coded: [{ from: 1, to: 10 }] });

suite('the table of sessions (csv-wide)', () => {
  test('begins as promised, and has a number wherever there is no value', () => {
    const exported = csvWide(studyOf([{ codings: [alice, plain] }]), withoutText);
    const [header, first, second] = content(exported)
      .split('\n')
      .map((line) => line.split(','));
    assert.equal(
      header?.slice(0, 18).join(),
      '\ufeffcase,session,coder,minutes,n_wd,n_cf,n_th,n_rep,r_bond,r_goal,r_task,r_wd,r_cf,r_res,r_tc,ep_n,ep_open,lat_med_s',
    );
    assert.equal(first?.slice(0, 18).join(), 'C07,4,alice,9,1,1,0,1,5,-99,-99,-99,-99,-88,-99,2,1,180');
    // Without a rupture there is nothing that could be open, or answered.
    assert.equal(second?.slice(0, 18).join(), 'C07,4,carl,9,0,0,0,0,-99,-99,-99,-99,-99,-99,-99,0,-88,-88');
    assert.ok([...first.slice(3), ...second.slice(3)].every((cell) => cell !== ''));
  });

  test('has the figures of the trajectory', () => {
    const session = sessionOf({}, null);
    const { figures } = sessionTrajectory({
      transcript: session.transcript,
      name: 'x',
      coding: alice,
      codebook: defaultCodebook(),
      facts: session.facts,
    });
    const [row] = rowsOf(csvWide(studyOf(), withoutText));
    const shown = [
      'ep_n',
      'ep_open',
      'ep_res',
      'ep_att',
      'lat_med_s',
      'lat_med_t',
      'rup_50',
      'judged',
      'n_rup',
    ];
    assert.deepEqual(
      shown.map((name) => Number(row?.[name])),
      [
        figures.ruptures,
        figures.open_at_end,
        figures.resolved,
        figures.attempts,
        figures.latency_seconds,
        figures.latency_turns,
        figures.ruptures_per_50_minutes,
        figures.judged,
        figures.rupture_annotations,
      ].map(({ value }) => value),
    );
    assert.deepEqual([row?.['n_bond'], row?.['stage'], row?.['state'], row?.['day']], ['1', '2', '0', '21']);
  });

  test('has cases beside it, each session’s values side by side', () => {
    const first = {
      ...plain,
      coder: 'alice',
      ratings: [{ rating: 'bond', scope: 'session', value: 3 } as const],
    };
    const study = studyOf([
      { path: 'c07/s01.transcript', codings: [first] },
      { codings: [alice] },
      { path: 'k02/s02.transcript', codings: [], text: dialogue },
      { path: 'k02/notes.transcript', codings: [], text: dialogue },
    ]);
    const exported = csvWide(study, withoutText);
    const cases = rowsOf(exported, 'cases.csv');
    assert.deepEqual(
      cases.map((row) =>
        [row['case'], row['coder'], row['bond_s01'], row['bond_s02'], row['bond_s04']].join(' '),
      ),
      ['C07 alice 3 -88 5', 'k02  -88 -99 -88'],
    );
    assert.deepEqual(
      cases.map((row) => [row['client_phq9_s01'], row['client_phq9_s02'], row['client_phq9_s04']].join(' ')),
      ['-99 -88 14', '-88 -99 -88'],
    );
    assert.deepEqual(codesOf(exported), [
      'without-text',
      'uncoded-sessions 2',
      'unnumbered-sessions 1',
      'segment-ratings 1',
    ]);
  });

  test('comes with a command file for SPSS: widths in bytes, labels, what is missing', () => {
    const spss = content(
      csvWide(studyOf([{ path: 'é/s"1".transcript', codings: [alice] }]), withoutText),
      '.sps',
    );
    assert.match(spss, /\n {2}\/FILE="study\.csv"\n/);
    assert.match(spss, /\n {4}transcript A19\n/);
    assert.match(spss, /\nSET DECIMAL=DOT\.\n/);
    assert.match(spss, /\nVALUE LABELS r_bond\n {2}1 "very strong evidence against"\n/);
    assert.match(
      spss,
      /\nVALUE LABELS stage\n {2}1 "establishing"\n {2}2 "developing"\n {2}3 "maintaining"\n/,
    );
    assert.match(spss, /\n {2}lat_med_s "Median time from rupture to first attempt at repair \(seconds\)"\n/);
    assert.match(spss, /\n {2}\(-99, -88\)\.\n/);
  });

  test('says where a value would be taken for missing, and holds no word of a session', () => {
    const study = studyOf(
      [{}],
      'alliance_study: 1\ncases: { C07: { sessions: [ { transcript: c07/s04.transcript, scores: { client: { x: -99 } } } ] } }\n',
    );
    assert.ok(codesOf(csvWide(study, withText)).includes('missing-values 1'));
    for (const { content: file } of csvWide(studyOf(), withText).files)
      assert.doesNotMatch(String(file), /Dunno|cmd|panic|angry/);
  });

  test('names variables as SPSS and R can have them, each once', () => {
    const names = new VariableNames(['case']);
    assert.deepEqual(
      ['Case', 'client_WAI-Bond ', 'client wai bond', '1st', '', 'Größe', 'by', 'x'.repeat(90), 'ü_'].map(
        (each) => names.of(each),
      ),
      ['Case_2', 'client_WAI_Bond', 'client_wai_bond_2', 'v_1st', 'v', 'Gro_e', 'by_2', 'x'.repeat(60), 'u'],
    );
  });
});
