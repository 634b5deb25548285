import type * as vscode from 'vscode';
import { emptyCodebook } from '../../engine/codebook/empty';
import { sessionFacts } from '../../engine/study/sessionFacts';
import type { SessionFacts } from '../../engine/study/types';
import { sessionAxis, type SessionAxis } from '../../engine/trajectory/axis';
import { segmentsOf } from '../../engine/trajectory/segments';
import type { Segment } from '../../engine/trajectory/types';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { Turn } from '../../engine/transcript/types';
import type { Codings } from '../../store/codings';
import type { OpenTranscript, Transcripts } from '../../store/transcripts';
import { typingHasPaused } from './typingPause';

/** A session as its outline, folding and hovers see it: with the axis and the segments of the figures. */
export interface SessionShape {
  readonly parsed: ParsedTranscript;
  readonly facts: SessionFacts;
  readonly axis: SessionAxis;
  /** Only those that hold turns. */
  readonly segments: readonly Segment[];
}

/** The shapes of the open transcripts, each computed once per version of its text. */
export class SessionShapes {
  readonly #transcripts: Transcripts;
  readonly #codings: Codings;
  readonly #known = new WeakMap<ParsedTranscript, SessionShape>();
  /** The text that was last answered for. */
  readonly #answered = new WeakMap<OpenTranscript, ParsedTranscript>();

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#transcripts = transcripts;
    this.#codings = codings;
  }

  /** Null where no such transcript is open. The same object as long as neither its text nor the study changed. */
  of(uri: vscode.Uri): SessionShape | null {
    const parsed = this.#transcripts.of(uri)?.parsed;
    if (!parsed) return null;
    const facts = this.#codings.of(uri)?.facts ?? sessionFacts(null, '', parsed.header, '', '');
    const known = this.#known.get(parsed);
    if (known && shapeKey(known.facts) === shapeKey(facts)) return known;
    const shape = shapeOf(parsed, facts);
    this.#known.set(parsed, shape);
    return shape;
  }

  /** For answers as long as the text: at once for a text that was just opened, after a letter when no other follows. Null where it is no longer wanted. */
  async afterTyping(uri: vscode.Uri, token: vscode.CancellationToken): Promise<SessionShape | null> {
    const transcript = this.#transcripts.of(uri);
    if (!transcript) return null;
    const { parsed } = transcript;
    const before = this.#answered.get(transcript);
    const wasTyped = before !== undefined && before !== parsed;
    if (wasTyped && !(await typingHasPaused(parsed.turns.length, token))) return null;
    this.#answered.set(transcript, transcript.parsed);
    return this.of(uri);
  }
}

/** What the shape depends on beside the text. */
function shapeKey({ segmentMinutes, wordsPerMinute, axis, duration }: SessionFacts): string {
  return JSON.stringify([segmentMinutes, wordsPerMinute, axis, duration]);
}

function shapeOf(parsed: ParsedTranscript, facts: SessionFacts): SessionShape {
  const axis = sessionAxis(parsed, facts);
  const segments = segmentsOf(axis, facts, [], emptyCodebook).filter(({ from_turn }) => from_turn !== null);
  return { parsed, facts, axis, segments };
}

/** When a turn begins, and how that is known; null in a session without times and words. */
export interface TurnTime {
  readonly seconds: number;
  readonly from: 'stamp' | 'stamps-around' | 'words';
}

export function timeOfTurn({ axis, parsed }: SessionShape, turn: Turn): TurnTime | null {
  if (turn.time !== null) return { seconds: turn.time, from: 'stamp' };
  const index = turn.number - 1;
  if (axis.axis.kind === 'time') return { seconds: axis.starts[index] ?? 0, from: 'stamps-around' };
  const words = axis.wordStarts[parsed.turns.length] ?? 0;
  if (words === 0) return null;
  return { seconds: ((axis.wordStarts[index] ?? 0) / words) * axis.assumedMinutes * 60, from: 'words' };
}
