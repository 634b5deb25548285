import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod/mini';
import { median, quantile, type Figure } from './ratio';

/** The ratios of the tables in docs/benchmarks.md, beside them. */
const file = 'docs/benchmarks.json';

/** A quarter worse is said; nothing fails for it. */
const tolerance = 1.25;

/** The median, the ends of the middle half, and the number of repetitions. */
const storedSchema = z.record(
  z.string(),
  z.object({ ratio: z.number(), low: z.number(), high: z.number(), n: z.number() }),
);

type Stored = z.infer<typeof storedSchema>;

/** A sentence for each figure that is a quarter worse than the one stored. */
export function worseThanStored(figures: readonly Figure[]): readonly string[] {
  const stored = read();
  return figures.flatMap((figure) => {
    const before = stored[keyOf(figure)]?.ratio;
    const now = median(figure.ratios);
    if (before === undefined || now <= before * tolerance) return [];
    return [`Worse by ${Math.round((now / before - 1) * 100)} % than in ${file}: ${figure.what}.`];
  });
}

/** Puts figures in the place of those that were stored under the same names. */
export function storeRatios(figures: readonly Figure[]): void {
  const stored = read();
  for (const figure of figures) {
    const at = (share: number): number => Number(quantile(figure.ratios, share).toPrecision(3));
    stored[keyOf(figure)] = { ratio: at(0.5), low: at(0.25), high: at(0.75), n: figure.ratios.length };
  }
  writeFileSync(file, `${JSON.stringify(stored, null, 2)}\n`);
}

function read(): Stored {
  try {
    return storedSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return {};
  }
}

function keyOf({ what, against }: Figure): string {
  return `${what} / ${against}`;
}
