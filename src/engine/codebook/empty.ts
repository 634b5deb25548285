import type { Codebook } from './types';

/** A codebook without a code: where none can be read, or nothing is counted. */
export const emptyCodebook: Codebook = {
  id: '',
  title: '',
  version: '',
  language: null,
  codes: new Map(),
  families: [],
  scales: new Map(),
  ratings: [],
  replacements: new Map(),
  changes: [],
};
