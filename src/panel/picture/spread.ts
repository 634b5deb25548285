interface Block {
  readonly first: number;
  readonly count: number;
  readonly sum: number;
}

/** Least-squares places at least `gap` apart: pool adjacent violators on `wanted[i] - i * gap`. */
function pool(wanted: readonly number[], gap: number): Block[] {
  const blocks: Block[] = [];
  wanted.forEach((place, index) => {
    let block: Block = { first: index, count: 1, sum: place - index * gap };
    for (
      let last = blocks.at(-1);
      last && last.sum / last.count > block.sum / block.count;
      last = blocks.at(-1)
    ) {
      blocks.pop();
      block = { first: last.first, count: last.count + block.count, sum: last.sum + block.sum };
    }
    blocks.push(block);
  });
  return blocks;
}

/**
 * Moves marks apart just enough to be told from one another.
 * @param wanted true places in pixels, ascending
 * @param gap pixels wished between two marks; it shrinks where a crowd would otherwise stray
 * @param reach the farthest a mark may be drawn from its true place, in pixels
 * @returns places in the same order, never two alike, none farther than `reach` from where it was wanted
 */
export function spread(wanted: readonly number[], gap: number, reach: number): number[] {
  return pool(wanted, gap).flatMap((block) => {
    const own = wanted.slice(block.first, block.first + block.count);
    const start = block.sum / block.count + block.first * gap;
    const places = own.map((_, index) => start + index * gap);
    const strayed = places.some((place, index) => Math.abs(place - (own[index] ?? place)) > reach);
    return strayed ? spread(own, gap * 0.7, reach) : places;
  });
}
