import type { Annotation, Coding, Episode } from '../../src/engine/annotations/types';
import type { Code, Codebook, Kind } from '../../src/engine/codebook/types';
import type { SessionFacts } from '../../src/engine/study/types';
import type { Header, Role, Transcript, Turn } from '../../src/engine/transcript/types';

/** Values for tests, made by hand and not by the code under test. */

export function header(said: Partial<Header>): Header {
  return {
    speakers: null,
    media: null,
    duration: null,
    case: null,
    session: null,
    date: null,
    stage: null,
    scores: {},
    ...said,
  };
}

const roles: Readonly<Record<string, Role>> = { T: 'therapist', C: 'client' };

/** A transcript of one turn per line: `T: text`, or `60 T: text` with a time in seconds. */
export function transcript(...lines: readonly string[]): Transcript {
  return {
    header: header({}),
    turns: lines.map((line, index): Turn => {
      const [, time, label, text] = /^(?:(\d+) )?(\w+): ?(.*)$/su.exec(line) ?? [];
      if (label === undefined || text === undefined) throw new Error('A line is "T: text" or "60 T: text".');
      return {
        number: index + 1,
        label,
        speaker: label,
        role: roles[label] ?? 'other',
        time: time === undefined ? null : Number(time),
        text,
        line: index,
        lastLine: index,
        pieces: [{ line: index, start: label.length + 2, end: label.length + 2 + text.length }],
      };
    }),
    faults: [],
    lineCount: lines.length,
  };
}

/** Turns by turns T and C, each of `words` words. */
export function dialogue(turns: number, words = 10): Transcript {
  const text = Array.from({ length: words }, () => 'word').join(' ');
  return transcript(
    ...Array.from({ length: turns }, (_, index) => `${index % 2 === 0 ? 'T' : 'C'}: ${text}`),
  );
}

export function facts(said: Partial<SessionFacts> = {}): SessionFacts {
  return {
    case: null,
    session: null,
    date: null,
    stage: null,
    duration: null,
    scores: {},
    segmentMinutes: 5,
    wordsPerMinute: 150,
    axis: null,
    followWithin: 3,
    ...said,
  };
}

export function coding(said: Partial<Coding>): Coding {
  return {
    alliance: 1,
    transcript: 'session-04.transcript',
    coder: 'alice',
    role: 'coder',
    annotations: [],
    episodes: [],
    ratings: [],
    memos: [],
    decisions: [],
    comments: [],
    log: [],
    conflicts: [],
    ...said,
  };
}

/** `annotation('a1', 'rupture.withdrawal', 3, 4)`: on the third turn, impact 4. */
export function annotation(id: string, code: string, turn: number, impact?: number): Annotation {
  return { id, code, at: { turn }, ...(impact === undefined ? {} : { ratings: { impact } }) };
}

export function episode(
  id: string,
  ruptures: readonly string[],
  repairs: readonly string[],
  resolution?: number,
): Episode {
  return { id, ruptures, repairs, ...(resolution === undefined ? {} : { resolution }) };
}

export function codeOf(id: string, valence: -1 | 0 | 1, kind: Kind | null = null): Code {
  const parent = id.includes('.') ? id.slice(0, id.lastIndexOf('.')) : null;
  return {
    id,
    label: id,
    key: null,
    color: '#000000',
    valence,
    kind,
    speaker: null,
    scales: id.startsWith('rupture') ? ['clarity', 'impact'] : [],
    definition: '',
    rule: null,
    include: [],
    exclude: [],
    example: null,
    replaces: [],
    parent,
    family: id.split('.')[0] ?? id,
    children: [],
  };
}

const impactValues = [1, 2, 3, 4, 5].map((value) => ({ value, label: String(value) }));

/** As much of the default codebook as figures need. */
export function codebook(...more: readonly Code[]): Codebook {
  const codes = [
    codeOf('bond', 1),
    codeOf('bond.trust', 1),
    codeOf('bond.strain', -1),
    codeOf('goal', 1),
    codeOf('task', 1),
    codeOf('rupture', -1),
    codeOf('rupture.withdrawal', -1, 'withdrawal'),
    codeOf('rupture.withdrawal.minimal', -1, 'withdrawal'),
    codeOf('rupture.confrontation', -1, 'confrontation'),
    codeOf('rupture.therapist', -1, 'contribution'),
    codeOf('repair', 1),
    codeOf('repair.immediate', 1, 'attempt'),
    codeOf('repair.immediate.clarify', 1, 'attempt'),
    codeOf('repair.expressive', 1, 'attempt'),
    codeOf('repair.expressive.own', 1, 'attempt'),
    codeOf('repair.response', 1),
    codeOf('repair.response.voice', 1, 'response'),
    codeOf('repair.response.decline', -1, 'decline'),
    codeOf('context', 0),
    ...more,
  ];
  return {
    id: 'alliance-default',
    title: 'Test',
    version: '1.0.0',
    language: null,
    codes: new Map(codes.map((each) => [each.id, each])),
    families: codes.filter((each) => each.parent === null),
    scales: new Map([['impact', { id: 'impact', values: impactValues, default: 3, start: null }]]),
    ratings: [],
    changes: [],
    replacements: new Map(),
  };
}
