import type { EpisodeFigures, SessionTrajectory } from '../engine/trajectory/types';
import type { Translate } from './faults';

/** A stretch of a sentence; what matters most is strong. */
export interface SentencePart {
  readonly text: string;
  readonly strong: boolean;
}

/**
 * Every message of the narrative, as written in English: one per number class, so that no language has to bend a word around
 * a number. `*…*` is set strong. `{…}` are values: numbers up to twelve arrive as words.
 */
export const narrativeMessages = {
  nothingCoded: 'Nothing is coded yet.',
  nothingIn: 'Nothing was coded in the {turns} turns judged.',
  nothingInOne: 'Nothing was coded in the one turn judged.',
  nothingSoFar: 'Nothing is coded so far, with {percent} % of the turns judged.',
  noRuptureIn: '*No rupture* was coded in the {turns} turns judged.',
  noRuptureInOne: '*No rupture* was coded in the one turn judged.',
  noRuptureSoFar: '*No rupture* so far, with {percent} % of the turns judged.',
  noRuptureYet: '*No rupture* so far.',

  counted: '{ruptures}; {outcome}.',
  countedCarried: '{ruptures}, {carried}; {outcome}.',
  itFromEarlier: 'from an earlier session',
  oneFromEarlier: 'one of them from an earlier session',
  manyFromEarlier: '{count} of them from earlier sessions',
  allFromEarlier: 'all from earlier sessions',
  oneInMinutes: 'One rupture in {minutes} minutes',
  manyInMinutes: '{count} ruptures in {minutes} minutes',
  oneInTurns: 'One rupture in {turns} turns',
  manyInTurns: '{count} ruptures in {turns} turns',
  one: 'One rupture',
  many: '{count} ruptures',
  oneSoFar: 'One rupture so far, with {percent} % of the turns judged',
  manySoFar: '{count} ruptures so far, with {percent} % of the turns judged',
  oneYet: 'One rupture so far',
  manyYet: '{count} ruptures so far',
  itResolved: '*it was resolved*',
  itPartly: '*it was partly resolved*',
  itNotResolved: '*it was not resolved*',
  noneResolved: '*none was resolved*',
  oneResolved: '*one was resolved*',
  thatResolved: '*that one was resolved*',
  otherResolved: '*the other was resolved*',
  manyResolved: '*{count} were resolved*',
  bothResolved: '*both were resolved*',
  allResolved: '*all were resolved*',

  told: '{onset} and {outcome}.',
  withdraws: 'The client withdraws (turn {turn})',
  confronts: 'The client confronts (turn {turn})',
  mixes: 'The client withdraws and confronts (from turn {turn})',
  ruptures: 'It begins at turn {turn}',
  firstWithdraws: 'The client first withdraws (turn {turn})',
  firstConfronts: 'The client first confronts (turn {turn})',
  firstMixes: 'The client first withdraws and confronts (from turn {turn})',
  firstRuptures: 'The first begins at turn {turn}',
  takesUpIt: 'The session takes it up',
  takesUpTheOne: 'The session takes up the earlier one',
  takesUpOne: 'The session takes up an earlier one',
  repairedAtOnce: 'the strain is repaired within the same turn',
  repairedInOne: 'the strain is repaired by the next turn',
  repairedInMany: 'the strain is repaired within {turns} turns',
  partlyRepaired: 'the strain is partly repaired',
  attempted: 'an attempt at repair does not settle it',
  noAttempt: 'no attempt at repair is linked to it',
  noRepair: 'no repair answers it',
  noRepairLinked: 'no repair is linked to it',
  noRepairYet: 'no repair is linked to it so far',

  endsWithOne: 'The session *ends with one open*.',
  endsWithMany: 'The session *ends with {count} open*.',
  openSoFarOne: '*One is open* so far.',
  openSoFarMany: '*{count} are open* so far.',

  unlinkedOne: 'One mark of repair is linked to no rupture.',
  unlinkedMany: '{count} marks of repair are linked to no rupture.',

  two: 'two',
  three: 'three',
  four: 'four',
  five: 'five',
  six: 'six',
  seven: 'seven',
  eight: 'eight',
  nine: 'nine',
  ten: 'ten',
  eleven: 'eleven',
  twelve: 'twelve',
} as const;

type Message = keyof typeof narrativeMessages;
type Say = (message: Message, args?: Record<string, string | number>) => string;

const numberWords = [
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
  'eleven',
  'twelve',
] as const;

/**
 * A trajectory in one to three plain sentences: how many ruptures and how many were resolved, how the first went, what is
 * open at the end (or which repairs are linked to nothing). As long as turns are left to judge, it says so and claims
 * nothing of the end.
 */
export function narrative(trajectory: SessionTrajectory, t: Translate): SentencePart[][] {
  const say: Say = (message, args = {}) => t(narrativeMessages[message], args);
  return sentencesOf(trajectory, say).map((sentence) => partsOf(capitalised(sentence)));
}

function sentencesOf(trajectory: SessionTrajectory, say: Say): string[] {
  const { episodes } = trajectory;
  const first = episodes[0];
  const unlinked = unlinkedRepairs(trajectory, say);
  if (first === undefined) return [withoutRupture(trajectory, say), ...unlinked];
  const carried = carriedCount(episodes, say);
  const counted = say(carried === null ? 'counted' : 'countedCarried', {
    ruptures: ruptureCount(trajectory, say),
    carried: carried ?? '',
    outcome: outcomeOfAll(episodes, say),
  });
  const last = unlinked.length > 0 ? unlinked : openAtEnd(trajectory, say);
  return [counted, firstEpisode(first, trajectory, say), ...last];
}

function withoutRupture(trajectory: SessionTrajectory, say: Say): string {
  const { judged } = trajectory.figures;
  const turns = Math.round((judged.value ?? 0) * judged.n);
  const coded = trajectory.marks.length > 0;
  if (turns === 0) return say(coded ? 'noRuptureYet' : 'nothingCoded');
  if (isInProgress(trajectory)) {
    return say(coded ? 'noRuptureSoFar' : 'nothingSoFar', { percent: percentJudged(trajectory) });
  }
  if (turns === 1) return say(coded ? 'noRuptureInOne' : 'nothingInOne');
  return say(coded ? 'noRuptureIn' : 'nothingIn', { turns: inWords(turns, say) });
}

function ruptureCount(trajectory: SessionTrajectory, say: Say): string {
  const { turns } = trajectory;
  const count = inWords(trajectory.episodes.length, say);
  const one = trajectory.episodes.length === 1;
  const minutes = Math.round(trajectory.minutes ?? 0);
  if (isInProgress(trajectory)) {
    if (trajectory.figures.judged.value === 0) return say(one ? 'oneYet' : 'manyYet', { count });
    return say(one ? 'oneSoFar' : 'manySoFar', { count, percent: percentJudged(trajectory) });
  }
  if (minutes > 1)
    return say(one ? 'oneInMinutes' : 'manyInMinutes', { count, minutes: inWords(minutes, say) });
  if (turns > 1) return say(one ? 'oneInTurns' : 'manyInTurns', { count, turns: inWords(turns, say) });
  return say(one ? 'one' : 'many', { count });
}

function outcomeOfAll(episodes: readonly EpisodeFigures[], say: Say): string {
  const resolved = episodes.filter((each) => each.state === 'resolved').length;
  if (episodes.length === 1) {
    if (resolved === 1) return say('itResolved');
    return say(episodes[0]?.state === 'partly' ? 'itPartly' : 'itNotResolved');
  }
  if (resolved === 0) return say('noneResolved');
  if (resolved === episodes.length) return say(resolved === 2 ? 'bothResolved' : 'allResolved');
  return resolved === 1 ? oneOutcome(episodes, say) : say('manyResolved', { count: inWords(resolved, say) });
}

/** Which one: the one carried over is named right before, and the other one where there are two. */
function oneOutcome(episodes: readonly EpisodeFigures[], say: Say): string {
  const carried = episodes.filter(isCarried);
  if (carried.length !== 1) return say('oneResolved');
  if (carried[0]?.state === 'resolved') return say('thatResolved');
  return say(episodes.length === 2 ? 'otherResolved' : 'oneResolved');
}

/** How many of them began in earlier sessions; null where none did. */
function carriedCount(episodes: readonly EpisodeFigures[], say: Say): string | null {
  const carried = episodes.filter(isCarried).length;
  if (carried === 0) return null;
  if (carried === episodes.length) return say(carried === 1 ? 'itFromEarlier' : 'allFromEarlier');
  return carried === 1 ? say('oneFromEarlier') : say('manyFromEarlier', { count: inWords(carried, say) });
}

function isCarried({ carried_over: before }: EpisodeFigures): boolean {
  return before !== null;
}

function firstEpisode(episode: EpisodeFigures, trajectory: SessionTrajectory, say: Say): string {
  return say('told', {
    onset: onsetOf(episode, trajectory, say),
    outcome: episode.state === 'open' ? say(whyOpen(episode, trajectory)) : outcomeOf(episode, say),
  });
}

const onsets = {
  withdrawal: ['withdraws', 'firstWithdraws'],
  confrontation: ['confronts', 'firstConfronts'],
  mixed: ['mixes', 'firstMixes'],
  unspecified: ['ruptures', 'firstRuptures'],
} as const satisfies Record<EpisodeFigures['type'], readonly [only: Message, first: Message]>;

function onsetOf(episode: EpisodeFigures, { episodes }: SessionTrajectory, say: Say): string {
  const only = episodes.length === 1;
  if (isCarried(episode) && only) return say('takesUpIt');
  if (isCarried(episode))
    return say(episodes.filter(isCarried).length === 1 ? 'takesUpTheOne' : 'takesUpOne');
  return say(onsets[episode.type][only ? 0 : 1], { turn: episode.onset.turn });
}

function outcomeOf({ state, duration_turns: turns }: EpisodeFigures, say: Say): string {
  if (state !== 'resolved') return say(state === 'partly' ? 'partlyRepaired' : 'attempted');
  if (turns < 2) return say(turns === 0 ? 'repairedAtOnce' : 'repairedInOne');
  return say('repairedInMany', { turns: inWords(turns, say) });
}

function whyOpen(episode: EpisodeFigures, trajectory: SessionTrajectory): Message {
  if (episode.repairs.length > 0) return 'noAttempt';
  if (countUnlinked(trajectory) > 0) return 'noRepairLinked';
  return isInProgress(trajectory) ? 'noRepairYet' : 'noRepair';
}

/** Said of several ruptures only: of one, the sentences before say it. */
function openAtEnd(trajectory: SessionTrajectory, say: Say): string[] {
  const open = trajectory.episodes.filter((each) => each.open_at_end).length;
  if (open === 0 || trajectory.episodes.length === 1) return [];
  const count = inWords(open, say);
  if (isInProgress(trajectory)) return [say(open === 1 ? 'openSoFarOne' : 'openSoFarMany', { count })];
  return [say(open === 1 ? 'endsWithOne' : 'endsWithMany', { count })];
}

/** Who tags repairs and links none has every rupture open: this says why. */
function unlinkedRepairs(trajectory: SessionTrajectory, say: Say): string[] {
  const count = countUnlinked(trajectory);
  if (count === 0) return [];
  return [say(count === 1 ? 'unlinkedOne' : 'unlinkedMany', { count: inWords(count, say) })];
}

function countUnlinked({ marks, episodes }: SessionTrajectory): number {
  const linked = new Set(episodes.flatMap((each) => each.repairs));
  return marks.filter(({ id, kind }) => kind === 'attempt' && !linked.has(id)).length;
}

function isInProgress({ figures }: SessionTrajectory): boolean {
  return (figures.judged.value ?? 0) < 1;
}

/** Never 0 where a turn was judged, never 100 where one is left. */
function percentJudged({ figures }: SessionTrajectory): number {
  return Math.min(99, Math.max(1, Math.round((figures.judged.value ?? 0) * 100)));
}

/** From two to twelve in words. One has messages of its own. */
function inWords(count: number, say: Say): string | number {
  const word = numberWords[count - 2];
  return word === undefined ? count : say(word);
}

function capitalised(sentence: string): string {
  const [first = ''] = sentence.replace(/^\*/u, '');
  return first === '' ? sentence : sentence.replace(first, first.toLocaleUpperCase());
}

/** `*…*` apart from the rest. */
export function partsOf(sentence: string): SentencePart[] {
  return sentence
    .split('*')
    .map((text, index) => ({ text, strong: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
