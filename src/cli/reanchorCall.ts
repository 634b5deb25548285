import type { AnchorState } from '../engine/anchors/types';
import { plain } from '../words/faults';
import { turnWords } from '../words/passages';
import { exclusionLine } from './exclusions';
import type { Target } from './folder';
import { Library } from './library';
import type { MatchedFile } from './matching';
import type { Writing } from './options';
import { findAnchors, type Reanchored } from './reanchored';
import { say, sayProblems, type ExitStatus, type Surroundings } from './surroundings';
import { planOf, takeOver, type Outcome, type Planned } from './takingOver';
import { harmless, jsonDocument } from './terminal';

export interface ReanchorCall {
  readonly target: Target;
  /** Whose annotations; null for everybody's. */
  readonly coder: string | null;
  readonly writing: Writing | null;
  readonly json: boolean;
}

/** `alliance reanchor`: says where every annotation is now, and writes that where it is asked to. */
export async function runReanchor(
  { target, coder, writing, json }: ReanchorCall,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const library = new Library();
  const { results, files, excluded } = findAnchors(target, coder, library, surroundings.cwd);
  surroundings.stdout.write(json ? jsonDocument({ results }) : results.flatMap(lineOf).join(''));
  for (const one of excluded) say(surroundings, exclusionLine(one));
  sayProblems(library, surroundings);
  if (files.length === 0 && excluded.length === 0) {
    say(surroundings, coder === null ? 'Nobody has coded a session here.' : `“${coder}” has no file here.`);
    // A name that nobody has is a mistake more often than somebody who has not begun.
    if (coder !== null) return 2;
  }
  if (!json) say(surroundings, countsOf(results));
  const status = writing ? await write(files, writing, surroundings) : 0;
  if (library.problems.length > 0 || excluded.length > 0) return 2;
  return status === 0 && results.some(({ state }) => state !== 'exact') ? 1 : status;
}

const states = ['exact', 'moved', 'changed', 'ambiguous', 'orphan'] as const satisfies AnchorState[];

function countsOf(results: readonly Reanchored[]): string {
  const counts = states.map((one) => `${one}: ${results.filter(({ state }) => state === one).length}`);
  return `Annotations: ${results.length}; ${counts.join(', ')}.`;
}

/** `s1.alice.alliance.yaml k7f3m2q9 changed, turn 2 (words, 0.83): “Fine.” now “Fine, really.”`; nothing for what is exact. */
function lineOf({ file, id, state, method, confidence, at, quote, text }: Reanchored): string[] {
  if (state === 'exact') return [];
  const where = state === 'ambiguous' ? 'in more than one place' : turnWords({ at }, plain);
  const how = method === null ? '' : ` (${method}, ${confidence})`;
  const words = [quote, text].map((one) => (one === null ? null : inShort(one)));
  const now = words[1] === null || words[1] === words[0] ? '' : ` now ${words[1]}`;
  return [`${harmless(`${file} ${id} ${state}, ${where}${how}: ${words[0] ?? 'no words'}${now}`)}\n`];
}

/** Code points of a passage in a line. */
const shortest = 60;

function inShort(words: string): string {
  const points = Array.from(words.replaceAll('\n', ' / '));
  return `“${points.length > shortest ? `${points.slice(0, shortest).join('')}…` : points.join('')}”`;
}

/** 0 where everything could be written, or nothing had to be. */
async function write(
  files: readonly MatchedFile[],
  { by, yes }: Writing,
  surroundings: Surroundings,
): Promise<ExitStatus> {
  const plan = planOf(files, by, `${new Date().toISOString().slice(0, 19)}Z`);
  const others = plan.filter(({ step, anothers }) => anothers && typeof step !== 'string');
  const agreed = others.length === 0 || yes || (await isAgreed(others, by, surroundings));
  if (!agreed) return 2;
  let status: ExitStatus = 0;
  for (const one of plan) {
    const outcome = await takeOver(one);
    say(surroundings, `${one.one.shown}: ${outcomeWords(outcome)}`);
    if (outcome === 'changed' || typeof outcome === 'object') status = 2;
    else if (outcome !== 'written' && status === 0) status = 1;
  }
  return status;
}

/** Asks before other people's files are written, and names them. */
async function isAgreed(
  others: readonly Planned[],
  by: string,
  surroundings: Surroundings,
): Promise<boolean> {
  const count = others.length === 1 ? 'One file of another person' : `${others.length} files of other people`;
  say(surroundings, `${count} would be written, and each would say in its log that ${by} did it:`);
  for (const { one } of others) say(surroundings, `  ${one.shown}`);
  const agreed = await surroundings.ask?.('Write them?');
  if (agreed === undefined) {
    say(surroundings, 'Nothing was written, since nobody is here to ask. With “--yes” it is done.');
  } else if (!agreed) say(surroundings, 'Nothing was written.');
  return agreed === true;
}

function outcomeWords(outcome: Outcome): string {
  if (typeof outcome === 'object') return `could not be written: ${outcome.failed}.`;
  return words[outcome];
}

const words: Readonly<Record<Exclude<Outcome, object>, string>> = {
  written: 'written.',
  changed: 'left as it is, since it or its transcript was changed just now. Please make the same call again.',
  'duplicate-id': 'left as it is, since two of its annotations have one id. “alliance check” says which.',
  'seal-broken': 'left as it is, since its seal does not match: it was changed after its release.',
  sealed:
    'left as it is, since it is released, and not everything is found for certain. Its coder should take the release back, confirm the passages in the editor, and release it again.',
};
