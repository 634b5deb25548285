import { nothing } from '../annotations/acts';
import { apply } from '../annotations/apply';
import { andThen, type Change, type Step } from '../annotations/change';
import { put, remove, setTop } from '../annotations/edit';
import { entriesOf, keyOf, source, type AnnotationFile, type TopPart } from '../annotations/file';
import { isTopKey, sections, type Entry, type Section } from '../annotations/layout';
import { isObject } from '../objects';
import { spelledTop } from '../annotations/layouts';
import { contextLength, describe, shortenedParts, standsAt } from '../annotations/quote';
import { isEntry } from '../annotations/schema';
import { sealHolds, sealOf } from '../annotations/seal';
import { canonicalJson } from '../canonicalJson';
import type { Annotation, Coding, Comment, Memo } from '../annotations/types';
import { carriedAt } from './carry';
import type { MaskedText } from './maskText';
import type { NameFinder } from './names';
import { maskRemarks } from './remarks';

/** A name masked in a transcript, for the annotation files about it. */
export interface Masking {
  readonly name: NameFinder;
  readonly token: string;
  readonly text: MaskedText;
  /** Also in what people wrote: notes, memos, comments, reasons. Else only what was taken from the text follows. */
  readonly throughout: boolean;
  /** Who masked, and when. */
  readonly by: string;
  readonly at: string;
}

/**
 * Masks a name in anybody's annotation file: places move by the very edits of the text; quotes and contexts follow; the log
 * says who did it, never what. A file that was made in another text keeps its places, and is masked word by word. A file in
 * which nothing has to be changed is not touched.
 */
export function maskFile(file: AnnotationFile, masking: Masking): Step {
  const { released } = file.coding;
  // The seal has to go on saying that nobody changed the coding. That names were masked in it says the log. One that was
  // broken before stays broken: masking must not make good what somebody changed.
  const isSealed = released !== undefined && sealHolds(file.coding);
  const entries = sections.reduce(
    (step, section) => andThen(step, (now) => inSection(now, section, masking)),
    nothing(file),
  );
  const rest = masking.throughout
    ? andThen(
        andThen(entries, (now) => inUnknownKeys(now, masking)),
        (now) => maskRemarks(now, masking.name, masking.token),
      )
    : entries;
  const masked = andThen(rest, (now) => ofText(now, masking));
  if (masked.change.length === 0) return masked;
  const sealed = andThen(masked, (now) =>
    isSealed ? setTop(now, 'released', { ...released, sha256: sealOf(now.coding) }) : nothing(now),
  );
  return andThen(sealed, (now) => logMasking(now, masking));
}

/** Says in the log who masked, and which token; for a file that followed the text already by itself. */
export function logMasking(file: AnnotationFile, { at, by, token }: Masking): Step {
  return put(file, 'log', { at, event: 'masked', about: token, by });
}

/** Whether a file still says the name, wherever that is: also in what cannot be read, and where nothing is masked. */
export function stillHolds(file: AnnotationFile, name: NameFinder): boolean {
  return name.isIn(source(file));
}

/** A file without a text speaks of the one that is there; of another text nothing is known of its places in this one. */
function isMadeIn({ text }: Coding, { hash, prints }: MaskedText['before']): boolean {
  return text === undefined || (text.sha256 === hash && (text.turns === undefined || text.turns === prints));
}

/** The text that a coding's places are in: the one before the masking, or already the one after it. */
function textOf(coding: Coding, text: MaskedText): MaskedText | null {
  if (isMadeIn(coding, text.before)) return text;
  return isMadeIn(coding, text.after) ? { ...text, edits: [], before: text.after } : null;
}

function ofText(file: AnnotationFile, { text: { before, after } }: Masking): Step {
  const { text } = file.coding;
  if (!text || before.hash === after.hash || !isMadeIn(file.coding, before)) return nothing(file);
  const turns = text.turns === undefined ? {} : { turns: after.prints };
  return setTop(file, 'text', { ...text, sha256: after.hash, ...turns });
}

function inSection(file: AnnotationFile, section: Section, masking: Masking): Step {
  const { text, throughout } = masking;
  const known = textOf(file.coding, text);
  const changed = entriesOf(file.coding, section).flatMap((entry) => {
    const moved = known && hasPlace(entry) ? moveWith(known, entry) : {};
    // What stands in the text now goes into the file as it is: two turns that together say the name do not mention it.
    const now = { ...(throughout ? maskedEntry(entry, masking) : entry), ...moved };
    const isOther = canonicalJson(now) !== canonicalJson(entry);
    return isOther && isEntry(section, now) ? [{ key: keyOf(section, entry), now }] : [];
  });
  if (changed.length === 0) return nothing(file);
  // A reason is a part of what an entry of the log is found by.
  const renamed = changed.flatMap(({ key, now }) => (key === keyOf(section, now) ? [] : [key]));
  const rest = renamed.length > 0 ? remove(file, section, renamed) : nothing(file);
  const entries: readonly Entry[] = changed.map(({ now }) => now);
  return andThen(rest, (left) => put(left, section, entries));
}

type Placed = Pick<Annotation, 'at' | 'unconfirmed' | 'quote' | 'quote_sha256' | 'context'>;

/** Those of the log say by `at` when something was. */
function hasPlace(entry: Entry): entry is Annotation | Comment | Memo {
  return 'unconfirmed' in entry || ('at' in entry && isObject(entry.at));
}

/** Where an entry is now, with the words there; or where it may be, where there are several places for it. */
function moveWith(text: MaskedText, entry: Placed): Placed {
  const { unconfirmed } = entry;
  if (!unconfirmed?.places) return movePassage(text, entry);
  const places = unconfirmed.places.map((place) => carriedAt(place, text));
  return { ...movePassage(text, entry), unconfirmed: { ...unconfirmed, places } };
}

/** The place in the new text; and the words that stand there, as far as those in the file stood at the place before. */
function movePassage(text: MaskedText, { at, quote, quote_sha256, context }: Placed): Placed {
  if (!at) return {};
  const now = carriedAt(at, text);
  const [before, after] = [describe(text.before.turns, at), describe(text.after.turns, now)];
  if (!before || !after) return {};
  const asked = { id: '', at, quote, quote_sha256 };
  const stands = quote !== undefined && standsAt(text.before.turns, asked) === 'exact';
  const isBeside = context?.before === before.context.before && context.after === before.context.after;
  return {
    at: now,
    ...(stands ? { quote: after.quote, quote_sha256: after.quote_sha256 } : {}),
    ...(isBeside ? { context: { ...context, ...after.context } } : {}),
  };
}

/** What no person writes in words of their own: ids, codes, names of people and files, figures. */
const notFree: ReadonlySet<string> = new Set(
  `id code speaker quote_sha256 created from decision by ratings ruptures repairs carried_over rating scope value about
  reply_to at was unconfirmed event`.split(/\s+/),
);

/** A value with the name masked in all that a person wrote, or the text said; keys the format does not know included. */
function maskedValue(value: unknown, key: string, masking: Masking): unknown {
  if (notFree.has(key)) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => maskedValue(item, key, masking));
  if (isObject(value)) return maskedEntry(value, masking);
  return typeof value === 'string' ? maskedString(value, key, masking) : value;
}

function maskedEntry(entry: object, masking: Masking): object {
  const masked = (key: string, value: unknown): [string, unknown] => [key, maskedValue(value, key, masking)];
  return Object.fromEntries(Object.entries(entry).map(([key, value]) => masked(key, value)));
}

function maskedString(value: string, key: string, { name, token }: Masking): string {
  // Contexts and long quotes are cut anywhere, also within a name.
  const isCut = Array.from(value).length >= contextLength;
  if (key === 'before' && isCut) return name.maskCut(value, 'start', token);
  if (key === 'after' && isCut) return name.maskCut(value, 'end', token);
  const parts = key === 'quote' ? shortenedParts(value) : null;
  if (!parts) return name.mask(value, token);
  const middle = value.slice(parts.head.length, value.length - parts.tail.length);
  return name.maskCut(parts.head, 'end', token) + middle + name.maskCut(parts.tail, 'start', token);
}

function inUnknownKeys(file: AnnotationFile, masking: Masking): Step {
  const parts = file.parts.filter((part): part is TopPart => part.kind === 'top' && !isTopKey(part.key));
  const edits = parts.flatMap((before): Change => {
    const raw = maskedValue(before.raw, '', masking);
    if (canonicalJson(raw) === canonicalJson(before.raw)) return [];
    return [{ kind: 'top', key: before.key, before, after: spelledTop(before, raw, file.eol) }];
  });
  return edits.length > 0 ? apply(file, edits) : nothing(file);
}
