import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import type { Coding } from '../../src/engine/annotations/types';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { codedSessions } from '../../src/engine/interchange/tables/codedSessions';
import { reportOf } from '../../src/report/report';
import { sampleStudy } from './exportedStudies';
import { dana, elements, found, report, reportOptions, rootOf, textOf } from './reports';
import { alice, bob, codesOf, mark, studyOf, withoutText, withText } from './tableStudies';

/** Everything a person may have written, in words that are in no page of ours. */
const secret = (what: string): string => `qqx${what}`;
const wordy: Coding = {
  ...alice,
  annotations: alice.annotations.map(({ id, code }, index) =>
    mark(id, code, { turn: index + 3 }, { note: secret('note'), reason: secret('why') }),
  ),
  episodes: alice.episodes.map((each) => ({ ...each, note: secret('episode') })),
  ratings: alice.ratings.map((each) => ({ ...each, note: secret('rating') })),
  memos: [
    { id: 'memoone1', text: secret('memo') },
    { id: 'memotwo1', text: secret('memo'), at: { turn: 2 } },
  ],
  comments: [{ id: 'comment1', about: 'alice/minimal1', text: secret('comment') }],
  log: [{ at: '2026-03-04T09:00:00Z', event: 'looked', about: 'bob', reason: secret('log') }],
};

function wordyStudy() {
  const text = `---\nspeakers: { Qqxname: { role: client }, T: { role: therapist } }\n---\nQqxname: ${secret('turn')}\n`;
  const lines = Array.from(
    { length: 9 },
    (_, index) => `${index % 2 === 0 ? 'T' : 'Qqxname'}: ${secret('line')} (3s)`,
  );
  const study = studyOf([{ text: text + lines.join('\n'), codings: [wordy, bob] }]);
  const reviews = [
    dana({ comments: [{ id: 'comment2', reply_to: 'alice/comment1', text: secret('reply') }] }),
  ];
  return { ...study, sessions: study.sessions.map((each) => ({ ...each, reviews })) };
}

/** The second session of the sample study: two coders, a supervisor's comments, whatever a session can have. */
function sample(): ExportedStudy {
  const study = sampleStudy();
  return { ...study, sessions: study.sessions.slice(1, 2) };
}

const pageOf = new Map<boolean, string>();

/** The report on it, made once. */
function samplePage(text: boolean): string {
  const page = pageOf.get(text) ?? report(sample(), text);
  pageOf.set(text, page);
  return page;
}

suite('the report', () => {
  const pages = {
    'with text': () => samplePage(true),
    'without text': () => samplePage(false),
    'of one session': () => report(studyOf()),
    'of a session that nobody coded': () => report(studyOf([{ codings: [] }])),
    'of nothing': () => report(studyOf([])),
  };
  for (const [name, page] of Object.entries(pages)) {
    test(`is well-formed, each id once, headings in order, every link within it: ${name}`, () => {
      const root = rootOf(page());
      const all = elements(root);
      const ids = all.flatMap(({ attributes }) => attributes['id'] ?? []);
      assert.deepEqual(ids, [...new Set(ids)]);
      const levels = all.flatMap((each) => /^h([1-6])$/.exec(each.name)?.[1] ?? []).map(Number);
      assert.equal(levels[0], 1);
      assert.equal(levels.filter((level) => level === 1).length, 1);
      levels.forEach((level, index) => assert.ok(level <= (levels[index - 1] ?? 0) + 1, levels.join(' ')));
      for (const { attributes } of all) {
        const { href, 'aria-labelledby': labelled, 'clip-path': clip, fill } = attributes;
        for (const target of [
          href?.slice(1),
          labelled,
          ...[clip, fill].map((url) => /^url\(#(.*)\)$/.exec(url ?? '')?.[1]),
        ])
          if (target !== undefined) assert.ok(ids.includes(target), target);
      }
      assert.deepEqual([root.name, root.attributes['lang']], ['html', 'en']);
    });
  }

  test('forbids whatever a page could load or run, but for its one stylesheet', () => {
    const root = rootOf(samplePage(true));
    const all = elements(root);
    assert.deepEqual(
      all.filter(({ name }) => ['script', 'img', 'link', 'iframe', 'object', 'form', 'base'].includes(name)),
      [],
    );
    for (const { attributes } of all)
      assert.ok(!Object.keys(attributes).some((name) => name === 'style' || name.startsWith('on')));
    const [style] = found(root, 'style');
    assert.ok(style);
    const hash = createHash('sha256').update(textOf(style)).digest('base64');
    const policy = found(root, 'meta').find(({ attributes }) => attributes['http-equiv'] !== undefined);
    assert.equal(
      policy?.attributes['content'],
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    assert.doesNotMatch(textOf(style), /url\(|@import|@font-face|\/\//);
  });

  test('is the same for the same study, and says when it was made only where it is told', () => {
    assert.equal(report(sample()), samplePage(true));
    assert.doesNotMatch(report(studyOf()), /made on/);
    assert.match(report(studyOf(), true, '2026-03-04'), /made on 2026-03-04/);
  });

  test('without text has no word of a session, a note, a memo, a comment, and no label of a speaker', () => {
    const page = report(wordyStudy(), false);
    assert.doesNotMatch(page, /qqx/i);
    assert.match(textOf(rootOf(page)), /turn 4therapistR\d Client withdrawalbob/);
    const plain = samplePage(false);
    for (const { transcript, codings } of sample().sessions) {
      const said = [
        ...transcript.turns.flatMap(({ text }) => text.split('\n')),
        ...codings.flatMap(({ coding: { annotations, memos } }) => [
          ...annotations.flatMap(({ note }) => note ?? []),
          ...memos.map(({ text }) => text),
        ]),
      ];
      for (const text of said) if (text.includes(' ')) assert.ok(!plain.includes(text), text);
    }
  });

  test('with text has all of it', () => {
    const page = report(wordyStudy());
    for (const what of ['note', 'episode', 'rating', 'memo', 'comment', 'reply', 'turn', 'line'])
      assert.ok(page.includes(secret(what)), what);
    // Why somebody looked, or decided, is their own.
    for (const what of ['log', 'why']) assert.ok(!page.includes(secret(what)), what);
  });

  test('has the figures of the trajectory', () => {
    const study = studyOf();
    const [coded] = codedSessions(study);
    const figures = coded?.trajectory.figures;
    const [first] = found(rootOf(report(study, false)), '.figures');
    const values = first ? found(first, '.value').map(textOf) : [];
    assert.deepEqual(values.slice(0, 3), [
      String(figures?.ruptures.value),
      String(figures?.resolved.value),
      String(figures?.latency_turns.value),
    ]);
    assert.equal(values.length, 5);
  });

  test('says what it leaves out, in the page as well', () => {
    const lost = mark('lostone1', 'bond', undefined, { quote: 'Nowhere.' });
    const study = studyOf([{ codings: [{ ...alice, annotations: [...alice.annotations, lost] }] }]);
    const chosen = {
      ...withText,
      leftOut: [{ code: 'hidden-coder', data: { coder: 'bob', count: 1 } } as const],
    };
    const { losses, files } = reportOf(study, chosen, reportOptions);
    assert.deepEqual(codesOf({ losses, files }), ['uncertain-places c07/s04.transcript alice 1']);
    const page = String(files[0]?.content);
    assert.match(page, /not at a certain place are left out: 1/);
    assert.match(page, /What bob coded may not be seen yet/);
    const { losses: plain } = reportOf(study, withoutText, reportOptions);
    assert.deepEqual(codesOf({ losses: plain, files }).at(-1), 'without-text');
  });

  test('keeps out of sight what a blind study hides', () => {
    const blind = `alliance_study: 1
title: A pilot
blind: { order: true, case: true, date: true, stage: true, scores: true }
cases: { QQcase: { sessions: [ { transcript: c07/s04.transcript, session: 77, date: "2031-01-02", stage: developing, scores: { client: { qqscore: 5 } } } ] } }
`;
    const page = report(studyOf([{}], blind), false);
    assert.doesNotMatch(page, /QQcase|Session 77|2031|developing|qqscore/);
    assert.match(report(studyOf([{}], blind.replaceAll('true', 'false')), false), /Case QQcase, Session 77/);
  });
});
