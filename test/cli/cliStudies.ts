import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import * as z from 'zod/mini';
import { run } from '../../src/cli/run';

export interface Called {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** Calls the command line within this process; nobody is there to be asked. */
export function call(cwd: string, ...args: readonly string[]): Promise<Called> {
  return callAsked(cwd, null, ...args);
}

/** The same with somebody there, who gives this answer to a question. */
export async function callAsked(
  cwd: string,
  answer: (() => boolean) | null,
  ...args: readonly string[]
): Promise<Called> {
  const said = { out: '', err: '' };
  const status = await run(args, {
    ...(answer === null ? {} : { ask: () => Promise.resolve(answer()) }),
    cwd,
    stdout: { write: (text) => (said.out += text) },
    stderr: { write: (text) => (said.err += text) },
  });
  return { status, ...said };
}

const top = mkdtempSync(join(tmpdir(), 'alliance-cli-'));
/** So deep that no codebook lying about in the folders above is near enough. */
const home = join(top, ...Array.from({ length: 12 }, () => 'x'));
process.once('exit', () => rmSync(top, { recursive: true, force: true }));
let studies = 0;

/** A folder of its own with these files, taken away when the tests have run. */
export function studyOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = join(home, `study-${studies++}`);
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of Object.entries(files)) {
    if (name.includes('/')) mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  return folder;
}

/** Three turns, with an emoji before what is marked. */
export const transcript = 'T: How was it?\nC: 😀 Fine. ((looks away))\nT: Fine.\n';

/** An annotation file of three keys and what is given. */
export function annotations(coder: string, ...lines: readonly string[]): string {
  return ['alliance: 1', 'transcript: s1.transcript', `coder: ${coder}`, ...lines, ''].join('\n');
}

const checked = z.strictObject({
  alliance: z.literal(1),
  results: z.array(z.looseObject({ file: z.string(), line: z.int(), column: z.int(), code: z.string() })),
});

/** `FILE:LINE:COLUMN CODE` of all results of `check --json`. */
export function findingsIn({ out }: Called): string[] {
  const { results } = checked.parse(JSON.parse(out));
  return results.map(({ file, line, column, code }) => `${file}:${line}:${column} ${code}`);
}

const name = z.nullable(z.string());
const trajectories = z.strictObject({
  alliance: z.literal(1),
  results: z.array(
    z.looseObject({
      transcript: z.string(),
      coder: z.string(),
      case: name,
      session: z.nullable(z.int()),
      turns: z.int(),
      axis: z.looseObject({ kind: z.string() }),
    }),
  ),
  cases: z.array(
    z.looseObject({
      case: name,
      sessions: z.array(z.looseObject({ transcript: z.string() })),
      episodes_joined: z.array(z.unknown()),
    }),
  ),
  excluded: z.array(z.strictObject({ file: z.string(), transcript: name, coder: name, reason: z.string() })),
});

/** What `trajectory --json` printed, and how it ended. */
export function trajectoriesIn({ out, ...rest }: Called): z.infer<typeof trajectories> & Omit<Called, 'out'> {
  return { ...trajectories.parse(JSON.parse(out)), ...rest };
}
