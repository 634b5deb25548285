import { codePointLength } from '../../transcript/offsets';
import type { Cell } from '../../csv';
import { missingValue, notApplicable } from './missingValues';
import type { Column, Table, TableOptions } from './table';

/** Bytes of UTF-8 that SPSS allows: a label of a variable, a label of a value, a line of a command file. */
const longest = { label: 250, value: 120 };

/** Reads a table for SPSS: names, widths, labels, what is missing. Numbers have a decimal point, whatever the machine's habit. */
export function spssScript<Row>(table: Table<Row>, { name, origin }: TableOptions): string {
  const { columns, rows, about } = table;
  const numbers = columns.filter(({ type }) => type !== 'text').map((column) => column.name);
  const labelled = columns.flatMap((column) => (column.values ? [valueLabels(column)] : []));
  const lines = [
    `* ${oneLine(origin)}: reads ${oneLine(name)}, ${about}.`,
    '* Run this with the folder of the file as working directory (CD "...").',
    '* The next export writes this file anew: copy it before you change it.',
    '',
    'SET UNICODE=ON.',
    'SET DECIMAL=DOT.',
    'GET DATA',
    '  /TYPE=TXT',
    `  /FILE=${text(name)}`,
    `  /ENCODING='UTF8'`,
    '  /ARRANGEMENT=DELIMITED',
    '  /DELCASE=LINE',
    '  /DELIMITERS=","',
    `  /QUALIFIER='"'`,
    '  /FIRSTCASE=2',
    '  /VARIABLES=',
    ...columns.map((column) => `    ${column.name} ${formatOf(column, rows)}`),
    '  .',
    'CACHE.',
    'EXECUTE.',
    '',
    'VARIABLE LABELS',
    ...columns.map((column) => `  ${column.name} ${text(labelOf(column), longest.label)}`),
    '  .',
    '',
    'MISSING VALUES',
    ...numbers.map((each) => `  ${each}`),
    `  (${missingValue}, ${notApplicable}).`,
    '',
    ...labelled.flat(),
    'EXECUTE.',
  ];
  return `${lines.join('\n')}\n`;
}

function labelOf<Row>({ label, unit }: Column<Row>): string {
  return unit === undefined ? label : `${label} (${unit})`;
}

function formatOf<Row>(column: Column<Row>, rows: readonly Row[]): string {
  if (column.type === 'integer') return 'F8.0';
  if (column.type === 'number') return 'F12.4';
  return `A${rows.reduce((width, row) => Math.max(width, bytesIn(column.cell(row))), 8)}`;
}

function bytesIn(cell: Cell): number {
  let bytes = 0;
  for (const sign of String(cell ?? '')) {
    const point = sign.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  // A guarded cell has one sign more.
  return bytes + 1;
}

function valueLabels<Row>({ name, values = [] }: Column<Row>): string[] {
  const missing = [
    [missingValue, 'missing'],
    [notApplicable, 'not applicable'],
  ] as const;
  return [
    `VALUE LABELS ${name}`,
    ...[...values, ...missing].map(
      ([value, label]) =>
        `  ${typeof value === 'number' ? value : text(value)} ${text(label, longest.value)}`,
    ),
    '  .',
    '',
  ];
}

/** A string of SPSS: a quotation mark within it is doubled. Cut to so many bytes of UTF-8. */
function text(value: string, bytes = Number.POSITIVE_INFINITY): string {
  let cut = oneLine(value);
  while (bytesIn(cut) > bytes)
    cut = Array.from(cut)
      .slice(0, codePointLength(cut) - 1)
      .join('');
  return `"${cut.replaceAll('"', '""')}"`;
}

function oneLine(value: string): string {
  return value.replace(/[\p{Cc}\p{Cs}\u2028\u2029]+/gu, ' ');
}
