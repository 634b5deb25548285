import { longestLine } from './check';
import { parseTime } from './time';

export type NotationKind = 'pause' | 'nonverbal' | 'inaudible' | 'masked' | 'cutoff';

/** A stretch of a text that is notation, as docs/turn-grammar.md lists it. Offsets are UTF-16, end exclusive. */
export interface Notation {
  readonly kind: NotationKind;
  readonly start: number;
  readonly end: number;
  /** Of a pause that says how long it was: `(4s)`, `(0.8)`, `(pause: 00:10)`. */
  readonly seconds?: number;
}

/** Where notation may begin; for a broken-off word, its hyphen. Everything else is passed over at the speed of one pattern. */
const beginnings = /[([*]|…+|\.{3,}|xxx|-(?=[\s,.;:?!)\]…]|$)/gu;

const amount = String.raw`\d{1,3}(?:[.,]\d{1,3})?`;
const unit = '(?:seconds|second|secs|sec|sek|s|min|m)';
const clock = String.raw`\d{1,2}:[0-5]\d(?::[0-5]\d)?`;
const pauseWord = String.raw`(?:\p{L}{1,12} )?(?:pause|pausa|silence|silencio|stille|schweigen|停顿|停頓|沉默|沈黙|שתיקה|صمت)`;
const length = String.raw`(?:(?<number>${amount})\s{0,2}(?<unit>${unit})?\.?|(?<clock>${clock}))`;
const spokenLength = length.replaceAll('?<', '?<said_');
const worded = String.raw`${pauseWord}(?:[:,]?\s{1,2}(?:${spokenLength}|\p{L}{1,12}))?`;
const unheard =
  '(?:inaudible|unintelligible|unclear|indistinct|crosstalk|overlapping|unverst\\p{L}ndlich|inintelligible|' +
  'incompr\\p{L}hensible|ininteligible|incomprensibile|onverstaanbaar|听不清|聽不清|聞き取れない|לא ברור|غير واضح)';
/** In capitals these are sounds and gestures, not names: `[LAUGHS]`. */
const gestures =
  'laugh|chuckl|giggl|sigh|cries|cry|sob|weep|cough|sniff|clear|breath|groan|gasp|yawn|nod|shrug|smil|whisper|shout|' +
  'noise|music|tape|end';

const described = sticky(String.raw`\(\([^()]{0,200}(?:\([^()]{0,80}\)[^()]{0,200}){0,3}\)\)`);
const roundPause = sticky(String.raw`\(\s{0,2}(?:${length}|\.{1,3}|…|-{1,3}|${worded})\s{0,2}\)`, 'i');
const squarePause = sticky(String.raw`\[\s{0,2}${worded}\s{0,2}\]`, 'i');
const roundUnheard = sticky(
  String.raw`\((?:\s{1,12}|\s{0,2}(?:\?{1,3}|x{2,4}|${unheard}[^()]{0,60}))\)`,
  'i',
);
const squareUnheard = sticky(String.raw`\[\s{0,2}(?:${unheard}[^[\]]{0,60}|\.{2,3}|…|\?{1,3})\]`, 'i');
const capitals = String.raw`\p{Lu}{2,24}(?:[ _]\p{Lu}{2,24}){0,2}(?:[ _+-]?\d{1,6}\p{Ll}?)?`;
const gesture = sticky(String.raw`\[(?:${gestures})`, 'i');
const maskedInBrackets = sticky(String.raw`\[${capitals}\]`);
const starred = sticky(String.raw`\*(?=\p{L})[^*]{0,60}[^*\s]\*(?![\p{L}\p{M}\p{N}*])`);
const maskedByStar = sticky(String.raw`\*[\p{Lu}\p{Lo}][\p{L}\p{M}\p{N}_-]{0,40}`);
const roundNonverbal = sticky(String.raw`\(\p{L}[^()]{0,80}\)`);
const squareNonverbal = sticky(String.raw`\[(?:=!\s{0,2})?\p{L}[^[\]]{0,80}\]`);
const letterBefore = /[\p{L}\p{M}\p{N}*]$/u;
const letterBehind = /^[\p{L}\p{M}\p{N}_]/u;
const wordBroken = /(?<![\p{L}\p{M}\p{N}'’-])\p{L}[\p{L}\p{M}'’]{0,40}$/u;

function sticky(source: string, flags = ''): RegExp {
  return new RegExp(source, `uy${flags}`);
}

/**
 * The notation of a text in its order, never overlapping: pauses, non-verbals, inaudible stretches, masked names and words
 * broken off. Notation does not run over a line feed. Linear in the length of the text; a line of more than 100,000 signs
 * holds none.
 */
export function notationsIn(text: string): Notation[] {
  const found: Notation[] = [];
  for (let start = 0; start <= text.length;) {
    const feed = text.indexOf('\n', start);
    const end = feed < 0 ? text.length : feed;
    if (end - start <= longestLine) inLine(narrowed(text.slice(start, end)), start, found);
    start = end + 1;
  }
  return found;
}

/** Chinese and Japanese are written with wide parentheses, which mean the same and are as long. */
function narrowed(line: string): string {
  return line.replaceAll('（', '(').replaceAll('）', ')');
}

function inLine(line: string, offset: number, found: Notation[]): void {
  let behind = 0;
  for (const { index } of line.matchAll(beginnings)) {
    const notation = index < behind ? null : notationAt(line, index);
    // A name masked by an asterisk may itself be broken off; what was found first stands.
    if (notation === null || notation.start < behind) continue;
    behind = notation.end;
    found.push({ ...notation, start: notation.start + offset, end: notation.end + offset });
  }
}

function notationAt(line: string, at: number): Notation | null {
  switch (line.charAt(at)) {
    case '(':
      return (
        whole('nonverbal', described, line, at) ??
        pause(roundPause, line, at) ??
        whole('inaudible', roundUnheard, line, at) ??
        whole('nonverbal', roundNonverbal, line, at)
      );
    case '[':
      return (
        pause(squarePause, line, at) ??
        whole('inaudible', squareUnheard, line, at) ??
        (endOf(gesture, line, at) > 0 ? null : whole('masked', maskedInBrackets, line, at)) ??
        whole('nonverbal', squareNonverbal, line, at)
      );
    case '*':
      return letterBefore.test(line.slice(Math.max(0, at - 2), at))
        ? null
        : (whole('nonverbal', starred, line, at) ?? whole('masked', maskedByStar, line, at));
    case '-':
      return brokenOff(line, at);
    case 'x':
      return bounded(line, at, at + 3) ? { kind: 'inaudible', start: at, end: at + 3 } : null;
    default:
      return dots(line, at);
  }
}

function whole(kind: NotationKind, pattern: RegExp, line: string, start: number): Notation | null {
  const end = endOf(pattern, line, start);
  return end > 0 ? { kind, start, end } : null;
}

/** Where the pattern ends that begins at `at`; 0 where it does not match. */
function endOf(pattern: RegExp, line: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(line) ? pattern.lastIndex : 0;
}

function pause(pattern: RegExp, line: string, start: number): Notation | null {
  pattern.lastIndex = start;
  const match = pattern.exec(line);
  if (match === null) return null;
  const seconds = secondsOf(match.groups ?? {});
  const notation: Notation = { kind: 'pause', start, end: start + match[0].length };
  return seconds === null ? notation : { ...notation, seconds };
}

function secondsOf(groups: Readonly<Record<string, string | undefined>>): number | null {
  const time = groups['clock'] ?? groups['said_clock'];
  if (time !== undefined) return parseTime(time);
  const number = groups['number'] ?? groups['said_number'];
  if (number === undefined) return null;
  const minutes = /^m/i.test(groups['unit'] ?? groups['said_unit'] ?? '');
  return Number(number.replace(',', '.')) * (minutes ? 60 : 1);
}

/** Three to six full stops, or the sign for three, which Chinese writes twice. A longer row is a leader, not a pause. */
function dots(line: string, start: number): Notation | null {
  let end = start + 1;
  while (line.charAt(end) === line.charAt(start)) end++;
  return end - start > 6 ? null : { kind: 'pause', start, end };
}

function bounded(line: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{M}\p{N}_]$/u.test(line.slice(Math.max(0, start - 2), start)) &&
    !letterBehind.test(line.slice(end, end + 2))
  );
}

/** `wor-`: the word with its hyphen. */
function brokenOff(line: string, hyphen: number): Notation | null {
  const from = Math.max(0, hyphen - 50);
  const match = wordBroken.exec(line.slice(from, hyphen));
  return match === null ? null : { kind: 'cutoff', start: from + match.index, end: hyphen + 1 };
}

/** Letters and digits, with apostrophes, hyphens and underscores inside: "don't" and "mm-hm" are one word. */
const run = /[\p{L}\p{M}\p{N}]+(?:['’ʼ׳״_‑-][\p{L}\p{M}\p{N}]+)*/gu;

/** Most texts are of these signs alone, and `latinRun` finds the same in them in a third of the time. */
const latin = /^[\s -ÿ‘’“”–—…]*$/;
const latinRun = /[0-9A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ÿ]+(?:['’_-][0-9A-Za-zª²³µ¹º¼-¾À-ÖØ-öø-ÿ]+)*/g;

/** Scripts that set no blanks between words. */
export const unspaced = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}\p{sc=Laoo}\p{sc=Khmr}\p{sc=Mymr}]/u;

/**
 * Words spoken in a text: runs of letters and digits outside notation. Pauses, non-verbals and inaudible stretches hold
 * none, a masked name is one, a word broken off is one. Stretches in scripts without blanks are divided by the rules of
 * Unicode, unless the text is longer than 100,000 signs.
 */
export function spokenWords(text: string): number {
  const spoken = withoutNotation(text);
  if (latin.test(spoken)) return runsIn(spoken, latinRun);
  if (spoken.length > longestLine || !unspaced.test(spoken)) return runsIn(spoken, run);
  let count = 0;
  for (const [words] of spoken.matchAll(run)) count += wordsInRun(words);
  return count;
}

function runsIn(text: string, pattern: RegExp): number {
  let count = 0;
  pattern.lastIndex = 0;
  while (pattern.test(text)) count++;
  return count;
}

function withoutNotation(text: string): string {
  const parts: string[] = [];
  let from = 0;
  for (const { kind, start, end } of notationsIn(text)) {
    if (kind === 'cutoff') continue;
    parts.push(text.slice(from, start), kind === 'masked' ? 'x' : ' ');
    from = end;
  }
  return from === 0 ? text : parts.join('') + text.slice(from);
}

let segmenter: Intl.Segmenter | null = null;

/** `text` is one run. */
function wordsInRun(text: string): number {
  if (!unspaced.test(text)) return 1;
  segmenter ??= new Intl.Segmenter('und', { granularity: 'word' });
  let count = 0;
  for (const { isWordLike } of segmenter.segment(text)) if (isWordLike) count++;
  return count;
}
