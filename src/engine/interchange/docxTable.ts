import type { Count } from './docxParagraph';
import { parseTime } from '../transcript/time';
import { sourceLine, type SourceLine } from './sourceLine';
import { mayBeSpeaker } from './speakerLabels';

/** The lines of each cell. */
export type Row = readonly (readonly SourceLine[])[];

type Column = 'text' | 'speaker' | 'time' | 'number' | 'notes';

const headings =
  /^(?:(?:line|row|turn)?\s*(?:no|nr|number|#)\.?|line|zeile|time|zeit|timestamp|start|speaker|sprecher(?:in)?|who|name|person|text|transcript|transkript|utterance|notes?|notizen|comments?|kommentar)$/i;

/**
 * A table as lines. Its columns are told by what is in them: the one with most words is the text; others hold numbers that
 * rise, times, names, or, where none of these, notes. Without a column of names the text's own labels tell the turns.
 */
export function tableLines(rows: readonly Row[], count: Count): SourceLine[] {
  const isHeading =
    rows.length > 1 && rows[0]?.every((cell) => isBlank(cell) || headings.test(wordsOf(cell)));
  const heading = isHeading
    ? (rows[0] ?? []).flat().map((line) => ({ ...line, remark: 'note' as const }))
    : [];
  const spoken = isHeading ? rows.slice(1) : rows;
  const columns = columnsOf(spoken);
  if (columns.includes('number')) for (const _ of spoken) count('numbers');
  return [...heading, ...spoken.flatMap((row) => rowLines(row, columns))];
}

function columnsOf(rows: readonly Row[]): Column[] {
  const width = rows.reduce((most, row) => Math.max(most, row.length), 0);
  const cells = Array.from({ length: width }, (_, at) => rows.map((row) => wordsOf(row[at] ?? [])));
  const kinds = cells.map(kindOf);
  const lengths = cells.map((column, at) =>
    kinds[at] === 'notes' ? column.reduce((sum, words) => sum + words.length, 0) : -1,
  );
  const longest = lengths.indexOf(Math.max(...lengths));
  return kinds.map((kind, at) => (at === longest ? 'text' : kind));
}

function kindOf(cells: readonly string[]): Column {
  const filled = cells.filter((words) => words !== '');
  const most = filled.length * 0.8;
  if (filled.length === 0) return 'notes';
  if (filled.filter((words) => timeIn(words) !== null).length >= most) return 'time';
  if (filled.filter((words) => /^\d{1,6}[.)]?$/.test(words)).length >= most) return 'number';
  const names = filled.map((words) => words.replace(/:$/, ''));
  const isNames = names.every((name) => name.length <= 40 && mayBeSpeaker(name));
  const isRepeated = new Set(names).size < names.length;
  return isNames && isRepeated && filled.length * 2 >= cells.length ? 'speaker' : 'notes';
}

function rowLines(row: Row, columns: readonly Column[]): SourceLine[] {
  const cell = (kind: Column): readonly SourceLine[] => row[columns.indexOf(kind)] ?? [];
  const start = timeIn(wordsOf(cell('time')));
  const speaker = wordsOf(cell('speaker')).replace(/:$/, '');
  const words = cell('text').map((line, index) => (index === 0 ? { ...line, start } : line));
  const notes = row
    .filter((_, at) => columns[at] === 'notes')
    .flat()
    .map((line): SourceLine => ({ ...line, remark: 'note' }));
  // What is in no column of its kind is kept as what it is not.
  const others = row
    .filter((each, at) => each !== cell(columns[at] ?? 'notes') || (columns[at] === 'time' && start === null))
    .filter((_, at) => columns[at] !== 'notes')
    .flat()
    .map((line): SourceLine => ({ ...line, remark: 'unparsed' }));
  if (speaker === '') return [...words, ...others, ...notes];
  const line = row.flat()[0]?.line ?? 1;
  const [first = sourceLine('', line), ...rest] = words;
  return [{ ...first, start, opens: { speaker, start } }, ...rest, ...others, ...notes];
}

function wordsOf(cell: readonly SourceLine[]): string {
  return cell.map(({ text }) => text).join(' ');
}

function isBlank(cell: readonly SourceLine[]): boolean {
  return cell.length === 0;
}

function timeIn(words: string): number | null {
  return parseTime(/^[[(]?([\d:.,]{4,14})[\])]?$/.exec(words)?.[1] ?? '');
}
