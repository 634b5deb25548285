import type { Annotation, Coding, Episode } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Codebook } from '../../src/engine/codebook/types';
import {
  exportedCoding,
  type Export,
  type ExportedSession,
  type ExportedStudy,
} from '../../src/engine/interchange/exported';
import type { TableOptions } from '../../src/engine/interchange/tables/table';
import { readStudy } from '../../src/engine/study/studyFile';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import type { Study } from '../../src/engine/study/types';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { csvRows } from '../../src/engine/csv';
import { coding } from '../unit/builders';

/** Studies to be exported, as the command line and the editor put them together. */

export const withText: TableOptions = { text: true, origin: 'Alliance Coder 1.0.0', name: 'study.csv' };
export const withoutText: TableOptions = { ...withText, text: false };

export const dialogue = [
  '[00:00:00] T: How have you been?',
  "[00:01:00] C: Mm. (4s) I don't know. ((looks away))",
  '[00:02:00] T: What was that like for you?',
  '[00:03:00] C: Dunno.',
  '[00:04:00] T: Something changed just then. What was it like when I said that?',
  '[00:05:00] C: I was angry with you, and I wanted you to ask.',
  '[00:06:00] T: I think I pushed you, and I am sorry.',
  '[00:07:00] C: =Okay - so what I felt was more like 😀 panic.',
  '[00:08:00] T: Mm-hm.',
  '[00:09:00] C: Yes.',
].join('\n');

export const studyFile = `alliance_study: 1
title: A pilot
measures: { phq9: { kind: outcome, better: lower } }
cases:
  C07:
    therapist: T3
    condition: cbt
    sessions:
      - { transcript: c07/s01.transcript, session: 1, date: "2026-03-02" }
      - { transcript: c07/s04.transcript, session: 4, date: "2026-03-23", stage: developing, scores: { client: { phq9: 14, wai-bond: 5.3 }, therapist: { wai-bond: 5.8 } } }
`;

export function mark(
  id: string,
  code: string,
  at: Annotation['at'],
  more: Partial<Annotation> = {},
): Annotation {
  return { id, code, ...(at ? { at } : {}), ...more };
}

/** Ruptures at 4 and 6, an attempt at 7, and its answer at 8; the second rupture is linked to none. */
const alices: readonly Annotation[] = [
  mark(
    'minimal1',
    'rupture.withdrawal.minimal',
    { turn: 4 },
    { ratings: { clarity: 2, impact: 3 }, note: '=cmd|x' },
  ),
  mark(
    'angryone',
    'rupture.confrontation.therapist',
    { turn: 6, start: 0, end: 21 },
    { ratings: { impact: 4 } },
  ),
  mark('sorryone', 'repair.expressive.own', { turn: 7, start: 8, end: 20 }),
  mark('panicone', 'repair.response.rejoin', { turn: 8 }),
  mark('twoturns', 'bond.warmth', { turn: 8, start: 6, end_turn: 10, end: 4 }),
];

const alicesEpisode: Episode = {
  id: 'episode1',
  ruptures: ['minimal1'],
  repairs: ['sorryone', 'panicone'],
  resolution: 4,
};

export const alice = coding({
  coder: 'alice',
  coded: [{ from: 1, to: 10 }],
  annotations: alices,
  episodes: [alicesEpisode],
  ratings: [
    { rating: 'bond', scope: 'session', value: 5 },
    { rating: 'resolution', scope: 'session', value: 'na' },
    { rating: 'bond', scope: { segment: 1, from_turn: 1, to_turn: 5 }, value: 4 },
  ],
});

export const bob = coding({
  coder: 'bob',
  coded: [{ from: 1, to: 6 }],
  annotations: [mark('bobsone1', 'rupture.withdrawal', { turn: 4 })],
});

export interface Given {
  readonly path?: string;
  readonly text?: string;
  readonly codings?: readonly Coding[];
  readonly codebook?: Codebook;
}

export function sessionOf(
  {
    path = 'c07/s04.transcript',
    text = dialogue,
    codings = [alice, bob],
    codebook = defaultCodebook(),
  }: Given,
  study: Study | null,
): ExportedSession {
  const transcript = parseTranscript(text);
  const [folder = '', name = ''] = path.split('/');
  return {
    path,
    facts: sessionFacts(study, path, transcript.header, folder, name),
    transcript,
    codebook,
    codings: codings.map((each) => exportedCoding(each, transcript, true)),
  };
}

/** A study of these sessions; of one that two coded where nothing is said. */
export function studyOf(given: readonly Given[] = [{}], file = studyFile): ExportedStudy {
  const { study } = readStudy(file);
  return {
    name: study?.title ?? 'study',
    study,
    sessions: given.map((each) => sessionOf(each, study)),
  };
}

/** The text of a file of an export, the first where no ending is said. */
export function content({ files }: Export, ending = ''): string {
  const found = ending === '' ? files[0] : files.find(({ name }) => name.endsWith(ending));
  if (typeof found?.content !== 'string') throw new Error(`no text file ends in “${ending}”`);
  return found.content;
}

export function rowsOf(exported: Export, ending = ''): Record<string, string>[] {
  return csvRows(content(exported, ending));
}

export function codesOf({ losses }: Export): string[] {
  return losses.map(({ code, data }) => [code, ...Object.values(data)].join(' '));
}
