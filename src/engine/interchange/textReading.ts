import type { Entry, Ignored, SourceFacts, ImportedSession } from './imported';
import { noFacts, session } from './imported';
import { problem, type Problem } from './problems';
import type { SourceLine } from './sourceLine';

/** What a layout makes of lines: the same lines, with what begins a turn and what belongs to none marked. */
export interface TextReading {
  readonly lines: readonly SourceLine[];
  /** `cues`: the source cuts speech where it pleases. */
  readonly unit: ImportedSession['unit'];
  /** Lines within a paragraph end where the page does, and are put together. */
  readonly isWrapped: boolean;
  readonly warnings: readonly Problem[];
  readonly ignored: readonly Ignored[];
  readonly facts: SourceFacts;
  readonly roles: ImportedSession['roles'];
}

export function textReading(
  lines: readonly SourceLine[],
  more: Partial<Omit<TextReading, 'lines'>> = {},
): TextReading {
  const nothing = { warnings: [], ignored: [], facts: noFacts, roles: new Map() };
  return { unit: 'turns', isWrapped: true, ...nothing, ...more, lines };
}

/** Entries, and the speech that the line of each number began or went on with. */
interface Entries {
  readonly entries: readonly Entry[];
  readonly entryOf: ReadonlyMap<number, number>;
}

interface Open {
  readonly speaker: string | null;
  readonly start: number | null;
  readonly line: number;
  /** Goes on with the turn before: behind a remark, or at a time of its own. */
  readonly continues: boolean;
  end: number | null;
  readonly pieces: string[];
}

/** Turns marked lines into speech. What stands before the first turn is a remark. */
class EntryList implements Entries {
  readonly entries: Entry[] = [];
  readonly entryOf = new Map<number, number>();
  readonly #isWrapped: boolean;
  #open: Open | null = null;
  /** Who has the floor: a remark does not take it. */
  #speaker: string | null | undefined;
  #lastEnd: number | null = null;

  constructor(isWrapped: boolean) {
    this.#isWrapped = isWrapped;
  }

  add(line: SourceLine): void {
    if (line.remark !== null || (!line.opens && this.#speaker === undefined)) {
      this.#close();
      const about = line.remark ?? 'unparsed';
      this.entries.push({ kind: 'remark', about, text: line.text, line: line.line });
      return;
    }
    if (line.opens) this.#begin(line, line.opens.speaker, line.opens.start ?? line.start, false);
    else if (!this.#open || line.start !== null || this.#open.end !== null) {
      this.#begin(line, this.#speaker ?? null, line.start, true);
    } else this.#join(this.#open, line);
    if (!this.entryOf.has(line.line)) this.entryOf.set(line.line, this.entries.length);
    if (this.#open && line.end !== null) this.#open.end = line.end;
  }

  finish(): Entries {
    this.#close();
    return this;
  }

  /** A stamp at the end of a paragraph says when the next one begins. */
  #begin(line: SourceLine, speaker: string | null, start: number | null, continues: boolean): void {
    this.#close();
    this.#speaker = speaker;
    const pieces = line.text === '' ? [] : [line.text];
    this.#open = { speaker, start: start ?? this.#lastEnd, line: line.line, continues, end: null, pieces };
    this.#lastEnd = null;
  }

  #join({ pieces }: Open, line: SourceLine): void {
    if (pieces.length > 0) pieces.push(this.#isWrapped && !line.isNew ? ' ' : '\n');
    pieces.push(line.text);
  }

  #close(): void {
    if (!this.#open) return;
    const { speaker, start, line, continues, end, pieces } = this.#open;
    const text = pieces.join('');
    this.entries.push({ kind: 'speech', speaker, text, start, end, line, ...(continues && { continues }) });
    this.#lastEnd = end;
    this.#open = null;
  }
}

/** A session of marked lines, and the speech that each of them went into. */
export function sessionOf(
  name: string,
  { lines, unit, isWrapped, warnings, ...rest }: TextReading,
): { readonly session: ImportedSession; readonly entryOf: Entries['entryOf'] } {
  const list = new EntryList(isWrapped);
  for (const line of lines) list.add(line);
  const { entries, entryOf } = list.finish();
  const all = [...warnings, ...warningsOf(entries)];
  return { session: session({ name, entries, unit, warnings: all, ...rest }), entryOf };
}

function warningsOf(entries: readonly Entry[]): Problem[] {
  const warnings: Problem[] = [];
  const unparsed = entries.filter((entry) => entry.kind === 'remark' && entry.about === 'unparsed');
  if (unparsed[0]) warnings.push(problem('unparsed-lines', { count: unparsed.length }, unparsed[0].line));
  const speech = entries.filter((entry) => entry.kind === 'speech');
  let latest = 0;
  const backwards = speech.filter(({ start }) => {
    const isEarlier = start !== null && start < latest;
    latest = Math.max(latest, start ?? 0);
    return isEarlier;
  });
  if (backwards[0]) warnings.push(problem('times-backwards', { count: backwards.length }, backwards[0].line));
  if (speech.length > 0 && speech.every(({ speaker }) => speaker === null)) {
    warnings.push(problem('no-speakers'));
  }
  return warnings;
}
