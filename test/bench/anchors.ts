import search from 'approx-string-match';
import { diffWordsWithSpace } from 'diff';
import { resolveAnchors } from '../../src/engine/anchors/resolve';
import type { Anchor } from '../../src/engine/anchors/types';
import type { Annotation } from '../../src/engine/annotations/types';
import { textHash } from '../../src/engine/annotations/hashes';
import { rangeOfAt } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codingOf, pick, random, transcriptOf } from './data';
import { compare, type Figure } from './ratio';

const scattered = 200;
/** Looking for a quote in the whole text takes so long that only every hundredth is looked for, and ten of these are timed. */
const oneOf = 100;
const timed = 10;

/** Finding 5,000 annotations again in a text that somebody edited here and there. */
export function anchorFigures(): Figure[] {
  const before = transcriptOf(10_000);
  const coding = codingOf(before, 5_000);
  const { after, where } = edited(before);
  const now = parseTranscript(after);
  const hash = textHash(after);
  const [oldPlaces, newPlaces] = [placesIn(before), placesIn(after)];
  const spans = coding.annotations.map(({ at }) => oldPlaces(at));
  const truths = spans.map((span) => truthOf(span, where));
  const sample = [...coding.annotations.keys()].filter((index) => index % oneOf === 0);

  const find = (): readonly Anchor[] => resolveAnchors(coding, now.turns, hash);
  const byDiff = (): (Span | null)[] => {
    const place = mapped(before, after);
    return spans.map((span) => span && place(span));
  };
  const byQuote = (few: readonly number[]): (Span | null)[] =>
    few.map((index) =>
      likest(coding.annotations[index] ?? { id: '', code: '' }, after, spans[index] ?? null),
    );

  const wrong = (found: readonly (Span | null)[], of: readonly (Span | null)[]): number =>
    found.filter((span, index) => span !== null && !overlap(span, of[index] ?? null)).length;
  const ours = find().map(({ at }) => newPlaces(at ?? undefined));
  const sampled = sample.map((index) => truths[index] ?? null);
  const subject = { run: find };
  return [
    compare({
      what: `find 5,000 annotations again, 10,000 turns, ${scattered} edits (wrong: ${wrong(ours, truths)})`,
      against: `one diff of the whole text, jsdiff (wrong: ${wrong(byDiff(), truths)})`,
      subject,
      rival: { run: byDiff },
      repetitions: 5,
    }),
    compare({
      what: 'the same',
      against: `10 of the 5,000 quotes, approx-string-match (wrong: ${wrong(byQuote(sample), sampled)} of 50)`,
      subject,
      rival: { run: () => byQuote(sample.slice(0, timed)) },
      repetitions: 5,
    }),
  ];
}

interface Span {
  readonly from: number;
  readonly to: number;
}

/** Edits spread over the text: words typed, words taken out, lines that go. `where` tells where a character of the old text is now. */
function edited(text: string): { readonly after: string; readonly where: (at: number) => number | null } {
  const next = random(9);
  const lines = [...text.matchAll(/^\[.+$/gm)];
  const chosen = new Set<RegExpMatchArray>();
  while (chosen.size < scattered) chosen.add(pick(lines, next));
  const cuts = [...chosen].map((line) => cutIn(line, next)).toSorted((a, b) => a.from - b.from);
  let [after, last] = ['', 0];
  for (const { from, to, put } of cuts) {
    after += text.slice(last, from) + put;
    last = to;
  }
  return { after: after + text.slice(last), where: (at) => placeOf(at, cuts) };
}

interface Cut extends Span {
  readonly put: string;
}

function cutIn({ index = 0, 0: line }: RegExpMatchArray, next: () => number): Cut {
  const kind = next();
  if (kind < 0.2) return { from: index, to: index + line.length + 1, put: '' };
  const begins = line.indexOf(': ') + 2;
  const from = index + begins + Math.floor(next() * (line.length - begins));
  if (kind < 0.6) return { from, to: from, put: ' indeed ' };
  return {
    from,
    to: Math.min(from + 1 + Math.floor(next() * 8), index + line.length),
    put: kind < 0.8 ? 'XXX' : '',
  };
}

function placeOf(at: number, cuts: readonly Cut[]): number | null {
  let shift = 0;
  for (const { from, to, put } of cuts) {
    if (from > at || (from === at && to === at)) break;
    if (at < to) return null;
    shift += put.length - (to - from);
  }
  return at + shift;
}

type Places = (at: Annotation['at']) => Span | null;

/** Passages as characters of the whole text. */
function placesIn(text: string): Places {
  const { turns } = parseTranscript(text);
  const starts = [0, ...Array.from(text.matchAll(/\n/g), ({ index }) => index + 1)];
  return (at) => {
    const range = at && rangeOfAt(turns, at);
    if (!range) return null;
    return {
      from: (starts[range.start.line] ?? 0) + range.start.character,
      to: (starts[range.end.line] ?? 0) + range.end.character,
    };
  };
}

/** Where most of its characters are now, by the edits themselves; null where they went. */
function truthOf(span: Span | null, where: (at: number) => number | null): Span | null {
  if (!span) return null;
  const kept = Array.from({ length: span.to - span.from }, (_, index) => where(span.from + index)).filter(
    (at) => at !== null,
  );
  const [from, to] = [kept[0], kept.at(-1)];
  return from === undefined || to === undefined ? null : { from, to: to + 1 };
}

function overlap(a: Span, b: Span | null): boolean {
  return b !== null && a.from < b.to && b.from < a.to;
}

/** What one would do with a diff: carry both ends over; where one of them is gone, give up. */
function mapped(before: string, after: string): (span: Span) => Span | null {
  const cuts: Cut[] = [];
  let at = 0;
  for (const { added, removed, value } of diffWordsWithSpace(before, after)) {
    if (added) cuts.push({ from: at, to: at, put: value });
    else if (removed) cuts.push({ from: at, to: at + value.length, put: '' });
    if (!added) at += value.length;
  }
  return ({ from, to }) => {
    const [first, last] = [placeOf(from, cuts), placeOf(to - 1, cuts)];
    return first === null || last === null ? null : { from: first, to: last + 1 };
  };
}

/** What one would do with a quote: take the likest place, of several the nearest to where it was. */
function likest({ quote = '' }: Annotation, after: string, old: Span | null): Span | null {
  const finds = search(after, quote, Math.floor(quote.length * 0.4));
  const near = finds.toSorted(
    (a, b) => Math.abs(a.start - (old?.from ?? 0)) - Math.abs(b.start - (old?.from ?? 0)),
  );
  return near[0] ? { from: near[0].start, to: near[0].end } : null;
}
