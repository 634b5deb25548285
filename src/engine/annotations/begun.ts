import type { Coding } from './types';

/** Whether a coding says anything of its session: some coders mark no passage and only rate. */
export function isBegun({ annotations, episodes, ratings }: Coding): boolean {
  return annotations.length + episodes.length + ratings.length > 0;
}
