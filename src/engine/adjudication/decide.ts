import { judge, nothing } from '../annotations/acts';
import { andThen, type Step } from '../annotations/change';
import { put, remove } from '../annotations/edit';
import { entriesOf, keyOf, type AnnotationFile } from '../annotations/file';
import { describe } from '../annotations/quote';
import type { Annotation, Dropped, Episode, Rating, TurnSpan } from '../annotations/types';
import type { Turn } from '../transcript/types';
import { accept, neither, type Choice } from './choice';
import { consensusEpisode } from './consensusEpisode';
import { refsOf, type EpisodeMatter, type Matter } from './matter';
import { verdictOn, verdictsIn } from './verdicts';

/** Who decides, when, and what is compared. */
export interface Deciding {
  readonly by: string;
  readonly reason?: string | undefined;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly newId: () => string;
  readonly turns: readonly Turn[];
  readonly matters: readonly Matter[];
  /** The turns of which the consensus speaks. */
  readonly judged: readonly TurnSpan[];
}

/** Decides a matter in the consensus file: what was decided about it before goes, and agreed episodes follow. */
export function decide(file: AnnotationFile, choice: Choice, how: Deciding): Step {
  const recorded = andThen(forget(file, [choice.matter], how.matters), (now) => record(now, [choice], how));
  return andThen(recorded, (now) => followUp(now, how));
}

/** Takes over what all agree on and nobody decided about, in one step. */
export function takeAgreed(file: AnnotationFile, how: Deciding): Step {
  const verdicts = verdictsIn(file.coding);
  const choices = how.matters.flatMap((matter) => {
    const isOpen = matter.kinds.length === 0 && matter.subject !== 'episode' && !verdictOn(matter, verdicts);
    return isOpen ? (accept(matter, [0]) ?? []) : [];
  });
  // Of what two people took over apart from each other one stays.
  const cleared = forget(
    file,
    choices.map(({ matter }) => matter),
    how.matters,
  );
  const recorded = andThen(cleared, (now) => record(now, choices, how));
  return andThen(recorded, (now) => followUp(now, how));
}

/** Passages an episode links that have to be decided before it can be. */
export function openPassages(matter: EpisodeMatter, file: AnnotationFile | null): EpisodeMatter['passages'] {
  const verdicts = verdictsIn(file?.coding ?? null);
  return matter.passages.filter((passage) => !verdictOn(passage, verdicts));
}

/** Takes out what the consensus says about matters, with a passage the episodes made of it, and what two versions say of that. */
function forget(file: AnnotationFile, about: readonly Matter[], matters: readonly Matter[]): Step {
  const gone = new Set(about.map(({ key }) => key));
  const dependent = matters.filter(
    (other) => other.subject === 'episode' && other.passages.some(({ key }) => gone.has(key)),
  );
  const refs = new Set([...about, ...dependent].flatMap(refsOf));
  return (['annotations', 'episodes', 'ratings', 'decisions'] as const).reduce((step, section) => {
    const made = entriesOf(step.file.coding, section).filter(({ from }) =>
      from?.some((ref) => refs.has(ref)),
    );
    const keys = made.map((entry) => keyOf(section, entry));
    if (keys.length === 0) return step;
    const abouts = new Set(keys.map((key) => `${section}/${key}`));
    const conflicts = file.coding.conflicts.filter(({ about: entry }) => abouts.has(entry));
    return andThen(
      andThen(step, (now) => remove(now, section, keys)),
      (now) =>
        remove(
          now,
          'conflicts',
          conflicts.map(({ id }) => id),
        ),
    );
  }, nothing(file));
}

function followUp(file: AnnotationFile, how: Deciding): Step {
  return andThen(followEpisodes(file, how), (now) => judge(now, how.judged));
}

/** Agreed episodes whose passages are all decided stand in the consensus, as far as their passages do. */
function followEpisodes(file: AnnotationFile, how: Deciding): Step {
  const verdicts = verdictsIn(file.coding);
  const ready = how.matters.filter(
    (matter): matter is EpisodeMatter =>
      matter.subject === 'episode' &&
      matter.kinds.length === 0 &&
      !verdictOn(matter, verdicts) &&
      matter.passages.every((passage) => verdictOn(passage, verdicts)),
  );
  const { reason: _, ...agreed } = how;
  return record(
    file,
    ready.flatMap((matter) => accept(matter, [0]) ?? []),
    agreed,
  );
}

function record(file: AnnotationFile, choices: readonly Choice[], how: Deciding): Step {
  const annotations = choices.flatMap((choice) => annotationsOf(choice, how));
  const ratings = choices.flatMap((choice) => ratingsOf(choice, how));
  const episodes = choices.flatMap((choice) => episodesOf(file, choice, how));
  const recorded = new Set([...annotations, ...ratings, ...episodes].flatMap(({ from }) => from ?? []));
  const dropped = choices.filter(({ matter }) => refsOf(matter).some((ref) => !recorded.has(ref)));
  const decisions = dropped.map((choice) => ({
    ...decided(neither(choice.matter), '', how),
    at: how.at,
  }));
  const steps = [
    (now: AnnotationFile) => put(now, 'annotations', annotations),
    (now: AnnotationFile) => put(now, 'ratings', ratings),
    (now: AnnotationFile) => put(now, 'episodes', episodes),
    (now: AnnotationFile) => put(now, 'decisions', decisions),
  ];
  return steps.reduce((step, next) => andThen(step, next), nothing(file));
}

function annotationsOf(choice: Choice, how: Deciding): Annotation[] {
  if (choice.subject !== 'passage') return [];
  return choice.taken.map(({ nearest, value: { code, at, ratings, note } }) => ({
    id: how.newId(),
    code,
    at,
    ...describe(how.turns, at),
    ratings,
    note,
    created: how.at,
    ...decided(choice, nearest, how),
  }));
}

function ratingsOf(choice: Choice, how: Deciding): Rating[] {
  if (choice.subject !== 'rating') return [];
  return choice.taken.map(({ nearest, value }) => ({ ...value, ...decided(choice, nearest, how) }));
}

/** Where nothing of an episode is left, since none of its ruptures is in the consensus, there is none. */
function episodesOf({ coding }: AnnotationFile, choice: Choice, how: Deciding): Episode[] {
  if (choice.subject !== 'episode') return [];
  return choice.taken.flatMap(({ nearest, value }) => {
    const linked = consensusEpisode(choice.matter, value.links, coding);
    const { resolution, note } = value;
    return linked ? [{ id: how.newId(), ...linked, resolution, note, ...decided(choice, nearest, how) }] : [];
  });
}

/** All sides are named, the nearest first. */
function decided(
  { matter, decision }: Choice,
  nearest: string,
  { by, reason }: Deciding,
): Pick<Dropped, 'from' | 'decision' | 'reason' | 'by'> {
  const others = refsOf(matter)
    .filter((ref) => ref !== nearest)
    .sort();
  return { from: nearest === '' ? others : [nearest, ...others], decision, reason, by };
}
