import { fingerprints, textHash } from '../annotations/hashes';
import { comparePositions, overlaps, range, type Range } from '../position';
import { edited, type TextEdit } from '../textEdit';
import { rangeInTurn } from '../transcript/offsets';
import { parseTranscript, type ParsedTranscript } from '../transcript/parse';
import type { Turn } from '../transcript/types';
import type { Mention, NameFinder, Stretch } from './names';

/** A text as annotation files refer to it. */
export interface TextState {
  readonly turns: readonly Turn[];
  readonly hash: string;
  readonly prints: string;
}

/** A transcript with a name masked: what is replaced, each replacement within one line, and the text before and after. */
export interface MaskedText {
  readonly edits: readonly TextEdit[];
  /** Mentions masked. */
  readonly mentions: number;
  readonly before: TextState;
  readonly after: TextState;
}

/**
 * Masks a name in turns, comments and what stands before the first turn; labels, times and header stay. `here` limits it to
 * the mentions that a stretch touches. Null where the lines would not be the turns they are any more.
 */
export function maskText(
  parsed: ParsedTranscript,
  name: NameFinder,
  token: string,
  here: Range | null = null,
): MaskedText | null {
  const mentions = mentionsIn(parsed, name).filter(
    (mention) => here === null || mention.some((stretch) => overlaps(stretch, here)),
  );
  const edits = mentions.flat().map((stretch): TextEdit => ({ range: stretch, text: token }));
  const before = stateOf(parsed.turns, edited(parsed.lines, []));
  if (edits.length === 0) return { edits, mentions: 0, before, after: before };
  const text = edited(parsed.lines, edits);
  const { turns } = parseTranscript(text, parsed.labels.listed);
  const same =
    turns.length === parsed.turns.length && parsed.turns.every((turn, at) => isSame(turn, turns[at]));
  return same ? { edits, mentions: mentions.length, before, after: stateOf(turns, text) } : null;
}

/** Where a name stands in a transcript, in order: the ranges of each mention, one for each line it stands on. */
export function mentionsIn(parsed: ParsedTranscript, name: NameFinder): (readonly Range[])[] {
  return stretchesIn(parsed, (text) => name.find(text).map((mention) => ({ mention }))).map(
    ({ ranges }) => ranges,
  );
}

/**
 * What `find` finds in the texts of a transcript, in order, with its ranges: turns, comments, and what stands before the
 * first turn.
 */
export function stretchesIn<T extends Stretch | { readonly mention: Mention }>(
  parsed: ParsedTranscript,
  find: (text: string) => readonly T[],
): (T & { readonly ranges: readonly Range[] })[] {
  const stretches = (one: T): Mention => ('mention' in one ? one.mention : [one]);
  const inTurns = parsed.turns.flatMap((turn) =>
    find(turn.text).map((one) => ({
      ...one,
      ranges: stretches(one).flatMap((stretch) => rangeInTurn(turn, stretch) ?? []),
    })),
  );
  const first = parsed.turns[0]?.line ?? parsed.lines.length;
  const beside = parsed.readings.flatMap(({ kind }, line) => {
    if (kind !== 'comment' && (kind !== 'text' || line >= first)) return [];
    return find(parsed.lines[line]?.text ?? '').map((one) => ({
      ...one,
      ranges: stretches(one).map(({ start, end }) => range(line, start, line, end)),
    }));
  });
  return [...inTurns, ...beside].sort(({ ranges: [a] }, { ranges: [b] }) =>
    a && b ? comparePositions(a.start, b.start) : 0,
  );
}

/** How often a name stands where it is not masked: in the header, and as a label. */
export function mentionsLeft({ lines, readings }: ParsedTranscript, name: NameFinder): number {
  return readings.reduce((sum, { kind, textStart }, line) => {
    const text = lines[line]?.text ?? '';
    const part = kind === 'header' ? text : kind === 'label' ? text.slice(0, textStart) : '';
    return sum + name.find(part).length;
  }, 0);
}

function stateOf(turns: readonly Turn[], text: string): TextState {
  return { turns, hash: textHash(text), prints: fingerprints(turns) };
}

/** Whether a turn is the one it was, said by the same, with its words on the same lines. */
function isSame(turn: Turn, now: Turn | undefined): boolean {
  return (
    now !== undefined &&
    now.line === turn.line &&
    now.label === turn.label &&
    now.role === turn.role &&
    now.time === turn.time &&
    now.pieces.length === turn.pieces.length &&
    turn.pieces.every(({ line }, at) => now.pieces[at]?.line === line)
  );
}
