import type { Coding } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import type { Transcript } from '../transcript/types';
import { sessionAxis, type SessionAxis } from './axis';
import { densityOf, kernelWidth } from './density';
import { episodesOf, type EpisodeMarks } from './episodes';
import { figuresOf } from './figures';
import { judgedTurns, type Judged } from './judged';
import { placesOf, type Placed } from './places';
import { segmentsOf } from './segments';
import { sequenceOf, type Sequence } from './sequences';
import { sessionRatings } from './sessionRatings';
import { strainOf } from './strain';
import { tenthsOf } from './tenths';
import type { Curves, Mark, SessionTrajectory } from './types';

export interface SessionInput {
  readonly transcript: Transcript;
  /** What the transcript is called in the result. */
  readonly name: string;
  readonly coding: Coding;
  readonly codebook: Codebook;
  readonly facts: SessionFacts;
  /** Trajectories of earlier sessions of the case, for episodes carried over from them. */
  readonly earlier?: readonly SessionTrajectory[];
}

/**
 * The trajectory of one coder's coding of one session (domain 1.4). The same whatever the order of annotations, episodes
 * and ratings in the file; annotations without a place or of an unknown code are counted in `left_out` and nowhere else.
 */
export function sessionTrajectory(input: SessionInput): SessionTrajectory {
  const { transcript, coding, codebook, facts } = input;
  const axis = sessionAxis(transcript, facts);
  const places = placesOf(coding, codebook, transcript, axis);
  const episodes = episodesOf({ coding, codebook, places, axis, earlier: input.earlier ?? [] });
  const figures = episodes.map((each) => each.figures);
  const judged = judgedTurns(coding, axis);
  return {
    transcript: input.name,
    coder: coding.coder,
    case: facts.case,
    session: facts.session,
    date: facts.date,
    stage: facts.stage,
    turns: transcript.turns.length,
    words: axis.wordStarts.at(-1) ?? 0,
    minutes: axis.minutes,
    codebook: { id: codebook.id, version: codebook.version },
    axis: axis.axis,
    segments: segmentsOf(axis, facts, places.placed, codebook),
    marks: places.placed.map(markOf),
    left_out: places.leftOut,
    episodes: figures,
    figures: figuresOf(places.placed, figures, judged, axis, codebook),
    curves: curvesOf(places.placed, episodes, axis, input),
    ...sessionRatings(coding.ratings, codebook),
    scores: facts.scores,
    coded_with: coding.codebook ?? null,
    tenths: tenthsOf(places.placed, axis, codebook),
    sequences: sequencesOf(input, places.placed, judged),
  };
}

/** What the therapist, and what the client does after a rupture. */
function sequencesOf(
  { transcript, codebook, facts }: SessionInput,
  placed: readonly Placed[],
  judged: Judged,
): readonly Sequence[] {
  const within = facts.followWithin;
  if (within === null) return [];
  const counted = { transcript, codebook, placed, judged };
  return (['therapist', 'client'] as const).map((by) => sequenceOf(counted, { by, within }));
}

function markOf({ id, code, part, turn, endTurn, x, rated }: Placed): Mark {
  return { id, code: code.id, family: code.family, kind: part, turn, end_turn: endTurn, x, impact: rated };
}

function curvesOf(
  placed: readonly Placed[],
  episodes: readonly EpisodeMarks[],
  axis: SessionAxis,
  { codebook, facts }: SessionInput,
): Curves {
  const width = kernelWidth(axis, facts);
  const density = codebook.families.map(({ id }) => {
    const ofFamily = placed.filter((each) => each.code.family === id);
    return [id, { width, points: densityOf(ofFamily, axis, width) }] as const;
  });
  const supporting = new Set(codebook.families.filter(({ valence }) => valence > 0).map(({ id }) => id));
  const supports = placed.filter(({ code }) => supporting.has(code.family));
  return {
    density: Object.fromEntries(density),
    support: { width, points: densityOf(supports, axis, width) },
    strain: strainOf(episodes, axis),
  };
}
