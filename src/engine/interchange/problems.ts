/**
 * Everything that can be wrong with a file to be imported or exported, as data: the words stand in
 * `src/words/problems.ts`. A refusal means that nothing was taken from the file.
 */
export const problemKind = {
  // refusals
  empty: 'refusal',
  'unknown-format': 'refusal',
  'not-text': 'refusal', // binary, and no archive we read
  'too-large': 'refusal', // size, limit in MB
  truncated: 'refusal', // format: the file ends before it should
  malformed: 'refusal', // format, place, reason
  'no-speech': 'refusal', // format: nothing in it was said by anybody
  'zip-broken': 'refusal', // the archive cannot be opened
  'zip-password': 'refusal',
  'zip-path': 'refusal', // entry: a name that leads out of the archive
  'zip-bomb': 'refusal', // size, limit in MB: more than it may unpack to
  'zip-missing': 'refusal', // format, entry: what makes it that format is not in it
  'xml-broken': 'refusal', // entry, line, reason
  'xml-doctype': 'refusal', // entry: declares entities or a document type
  'xml-too-deep': 'refusal', // entry, limit
  'old-format': 'refusal', // format: an older one of the same program
  'columns-unknown': 'refusal', // count: of columns; which of them holds what was said cannot be told
  'text-needed': 'refusal', // format: an export that is nothing without text, where no text was chosen
  'no-codes': 'refusal', // format: a codebook without codes
  'self-check': 'refusal', // format, what: an export that does not read back as what was written
  // warnings
  'encoding-guessed': 'warning', // encoding
  'times-backwards': 'warning', // line, count
  'times-broken': 'warning', // line, count: could not be read, left out
  'unparsed-lines': 'warning', // count
  'speaker-renamed': 'warning', // from, to: could not stand as a label
  'numbered-turns': 'warning', // count: `T12` was read as turn 12 of T
  'columns-taken': 'warning', // text, speaker, start, end: numbers of columns from 1, 0 for none; notes: how many
  'positions-repaired': 'warning', // how, matched, quoted: positions are not counted as the standard says
  'positions-assumed': 'warning', // how, program: nothing tells how positions are counted
  'qda-texts-missing': 'warning', // count: sources whose text is not in the package
  'qda-orphans': 'warning', // transcript, count: passages that stand in no turn
  'qda-lost': 'warning', // transcript, count: passages without a place and without words
  'qda-changed': 'warning', // transcript, coder, count: what another program changed in our own package
  'no-speakers': 'warning', // nobody is named: labels have to be given
} as const satisfies Record<string, 'refusal' | 'warning'>;

export type ProblemCode = keyof typeof problemKind;

export interface Problem {
  readonly code: ProblemCode;
  /** Where, from 1; null where no single line is meant. */
  readonly line: number | null;
  /** The values its sentence needs; never words of a transcript. */
  readonly data: Readonly<Record<string, string | number>>;
}

export function problem(code: ProblemCode, data: Problem['data'] = {}, line: number | null = null): Problem {
  return { code, line, data };
}
