import { unlink } from 'node:fs/promises';
import { readFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { version } from '../../package.json';
import { isExport, type ExportFormat } from '../engine/interchange/exportFormats';
import type { ExportedFile } from '../engine/interchange/exported';
import type { Loss } from '../engine/interchange/losses';
import type { UnitKind } from '../engine/interchange/tables/sessionUnits';
import { replaceFile } from '../store/replaceFile';
import { writeTogether, type Writable } from '../store/writeTogether';
import { allFormats } from '../report/report';
import { plain } from '../words/faults';
import { english } from '../words/localisation';
import { lossWords } from '../words/losses';
import { problemWords } from '../words/problems';
import { exclusionLine } from './exclusions';
import { gather, type ExportScope } from './exporting';
import { kindOf, refusalOf, shownPath } from './files';
import { lineOf } from './findings';
import { Library } from './library';
import { coderOf, type Options } from './options';
import type { Target } from './folder';
import { say, sayProblems, UsageError, type ExitStatus, type Surroundings } from './surroundings';
import { harmless, jsonDocument } from './terminal';

export interface ExportCall extends ExportScope {
  readonly format: ExportFormat;
  /** Where its first file is to lie, as the person wrote it. */
  readonly out: string;
  readonly text: boolean;
  readonly unit: UnitKind | null;
  readonly json: boolean;
}

/** What a call asks for, or why it makes no sense. */
export function exportCallOf(target: Target, options: Options, cwd: string): ExportCall {
  const { format: id, out, text = false, unit, json = false } = options;
  const format = formatOf(id);
  if (out === undefined) throw new UsageError('please say where to write: “--out FILE”.');
  const ending = format.endings.find((each) => out.toLowerCase().endsWith(`.${each}`));
  if (ending === undefined || basename(out) === `.${ending}`) {
    throw new UsageError(`the file of “${format.id}” ends in “.${format.endings[0]}”; “${out}” does not.`);
  }
  const whole = resolve(cwd, out);
  if (kindOf(whole) === 'folder') throw new UsageError(`“${out}” is a folder. Please name a file in it.`);
  if (kindOf(dirname(whole)) !== 'folder') {
    throw new UsageError(`there is no folder “${dirname(out)}”. Please make it first.`);
  }
  if (format.needsText && !text) {
    throw new UsageError(
      `“${format.id}” holds the whole transcripts, so it needs “--text”: mind where the file goes.`,
    );
  }
  if (unit !== undefined && format.id !== 'csv-units') {
    throw new UsageError('“--unit” belongs to “--format csv-units”.');
  }
  const units = unitOf(unit);
  return {
    target,
    case: options.case ?? null,
    coder: coderOf(options.coder),
    reviews: text && format.hasReviews === true,
    format,
    out,
    text,
    unit: units,
    json,
  };
}

/** The same study gives the same files, so a report does not say when it was made. */
const formats = allFormats({ l10n: english, language: 'en', made: null, resamples: 1000 });

function formatOf(id: string | undefined): ExportFormat {
  const known = formats.map((each) => each.id).join(', ');
  if (id === undefined) throw new UsageError(`please say in which form: “--format” with one of ${known}.`);
  const format = formats.find((each) => each.id === id);
  if (!format) throw new UsageError(`there is no format “${id}”. The formats are ${known}.`);
  return format;
}

function unitOf(unit: string | undefined): UnitKind | null {
  if (unit === undefined || unit === 'turn' || unit === 'segment') return unit ?? null;
  throw new UsageError(`“${unit}” is no unit of this table: turn or segment.`);
}

/** `alliance export`: writes what was coded in another form, all of its files or none, and says what that form cannot carry. */
export async function runExport(call: ExportCall, surroundings: Surroundings): Promise<ExitStatus> {
  const library = new Library();
  const { study, losses, excluded, errors } = gather(call, library, surroundings);
  for (const error of errors) say(surroundings, lineOf(error));
  for (const one of excluded) say(surroundings, exclusionLine(one));
  sayProblems(library, surroundings);
  const isNobody = study.sessions.every(({ codings }) => codings.length === 0);
  if (call.coder !== null && isNobody && excluded.length === 0) {
    throw new UsageError(`“${call.coder}” has no file here.`);
  }
  const { text, unit } = call;
  const name = basename(call.out);
  const origin = `Alliance Coder ${version}`;
  const options = { text, origin, name, leftOut: losses, ...(unit === null ? {} : { unit }) };
  const result = call.format.write(study, options);
  if (!isExport(result)) throw new UsageError(problemWords(result, plain));
  const all = [...losses, ...result.losses];
  const written = await writeFiles(result.files, call.out, surroundings);
  if (written === null) return 2;
  report(written, all, call.json, surroundings);
  if (isNobody) say(surroundings, 'Nobody has coded a session here.');
  if (library.problems.length > 0 || excluded.some(({ reason }) => reason.startsWith('unreadable'))) return 2;
  const isPart = all.some(({ code }) => code === 'uncertain-places');
  return isPart || excluded.length > 0 || errors.length > 0 ? 1 : 0;
}

function report(
  written: readonly string[],
  losses: readonly Loss[],
  json: boolean,
  surroundings: Surroundings,
): void {
  const said = losses.map(({ code, data }) => ({ code, message: lossWords({ code, data }, plain), data }));
  if (json) surroundings.stdout.write(jsonDocument({ results: [{ written, losses: said }] }));
  else {
    for (const path of written) surroundings.stdout.write(`${harmless(path)}\n`);
    for (const { message } of said) say(surroundings, message);
  }
}

/** The paths written, as they are printed; null where they could not be: then nothing is as if it was tried. */
async function writeFiles(
  files: readonly ExportedFile[],
  out: string,
  surroundings: Surroundings,
): Promise<readonly string[] | null> {
  const folder = dirname(resolve(surroundings.cwd, out));
  const placed = files.map(({ name, content }) => ({ path: join(folder, name), content }));
  try {
    await writeTogether(placed.map(({ path, content }) => ({ file: onDisk(path), content })));
  } catch (error) {
    say(surroundings, `${out} could not be written: ${refusalOf(error)}. Nothing was changed.`);
    return null;
  }
  return placed.map(({ path }) => shownPath(surroundings.cwd, path));
}

function onDisk(path: string): Writable {
  return {
    read: () => Promise.resolve(kindOf(path) === null ? null : readFileSync(path)),
    write: (content) => replaceFile(path, content),
    remove: () => unlink(path),
  };
}
