import { completeRows, type Ratings } from '../../src/engine/agreement/ratings';

/** Rows without gaps, as numbers. */
export function numberRows(ratings: Ratings): (readonly number[])[] {
  return completeRows(ratings).map(({ values }) => values);
}
