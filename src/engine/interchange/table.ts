import { parse } from 'papaparse';
import { roleByHeading } from './columnHeadings';
import type { ImportFormat } from './format';
import { refused, type Entry, type Remark, type SourceReading } from './imported';
import { labelled } from './labelledCells';
import { problem, type Problem } from './problems';
import { readingOf } from './readingOf';
import type { OpenedSource } from './source';
import { noTime, SourceTimes, type Span } from './sourceTimes';
import { shapeOf, timeOf, unitOf, usualWidth, type TableColumns, type TableShape } from './tableColumns';

type Row = readonly string[];

/** Rows that hold anything, with the numbers they have in the whole table. */
interface Rows {
  readonly rows: readonly Row[];
  readonly numbers: readonly number[];
}

/** Characters of a file that tell whether it is a table. */
const beginning = 32_768;

const delimiters = ['\t', ';', ',', '|'];

/** Tables of comma-, semicolon- or tab-separated values: of Trint, Whisper, ELAN, Praat, and made by hand. */
export const table: ImportFormat = {
  id: 'table',
  title: 'CSV, TSV',
  looksLike: ({ text }) => isTable(text.slice(0, beginning), text.length > beginning),
  read: (source) => readTable(source),
};

/** Reads a table, with the columns as they are given or else as they are told by headings and contents. */
export function readTable(source: OpenedSource, given?: TableColumns): SourceReading {
  const found = rowsOf(source.text, delimiterOf(source.text.slice(0, beginning)));
  if (!('rows' in found)) return refused(found);
  const { rows, numbers } = found;
  const { headings, columns: told, width, isSegments } = shapeOf(rows);
  const columns = given ?? told;
  if (!columns) return refused(problem('columns-unknown', { count: width }));
  const body = headings ? rows.slice(1) : rows;
  const times = new SourceTimes(unitOf(body, headings, columns));
  const read = body.map((row, index) =>
    entriesOf(row, {
      headings,
      columns,
      width,
      times,
      line: numbers[index + rows.length - body.length] ?? 0,
    }),
  );
  const entries = read.flatMap((row) => row.entries);
  return readingOf(source, 'table', {
    entries: columns.speaker === null ? labelled(entries) : entries,
    unit: columns.speaker === null || isSegments ? 'cues' : 'turns',
    ignored: [{ what: 'elements', count: read.reduce((sum, { ignored }) => sum + ignored, 0) }],
    warnings: [columnsTaken(columns), ...times.warnings()],
  });
}

function columnsTaken({ text, speaker, start, end, notes }: TableColumns): Problem {
  const from1 = (column: number | null): number => (column === null ? 0 : column + 1);
  return problem('columns-taken', {
    text: from1(text),
    speaker: from1(speaker),
    start: from1(start),
    end: from1(end),
    notes: notes.length,
  });
}

interface RowContext {
  readonly headings: Row | null;
  readonly columns: TableColumns;
  /** Cells behind it belong to no column. */
  readonly width: number;
  readonly times: SourceTimes;
  readonly line: number;
}

/** A row as a turn with its notes; what else it holds is counted. */
function entriesOf(row: Row, context: RowContext): { readonly entries: Entry[]; readonly ignored: number } {
  const { columns, headings, width, line } = context;
  const cell = (column: number | null): string => (column === null ? '' : (row[column] ?? ''));
  const text = cell(columns.text);
  const notes = columns.notes.flatMap((column) => noteOf(cell(column), headings?.[column] ?? '', line));
  const extra = row.slice(width).filter((each) => each !== '');
  const unparsed = extra.map((each): Remark => ({ kind: 'remark', about: 'unparsed', text: each, line }));
  const own = [columns.speaker, columns.start, columns.end].filter((column) => cell(column) !== '');
  const filled = row.slice(0, width).filter((each) => each !== '').length;
  const others = filled - own.length - notes.length - (text === '' ? 0 : 1);
  if (text === '') return { entries: [...notes, ...unparsed], ignored: others + own.length };
  const speaker = cell(columns.speaker).replace(/(?<!\s)\s*:$/, '') || null;
  const entry: Entry = { kind: 'speech', speaker, text, ...spanOf(row, context), line };
  return { entries: [entry, ...notes, ...unparsed], ignored: others };
}

function noteOf(text: string, heading: string, line: number): Remark[] {
  if (text === '') return [];
  const isSaid = heading !== '' && roleByHeading(heading) !== 'notes';
  return [{ kind: 'remark', about: 'note', text: isSaid ? `${heading}: ${text}` : text, line }];
}

/** A clock is in seconds, whatever unit the table's numbers have. */
function spanOf(row: Row, { columns: { start, end }, times, line }: RowContext): Span {
  const [from, to] = [start, end].map((column) => (column === null ? '' : (row[column] ?? '')));
  if (from === '' && to === '') return noTime;
  return times.span(valueOf(from ?? '', times), valueOf(to ?? '', times), line);
}

function valueOf(cell: string, { perSecond }: SourceTimes): number | string {
  const time = timeOf(cell) ?? cell;
  return typeof time === 'number' && cell.includes(':') ? time * perSecond : time;
}

function isTable(text: string, isCut: boolean): boolean {
  const delimiter = delimiterOf(text);
  const found = rowsOf(isCut ? text.slice(0, text.lastIndexOf('\n')) : text, delimiter, true);
  if (!('rows' in found)) return false;
  const { rows } = found;
  const shape = shapeOf(rows);
  const { width } = shape;
  if (width < 2) return false;
  if (isHeaded(rows[0], shape)) return true;
  const even = rows.filter((row) => row.length === width).length;
  if (even < rows.length * 0.7) return false;
  if (delimiter === '\t' && width > 2 && (shape.columns || shape.headings)) return true;
  return shape.isTold && rows.length > 1 && !isProse(text, delimiter);
}

/** By a heading of what was said, or two others that we know. */
function isHeaded(first: Row = [], { headings }: TableShape): boolean {
  const named = new Set(first.map(roleByHeading).filter((role) => role !== null));
  return headings !== null && (named.has('text') || named.size > 1);
}

/** Commas within sentences have blanks behind them, and no number of them is usual. */
function isProse(text: string, delimiter: string): boolean {
  return delimiter !== '\t' && new RegExp(`\\${delimiter} `).test(text.replaceAll(/"[^"]*"/g, ''));
}

/** The one that Excel states in a first line (`sep=;`), or that makes headings we know of the first line; else the one that makes most rows alike. */
function delimiterOf(text: string): string {
  const stated = /^sep=([\t;,|])\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const first = text.trimStart().split('\n', 1)[0] ?? '';
  const known = delimiters.map((each) => first.split(each).filter((cell) => roleByHeading(cell)).length);
  const most = Math.max(...known);
  if (most > 1) return delimiters[known.indexOf(most)] ?? ',';
  return parse<string[]>(text, { preview: 20, skipEmptyLines: 'greedy', delimitersToGuess: delimiters }).meta
    .delimiter;
}

/**
 * The rows, blanks around cells taken off. Where quotation marks do not come in pairs they are taken for
 * characters, as programs write them that quote nothing (Whisper, ELAN), if that makes an even table.
 */
function rowsOf(text: string, delimiter: string, isBeginning = false): Rows | Problem {
  if (isTooWide(text, delimiter)) {
    return problem('malformed', { format: 'table', place: '', reason: `more than ${widest} cells in a row` });
  }
  const plain = text.replace(/^sep=[\t;,|](?=\n)/i, '');
  const { data, errors } = parse<string[]>(plain, { delimiter });
  const unpaired = errors.find(({ type }) => type === 'Quotes');
  if (!unpaired) return filledRows(data);
  const literal = filledRows(parse<string[]>(plain, { delimiter, quoteChar: '\0' }).data);
  const width = usualWidth(literal.rows);
  if (isBeginning || literal.rows.every((row) => row.length === width)) return literal;
  const reason = 'a quotation mark has no partner';
  return problem('malformed', { format: 'table', place: '', reason }, (unpaired.row ?? 0) + 1);
}

/** Cells in a row; more would be no table, and its columns not to be told in any memory. */
const widest = 10_000;

function isTooWide(text: string, delimiter: string): boolean {
  for (let start = 0, end; start < text.length; start = end + 1) {
    const found = text.indexOf('\n', start);
    end = found < 0 ? text.length : found;
    if (end - start > widest && text.slice(start, end).split(delimiter, widest + 1).length > widest)
      return true;
  }
  return false;
}

function filledRows(data: readonly Row[]): Rows {
  const all = data.map((row, index) => ({ row: tidy(row), number: index + 1 }));
  const filled = all.filter(({ row }) => row.some((cell) => cell !== ''));
  return { rows: filled.map(({ row }) => row), numbers: filled.map(({ number }) => number) };
}

/** An apostrophe guards a spreadsheet against what begins like a formula; it is not part of the words. */
function tidy(row: Row): string[] {
  return row.map((cell) => cell.trim().replace(/^'(?=[=+\-@])/, ''));
}
