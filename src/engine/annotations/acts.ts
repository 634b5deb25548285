import type { Turn } from '../transcript/types';
import { andThen, type Step } from './change';
import { put, remove, setTop } from './edit';
import { find, keyOf, type AnnotationFile } from './file';
import { describe } from './quote';
import { sealOf } from './seal';
import type { Annotation, CarriedOver, Episode, Rating, TurnSpan } from './types';
import type { At } from '../transcript/at';

/** What a coder does with annotations: each act is one step, taken back as one. */

/** A passage to be coded. */
export interface Tag {
  readonly id: string;
  readonly code: string;
  readonly at: At;
  /** ISO 8601, UTC. */
  readonly created: string;
}

/** A step that changes nothing: where several follow one another. */
export function nothing(file: AnnotationFile): Step {
  return { file, change: [], inverse: [] };
}

/** New annotations, with the turns they lie in counted as judged. */
export function addTags(file: AnnotationFile, turns: readonly Turn[], tags: readonly Tag[]): Step {
  const entries = tags.map(({ id, code, at, created }) => ({
    id,
    code,
    at,
    ...describe(turns, at),
    created,
  }));
  const spans = tags.map(({ at }) => ({ from: at.turn, to: at.end_turn ?? at.turn }));
  return andThen(put(file, 'annotations', entries), (now) => judge(now, spans));
}

export function recode(file: AnnotationFile, id: string, code: string): Step {
  return changeAnnotation(file, id, (annotation) => ({ ...annotation, code }));
}

/** `null` or an empty note takes it away. */
export function setNote(file: AnnotationFile, id: string, note: string | null): Step {
  return changeAnnotation(file, id, ({ note: _, ...rest }) => (note ? { ...rest, note } : rest));
}

export function setRating(file: AnnotationFile, id: string, scale: string, value: number | null): Step {
  return changeAnnotation(file, id, ({ ratings, ...rest }) => {
    const others = Object.entries(ratings ?? {}).filter(([key]) => key !== scale);
    const all = value === null ? others : [...others, [scale, value] as const];
    return all.length > 0 ? { ...rest, ratings: Object.fromEntries(all) } : rest;
  });
}

/** Deletes annotations, takes them out of their episodes, and drops episodes without a rupture. */
export function deleteAnnotations(file: AnnotationFile, ids: readonly string[]): Step {
  const unlinked = ids.reduce((step, id) => andThen(step, (now) => unlink(now, id)), nothing(file));
  return andThen(unlinked, (now) => remove(now, 'annotations', ids));
}

/** Puts ruptures and repairs into one episode: that of this id or the first they belong to already, else a new one. */
export function link(
  file: AnnotationFile,
  id: string,
  ruptures: readonly string[],
  repairs: readonly string[],
): Step {
  const all = [...ruptures, ...repairs];
  const existing = file.coding.episodes.filter(
    (episode) => episode.id === id || all.some((each) => isIn(episode, each)),
  );
  // What began in an earlier session goes on, whatever joins it.
  const ground: Episode = existing.find(({ carried_over: before }) => before !== undefined) ??
    existing[0] ?? { id, ruptures: [], repairs: [] };
  const merged: Episode = {
    ...ground,
    ruptures: union([...existing.flatMap((episode) => episode.ruptures), ...ruptures]),
    repairs: union([...existing.flatMap((episode) => episode.repairs), ...repairs]),
  };
  const dropped = existing.map((episode) => episode.id).filter((each) => each !== ground.id);
  return andThen(remove(file, 'episodes', dropped), (now) => put(now, 'episodes', merged));
}

/** Takes an annotation out of its episode; one without a rupture, and that began in no earlier session, is none any more. */
export function unlink(file: AnnotationFile, id: string): Step {
  const touched = file.coding.episodes.filter((episode) => isIn(episode, id));
  return touched.reduce((step, episode) => {
    const ruptures = episode.ruptures.filter((each) => each !== id);
    const repairs = episode.repairs.filter((each) => each !== id);
    return andThen(step, (now) =>
      ruptures.length > 0 || episode.carried_over !== undefined
        ? put(now, 'episodes', { ...episode, ruptures, repairs })
        : remove(now, 'episodes', episode.id),
    );
  }, nothing(file));
}

/** An episode of an earlier session goes on in this one, under an id of its own. */
export function carryOver(file: AnnotationFile, id: string, before: CarriedOver): Step {
  return put(file, 'episodes', { id, ruptures: [], repairs: [], carried_over: before });
}

/** An episode goes on from no earlier session any more; where it holds no rupture of its own, it is none. */
export function notCarriedOver(file: AnnotationFile, id: string): Step {
  const found = find(file, 'episodes', id);
  if (found?.carried_over === undefined) return nothing(file);
  const { carried_over: _, ...rest } = found;
  return rest.ruptures.length > 0 ? put(file, 'episodes', rest) : remove(file, 'episodes', id);
}

/** How far an episode was resolved, 1 to 5; `null` takes the rating away. */
export function setResolution(file: AnnotationFile, episode: string, value: number | null): Step {
  const found = find(file, 'episodes', episode);
  if (!found) return nothing(file);
  const { resolution: _, ...rest } = found;
  return put(file, 'episodes', value === null ? rest : { ...rest, resolution: value });
}

/** Rates the session or a segment; `null` takes the rating away. A note on it stays. */
export function rate(
  file: AnnotationFile,
  rating: string,
  scope: Rating['scope'],
  value: Rating['value'] | null,
): Step {
  const before = find(file, 'ratings', keyOf('ratings', { rating, scope, value: 'na' }));
  if (value !== null) return put(file, 'ratings', { ...before, rating, scope, value });
  return before ? remove(file, 'ratings', keyOf('ratings', before)) : nothing(file);
}

/** Adds turns to those the coder judged; the spans stay sorted and apart. */
export function judge(file: AnnotationFile, spans: readonly TurnSpan[]): Step {
  return setJudged(file, [...(file.coding.coded ?? []), ...spans]);
}

/**
 * Declares the session finished and seals it (product section 7). Without `coded`, all turns count as judged. `by`: who does so,
 * where the file is nobody's own.
 */
export function release(file: AnnotationFile, at: string, turns: number, by?: string): Step {
  const judged = file.coding.coded ? nothing(file) : setTop(file, 'coded', [{ from: 1, to: turns }]);
  const sealed = andThen(judged, (now) => setTop(now, 'released', { at, sha256: sealOf(now.coding) }));
  return andThen(sealed, (now) => put(now, 'log', { at, event: 'released', by }));
}

export function takeBack(file: AnnotationFile, at: string, by?: string): Step {
  const open = setTop(file, 'released', undefined);
  return andThen(open, (now) => put(now, 'log', { at, event: 'taken_back', by }));
}

/** Somebody looks at another's work before they may see it, and says why. */
export function look(file: AnnotationFile, about: string, reason: string, at: string): Step {
  return put(file, 'log', { at, event: 'looked', about, reason });
}

/**
 * The transcript has another name now, or another folder. `logged` goes into the file of somebody else than who moved it; it
 * has to be the same however often it is tried.
 */
export function followTranscript(
  file: AnnotationFile,
  transcript: string,
  logged: { readonly at: string; readonly by: string } | null,
): Step {
  const named = setTop(file, 'transcript', transcript);
  return logged ? andThen(named, (now) => put(now, 'log', { ...logged, event: 'moved' })) : named;
}

function changeAnnotation(
  file: AnnotationFile,
  id: string,
  change: (annotation: Annotation) => Annotation,
): Step {
  const annotation = find(file, 'annotations', id);
  return annotation ? put(file, 'annotations', change(annotation)) : nothing(file);
}

export function isIn(episode: Episode, id: string): boolean {
  return episode.ruptures.includes(id) || episode.repairs.includes(id);
}

function union(ids: readonly string[]): string[] {
  return [...new Set(ids)];
}

/** Spans sorted, disjoint, and joined where they touch. */
export function joinSpans(spans: readonly TurnSpan[]): TurnSpan[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last && from <= last.to + 1) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** Sets the turns judged; none at all is not written. */
export function setJudged(file: AnnotationFile, spans: readonly TurnSpan[]): Step {
  const coded = joinSpans(spans);
  if (sameSpans(coded, file.coding.coded ?? [])) return nothing(file);
  return setTop(file, 'coded', coded.length > 0 ? coded : undefined);
}

/** Spans without some of their turns. */
export function withoutTurns(spans: readonly TurnSpan[], turns: ReadonlySet<number>): TurnSpan[] {
  const sorted = [...turns].sort((a, b) => a - b);
  return spans.flatMap(({ from, to }) => {
    const cuts = sorted.filter((turn) => from <= turn && turn <= to);
    const starts = [from, ...cuts.map((turn) => turn + 1)];
    const ends = [...cuts.map((turn) => turn - 1), to];
    return starts.flatMap((start, index) => {
      const end = ends[index] ?? to;
      return start <= end ? [{ from: start, to: end }] : [];
    });
  });
}

function sameSpans(a: readonly TurnSpan[], b: readonly TurnSpan[]): boolean {
  return a.length === b.length && a.every(({ from, to }, i) => from === b[i]?.from && to === b[i]?.to);
}
