import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { transformSync } from 'esbuild';
import type { Annotation } from '../../src/engine/annotations/types';
import { render } from '../../src/engine/annotations/render';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';
import { chooseCoder } from '../host/workbench/hands';
import { openWorkbench, type Workbench } from '../run/workbench.mjs';
import { codingOf, transcriptOf } from './data';
import type { Figure } from './ratio';

/** Two VS Codes on the same study, with the extension and without: what a coder feels is measured in both. */

export const transcriptFile = 'session.transcript';
export const notesFile = 'notes.md';

export interface Size {
  readonly turns: number;
  readonly annotations: number;
}

/** A long session, and one far beyond any. */
export const long: Size = { turns: 1_500, annotations: 500 };
export const huge: Size = { turns: 10_000, annotations: 5_000 };

/** Each with the folder it has open. */
export interface Workbenches {
  readonly plain: Workbench;
  readonly coding: Workbench;
  readonly study: Study;
}

/** The same study in two VS Codes: without the extension, and with it. */
export async function inWorkbenches(
  size: Size,
  measure: (workbenches: Workbenches) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'));
  const study = writeStudy(folder, size);
  const opened: Workbench[] = [];
  try {
    const plain = await open(folder, false);
    opened.push(plain);
    const coding = await open(folder, true);
    opened.push(coding);
    await chooseCoder(coding.page, 'alice');
    await coding.page.locator('.view-line span[class*="ced-"]').first().waitFor({ state: 'attached' });
    return await measure({ plain, coding, study });
  } finally {
    for (const workbench of opened) await workbench.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Study {
  readonly size: Size;
  readonly turns: readonly Turn[];
  /** Turns that nobody coded. */
  readonly free: readonly Turn[];
}

function writeStudy(folder: string, size: Size): Study {
  const text = transcriptOf(size.turns);
  const coding = codingOf(text, size.annotations);
  writeFileSync(join(folder, transcriptFile), text);
  writeFileSync(join(folder, notesFile), notesOf(text));
  writeFileSync(join(folder, 'session.alice.alliance.yaml'), render(coding));
  writeFileSync(
    join(folder, 'alliance.study.yaml'),
    // Who opens a window for the first time has not said who they are, and is to see something all the same.
    'alliance_study: 1\ntitle: Bench\nblind: false\ncoders: { alice: { role: coder } }\n',
  );
  const { turns } = parseTranscript(text);
  const coded = new Set(coding.annotations.map(({ at }: Annotation) => at?.turn));
  return { size, turns, free: turns.filter(({ number }) => !coded.has(number)) };
}

/** The same words as Markdown, with a heading for every ten lines. */
function notesOf(text: string): string {
  const lines = text.split('\n').slice(4);
  return lines.map((line, at) => (at % 10 === 0 ? `# Part ${at / 10 + 1}\n\n${line}` : line)).join('\n');
}

/** VS Code on the study; without the extension under the same editor settings that the extension gives its language. */
async function open(folder: string, withExtension: boolean): Promise<Workbench> {
  const workbench = await openWorkbench({
    folder,
    openFile: transcriptFile,
    settings: settingsOfLanguage(),
    prepare: ({ extension }) => {
      addEmptyExtension(join(dirname(extension), 'empty-extension'));
      if (!withExtension) rmSync(extension, { recursive: true });
    },
  });
  await workbench.page.evaluate(readFileSync('test/bench/in-page.js', 'utf8'));
  return workbench;
}

function addEmptyExtension(folder: string): void {
  const from = 'test/bench/empty-extension';
  mkdirSync(folder);
  cpSync(join(from, 'package.json'), join(folder, 'package.json'));
  const { code } = transformSync(readFileSync(join(from, 'extension.ts')), { loader: 'ts', format: 'cjs' });
  writeFileSync(join(folder, 'extension.js'), code);
}

function settingsOfLanguage(): Record<string, unknown> {
  const manifest: unknown = JSON.parse(readFileSync('package.json', 'utf8'));
  return isManifest(manifest) ? manifest.contributes.configurationDefaults['[session-transcript]'] : {};
}

interface Manifest {
  readonly contributes: {
    readonly configurationDefaults: { readonly '[session-transcript]': Record<string, unknown> };
  };
}

/** Our own `package.json`, whose form the compiler cannot know. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'contributes' in value;
}
