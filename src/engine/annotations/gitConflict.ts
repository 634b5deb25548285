/** A text in which git left two versions, taken apart. */
export interface GitConflict {
  readonly ours: string;
  readonly theirs: string;
  /** What both come of, where git wrote it too (`merge.conflictStyle` diff3 or zdiff3). */
  readonly base: string | null;
  /** What git calls their side: a branch, a commit. */
  readonly label: string;
  /** The line of the first mark, from 0. */
  readonly line: number;
  /** How many stretches have two versions. */
  readonly count: number;
}

type Side = 'both' | 'ours' | 'base' | 'theirs';

const mark = /^(<{7}|\|{7}|={7}|>{7})(?: (.*))?$/;

/** Takes a text with git's conflict marks apart; null where there are none, or they do not make sense. */
export function gitConflict(text: string): GitConflict | null {
  if (!/^<{7}/m.test(text)) return null;
  const sides = { ours: '', theirs: '', base: '' };
  let side: Side = 'both';
  let [line, count, withBase, label] = [-1, 0, 0, ''];
  for (const [at, row] of rowsOf(text).entries()) {
    const [, sign = '', name = ''] = mark.exec(row.replace(/\r?\n$/, '')) ?? [];
    const next = turned(side, sign);
    if (next === null) return null;
    if (next === side) {
      for (const each of ['ours', 'theirs', 'base'] as const)
        if (side === 'both' || side === each) sides[each] += row;
      continue;
    }
    if (next === 'ours') count++;
    if (next === 'ours' && line < 0) line = at;
    if (next === 'base') withBase++;
    if (next === 'both') label ||= name;
    side = next;
  }
  if (side !== 'both' || count === 0) return null;
  return { ...sides, base: withBase === count ? sides.base : null, label, line, count };
}

/** The side a mark leads to; null where it cannot stand. A line that is no mark goes on. */
function turned(side: Side, sign: string): Side | null {
  switch (sign[0]) {
    case '<':
      return side === 'both' ? 'ours' : null;
    case '|':
      return side === 'ours' ? 'base' : null;
    case '=':
      return side === 'ours' || side === 'base' ? 'theirs' : side === 'both' ? side : null;
    case '>':
      return side === 'theirs' ? 'both' : null;
    case undefined:
    default:
      return side;
  }
}

function rowsOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+/g) ?? [];
}
