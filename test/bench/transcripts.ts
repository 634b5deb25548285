import assert from 'node:assert/strict';
import type { Coding } from '../../src/engine/annotations/types';
import { joinLines } from '../../src/engine/transcript/lines';
import { LiveText, type Change } from '../../src/engine/transcript/liveText';
import { rangeOfAt } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codingOf, pick, random, transcriptOf } from './data';
import { compare, type Figure, type Work } from './ratio';

/** Reading a transcript, and what happens inside the editor's change event. */
export function transcriptFigures(): Figure[] {
  const text = transcriptOf(10_000);
  return [parsing(text), reparsing(text), ...editing()];
}

function parsing(text: string): Figure {
  return compare({
    what: 'parse 10,000 turns',
    against: 'split into lines, one regular expression each',
    subject: { run: () => parseTranscript(text) },
    rival: { run: () => wordsByLine(text) },
    repetitions: 30,
  });
}

/** What a script of ten minutes would do. */
function wordsByLine(text: string): unknown {
  const label = /^(?:\[(\d+:\d+:\d+)\]\s*)?([A-Z]):\s*(.*)$/;
  const turns: unknown[] = [];
  for (const line of text.split('\n')) {
    const match = label.exec(line);
    if (match) turns.push({ time: match[1], label: match[2], text: match[3] });
  }
  return turns;
}

function reparsing(text: string): Figure {
  const live = new LiveText(text.split('\n'));
  const type = edits(live, live.lines.map((_, line) => line).slice(10), 1, letter);
  live.transcript();
  return compare({
    what: 'type a letter and parse again, 10,000 turns',
    against: 'parse the whole text',
    subject: {
      run: () => {
        type.run();
        return live.transcript();
      },
      restore: () => {
        type.restore?.();
        live.transcript();
      },
    },
    rival: { run: () => parseTranscript(text) },
    repetitions: 30,
  });
}

/** What a kind of edit inserts in the middle of a line. */
interface Insertion {
  readonly name: string;
  readonly text: string;
}

const letter: Insertion = { name: 'type a letter', text: 'e' };

const insertions: readonly Insertion[] = [
  letter,
  { name: 'break a line', text: '\n' },
  {
    name: 'paste ten lines',
    text: Array.from({ length: 10 }, (_, index) => `${index % 2 ? 'C' : 'T'}: So that was it.`).join('\n'),
  },
];

/** Edits timed together: so few that the text keeps its length, and that even where most lines have five annotations so many have one. */
const together = 20;

/** Ten times the text, the same number of annotations; the lines that are edited carry one annotation in either. */
function editing(): Figure[] {
  return [500, 5_000].flatMap((annotations) => {
    const short = marked(transcriptOf(1_000), annotations);
    const long = marked(transcriptOf(10_000), annotations);
    return insertions.map((insertion) => {
      const { name } = insertion;
      const figure = compare({
        what: `${name}, 10,000 turns, ${annotations.toLocaleString('en')} annotations`,
        against: 'the same in 1,000 turns',
        subject: edits(long.live, long.lines, together, insertion),
        rival: edits(short.live, short.lines, together, insertion),
        repetitions: 200,
      });
      for (const { live, text } of [short, long]) assert.equal(joinLines(live.lines).trim(), text.trim());
      return figure;
    });
  });
}

interface Marked {
  readonly text: string;
  readonly live: LiveText;
  /** Lines with one annotation. */
  readonly lines: readonly number[];
}

function marked(text: string, annotations: number): Marked {
  const live = new LiveText(text.split('\n'));
  mark(live, codingOf(text, annotations));
  const lines = live.lines.flatMap((line, index) => ([...live.marks.on(line)].length === 1 ? [index] : []));
  return { text, live, lines };
}

function mark(live: LiveText, { annotations }: Coding): void {
  const { turns } = live.transcript();
  for (const { id, at } of annotations) {
    const range = at && rangeOfAt(turns, at);
    const first = range && live.lines[range.start.line];
    const last = range && live.lines[range.end.line];
    assert.ok(range && first && last, 'every annotation of the data has its place');
    const [start, end] = [range.start.character, range.end.character];
    live.marks.put(id, { line: first, character: start }, { line: last, character: end });
  }
}

/** Insertions in the middle of lines spread over the text, from the last to the first, and taken back one by one. */
function edits(live: LiveText, lines: readonly number[], count: number, { text }: Insertion): Work {
  const next = random(3);
  const chosen = new Set<number>();
  assert.ok(lines.length >= count, 'there are lines enough to edit');
  while (chosen.size < count) chosen.add(pick(lines, next));
  const there = [...chosen]
    .sort((a, b) => b - a)
    .map((line): Change => {
      const at = { line, character: (live.lines[line]?.text.length ?? 0) >> 1 };
      return { start: at, end: at, text };
    });
  const back = there.map(({ start }): Change => ({ start, end: endOf(start, text), text: '' })).reverse();
  const all = (changes: readonly Change[]): void => changes.forEach((change) => live.apply(change));
  return { run: () => all(there), restore: () => all(back) };
}

function endOf(start: Change['start'], text: string): Change['end'] {
  const lines = text.split('\n');
  const last = lines.at(-1)?.length ?? 0;
  return {
    line: start.line + lines.length - 1,
    character: lines.length === 1 ? start.character + last : last,
  };
}
