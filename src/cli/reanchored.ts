import { confirmedAnchors } from '../engine/anchors/reanchor';
import type { Anchor, AnchorMethod, AnchorState } from '../engine/anchors/types';
import { describe } from '../engine/annotations/quote';
import type { Annotation } from '../engine/annotations/types';
import type { At } from '../engine/transcript/at';
import type { Turn } from '../engine/transcript/types';
import type { Exclusion } from './exclusions';
import { compareText } from '../engine/compareText';
import { readTarget, type Target } from './folder';
import type { Library } from './library';
import { exclusionOf, isOf, matchFiles, type MatchedFile } from './matching';

/** One result of `alliance reanchor`: docs/schemas/reanchor.schema.json. */
export interface Reanchored {
  /** The annotation file, from the working directory, with `/`. */
  readonly file: string;
  readonly id: string;
  readonly state: AnchorState;
  /** Null for an orphan. */
  readonly method: AnchorMethod | null;
  /** 0 to 1, with two decimals as in the file; 0 for an orphan. */
  readonly confidence: number;
  /** Where it is now; null for an orphan, and where several places are equally good. */
  readonly at: At | null;
  /** The words that were coded, as stored; null where the file holds none. */
  readonly quote: string | null;
  /** The words that stand at `at`, shortened as quotes are; null without a place. */
  readonly text: string | null;
}

/** Where every annotation of a target is now, and in which files. */
export interface Found {
  readonly results: readonly Reanchored[];
  readonly files: readonly MatchedFile[];
  /** What could not be looked at. */
  readonly excluded: readonly Exclusion[];
}

/** Finds every annotation of a target, or those of one coder, in the texts as they are now. By file, in the file's order. */
export function findAnchors(target: Target, coder: string | null, library: Library, cwd: string): Found {
  const files: MatchedFile[] = [];
  const excluded: Exclusion[] = [];
  for (const folder of readTarget(target, library)) {
    const found = matchFiles(folder, (one) => coder === null || isOf(one, coder), cwd);
    excluded.push(...found.excluded);
    // The study says who speaks, and so where turns begin.
    if (folder.study?.value !== null) files.push(...found.matched);
    else excluded.push(...found.matched.map((one) => exclusionOf(one, 'unreadable-study', cwd)));
  }
  files.sort((a, b) => compareText(a.shown, b.shown));
  return {
    results: files.flatMap(resultsOf),
    files,
    excluded: excluded.sort((a, b) => compareText(a.file, b.file)),
  };
}

function resultsOf({ shown, file, now }: MatchedFile): Reanchored[] {
  const anchors = confirmedAnchors(file.coding, now);
  return file.coding.annotations.flatMap((annotation, index) => {
    const anchor = anchors[index];
    return anchor ? [resultOf(shown, annotation, anchor, now.parsed.turns)] : [];
  });
}

function resultOf(
  file: string,
  { id, quote }: Annotation,
  { state, method, confidence, at }: Anchor,
  turns: readonly Turn[],
): Reanchored {
  const text = (at && describe(turns, at)?.quote) ?? null;
  const rounded = Math.round(confidence * 100) / 100;
  return { file, id, state, method, confidence: rounded, at, quote: quote ?? null, text };
}
