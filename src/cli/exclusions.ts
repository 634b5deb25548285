/** Why a coding has no result. `unreadable-…` is bad input, the others are findings. */
export type ExclusionReason =
  | 'text-changed'
  | 'duplicate-file'
  | 'other-transcript'
  | 'unreadable-annotations'
  | 'unreadable-transcript'
  | 'unreadable-codebook'
  | 'unreadable-study'
  // of agreement only
  | 'not-coded'
  | 'not-released'
  | 'seal-broken'
  | 'other-codebook';

export interface Exclusion {
  /** The annotation file, or the transcript where that cannot be read. */
  readonly file: string;
  /** Null where the annotation file cannot be read and its name begins like no transcript's. */
  readonly transcript: string | null;
  /** Null where it is not known. */
  readonly coder: string | null;
  readonly reason: ExclusionReason;
}

const words: Readonly<Record<ExclusionReason, string>> = {
  'text-changed':
    'left out, since its transcript has changed since it was coded, and not all of its passages are found for certain. “alliance reanchor” says which; confirm or place them in the editor.',
  'duplicate-file':
    'left out, since there is another file of this coder for this transcript. Please keep one.',
  'other-transcript': 'left out, since the transcript it names is not in its folder.',
  'unreadable-annotations': 'left out, since it cannot be read. “alliance check” says why.',
  'unreadable-transcript': 'left out, since this transcript cannot be read. “alliance check” says why.',
  'unreadable-codebook': 'left out, since the codebook above it cannot be read. “alliance check” says why.',
  'unreadable-study': 'left out, since the study file above it cannot be read. “alliance check” says why.',
  'not-coded': 'left out, since not all of the coders have a file on it.',
  'not-released':
    'left out, since it is not released. Agreement is computed from sealed codings (“--include-unreleased” takes it in).',
  'seal-broken':
    'left out, since it was changed after it was released: its seal no longer holds. Please release it anew.',
  'other-codebook':
    'left out, since it was made with another codebook than the one of the first session. Codes of two codebooks are not the same codes.',
};

export function exclusionLine({ file, reason }: Exclusion): string {
  return `${file}: ${words[reason]}`;
}
