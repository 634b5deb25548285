import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as vscode from 'vscode';
import { parse } from 'yaml';
import { render } from '../../src/engine/annotations/render';
import { personDisk } from '../../src/store/personDisk';
import { PersonFiles } from '../../src/store/personFiles';
import { StudyMemory } from '../../src/store/studyMemory';
import { StudyReader } from '../../src/store/studyReader';
import type { StudyOutline } from '../../src/store/studyShape';
import { shapeOf } from '../../src/store/studyShaping';
import { casesOf } from '../../src/views/study/nodes';
import { codingOf, transcriptOf } from './data';
import type { Figure } from './ratio';

/** Opening a study of a thousand sessions with two coders: 50 cases of 20, each of 500 turns and twice 60 annotations. */

const cases = 50;
const sessionsInCase = 20;
const turns = 500;
const annotations = 60;
const coders = ['alice', 'bob'];

const rounds = 3;

/** So many texts are made up; a session is one of them. */
const different = 25;

export async function studyFigures(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'));
  try {
    const study = join(folder, 'study');
    writeStudy(study);
    const storage = vscode.Uri.file(join(folder, 'storage'));
    const ratios: Record<'cold' | 'warm', number[]> = { cold: [], warm: [] };
    // The first round compiles the code, and fills what the others open with.
    for (let round = 0; round <= rounds; round++) {
      const parsing = await timed(() => parseAll(study));
      const cold = await timed(() => open(study, storage, false));
      const warm = await timed(() => open(study, storage, true));
      console.error(`study: ${round} of ${rounds}, ${Math.round(cold)} ms`);
      if (round === 0) continue;
      ratios.cold.push(cold / parsing);
      ratios.warm.push(warm / cold);
    }
    const opening = 'open a study of 1,000 sessions, two coders';
    const parsing = 'read all its files, and parse the YAML ones with the library yaml';
    return [
      { what: `${opening}, for the first time`, against: parsing, ratios: ratios.cold },
      { what: `${opening}, again`, against: 'open it for the first time', ratios: ratios.warm },
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function timed(work: () => unknown): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** As a window does that has just opened: what the rows of the study show. */
async function open(folder: string, storage: vscode.Uri | undefined, recalls: boolean): Promise<number> {
  const files = new PersonFiles(personDisk(() => Promise.resolve(false)));
  const memory = new StudyMemory(storage, 'bench');
  const reader = new StudyReader(files, memory, () => false);
  const root = vscode.Uri.file(folder);
  const watcher = { check: () => undefined, progress: () => undefined };
  const reading = await reader.read(
    { root, file: vscode.Uri.joinPath(root, 'alliance.study.yaml') },
    watcher,
    recalls,
  );
  const alice = { id: 'alice', role: 'coder' } as const;
  const shape: StudyOutline = shapeOf(reading, { files, identity: alice, open: () => undefined });
  const rows = casesOf(shape, alice);
  const shown = rows.reduce((sum, { sessions }) => sum + sessions.length, 0);
  if (shown !== cases * sessionsInCase) throw new Error(`There are ${shown} sessions.`);
  if (recalls && reader.made > 1) throw new Error(`${reader.made} files had to be read again.`);
  memory.dispose();
  if (storage && !recalls) await memory.save();
  return shown;
}

function parseAll(folder: string): number {
  let sum = 0;
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!name.includes('.')) continue;
    const text = readFileSync(join(folder, name), 'utf8');
    const value: unknown = name.endsWith('.yaml') ? parse(text) : text;
    sum += typeof value === 'object' ? 1 : text.length;
  }
  return sum;
}

function writeStudy(folder: string): void {
  const texts = Array.from({ length: different }, (_, seed) => {
    const text = transcriptOf(turns, seed);
    const codings = coders.map((coder, index) => ({
      ...codingOf(text, annotations, seed * 2 + index),
      coder,
      coded: [{ from: 1, to: 20 * (seed + 1) }],
    }));
    return { text, codings };
  });
  const listed: string[] = [];
  for (let number = 0; number < cases * sessionsInCase; number++) {
    const [home, session] = [`c${Math.floor(number / sessionsInCase)}`, `s${number % sessionsInCase}`];
    mkdirSync(join(folder, home), { recursive: true });
    const { text, codings } = texts[number % different] ?? { text: '', codings: [] };
    writeAged(join(folder, home, `${session}.transcript`), text);
    for (const coding of codings) {
      const name = `${session}.${coding.coder}.alliance.yaml`;
      writeAged(join(folder, home, name), render({ ...coding, transcript: `${session}.transcript` }));
    }
    listed.push(
      `      - { transcript: ${home}/${session}.transcript, session: ${(number % sessionsInCase) + 1} }\n`,
    );
  }
  const ofCases = Array.from({ length: cases }, (_, index) => {
    const own = listed.slice(index * sessionsInCase, (index + 1) * sessionsInCase);
    return `  c${index}:\n    sessions:\n${own.join('')}`;
  });
  const head =
    'alliance_study: 1\ntitle: Bench\ncoders: { alice: { role: coder }, bob: { role: coder } }\ncases:\n';
  writeAged(join(folder, 'alliance.study.yaml'), head + ofCases.join(''));
}

/** As if it had been written long ago: what has just been written may change without a sign. */
function writeAged(file: string, text: string): void {
  writeFileSync(file, text);
  utimesSync(file, 1_700_000_000, 1_700_000_000);
}
