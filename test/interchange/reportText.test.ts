import assert from 'node:assert/strict';
import { attacks, markup } from '../attacks/strings';
import { sealOf } from '../../src/engine/annotations/seal';
import type { Coding } from '../../src/engine/annotations/types';
import { agreementOf } from '../../src/engine/agreement/agreement';
import { statedPlaces } from '../../src/engine/agreement/compared';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { piecesOf } from '../../src/report/text/pieces';
import { passagesOf } from '../../src/report/text/passages';
import { remarksOf } from '../../src/report/text/threads';
import { codedSessions } from '../../src/engine/interchange/tables/codedSessions';
import { coding, codebook } from '../unit/builders';
import { dana, elements, found, report, rootOf, textOf } from './reports';
import { alice, bob, mark, studyOf } from './tableStudies';

const two = parseTranscript('T: How was 😀 it for you?\nC: Fine.\n');

function passagesIn(codings: readonly Coding[]) {
  return passagesOf(
    codedSessions(studyOf([{ text: two.lines.map(({ text }) => text).join('\n'), codings }])),
  );
}

function withReviews(study: ExportedStudy, reviews: readonly Coding[]): ExportedStudy {
  return { ...study, sessions: study.sessions.map((each) => ({ ...each, reviews })) };
}

function released(given: Coding): Coding {
  return { ...given, released: { at: '2026-03-04T09:00:00Z', sha256: sealOf(given) } };
}

suite('the text of a report', () => {
  test('is cut where passages begin and end, each with what lies over it', () => {
    const [first] = two.turns;
    assert.ok(first);
    const passages = passagesIn([
      coding({
        annotations: [
          mark('wholeone', 'bond', { turn: 1, start: 0, end_turn: 2, end: 4 }),
          mark('innerone', 'goal', { turn: 1, start: 8, end: 12 }),
        ],
      }),
      coding({ coder: 'bob', annotations: [mark('crossone', 'task', { turn: 1, start: 10, end: 20 })] }),
    ]);
    assert.deepEqual(
      passages.map(({ name, lane }) => `${name} ${lane}`),
      ['B1 0', 'G2 1', 'T3 2'],
    );
    const told = piecesOf(first, passages).map(({ text, over, begin }) => [
      text,
      over.map(({ name }) => name).join(' '),
      begin.map(({ name }) => name).join(' '),
    ]);
    assert.deepEqual(told, [
      ['How was ', 'B1', 'B1'],
      ['😀 ', 'B1 G2', 'G2'],
      ['it', 'B1 G2 T3', 'T3'],
      [' for you', 'B1 T3', ''],
      ['?', 'B1', ''],
    ]);
    const [, second] = two.turns;
    assert.deepEqual(second && piecesOf(second, passages).map(({ text, over }) => [text, over.length]), [
      ['Fine', 1],
      ['.', 0],
    ]);
  });

  test('says every word of the session, in its order', () => {
    const study = studyOf();
    const said = found(rootOf(report(study)), '.said').map((each) =>
      textOf(each).replaceAll(/[A-Z]\d+(?=\S)/g, ''),
    );
    const turns = study.sessions[0]?.transcript.turns ?? [];
    assert.equal(said.length, turns.length);
    for (const [index, { text }] of turns.entries())
      assert.equal(said[index]?.replaceAll(/[A-Z]\d+/g, ''), text.replaceAll(/[A-Z]\d+/g, ''));
  });

  test('has threads from their first comment to their last, at the turn of what they are about', () => {
    const first = { id: 'first111', about: 'alice/minimal1', text: 'Why?', created: '2026-03-05T09:00:00Z' };
    const answer = {
      id: 'answer11',
      reply_to: 'dana/first111',
      text: 'Because.',
      created: '2026-03-06T09:00:00Z',
    };
    const study = withReviews(studyOf([{ codings: [{ ...alice, comments: [answer] }, bob] }]), [
      dana({
        comments: [first],
        log: [{ at: '2026-03-07T09:00:00Z', event: 'resolved', about: 'dana/first111' }],
      }),
    ]);
    const [session] = study.sessions;
    assert.ok(session);
    const [thread, ...others] = remarksOf(session);
    assert.deepEqual(others, []);
    assert.deepEqual([thread?.turn, thread?.resolved, thread?.about], [4, true, 'alice/minimal1']);
    assert.deepEqual(
      thread?.said.map(({ by, text }) => `${by.coder}: ${text}`),
      ['dana: Why?', 'alice: Because.'],
    );
    const turn = found(rootOf(report(study)), 'li').find(({ attributes }) => attributes['id'] === 's1-t4');
    assert.match(
      turn ? textOf(turn) : '',
      /Comment on R\d, thread resolvedDana R\., 2026-03-05: Why\?alice, 2026-03-06: Because\./,
    );
  });

  test('has no comment on a coding that is not in it, nor its replies', () => {
    const comments = [
      { id: 'first111', about: 'bob/bobsone1', text: 'Secret.' },
      { id: 'second11', reply_to: 'bob/gone1111', text: 'Secret.' },
      { id: 'circle11', reply_to: 'dana/circle22', text: 'Round.' },
      { id: 'circle22', reply_to: 'dana/circle11', text: 'Round.' },
    ];
    const study = withReviews(studyOf([{ codings: [alice] }]), [dana({ comments })]);
    assert.doesNotMatch(report(study), /Secret/);
  });

  test('has memos at their turn, and those on the session before it', () => {
    const memos = [
      { id: 'memoone1', text: 'On all of it.' },
      { id: 'memotwo1', text: 'Here.', at: { turn: 2 } },
    ];
    const root = rootOf(report(studyOf([{ codings: [{ ...alice, memos }] }])));
    assert.match(textOf(found(root, '.remarks')[0] ?? root), /^Memoalice: On all of it\.\s*$/);
    const turn = found(root, 'li').find(({ attributes }) => attributes['id'] === 's1-t2');
    assert.match(turn ? textOf(turn) : '', /Memoalice: Here\./);
  });

  test('shows hostile words as the words they are', () => {
    const hostile = `${markup.join(' ')} \u0000${attacks.bidi}`;
    const given = coding({
      coder: 'alice',
      name: hostile,
      annotations: [
        mark('hostile1', 'rupture.withdrawal', { turn: 1 }, { note: hostile, ratings: { [hostile]: 1 } }),
      ],
      episodes: [{ id: 'episode1', ruptures: ['hostile1'], repairs: [], note: hostile }],
      ratings: [{ rating: hostile, scope: 'session', value: 1, note: hostile }],
      memos: [{ id: 'memoone1', text: hostile }],
      comments: [{ id: 'comment1', at: { turn: 1 }, text: hostile }],
    });
    const book = codebook();
    const codes = new Map(
      [...book.codes].map(([id, code]) => [id, { ...code, label: hostile, color: `red}${hostile}` }]),
    );
    const families = [...codes.values()].filter(({ parent }) => parent === null);
    const label = `"<b onclick='x'>`;
    const text = `---\nspeakers: { ${JSON.stringify(label)}: { role: client } }\n---\n${label}: ${hostile.replace('\u0000', '')}\n`;
    const study = studyOf([
      {
        path: `"><x/s1.transcript`,
        text,
        codings: [given],
        codebook: { ...book, title: hostile, codes, families },
      },
    ]);
    for (const withText of [true, false]) {
      const page = report({ ...study, name: hostile }, withText);
      const all = elements(rootOf(page));
      assert.ok(
        !all.some(({ name, attributes }) => /^(?:script|img|x)$/.test(name) || 'onclick' in attributes),
      );
      assert.doesNotMatch(page, /<script|<img|<x\/|red}/);
      assert.ok(!page.includes('\u0000'));
      if (withText) assert.ok(page.split('&lt;script&gt;').length > 10);
    }
  });

  test('has agreement where two have released and sealed, with the figures of the command line', () => {
    const judged = [{ from: 1, to: 10 }];
    const both = [released({ ...alice, coded: judged }), released({ ...bob, coded: judged })];
    const study = studyOf([{ codings: both }]);
    const tables = (one: ExportedStudy): string[] =>
      found(rootOf(report(one)), 'table')
        .map(textOf)
        .filter((text) => text.includes('Cohen'));
    const [session] = study.sessions;
    assert.ok(session);
    const codings = both.map((each) => ({
      coder: each.coder,
      coding: each,
      places: statedPlaces(each, session.transcript),
    }));
    const asked = { coders: ['alice', 'bob'], unit: 'turn', backChannels: false, resampling: null } as const;
    const { rows } = agreementOf({ ...asked, sessions: [{ ...session, codings }] });
    const rupture = rows.find(({ code, rollup }) => code === 'rupture' && rollup);
    assert.ok(rupture?.coefficients.cohen_kappa.value);
    assert.match(
      tables(study)[0] ?? '',
      new RegExp(`Rupture${rupture.n}.*${rupture.coefficients.cohen_kappa.value.toFixed(2)}`),
    );
    assert.match(tables(study)[0] ?? '', /Goal consensus9.*undefined: only one category was used/);
    const broken = { ...released({ ...bob, coded: judged }), annotations: [] };
    for (const codingsOf of [[both[0], bob], [both[0], broken], [both[0]]])
      assert.deepEqual(tables(studyOf([{ codings: codingsOf.flatMap((each) => each ?? []) }])), []);
  });
});
