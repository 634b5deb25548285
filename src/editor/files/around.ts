import * as vscode from 'vscode';
import { defaultCodebook, readCodebook, type ReadCodebook } from '../../engine/codebook/read';
import type { Codebook } from '../../engine/codebook/types';
import { speakersInUse } from '../../engine/transcript/editHeader';
import { parseTranscript } from '../../engine/transcript/parse';
import type { Speaker } from '../../engine/transcript/types';
import type { Study } from '../../engine/study/types';
import { readStudy } from '../../engine/study/studyFile';
import { folderOf, nearestAbove } from '../../store/nearest';
import { readSafely } from '../../store/readText';
import { transcriptPathsBelow } from '../../store/studyFolder';
import { codebookName, studyName, transcriptEnding } from '../../store/watching';
import type { OurFiles } from './ourFiles';

/** The codebook that counts for a file. */
export interface CodebookInUse {
  readonly codebook: Codebook;
  /** Null for the built-in one. */
  readonly uri: vscode.Uri | null;
  readonly text: string;
  readonly rangeOfCode: ReadCodebook['rangeOfCode'];
}

/**
 * What an open file of ours refers to: codebook and study above it, transcripts beside and below it. Never another person's
 * annotations. An open editor counts before the disk.
 */
export class Around {
  readonly #files: OurFiles;
  readonly #codebooks = new Map<string, { readonly text: string; readonly read: ReadCodebook }>();

  constructor(files: OurFiles) {
    this.#files = files;
  }

  /** Of a codebook, itself; the built-in one where there is none, or none that can be read. */
  async codebook(document: vscode.TextDocument): Promise<CodebookInUse> {
    const builtIn = { codebook: defaultCodebook(), uri: null, text: '', rangeOfCode: () => null };
    const own = this.#files.of(document)?.codebook;
    const uri = own ? document.uri : await nearestAbove(document.uri, codebookName);
    if (!uri) return builtIn;
    const text = await textOf(uri);
    const known = this.#codebooks.get(uri.toString());
    const read = own ?? (known?.text === text ? known.read : readCodebook(text));
    const good = read.codebook ? read : known?.read;
    if (read.codebook) this.#codebooks.set(uri.toString(), { text, read });
    if (!good?.codebook) return builtIn;
    return { codebook: good.codebook, uri, text, rangeOfCode: good.rangeOfCode };
  }

  /** Of a study file, itself. */
  async study(document: vscode.TextDocument): Promise<Study | null> {
    const own = this.#files.of(document);
    if (own?.kind === 'study') return own.study;
    const uri = await nearestAbove(document.uri, studyName);
    return uri && readStudy(await textOf(uri)).study;
  }

  /** Those who speak in the transcript that an annotation file is about. */
  async speakers(document: vscode.TextDocument): Promise<readonly Speaker[]> {
    const name = this.#files.of(document)?.annotations?.coding.transcript;
    if (name === undefined) return [];
    const listed = (await this.study(document))?.speakers;
    const text = await textOf(vscode.Uri.joinPath(folderOf(document.uri), name));
    return speakersInUse(parseTranscript(text, listed ? [...listed.values()] : null));
  }

  /** File names of the transcripts in the folder of a file. */
  async transcriptsBeside({ uri }: vscode.TextDocument): Promise<readonly string[]> {
    try {
      const entries = await vscode.workspace.fs.readDirectory(folderOf(uri));
      return entries
        .map(([name]) => name)
        .filter((name) => name.endsWith(transcriptEnding))
        .sort();
    } catch {
      return [];
    }
  }

  /** Paths of the transcripts below the folder of a file, with `/`. */
  async transcriptsBelow({ uri }: vscode.TextDocument): Promise<readonly string[]> {
    return transcriptPathsBelow(folderOf(uri), () => false);
  }
}

/** The text in an open editor, else on disk; empty where there is none. */
async function textOf(uri: vscode.Uri): Promise<string> {
  const open = vscode.workspace.textDocuments.find((each) => each.uri.toString() === uri.toString());
  if (open) return open.getText();
  const reading = await readSafely(uri);
  return reading.kind === 'text' ? reading.text : '';
}
