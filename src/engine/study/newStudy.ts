import { studyVersion } from './studyFile';
import { fieldLines, type YamlValue } from '../yamlSet';
import { casesRecord, coderRecord, type CoderEntry, type ProposedCase } from './editStudy';
import type { Role } from '../transcript/types';

/** What a person says of a new study. */
export interface StudyAnswers {
  readonly title: string;
  readonly coders: readonly CoderEntry[];
  /** Coders do not see each other's unreleased work. */
  readonly blind: boolean;
  /** Minutes. */
  readonly segmentMinutes: number;
  /** By label; empty where the usual names will do. */
  readonly speakers: ReadonlyMap<string, Role>;
  readonly cases: readonly ProposedCase[];
}

/** Comments, line by line, none longer than a screen is wide. */
const words = {
  top: [
    'The study: what changes a figure, or is to be hidden from coders.',
    'Change it as you like; lines with # are comments.',
  ],
  segments: ['Sessions are divided into segments of this many minutes.'],
  speakers: ['Who speaks, by the labels of the transcripts.', 'A label that is missing here begins no turn.'],
  blind: [
    'true: coders see each other’s work on a session when both have released it.',
    'false: they always do.',
  ],
  coders: ['Who codes. The id stands in the names of their files.', 'Roles: coder, supervisor.'],
  cases: ['The sessions of each case. A session may also have:', 'date, stage, duration, scores.'],
};

/** A study file with a comment to each of its parts, in the order in which a person reads it. */
export function newStudyText(answers: StudyAnswers): string {
  const { title, coders, blind, segmentMinutes, speakers, cases } = answers;
  const listed = Object.fromEntries([...speakers].map(([label, role]) => [label, { role }]));
  const people = Object.fromEntries(
    coders.map(({ id, name, role }) => [id, coderRecord(name ?? null, role)]),
  );
  const blocks = [
    [
      ...words.top.map((line) => `# ${line}`),
      `alliance_study: ${studyVersion}`,
      ...fieldLines('title', title, 0),
    ],
    part(words.segments, 'segment_minutes', segmentMinutes),
    part(words.speakers, 'speakers', speakers.size > 0 ? listed : null),
    part(words.blind, 'blind', blind),
    part(words.coders, 'coders', coders.length > 0 ? people : null),
    part(words.cases, 'cases', cases.length > 0 ? casesRecord(cases) : null),
  ];
  return `${blocks
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function part(comment: readonly string[], key: string, value: YamlValue | null): readonly string[] {
  return value === null ? [] : [...comment.map((line) => `# ${line}`), ...fieldLines(key, value, 0)];
}
