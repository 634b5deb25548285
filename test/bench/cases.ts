import { parseTranscript } from '../../src/engine/transcript/parse';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { sessionTrajectory } from '../../src/engine/trajectory/session';
import { defaultDetectors } from '../../src/engine/study/detectorSettings';
import { CaseReckoner } from '../../src/views/case/reckoner';
import type { CodedMember } from '../../src/store/members';
import type { GatheredCase } from '../../src/views/case/types';
import { codingOf, transcriptOf } from './data';
import { compare, compareAwaited, type Figure } from './ratio';

const waiting = { isStale: () => false, progress: () => undefined };

/** What is reckoned for the panel and for the table of cases: once, and again after one act. */
export async function caseFigures(): Promise<Figure[]> {
  return [reckonedSession(), await reckonedAgain('C1'), await reckonedAgain(null)];
}

/** Of a long session, everything that the panel shows. */
function reckonedSession(): Figure {
  const { text, ...input } = sessionOf(1_500, 500, 1);
  return compare({
    what: 'reckon a session anew, 1,500 turns, 500 annotations',
    against: 'parse its transcript',
    subject: { run: () => sessionTrajectory({ ...input, name: 's', transcript: parseTranscript(text) }) },
    rival: { run: () => parseTranscript(text) },
    repetitions: 30,
  });
}

/** A case of sixty sessions, or a study of sixty cases with twenty each, in which one coding changed. */
async function reckonedAgain(only: string | null): Promise<Figure> {
  const [cases, sessions] = only === null ? [60, 20] : [1, 60];
  const study = studyOf(cases, sessions);
  const reckoner = new CaseReckoner();
  const reckon = (given: GatheredCase): Promise<unknown> =>
    only === null ? reckoner.reckonAll(given, waiting) : reckoner.reckon(given, waiting);
  await reckon(study);
  const [first, ...others] = study.coded;
  if (!first) throw new Error('There is no session.');
  return compareAwaited({
    what: `reckon ${only === null ? '60 cases of 20' : 'a case of 60'} sessions again after one act`,
    against: 'parse all their transcripts',
    subject: {
      run: () => reckon({ ...study, coded: [{ ...first, coding: { ...first.coding } }, ...others] }),
    },
    rival: { run: () => Promise.all(study.coded.map(({ parsed }) => parsed())) },
    repetitions: only === null ? 5 : 15,
  });
}

function studyOf(cases: number, sessions: number): GatheredCase {
  const coded = Array.from({ length: cases * sessions }, (_, index) =>
    memberOf(`C${1 + Math.floor(index / sessions)}`, 1 + (index % sessions), index),
  );
  return {
    case: 'C1',
    coder: { id: 'alice', name: 'Alice', own: true },
    members: coded.map(({ path, facts }) => ({ path, facts, standing: 'coded' })),
    coded,
    measures: {},
    detectors: defaultDetectors,
    hasStudyFile: true,
    lacksCodebook: false,
  };
}

function memberOf(name: string, session: number, seed: number): CodedMember {
  const { text, coding, facts, codebook } = sessionOf(300, 30, seed);
  const path = `${name}/session-${session}.transcript`;
  const scores = { client: { wai: 4 + (seed % 7) / 3, phq9: 20 - (session % 15) } };
  return {
    path,
    facts: { ...facts, case: name, session, scores },
    codebook,
    coding: {
      ...coding,
      transcript: path,
      ratings: [{ rating: 'bond', scope: 'session', value: 1 + (seed % 7) }],
    },
    text: {},
    parsed: () => Promise.resolve(parseTranscript(text)),
  };
}

const codebook = defaultCodebook();

function sessionOf(turns: number, annotations: number, seed: number) {
  const text = transcriptOf(turns, seed + 1);
  const facts = sessionFacts(null, 's.transcript', parseTranscript(text).header, 'c', 's.transcript');
  return { text, coding: codingOf(text, annotations, seed), facts, codebook };
}
