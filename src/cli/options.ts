import { parseArgs } from 'node:util';
import { isCoderId } from '../engine/annotations/ids';
import { isPersonId } from '../engine/study/coderId';
import type { AgreementOptions } from './agreementCall';
import type { Role } from '../engine/transcript/types';
import type { Command } from './help';
import type { StatsOptions } from './statsCall';
import { UsageError } from './surroundings';

const flag = { type: 'boolean' } as const;
const word = { type: 'string' } as const;
const shared = { json: flag, help: { type: 'boolean', short: 'h' } } as const;

/** What a call may say beside its PATH. */
export interface Options extends StatsOptions, AgreementOptions {
  readonly json?: boolean | undefined;
  readonly help?: boolean | undefined;
  readonly coder?: string | undefined;
  readonly write?: boolean | undefined;
  readonly all?: boolean | undefined;
  readonly by?: string | undefined;
  readonly yes?: boolean | undefined;
  readonly out?: string | undefined;
  readonly role?: readonly string[] | undefined;
  readonly join?: boolean | undefined;
  readonly replace?: boolean | undefined;
  readonly format?: string | undefined;
  readonly text?: boolean | undefined;
  readonly case?: string | undefined;
}

interface Parsed {
  readonly values: Options;
  readonly positionals: readonly string[];
}

/** The options of a call, and its other words. */
export function optionsOf(command: Command, args: readonly string[]): Parsed {
  try {
    return parsed(command, args);
  } catch (error) {
    // The rest of Node's message is advice on quoting.
    const said = error instanceof Error ? (error.message.split('. ')[0] ?? '') : '';
    throw new UsageError(`${said}. See “alliance help ${command}”.`);
  }
}

function parsed(command: Command, args: readonly string[]): Parsed {
  const given = { args: [...args], allowPositionals: true };
  if (command === 'check') return parseArgs({ ...given, options: shared });
  if (command === 'stats')
    return parseArgs({ ...given, options: { ...shared, level: word, categories: word } });
  if (command === 'agreement') {
    const asked = { coders: word, unit: word, 'include-unreleased': flag, resamples: word, seed: word };
    return parseArgs({ ...given, options: { ...shared, ...asked } });
  }
  if (command === 'import') {
    const role = { type: 'string', multiple: true } as const;
    const making = { out: word, role, join: flag, replace: flag };
    return parseArgs({ ...given, options: { ...shared, ...making } });
  }
  const coded = { ...shared, coder: word };
  if (command === 'trajectory') return parseArgs({ ...given, options: coded });
  if (command === 'export') {
    const exporting = { format: word, out: word, text: flag, case: word, unit: word };
    return parseArgs({ ...given, options: { ...coded, ...exporting } });
  }
  const writing = { write: flag, all: flag, by: word, yes: flag };
  return parseArgs({ ...given, options: { ...coded, ...writing } });
}

export function coderOf(coder: string | undefined): string | null {
  if (coder === undefined || isCoderId(coder)) return coder ?? null;
  throw new UsageError(`“${coder}” is no coder’s id: small letters, digits, - and _, at most 32.`);
}

/** Roles as `--role LABEL=therapist` gives them, by label in small letters. */
export function rolesOf(words: readonly string[] = []): ReadonlyMap<string, Role> {
  return new Map(words.map(roleOf));
}

function roleOf(said: string): [string, Role] {
  const at = said.lastIndexOf('=');
  const [label, name] = [said.slice(0, at).trim().toLowerCase(), said.slice(at + 1).trim()];
  const role = (['therapist', 'client', 'other'] as const).find((each) => each === name);
  if (label === '' || role === undefined) {
    throw new UsageError(`“--role ${said}” should be LABEL=therapist, LABEL=client or LABEL=other.`);
  }
  return [label, role];
}

/** What `reanchor --write` is to write, and who does it. */
export interface Writing {
  readonly by: string;
  /** Everybody's files, not only one's own. */
  readonly all: boolean;
  /** The question whether to write other people's files is answered already. */
  readonly yes: boolean;
}

/** Null where nothing is to be written. */
export function writingOf({ write, all, coder, by, yes = false }: Options): Writing | null {
  if (write !== true) {
    if (all === undefined && by === undefined && !yes) return null;
    throw new UsageError('“--all”, “--by” and “--yes” belong to “--write”. See “alliance help reanchor”.');
  }
  if (all !== true) {
    const own = coderOf(coder);
    if (own !== null && by === undefined && !yes) return { by: own, all: false, yes };
    throw new UsageError(
      '“--write” needs “--coder C” for one’s own files, or “--all --by C” for everybody’s. See “alliance help reanchor”.',
    );
  }
  if (coder !== undefined) throw new UsageError('“--write” takes “--coder” or “--all”, not both.');
  if (by !== undefined && isPersonId(by)) return { by, all: true, yes };
  throw new UsageError(
    'the log of other people’s files names who wrote into them. Please say who you are: “--by C”, with a coder’s id.',
  );
}
