import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { besideOf } from '../engine/interchange/beside';
import { replaceFile } from '../store/replaceFile';
import { plain } from '../words/faults';
import { problemWords } from '../words/problems';
import { kindOf, readText, refusalOf, shownPath, Unreadable } from './files';
import {
  resultOf,
  type Imported,
  type NotImported,
  type ReadSession,
  type ReadSourceFile,
} from './importing';
import { say, type Surroundings } from './surroundings';

interface WrittenAll {
  readonly results: readonly Imported[];
  readonly not: readonly NotImported[];
  /** The sessions whose transcripts stand there now. */
  readonly standing: readonly ReadSession[];
}

/** Writes every session as a transcript. */
export async function writeAll(
  sessions: readonly ReadSession[],
  out: string,
  replace: boolean,
  surroundings: Surroundings,
): Promise<WrittenAll> {
  const results: Imported[] = [];
  const not: NotImported[] = [];
  const standing: ReadSession[] = [];
  // What is imported is never written over.
  const taken = new Map(sessions.map(({ source, file }) => [source.path.toLowerCase(), file]));
  for (const session of sessions) {
    const path = join(out, session.name);
    const shown = shownPath(surroundings.cwd, path);
    const before = taken.get(path.toLowerCase());
    taken.set(path.toLowerCase(), session.file);
    const outcome =
      before === undefined ? await writeText(path, session.prepared.composed.text, replace) : 'same-name';
    const isThere = outcome === 'written' || outcome === 'unchanged';
    results.push(resultOf(session, isThere ? shown : null));
    if (isThere) standing.push(session);
    if (outcome === 'unchanged') say(surroundings, `${shown}: there already, with the same text; unchanged.`);
    if (!isThere) not.push(notWritten(session.file, shown, outcome, before));
  }
  return { results, not, standing };
}

type Outcome = 'written' | 'unchanged' | 'exists' | 'same-name' | { readonly failed: string };

/** A transcript that is there is left alone, unless it is to be replaced; never one that somebody changes meanwhile. */
async function writeText(path: string, text: string, replace: boolean): Promise<Outcome> {
  try {
    mkdirSync(dirname(path), { recursive: true });
    const there = kindOf(path) === null ? null : readText(path).text;
    if (there === text) return 'unchanged';
    if (kindOf(path) !== null && (!replace || there === null)) return 'exists';
    return (await replaceFile(path, text, there)) ? 'written' : 'exists';
  } catch (error) {
    return { failed: error instanceof Unreadable ? error.message : refusalOf(error) };
  }
}

function notWritten(
  file: string,
  path: string,
  outcome: Exclude<Outcome, 'written' | 'unchanged'>,
  before: string | undefined,
): NotImported {
  const not = { file, isSkipped: false };
  if (typeof outcome === 'object') {
    return { ...not, code: 'not-written', message: `${path} could not be written: ${outcome.failed}.` };
  }
  const message =
    outcome === 'exists'
      ? `${path} is there already with another text, so it was left as it is. “--replace” writes over it.`
      : `${path} is ${before ?? ''} itself, or was made of it just now, so this was not written. Please rename one of the two files.`;
  return { ...not, code: outcome, message };
}

/** Writes what sources bring beside their transcripts: codebook, codings, study file. Nothing that is there is written over. */
export async function writeBeside(
  sources: readonly ReadSourceFile[],
  standing: readonly ReadSession[],
  out: string,
  surroundings: Surroundings,
): Promise<readonly NotImported[]> {
  const not: NotImported[] = [];
  for (const { source, file, reading } of sources) {
    const placed = standing
      .filter((session) => session.source === source)
      .map(({ index, path, prepared }) => ({ index, path, composed: prepared.composed }));
    const { files, warnings } = besideOf(reading, placed);
    for (const warning of warnings) say(surroundings, `${file}: ${problemWords(warning, plain)}`);
    for (const { name, content } of files) {
      const path = join(out, source.below, name);
      const shown = shownPath(surroundings.cwd, path);
      const text = typeof content === 'string' ? content : new TextDecoder().decode(content);
      const outcome = await writeText(path, text, false);
      if (outcome === 'written') say(surroundings, `${shown}: written, beside the transcripts of ${file}.`);
      else if (outcome === 'exists') say(surroundings, `${shown}: there already, so it was left as it is.`);
      else if (typeof outcome === 'object') not.push(notWritten(file, shown, outcome, undefined));
    }
  }
  return not;
}
