import { readMarkup, type CueLine } from './cueMarkup';
import { CueSpeakers, type Opening } from './cueSpeakers';
import { fractionsOf, secondsOf, type Fractions, type Stamp } from './cueTimes';
import { speakerInId, utteranceOf, type CueBlock, type CueBlocks } from './cueBlocks';
import {
  noFacts,
  refused,
  session,
  type Entry,
  type Ignored,
  type SourceReading,
  type Speech,
} from './imported';
import { problem, type Problem } from './problems';
import { newLines } from './rollingCues';
import { stemOf } from './source';

/** A cue with its words, before it is known who says them. */
interface Cue {
  readonly block: CueBlock;
  readonly start: number | null;
  readonly end: number | null;
  readonly lines: readonly CueLine[];
}

/**
 * The session that a file of captions holds; refused where nobody says anything in it. `namesAbove`: the first of several lines of a
 * cue is the speaker.
 */
export function readCues(name: string, title: string, found: CueBlocks, namesAbove = false): SourceReading {
  const cueBlocks = found.blocks.filter((block) => block.kind === 'cue');
  const warnings = new TimeWarnings();
  const { cues, tags } = cuesOf(cueBlocks, warnings, namesAbove);
  const entries = entriesOf(found.blocks, cues);
  if (entries.every(({ kind }) => kind === 'remark')) {
    return refused(problem('no-speech', { format: title }));
  }
  const ignored = new Map<Ignored['what'], number>(found.ignored);
  if (tags > 0) ignored.set('elements', tags);
  const one = session({
    name: stemOf(name),
    entries,
    unit: 'cues',
    facts: { ...noFacts, date: dateIn(name), language: found.language },
    ignored: [...ignored].map(([what, count]) => ({ what, count })),
    warnings: warnings.all(),
  });
  return { sessions: [one], refusal: null };
}

/** The day of a Zoom recording (`GMT20260805-160238_Recording.transcript.vtt`), in universal time as Zoom has it. */
function dateIn(name: string): string | null {
  const [, year, month = '', day = ''] = /^GMT(\d{4})(\d{2})(\d{2})-\d{6}/.exec(name) ?? [];
  const isDay = Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  return year !== undefined && isDay ? `${year}-${month}-${day}` : null;
}

function cuesOf(
  blocks: readonly CueBlock[],
  warnings: TimeWarnings,
  namesAbove: boolean,
): { cues: Cue[]; tags: number } {
  const fractions = fractionsOf(blocks.flatMap(({ times }) => (times ? [times] : [])));
  let tags = 0;
  const cues = blocks.map((block) => {
    const words = readMarkup(block.body, block.bodyLine);
    tags += words.tags;
    const start = timeOf(block.times?.start, fractions);
    const end = timeOf(block.times?.end, fractions);
    const isEndKept = warnings.look(start, end, block.line);
    const lines = namesAbove ? spokenBy(words.lines) : words.lines;
    return { block, start, end: isEndKept ? end : null, lines, raw: block.body.join('\n') };
  });
  const fresh = newLines(cues);
  return { cues: cues.map((cue, index) => ({ ...cue, lines: fresh[index] ?? [] })), tags };
}

function spokenBy(lines: readonly CueLine[]): readonly CueLine[] {
  const [name, ...words] = lines;
  return name && words.length > 0 ? words.map((line) => ({ ...line, voice: name.text })) : lines;
}

function timeOf(stamp: Stamp | null | undefined, fractions: Fractions): number | null {
  return stamp ? secondsOf(stamp, fractions) : null;
}

/** Times that cannot be read, and such that are earlier than the one before. */
class TimeWarnings {
  readonly #broken: number[] = [];
  readonly #backwards: number[] = [];
  #latest = Number.NEGATIVE_INFINITY;

  /** Whether the end can be meant. */
  look(start: number | null, end: number | null, line: number): boolean {
    const endsEarly = start !== null && end !== null && end < start;
    if (start === null || end === null) this.#broken.push(line);
    if (endsEarly || (start !== null && start < this.#latest)) this.#backwards.push(line);
    this.#latest = Math.max(this.#latest, start ?? this.#latest);
    return !endsEarly;
  }

  all(): Problem[] {
    const lists = [
      ['times-backwards', this.#backwards],
      ['times-broken', this.#broken],
    ] as const;
    return lists.flatMap(([code, lines]) =>
      lines[0] === undefined ? [] : [problem(code, { count: lines.length }, lines[0])],
    );
  }
}

/** Remarks, and what each cue says with who says it. */
function entriesOf(blocks: CueBlocks['blocks'], cues: readonly Cue[]): Entry[] {
  const speakers = new CueSpeakers(cues.map(({ lines }) => lines));
  const byBlock = new Map(cues.map((cue) => [cue.block, cue]));
  const entries: Entry[] = [];
  let speaking: string | null = null;
  let utterance: string | null = null;
  for (const block of blocks) {
    if (block.kind === 'remark') {
      entries.push(block);
      continue;
    }
    const cue = byBlock.get(block);
    if (!cue || cue.lines.length === 0) continue;
    const own = utteranceOf(block.id);
    const isSame = own !== null && own === utterance;
    const inherited = isSame || speakers.isAnyone ? speaking : null;
    const speeches = readLines(cue, speakers, speakerInId(block.id) ?? inherited);
    if (!isSame || !joinUnnamed(entries, speeches)) entries.push(...speeches);
    speaking = speeches.at(-1)?.speaker ?? null;
    utterance = own;
  }
  return entries;
}

/** Where nobody is named, the parts of one utterance have one speaker all the same. */
function joinUnnamed(entries: Entry[], [next, ...more]: readonly Speech[]): boolean {
  const last = entries.at(-1);
  if (last?.kind !== 'speech' || last.speaker !== null || next?.speaker !== null || more.length > 0)
    return false;
  entries[entries.length - 1] = { ...last, text: `${last.text}\n${next.text}`, end: next.end };
  return true;
}

/** The lines of a cue as what one after the other says. Only the whole cue's beginning and end are known. */
function readLines({ lines, start, end }: Cue, speakers: CueSpeakers, inherited: string | null): Speech[] {
  const said: { speaker: string | null; texts: string[]; line: number }[] = [];
  for (const [index, line] of lines.entries()) {
    const before = said.at(-1);
    const voiced: Opening = {
      changes: line.voice !== lines[index - 1]?.voice,
      name: line.voice,
      text: line.text,
    };
    const isVoiced = line.voice !== null || (before !== undefined && voiced.changes);
    const { changes, name, text } = isVoiced ? voiced : speakers.read(line, index === 0 && lines.length > 1);
    if (before && !changes && (name === null || isVoiced)) before.texts.push(text);
    else {
      const speaker = name ?? (changes || before ? null : inherited);
      said.push({ speaker, texts: text === '' ? [] : [text], line: line.line });
    }
  }
  return said.map(({ speaker, texts, line }, index) => ({
    kind: 'speech',
    speaker,
    text: texts.join('\n'),
    start: index === 0 ? start : null,
    end: index === said.length - 1 ? end : null,
    line,
  }));
}
