import type { Speech } from './imported';
import type { Span } from './sourceTimes';

/**
 * Seconds. Sources that time every word say nothing of utterances. About one second is the longest silence that conversation
 * bears without notice (Jefferson, 1989), so a longer one begins an utterance; turns are still told apart by the two seconds
 * that hold for all cues, and every utterance keeps its time, by which its place in the recording is found.
 */
const noticedPause = 1;

/** A word as a source times it. */
export interface TimedWord extends Span {
  readonly text: string;
  readonly speaker: string | null;
  /** No blank stands before it: a full stop, the second half of a word. */
  readonly joined: boolean;
  /** Number of the element in the source, from 1. */
  readonly line: number;
}

/** Words as utterances: a new one begins where another speaks, and behind a noticed pause. */
export function utterancesOf(words: readonly TimedWord[]): Speech[] {
  const groups: TimedWord[][] = [];
  let since: number | null = null;
  for (const word of words) {
    const open = groups.at(-1);
    if (open && continues(open, word, since)) open.push(word);
    else groups.push([word]);
    since = word.end ?? word.start ?? since;
  }
  return groups.flatMap(utteranceOf);
}

function continues([first]: readonly TimedWord[], word: TimedWord, since: number | null): boolean {
  if (word.joined) return true;
  if (first?.speaker !== word.speaker) return false;
  return since === null || word.start === null || word.start - since <= noticedPause;
}

function utteranceOf(words: readonly TimedWord[]): Speech[] {
  const [first] = words;
  const text = words.map((word, index) => (word.joined || index === 0 ? '' : ' ') + word.text).join('');
  if (!first) return [];
  const start = words.find((word) => word.start !== null)?.start ?? null;
  const end = words.findLast((word) => word.end !== null)?.end ?? null;
  return speechOf(text, first.speaker, { start, end }, first.line);
}

/** What was said, if anything was; programs set blanks before it. */
export function speechOf(
  words: string | number | null | undefined,
  speaker: string | null,
  { start, end }: Span,
  line: number,
): Speech[] {
  const text = String(words ?? '').trim();
  return text === '' ? [] : [{ kind: 'speech', speaker, text, start, end, line }];
}
