import { describe } from '../../annotations/quote';
import type { Annotation, Coding, Episode } from '../../annotations/types';
import type { ExportedSession } from '../exported';
import { codesOf, type WrittenCodes } from './codesOut';
import { passagesOf, type Passage } from './codingsOut';
import type { PersonsCodings, ReadAnnotation } from './codingsIn';
import type { OwnCoding, OwnSession } from './ownIn';
import { ownSession } from './ownIn';
import { SourceText } from './sourceText';
import { storable } from './writeXml';

/** A coding that came back, and how many annotations another program added, changed or deleted. */
export interface ReturnedCoding {
  readonly coding: Coding;
  readonly changes: number;
  /** Whether it was made in the text that is in the package. */
  readonly sameText: boolean;
}

/**
 * Our own codings, as their files in the package say them, with what another program changed since: its annotations count, and
 * what it has no place for is ours. `theirs` are the codings as the project says them, by coder.
 */
export function returnedCodings(
  own: OwnSession,
  text: string,
  theirs: ReadonlyMap<string, PersonsCodings>,
): readonly ReturnedCoding[] {
  const session = ownSession(own, text);
  const returned: Returned = {
    ...session,
    source: new SourceText(session.transcript),
    codes: codesOf([session.codebook], new Map()),
  };
  return session.codings.map((each) => {
    const passages = passagesOf(each.exported, session, returned.source, returned.codes);
    const read = theirs.get(each.exported.coding.coder)?.annotations ?? [];
    return merged(each, passages, read, returned);
  });
}

interface Returned extends Pick<ExportedSession, 'transcript' | 'codebook'> {
  readonly source: SourceText;
  readonly codes: WrittenCodes;
}

function merged(
  { exported, sameText }: OwnCoding,
  passages: readonly Passage[],
  read: readonly ReadAnnotation[],
  session: Returned,
): ReturnedCoding {
  const { coding, places } = exported;
  const passageOf = new Map(passages.flatMap((one) => one.annotations.map(({ id }) => [id, one] as const)));
  const theirs = new Map(read.toReversed().map((each) => [each.selection, each]));
  const kept = coding.annotations.flatMap((annotation): Annotation[] => {
    const passage = passageOf.get(annotation.id);
    if (!passage) return [annotation];
    const other = theirs.get(passage.guid);
    if (!other) return [];
    return [withTheirs(annotation, other, passage, session)];
  });
  const ours = new Set(passages.map(({ guid }) => guid));
  const added = read.flatMap(({ selection, annotation }) => (ours.has(selection) ? [] : [annotation]));
  const deleted = coding.annotations.length - kept.length;
  const before = new Set(coding.annotations);
  const changed = kept.filter((annotation) => !before.has(annotation)).length;
  const changes = added.length + deleted + changed;
  if (changes === 0) return { coding, changes, sameText };
  const { released: _, ...open } = coding;
  const ids = new Set([...kept, ...added].map(({ id }) => id));
  const placed = kept.map((annotation) =>
    sameText || !before.has(annotation)
      ? annotation
      : inThisText(annotation, places.get(annotation), session),
  );
  return {
    coding: {
      ...open,
      annotations: [...placed, ...added],
      episodes: coding.episodes.flatMap((episode) => withIds(episode, ids)),
    },
    changes,
    sameText: true,
  };
}

/** An annotation with the place, code and note that another program gave it; the very same where these are its own. */
function withTheirs(
  annotation: Annotation,
  { annotation: theirs, ...counted }: ReadAnnotation,
  passage: Passage,
  { source, codes, codebook }: Returned,
): Annotation {
  const isHere = (span: { readonly start: number; readonly end: number } | null | undefined): boolean =>
    span?.start === passage.start && span.end === passage.end;
  const isMoved = !isHere(counted) && !isHere(theirs.at && source.spanOf(theirs.at));
  const isRecoded = codes.guidOf(codebook, theirs.code) !== passage.code;
  const isNoted = passage.annotations.length === 1 && bare(theirs.note) !== bare(annotation.note);
  if (!isMoved && !isRecoded && !isNoted) return annotation;
  const { note: own, ...ours } = annotation;
  const note = isNoted ? theirs.note : own;
  return {
    ...(isMoved ? { ...withoutPlace(ours), ...placeIn(theirs) } : ours),
    code: isRecoded ? theirs.code : annotation.code,
    ...(note === undefined ? {} : { note }),
  };
}

const placeKeys = ['at', 'was', 'unconfirmed', 'speaker', 'quote', 'quote_sha256', 'context'] as const;

function placeIn(annotation: Annotation): Partial<Annotation> {
  const said = placeKeys.map((key) => [key, annotation[key]] as const);
  return Object.fromEntries(said.filter(([, value]) => value !== undefined));
}

function withoutPlace(annotation: Annotation): Annotation {
  const {
    at: _at,
    was: _was,
    unconfirmed: _unconfirmed,
    speaker: _speaker,
    quote: _quote,
    quote_sha256: _hash,
    context: _context,
    ...rest
  } = annotation;
  return rest;
}

/** An annotation of a coding that was made in another text than this: at its place here, else with where it was. */
function inThisText(
  annotation: Annotation,
  at: Annotation['at'],
  { transcript }: Pick<ExportedSession, 'transcript'>,
): Annotation {
  if (at) return { ...annotation, at, ...describe(transcript.turns, at) };
  const { at: was, ...rest } = annotation;
  return was && annotation.quote !== undefined ? { ...rest, was } : annotation;
}

function withIds(episode: Episode, ids: ReadonlySet<string>): Episode[] {
  const ruptures = episode.ruptures.filter((id) => ids.has(id));
  const repairs = episode.repairs.filter((id) => ids.has(id));
  return ruptures.length + repairs.length > 0 ? [{ ...episode, ruptures, repairs }] : [];
}

/** As it comes back from XML, blanks apart. */
function bare(text: string | undefined): string {
  return storable(text ?? '')
    .replace(/\s+/g, ' ')
    .trim();
}
