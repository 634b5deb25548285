import type { Coding } from './types';

/** Every kind of entry that a coding can have, and none of any. */
export const noEntries = {
  annotations: [],
  episodes: [],
  ratings: [],
  decisions: [],
  memos: [],
  comments: [],
  log: [],
  conflicts: [],
} as const satisfies Partial<Coding>;
