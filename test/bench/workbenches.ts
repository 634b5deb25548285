import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buildSync } from 'esbuild';
import type { Annotation } from '../../src/engine/annotations/types';
import { render } from '../../src/engine/annotations/render';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Turn } from '../../src/engine/transcript/types';
import { chooseCoder } from '../host/workbench/hands';
import { openWorkbench, type Workbench } from '../run/workbench.mjs';
import { codingOf, transcriptOf, type Size } from './data';
import type { Figure } from './ratio';

/** VS Codes on the same study, with the extension and without: what a coder feels is measured in each. */

export const transcriptFile = 'session.transcript';
export const notesFile = 'notes.md';

/** Each with the folder it has open. */
export interface Workbenches {
  readonly plain: Workbench;
  readonly coding: Workbench;
  /** Opens a third: the words coloured and as many passages drawn as in a huge study, and nothing else (`drawing-extension`). */
  readonly openDrawing: () => Promise<Workbench>;
  readonly study: Study;
}

type Kind = 'plain' | 'coding' | 'drawing';

/** The same study in two VS Codes: without the extension, and with it. */
export async function inWorkbenches(
  size: Size,
  measure: (workbenches: Workbenches) => Promise<Figure[]>,
): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-bench-'));
  const study = writeStudy(folder, size);
  const opened: Workbench[] = [];
  try {
    const openOne = async (kind: Kind): Promise<Workbench> => {
      const workbench = await open(folder, kind);
      opened.push(workbench);
      return workbench;
    };
    const plain = await openOne('plain');
    const coding = await openOne('coding');
    await chooseCoder(coding.page, 'alice');
    await coding.page.locator('.view-line span[class*="ced-"]').first().waitFor({ state: 'attached' });
    return await measure({ plain, coding, openDrawing: () => openOne('drawing'), study });
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
async function open(folder: string, kind: Kind): Promise<Workbench> {
  const workbench = await openWorkbench({
    folder,
    openFile: transcriptFile,
    settings: settingsOfLanguage(),
    prepare: ({ extension }) => {
      addExtension('empty-extension', dirname(extension));
      if (kind === 'plain') rmSync(extension, { recursive: true });
      if (kind === 'drawing') onlyDraw(extension);
    },
  });
  await workbench.page.evaluate(readFileSync('test/bench/in-page.js', 'utf8'));
  return workbench;
}

/** One of the extensions beside this file. */
function addExtension(name: string, folder: string): void {
  mkdirSync(join(folder, name));
  cpSync(join('test/bench', name, 'package.json'), join(folder, name, 'package.json'));
  bundle(join('test/bench', name, 'extension.ts'), join(folder, name, 'extension.js'));
}

/** Leaves of the extension its language and its colours. */
function onlyDraw(extension: string): void {
  const file = join(extension, 'package.json');
  const { contributes, ...manifest } = readManifest(file);
  const { languages, grammars, colors, configurationDefaults } = contributes;
  const left = { languages, grammars, colors, configurationDefaults };
  writeFileSync(file, JSON.stringify({ ...manifest, main: './extension.js', contributes: left }));
  bundle('test/bench/drawing-extension/extension.ts', join(extension, 'extension.js'));
}

function bundle(entry: string, outfile: string): void {
  buildSync({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    external: ['vscode'],
    loader: { '.yaml': 'text' },
  });
}

function settingsOfLanguage(): Record<string, unknown> {
  return readManifest('package.json').contributes.configurationDefaults['[session-transcript]'];
}

interface Manifest {
  readonly contributes: Readonly<Record<string, unknown>> & {
    readonly configurationDefaults: { readonly '[session-transcript]': Record<string, unknown> };
  };
}

function readManifest(file: string): Manifest {
  const manifest: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isManifest(manifest)) throw new Error(`${file} is no manifest of an extension.`);
  return manifest;
}

/** Our own `package.json`, whose form the compiler cannot know. */
function isManifest(value: unknown): value is Manifest {
  return typeof value === 'object' && value !== null && 'contributes' in value;
}
