import { csvOf, type Cell } from '../../csv';
import type { ExportOptions } from '../exported';
import type { Loss } from '../losses';

/** What a person chooses of a table. */
export interface TableOptions extends ExportOptions {
  /** What the table's file is to be called, with its ending: the files beside it take their names from it. */
  readonly name: string;
  /** What is not in the study as it is given, since it may not be seen or could not be read: the manifest says so. */
  readonly leftOut?: readonly Loss[];
}

/** A column of a table: what the dictionary, R and SPSS are told of it. */
export interface Variable {
  /** Valid in R and SPSS: letters of ASCII, digits and _, a letter first, at most 64. */
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'integer' | 'number';
  readonly unit?: string;
  /** Of a closed list: each value with its word, in their order. */
  readonly values?: readonly (readonly [value: string | number, label: string])[];
  /** Its numbers stand for words, and have no order. */
  readonly nominal?: true;
}

export interface Column<Row> extends Variable {
  readonly cell: (row: Row) => Cell;
}

/** A table without its rows: what scripts are told of it. */
export interface TableHead {
  /** What a row is. */
  readonly about: string;
  readonly columns: readonly Variable[];
  /** Numbers that stand where there is no value; in tables without them nothing stands there. */
  readonly missing?: readonly number[];
}

export interface Table<Row> extends TableHead {
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
}

export function csvOfTable<Row>({ columns, rows }: Table<Row>): string {
  return csvOf(
    columns.map(({ name }) => name),
    rows.map((row) => columns.map(({ cell }) => cell(row))),
  );
}

/** The tables of an export, by the names of their files, variable by variable. */
export function dictionaryOf(tables: Readonly<Record<string, readonly Variable[]>>): string {
  const rows = Object.entries(tables).flatMap(([file, variables]) =>
    variables.map(({ name, label, type, unit, values }) => [
      file,
      name,
      label,
      type,
      unit ?? null,
      values?.map(([value, word]) => `${value} = ${word}`).join('; '),
    ]),
  );
  return csvOf(['file', 'variable', 'label', 'type', 'unit', 'values'], rows);
}

/** The name of a file that belongs to `study.csv`: `study.manifest.json`. */
export function companion(name: string, ending: string): string {
  return `${name.replace(/(?<=.)\.[^.]{1,8}$/, '')}.${ending}`;
}

const reserved = new Set(['all', 'and', 'by', 'eq', 'ge', 'gt', 'le', 'lt', 'ne', 'not', 'or', 'to', 'with']);

/** SPSS allows 64 bytes; the rest is for a number that tells namesakes apart. */
const longestName = 60;

/** Gives names that R and SPSS can have, each once; SPSS does not tell capitals from small letters. */
export class VariableNames {
  readonly #taken: Set<string>;

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set([...taken].map((name) => name.toLowerCase()));
  }

  of(wanted: string): string {
    const plain = wanted
      .normalize('NFKD')
      .replace(/\p{M}+/gu, '')
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|(?<!_)_+$/g, '');
    const name = (/^[A-Za-z]/.test(plain) ? plain : `v_${plain}`)
      .slice(0, longestName)
      .replace(/(?<!_)_+$/, '');
    let free = name;
    for (let number = 2; reserved.has(free.toLowerCase()) || this.#taken.has(free.toLowerCase()); number++)
      free = `${name}_${number}`;
    this.#taken.add(free.toLowerCase());
    return free;
  }
}
