import type { Ignored, Remark } from './imported';
import { readTimeLine, type TimeLine } from './cueTimes';

/** A cue as its lines have it, before its markup is read. */
export interface CueBlock {
  readonly kind: 'cue';
  /** Where it begins, from 1: its times, or the number in whose place they should be. */
  readonly line: number;
  readonly id: string | null;
  /** Null where it has none. */
  readonly times: TimeLine | null;
  /** The lines of its text, also blank ones between them. */
  readonly body: string[];
  /** The line of the first of them, from 1. */
  bodyLine: number;
}

/** What a file of captions is made of, line by line. */
export interface CueBlocks {
  readonly blocks: readonly (CueBlock | Remark)[];
  readonly ignored: ReadonlyMap<Ignored['what'], number>;
  readonly language: string | null;
}

/** How the kinds of caption files differ. */
export interface Dialect {
  /** WebVTT: there are notes, styles and regions, a blank line ends a cue, and anything may name one. */
  readonly isWebVtt: boolean;
}

const special = /^(?:NOTE(?=\s|$)|STYLE(?=\s*$)|REGION(?=\s*$)|Region(?=:\s))/;
/** What programs note of their own work. */
const technical =
  /^(?:(?:confidence|recognizability)\s*:\s*(?:[\d.,]+\s?%?|high|medium|low)|duration\s*:\s*"?[\d:.,]+"?|language\s*:\s*"?[a-z]{2,3}(?:-\w{2,8})*"?)$/i;
const regionSetting = /^(?:id|width|lines|regionanchor|viewportanchor|scroll)[:=]\S*$/i;
/** What names a cue: a single word with a digit that is no time and no address. */
const name = /^(?=\D{0,100}\d)[\w./#{}-]{1,200}$/;
/** `GUID/277-0`: the first part of the 277th thing that was said. */
const utterance = /^(\S+\/\d+)-\d+$/;
/** `1 "Dana Lee" (4072411136)`, as Webex names its cues. */
const numberedName = /^\d+\s+"([^"]{1,100})"\s+\(\d+\)$/;

/** What cues of one utterance have in common in their ids; null where an id does not say that. */
export function utteranceOf(id: string | null): string | null {
  return (id === null ? null : utterance.exec(id)?.[1]) ?? null;
}

/** The speaker that an id names. */
export function speakerInId(id: string | null): string | null {
  return (id === null ? null : numberedName.exec(id)?.[1]) ?? null;
}

/** Reads blocks from a line on (from 0). Every line is in a cue, in a remark, or counted. */
export function readCueBlocks(lines: readonly string[], from: number, dialect: Dialect): CueBlocks {
  return new BlockReader(lines, from, dialect).read();
}

class BlockReader {
  readonly #lines: readonly string[];
  readonly #from: number;
  readonly #isWebVtt: boolean;
  readonly #blocks: (CueBlock | Remark)[] = [];
  readonly #ignored = new Map<Ignored['what'], number>();
  readonly #lastLine: number;
  #language: string | null = null;
  #cue: CueBlock | null = null;
  /** The id of the cue whose times come next. */
  #id: string | null = null;
  #number = 0;

  constructor(lines: readonly string[], from: number, { isWebVtt }: Dialect) {
    this.#lines = lines;
    this.#from = from;
    this.#isWebVtt = isWebVtt;
    this.#lastLine = lines.findLastIndex((line) => line.trim() !== '');
  }

  read(): CueBlocks {
    for (let at = this.#from; at <= this.#lastLine; at++) at = this.#readAt(at);
    return { blocks: this.#blocks, ignored: this.#ignored, language: this.#language };
  }

  /** Reads the block or line that begins here; the last line of it. */
  #readAt(at: number): number {
    const line = this.#lines[at] ?? '';
    const times = readTimeLine(line, this.#id !== null || this.#opens(at));
    if (times) this.#beginCue(at, times);
    else if (this.#id !== null) this.#beginWithoutTimes(at);
    else if (this.#isId(at)) this.#takeId(line.trim());
    else if (line.trim() === '') this.#blank();
    else if (this.#isWebVtt && this.#opens(at) && special.test(line)) return this.#special(at);
    else if (this.#cue) this.#cue.body.push(line);
    else this.#remark('unparsed', line.trim(), at);
    return at;
  }

  /** Whether a block may begin here: at the beginning, and behind a blank line. */
  #opens(at: number): boolean {
    return at === this.#from || this.#isBlank(at - 1);
  }

  #isBlank(at: number): boolean {
    return (this.#lines[at] ?? '').trim() === '';
  }

  #count(what: Ignored['what'], count = 1): void {
    if (count > 0) this.#ignored.set(what, (this.#ignored.get(what) ?? 0) + count);
  }

  #remark(about: Remark['about'], text: string, at: number): void {
    this.#cue = null;
    this.#blocks.push({ kind: 'remark', about, text, line: at + 1 });
  }

  #beginCue(at: number, times: TimeLine | null): void {
    if (times?.hasWords) this.#remark('unparsed', (this.#lines[at] ?? '').trim(), at);
    this.#count('settings', times?.settings);
    const isTextHere = times === null || (times.behind !== '' && !times.hasWords);
    const body = times && isTextHere ? [times.behind] : [];
    const bodyLine = at + (isTextHere ? 1 : 2);
    this.#cue = { kind: 'cue', line: at + 1, id: this.#id, times, body, bodyLine };
    this.#id = null;
    this.#blocks.push(this.#cue);
  }

  /** A number in its place with words behind it: the line with the times is missing, or the file ends within it. */
  #beginWithoutTimes(at: number): void {
    const line = this.#lines[at] ?? '';
    this.#beginCue(at, null);
    if (/^[\d:.,;\s>-]*$/.test(line)) this.#remark('unparsed', line.trim(), at);
    else this.#cue?.body.push(line);
  }

  #takeId(id: string): void {
    this.#count('cue-ids');
    this.#id = id;
    if (/^\d{1,9}$/.test(id)) this.#number = Number(id);
    this.#cue = null;
  }

  /** Within SRT, what follows a blank line may still belong to the cue; so it may in WebVTT while a cue has no words yet. */
  #blank(): void {
    if (!this.#cue) return;
    if (this.#cue.body.length === 0) this.#cue.bodyLine++;
    else if (this.#isWebVtt) this.#cue = null;
    else this.#cue.body.push('');
  }

  /**
   * A line that names the cue whose times come next. A number that is no other than the next may stand anywhere, and its times may be
   * missing; everything else only where a block begins. A line with blanks, or without a digit, may be words, and is not lost.
   */
  #isId(at: number): boolean {
    const text = (this.#lines[at] ?? '').trim();
    const isNumber = /^\d{1,9}$/.test(text);
    if (!isNumber && !(this.#isWebVtt && isName(text))) return false;
    const opens = this.#opens(at);
    const isNext = isNumber && this.#number > 0 && Number(text) === this.#number + 1;
    if (opens && isNext && (at === this.#lastLine || !this.#isBlank(at + 1))) return true;
    const mayStandHere = opens || isNext || utterance.test(text);
    return mayStandHere && readTimeLine(this.#lines[at + 1] ?? '', true) !== null;
  }

  /** A note, a style or a region: up to the next blank line or cue. Its last line. */
  #special(at: number): number {
    const [word = ''] = special.exec(this.#lines[at] ?? '') ?? [];
    let last = at;
    while (last < this.#lastLine && !this.#isBlank(last + 1) && !this.#beginsCue(last + 1)) last++;
    this.#cue = null;
    const lines = this.#lines.slice(at, last + 1);
    const rules = word === 'STYLE' ? ruleLines(lines.slice(1)) : 0;
    if (rules > 0) {
      this.#count('styles');
      return at + rules;
    }
    const [first = '', ...more] = lines;
    const rest = [first.slice(word.length), ...more].map((line) => line.trim()).filter((line) => line !== '');
    if (word === 'NOTE') this.#note(rest, at);
    else if (word !== 'STYLE' && isRegion(rest)) this.#count('regions');
    else this.#remark('unparsed', [word, ...rest].join('\n'), at);
    return last;
  }

  #note(note: readonly string[], at: number): void {
    if (note.every((line) => technical.test(line))) this.#technical(note);
    else this.#remark('note', note.join('\n'), at);
  }

  #technical(note: readonly string[]): void {
    this.#count('notes');
    const language = note.map((line) => /^language\s*:\s*"?([a-z]{2,3}(?:-\w{2,8})*)"?$/i.exec(line)?.[1]);
    this.#language ??= language.find((tag) => tag !== undefined) ?? null;
  }

  #beginsCue(at: number): boolean {
    return readTimeLine(this.#lines[at] ?? '', false) !== null || this.#isId(at);
  }
}

function isName(text: string): boolean {
  return name.test(text) || numberedName.test(text);
}

/** How many lines are rules of style; words behind them are not. */
function ruleLines(lines: readonly string[]): number {
  let depth = 0;
  const end = lines.findIndex((line) => {
    if (depth <= 0 && !/^\s*(?:::cue|@|\/\*)/.test(line)) return true;
    depth += line.split('{').length - line.split('}').length;
    return false;
  });
  return end < 0 ? lines.length : end;
}

function isRegion(lines: readonly string[]): boolean {
  const settings = lines.flatMap((line) => line.replace(/^:/, '').trim().split(/\s+/));
  return settings.every((each) => each === '' || regionSetting.test(each));
}
