import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { annotations, call, studyOf, transcript } from './cliStudies';

const document = z.looseObject({
  cases: z.array(
    z.looseObject({
      case: z.nullable(z.string()),
      series: z.array(
        z.looseObject({
          name: z.string(),
          source: z.string(),
          points: z.array(z.looseObject({ x: z.nullable(z.int()), value: z.number() })),
        }),
      ),
      detectors: z.array(
        z.looseObject({
          detector: z.string(),
          parameters: z.looseObject({ baseline: z.optional(z.unknown()) }),
          undefined: z.nullable(z.string()),
        }),
      ),
      problems: z.array(z.looseObject({ code: z.string() })),
    }),
  ),
});

async function casesIn(folder: string, path = '.') {
  const { status, out, err } = await call(folder, 'trajectory', path, '--json');
  return { status, err, cases: document.parse(JSON.parse(out)).cases };
}

const coded = (name: string): Record<string, string> => ({
  [`${name}.transcript`]: transcript,
  [`${name}.alice.alliance.yaml`]: annotations('alice').replace('s1.transcript', `${name}.transcript`),
});
const scored = (wai: number | string): string =>
  `---\nscores: { client: { wai: ${wai} } }\n---\n${transcript}`;

suite('the cases of alliance trajectory', () => {
  test('have scores of the header and the study file, also of sessions nobody coded', async () => {
    const folder = studyOf({
      'alliance.study.yaml': [
        'alliance_study: 1',
        'measures: { wai: { better: higher } }',
        'detectors: { xmr: { baseline: 4 } }',
        'cases:',
        '  x:',
        '    sessions:',
        '      - { transcript: s1.transcript, session: 1, scores: { client: { wai: 5 } } }',
        '      - { transcript: s2.transcript, session: 2 }',
        '      - { transcript: gone.transcript, session: 4, scores: { client: { wai: 3 } } }',
        '',
      ].join('\n'),
      ...coded('s1'),
      's2.transcript': scored(6),
    });
    for (const path of ['.', 's1.transcript']) {
      const { cases } = await casesIn(folder, path);
      const wai = cases[0]?.series.find(({ name }) => name === 'wai');
      const points = wai?.points.map(({ x, value }) => [x, value]);
      // Of one transcript alone only its own header is read.
      assert.deepEqual(points, path === '.' ? [[1, 5], [2, 6], [4, 3]] : [[1, 5], [4, 3]]); // prettier-ignore
      const xmr = cases[0]?.detectors.find(({ detector }) => detector === 'xmr');
      assert.deepEqual([xmr?.parameters.baseline, xmr?.undefined], [4, 'too-few-sessions']);
    }
  });

  test('name what is wrong with their sessions, and how to mend it', async () => {
    const folder = studyOf({ ...coded('s1'), 's2a.transcript': scored(4), 's2b.transcript': scored(6) });
    const { cases } = await casesIn(folder);
    assert.deepEqual(
      cases[0]?.problems.map(({ code }) => code),
      ['same-place', 'better-assumed'],
    );
    const { out } = await call(folder, 'trajectory', '.');
    assert.match(out, /Several sessions have the place 2: s2a\.transcript, s2b\.transcript\./);
  });

  test('take no score that is no number, which check names', async () => {
    const folder = studyOf({ ...coded('s1'), 's1.transcript': scored('five') });
    const { status, err, cases } = await casesIn(folder);
    assert.equal(status, 1);
    assert.match(err, /^s1\.transcript:2:\d+ error header-value /m);
    assert.ok(!cases[0]?.series.some(({ name }) => name === 'wai'));
  });

  test('say of one session alone that there is no course', async () => {
    const { cases } = await casesIn(studyOf({ ...coded('s1'), 's1.transcript': scored(5) }));
    assert.deepEqual(
      cases[0]?.problems.map(({ code }) => code),
      ['one-session', 'better-assumed'],
    );
    for (const { undefined: reason } of cases[0]?.detectors ?? []) assert.equal(reason, 'too-few-sessions');
  });

  test('are given with the error where a method is spelt wrongly', async () => {
    const study = 'alliance_study: 1\ndetectors: { xmrr: { baseline: 4 } }\n';
    const { status, err } = await casesIn(studyOf({ ...coded('s1'), 'alliance.study.yaml': study }));
    assert.equal(status, 1);
    assert.match(err, /^alliance\.study\.yaml:2:14 error unknown-detector /);
  });
});
