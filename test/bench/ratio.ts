/** Figures that hold on any machine: how often one thing takes the time of another, measured in turns in one run. */

/** One line of the table: the same ratio, found again and again. */
export interface Figure {
  readonly what: string;
  /** What it is a multiple of. */
  readonly against: string;
  readonly ratios: readonly number[];
}

/** Something timed. What `run` returns is kept until the end, so that no work can be left out as unused. */
export interface Work {
  readonly run: () => unknown;
  /** Puts things back afterwards, outside the measured time. */
  readonly restore?: () => void;
}

export interface Contest {
  readonly what: string;
  readonly against: string;
  readonly subject: Work;
  readonly rival: Work;
  readonly repetitions: number;
}

const kept: unknown[] = [];

/**
 * Times two things in turns, and which of them goes first alternates too: what slows the machine for a while slows both. The first
 * repetitions, in which the code is still being compiled, are not counted.
 */
export function compare({ what, against, subject, rival, repetitions }: Contest): Figure {
  const warmUp = Math.max(3, Math.round(repetitions / 5));
  const ratios: number[] = [];
  for (let round = -warmUp; round < repetitions; round++) {
    const rivalFirst = round % 2 === 0;
    const before = rivalFirst ? timed(rival) : 0;
    const own = timed(subject);
    const other = rivalFirst ? before : timed(rival);
    if (round >= 0) ratios.push(own / other);
  }
  return { what, against, ratios };
}

/** The same where what is timed may have to be waited for. */
export async function compareAwaited({
  what,
  against,
  subject,
  rival,
  repetitions,
}: Contest): Promise<Figure> {
  const warmUp = Math.max(3, Math.round(repetitions / 5));
  const ratios: number[] = [];
  for (let round = -warmUp; round < repetitions; round++) {
    const times = new Map<Work, number>();
    for (const work of round % 2 === 0 ? [rival, subject] : [subject, rival]) {
      const start = performance.now();
      kept[0] = await work.run();
      times.set(work, performance.now() - start);
      work.restore?.();
    }
    if (round >= 0) ratios.push((times.get(subject) ?? 0) / (times.get(rival) ?? 0));
  }
  return { what, against, ratios };
}

function timed({ run, restore }: Work): number {
  const start = performance.now();
  kept[0] = run();
  const time = performance.now() - start;
  restore?.();
  return time;
}

/** The value below which that share of the values lies, between two of them in proportion. `share` is 0 to 1. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const low = sorted[Math.floor(place)] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? Number.NaN;
  return low + (high - low) * (place - Math.floor(place));
}

export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** The figures of a section as lines of one table with aligned columns. */
export function table(title: string, figures: readonly Figure[]): string {
  const head = [title, 'as a multiple of', 'ratio', 'middle half', 'all', 'n'];
  const rows = figures.map(({ what, against, ratios }) => [
    what,
    against,
    said(median(ratios)),
    `${said(quantile(ratios, 0.25))}–${said(quantile(ratios, 0.75))}`,
    `${said(quantile(ratios, 0))}–${said(quantile(ratios, 1))}`,
    String(ratios.length),
  ]);
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row
      .map((cell, column) =>
        column < 2 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd();
  return [line(head), widths.map((width) => '─'.repeat(width)).join('  '), ...rows.map(line)].join('\n');
}

/** Three digits that mean something. */
function said(ratio: number): string {
  return ratio >= 100 ? ratio.toFixed(0) : ratio >= 10 ? ratio.toFixed(1) : ratio.toPrecision(3);
}
