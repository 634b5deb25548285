import type { Coding, Rating } from '../annotations/types';
import type { Codebook } from '../codebook/types';
import type { SessionFacts } from '../study/types';
import type { Transcript } from '../transcript/types';
import { sessionAxis, type SessionAxis } from './axis';
import { densityOf, kernelWidth } from './density';
import { episodesOf, type EpisodeMarks } from './episodes';
import { figuresOf } from './figures';
import { judgedTurns } from './judged';
import { placesOf, type Placed } from './places';
import { segmentsOf } from './segments';
import { strainOf } from './strain';
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
    figures: figuresOf(places.placed, figures, judgedTurns(coding, axis), axis, codebook),
    curves: curvesOf(places.placed, episodes, axis, input),
    ratings: sessionRatings(coding.ratings),
    scores: facts.scores,
  };
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
  return { density: Object.fromEntries(density), strain: strainOf(episodes, axis) };
}

/** Of two ratings of one thing (a faulty file) the higher stands, whatever their order; any before "does not apply". */
function sessionRatings(ratings: readonly Rating[]): SessionTrajectory['ratings'] {
  const found = new Map<string, number | 'na'>();
  for (const { rating, scope, value } of ratings) {
    if (scope !== 'session') continue;
    const other = found.get(rating);
    if (other === undefined || other === 'na' || (value !== 'na' && value > other)) found.set(rating, value);
  }
  return Object.fromEntries([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
