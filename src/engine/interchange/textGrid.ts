import type { ImportFormat } from './format';
import { refused, type Entry, type SourceReading } from './imported';
import { problem, type Problem } from './problems';
import { readingOf } from './readingOf';
import type { OpenedSource } from './source';
import { SourceTimes, type Span } from './sourceTimes';
import { inOrderOfTime } from './timeline';

/** Praat: a grid of tiers over time, in its long and its short form; a tier is what one person says, and empty is silence. */
export const textGrid: ImportFormat = {
  id: 'textgrid',
  title: 'Praat TextGrid',
  looksLike: ({ text }) =>
    /^\s*(?:File type\s*=\s*)?"ooTextFile(?: short)?"\s+(?:Object class\s*=\s*)?"TextGrid"/.test(text),
  read,
};

interface Mark extends Span {
  readonly text: string;
  readonly line: number;
}

interface Tier {
  readonly name: string;
  readonly isPoints: boolean;
  readonly marks: readonly Mark[];
}

function read(source: OpenedSource): SourceReading {
  const times = new SourceTimes();
  const tiers = tiersOf(tokensOf(source.text), times);
  if (!Array.isArray(tiers)) return refused(tiers);
  const isSpoken = tiers.some(({ isPoints, marks }) => !isPoints && marks.length > 0);
  // Points mark what happens while people speak, unless nothing else is there.
  const streams = tiers.map((tier) =>
    tier.marks.map((mark) => ({ at: mark.start, entry: entryOf(mark, tier, tier.isPoints && isSpoken) })),
  );
  const entries = inOrderOfTime(streams).map(({ entry }) => entry);
  return readingOf(source, 'textgrid', { entries, unit: 'cues', warnings: times.warnings() });
}

function entryOf({ text, start, end, line }: Mark, { name }: Tier, isRemark: boolean): Entry {
  const speaker = name.trim() || null;
  if (!isRemark) return { kind: 'speech', speaker, text, start, end, line };
  return { kind: 'remark', about: 'note', text: speaker === null ? text : `${speaker}: ${text}`, line };
}

/** Praat reads texts, numbers and flags, and passes over all else: so both forms, and comments, are read in one way. */
type Token = { readonly text: string } | { readonly number: number } | { readonly flag: string };

const token = /"|(?<=^|\s)([-+]?\d[\d.eE+-]*)(?=\s|$)|<(exists|absent)>|!.*/g;

/** Null for what ends within a text. */
function tokensOf(source: string): Token[] | null {
  const tokens: Token[] = [];
  const pattern = new RegExp(token);
  for (let found = pattern.exec(source); found; found = pattern.exec(source)) {
    const [mark, number, flag] = found;
    if (mark === '"') {
      const close = closingMark(source, found.index);
      if (close < 0) return null;
      tokens.push({ text: source.slice(found.index + 1, close).replaceAll('""', '"') });
      pattern.lastIndex = close + 1;
    } else if (number !== undefined) tokens.push({ number: Number(number) });
    else if (flag !== undefined) tokens.push({ flag });
  }
  return tokens;
}

/** The end of a text, in which a quotation mark is doubled; −1 where there is none. */
function closingMark(source: string, open: number): number {
  let at = source.indexOf('"', open + 1);
  while (at >= 0 && source[at + 1] === '"') at = source.indexOf('"', at + 2);
  return at;
}

/** Takes tokens one after another; the first that is not what it should be ends the reading. */
class Tokens {
  readonly #tokens: readonly Token[];
  #at = 0;
  fault: 'truncated' | 'malformed' | null = null;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  text(): string {
    const next = this.#next();
    if (next && 'text' in next) return next.text;
    this.fault ??= 'malformed';
    return '';
  }

  number(): number {
    const next = this.#next();
    if (next && 'number' in next) return next.number;
    this.fault ??= 'malformed';
    return 0;
  }

  /** Whether there are tiers at all. */
  exists(): boolean {
    const next = this.#next();
    return next !== undefined && 'flag' in next && next.flag === 'exists';
  }

  #next(): Token | undefined {
    const next = this.#tokens[this.#at++];
    if (!next) this.fault ??= 'truncated';
    return next;
  }
}

function tiersOf(found: Token[] | null, times: SourceTimes): Tier[] | Problem {
  if (!found) return problem('truncated', { format: 'textgrid' });
  const tokens = new Tokens(found);
  tokens.text();
  tokens.text();
  tokens.number();
  tokens.number();
  const tiers: Tier[] = [];
  const count = tokens.exists() ? tokens.number() : 0;
  while (tiers.length < count && !tokens.fault) tiers.push(tierOf(tokens, times));
  if (tokens.fault === 'truncated') return problem('truncated', { format: 'textgrid' });
  if (tokens.fault) return malformed(tiers.length, 'texts and numbers do not alternate as they should');
  return tiers;
}

function malformed(tier: number, reason: string): Problem {
  const place = `item [${tier}]`;
  return problem('malformed', { format: 'textgrid', place, reason: `${place}: ${reason}` });
}

function tierOf(tokens: Tokens, times: SourceTimes): Tier {
  const kind = tokens.text();
  const name = tokens.text();
  tokens.number();
  tokens.number();
  const count = tokens.number();
  const isPoints = kind === 'TextTier';
  const marks: Mark[] = [];
  for (let line = 1; line <= count && !tokens.fault; line++) {
    const start = tokens.number();
    const span = times.span(start, isPoints ? start : tokens.number(), line);
    const text = tokens.text().trim();
    if (text !== '' && !tokens.fault) marks.push({ ...span, text, line });
  }
  return { name, isPoints, marks };
}
