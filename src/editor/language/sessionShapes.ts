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
import type { Transcripts } from '../../store/transcripts';
import { TypingPause } from './typingPause';

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
  readonly #pause = new TypingPause();

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

  /** The same for answers as long as the text: when the typing pauses. Null where none is wanted any more. */
  async afterTyping(uri: vscode.Uri, token: vscode.CancellationToken): Promise<SessionShape | null> {
    const transcript = this.#transcripts.of(uri);
    return transcript && (await this.#pause.of(transcript, token)) ? this.of(uri) : null;
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
