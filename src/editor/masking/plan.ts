import type * as vscode from 'vscode';
import { maskFile, type Masking } from '../../engine/masking/maskFile';
import { maskText } from '../../engine/masking/maskText';
import { NameFinder } from '../../engine/masking/names';
import type { Range } from '../../engine/position';
import { readSurroundings } from '../../store/loading';
import type { PersonFiles } from '../../store/personFiles';
import { dirtyDocument } from '../../store/readText';
import type { CaseText, MaskRequest } from './request';

/** What masking changes in one transcript and the annotation files about it. */
export interface PlannedTranscript {
  readonly uri: vscode.Uri;
  readonly mentions: number;
  /** Annotation files that are to be changed, anybody's. */
  readonly files: readonly vscode.Uri[];
  /** The lines would begin other turns afterwards: neither it nor its files are touched. */
  readonly refused: boolean;
}

/** Looks at transcripts and their files without changing anything; those with nothing to do are left out. */
export async function planMasking(
  request: MaskRequest,
  texts: readonly CaseText[],
  here: Range,
  known: PersonFiles,
): Promise<readonly PlannedTranscript[]> {
  const planned = await Promise.all(texts.map((text) => planOne(request, text, here, known)));
  return planned.filter(({ mentions, files, refused }) => mentions > 0 || files.length > 0 || refused);
}

async function planOne(
  request: MaskRequest,
  { uri, parsed }: CaseText,
  here: Range,
  known: PersonFiles,
): Promise<PlannedTranscript> {
  const name = new NameFinder(request);
  const text = maskText(parsed, name, request.token, request.scope === 'here' ? here : null);
  if (!text) return { uri, mentions: 0, files: [], refused: true };
  const masking: Masking = {
    name,
    token: request.token,
    text,
    throughout: isThroughout(request),
    by: '',
    at: '',
  };
  const { beside } = await readSurroundings(uri, known);
  // Places speak of the text on disk: while another is on screen, it cannot be said before which files will follow.
  const isUnsaved = text.mentions > 0 && dirtyDocument(uri) !== undefined;
  const files = beside.files.filter(({ uri: file, value, text: onDisk }) => {
    const now = value && known.known(file, value, onDisk);
    return now !== null && (isUnsaved || maskFile(now, masking).change.length > 0);
  });
  return { uri, mentions: text.mentions, files: files.map((file) => file.uri), refused: false };
}

export function isThroughout({ scope }: MaskRequest): boolean {
  return scope !== 'here';
}
