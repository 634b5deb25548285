import { l10n } from 'vscode';
import { isLocked } from '../../engine/annotations/locked';
import type { SessionFacts } from '../../engine/study/types';
import { axesOf, sessionAxis } from '../../engine/trajectory/axis';
import { sessionTrajectory } from '../../engine/trajectory/session';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { EmptyState, PanelState, SessionState } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import { nothingBefore, type Before } from '../../store/earlierSessions';
import { liveCoding } from '../../store/liveCoding';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import { narrative } from '../../words/narrative';
import { arcsOf } from '../../words/session/episodes';
import { curvesOf } from '../../words/session/curves';
import { figuresOf } from '../../words/session/figures';
import { moversTable } from '../../words/session/movers';
import { segmentsOf } from '../../words/session/segments';
import { axisNote, axisWord, stageWord } from '../../words/session/terms';
import { carryingOf } from './carrying';
import { episodesOf, unlinkedOf } from './episodes';
import { marksOf } from './marks';
import { personName } from '../personName';
import { personChips, sessionChips } from './chips';
import type { Choices } from './choices';
import { ratingsOf } from './ratings';
import { panelStrings } from './strings';
import { familyLetter } from '../../engine/codebook/keys';
import { hidesTrajectory } from '../../engine/study/blinding';

/** The trajectory of a coding as it stands on screen: with the places its annotations have moved to since the last save. */
export function liveTrajectory(
  coded: CodedTranscript,
  person: Person,
  facts: SessionFacts,
  { sessions: earlier }: Before,
): SessionTrajectory {
  return sessionTrajectory({
    transcript: coded.parsed,
    name: baseName(coded.document.uri),
    coding: liveCoding(coded, person),
    codebook: coded.codebook,
    facts,
    earlier,
  });
}

/** What is known of a coder's other sessions of the case. */
export type Earlier = (coded: CodedTranscript, coder: string) => Before;

/** Everything the panel needs to draw, in words of the person's language. */
export function panelState(
  coded: CodedTranscript | undefined,
  choices: Choices,
  earlier: Earlier,
): PanelState {
  if (!coded) return noTranscript();
  const person = choices.person(coded);
  const coder = coderShown(coded, choices);
  const before = coder === undefined ? nothingBefore : earlier(coded, coder);
  if (hidesTrajectory(coded.sight, coded.ownCoding)) return hiddenTrajectory(coded, choices, before);
  const { annotations, episodes } = person?.file.file.coding ?? { annotations: [], episodes: [] };
  if (!person || annotations.length + episodes.length === 0) return nothingCoded(coded, person, before);
  const trajectory = liveTrajectory(coded, person, choices.facts(coded), before);
  return sessionState(coded, person, trajectory, before);
}

/** Whose coding is shown: somebody's, or one's own that is still to be begun. */
export function coderShown(coded: CodedTranscript, choices: Choices): string | undefined {
  return choices.person(coded)?.file.file.coding.coder ?? coded.coder;
}

function sessionState(
  coded: CodedTranscript,
  person: Person,
  trajectory: SessionTrajectory,
  before: Before,
): SessionState {
  const { codebook } = coded;
  const families = codebook.families.filter(({ id }) => trajectory.marks.some(({ family }) => family === id));
  const { axis } = trajectory;
  const axes = axesOf(coded.parsed, coded.facts);
  return {
    kind: 'session',
    chips: [...sessionChips(coded), ...personChips(coded, person)],
    sentences: [...whose(coded, person), ...narrative(trajectory, l10n.t).map((sentence) => [...sentence])],
    axis: {
      kind: axis.kind,
      label: axisWord(axis, l10n),
      choices: axes.map((kind) => ({ kind, label: axisWord({ kind }, l10n) })),
      note: axisNote(axis, axes.includes('time'), l10n),
      start: axis.start,
      end: Math.max(axis.end, axis.start + 1),
    },
    stages: stagesOf(trajectory),
    curves: curvesOf(trajectory, codebook, l10n),
    families: families.map((family) => ({
      id: family.id,
      letter: familyLetter(codebook, family.id),
      label: family.label,
      color: family.color,
    })),
    marks: marksOf(coded, person, trajectory),
    arcs: arcsOf(trajectory, l10n),
    segments: segmentsOf(trajectory, families, l10n),
    figures: figuresOf(trajectory, l10n),
    movers: moversTable(trajectory, coded.parsed.turns, l10n),
    episodes: episodesOf(person, trajectory, before),
    unlinked: unlinkedOf(person, trajectory, codebook),
    canLink: isEditable(person),
    carrying: isEditable(person) ? carryingOf(before) : null,
    ratings: ratingsOf(
      coded,
      person,
      trajectory.marks,
      axis.kind === sessionAxis(coded.parsed, coded.facts).axis.kind,
    ),
    strings: panelStrings(axis, personName(person.file.file.coding, coded.sight)),
  };
}

/** What one gives oneself, ratings and episodes that go on, has its place all the same. */
function hiddenTrajectory(coded: CodedTranscript, choices: Choices, before: Before): EmptyState {
  const { own } = coded;
  const marks = own ? liveTrajectory(coded, own, choices.facts(coded), before).marks : [];
  return {
    kind: 'empty',
    chips: [...sessionChips(coded), ...(own ? personChips(coded, own) : [])],
    title: l10n.t('Hidden until you release'),
    text: l10n.t(
      'This study shows picture, sentences and figures of a session to its coders when they have released it.',
    ),
    hints: [],
    action: null,
    carrying: carryingOf(before),
    ratings: coded.isLoaded ? ratingsOf(coded, own, marks, true) : null,
  };
}

function isEditable({ own, file }: Person): boolean {
  return own && !isLocked(file.file.coding);
}

/** Another's coding is said to be theirs before anything is said of it. */
function whose({ sight }: CodedTranscript, { own, file }: Person): SessionState['sentences'] {
  if (own) return [];
  // A name may end in a full stop of its own: Alice M.
  const who = personName(file.file.coding, sight).replace(/\.$/, '');
  return [[{ text: l10n.t('This is the coding of {0}.', who), strong: false }]];
}

/** The session has one stage, which is said behind the whole picture. */
function stagesOf({ stage, axis }: SessionTrajectory): SessionState['stages'] {
  return stage === null ? [] : [{ label: stageWord(stage, l10n), start: axis.start, end: axis.end }];
}

function noTranscript(): EmptyState {
  return {
    kind: 'empty',
    chips: [],
    title: l10n.t('No transcript is open'),
    text: l10n.t('Open a session transcript, and its alliance trajectory appears here.'),
    hints: [],
    action: { label: l10n.t('Get Started'), action: 'getStarted' },
    carrying: null,
    ratings: null,
  };
}

/** Where no passage is coded the session can be rated all the same, and go on with what an earlier one left open. */
function nothingCoded(coded: CodedTranscript, person: Person | undefined, before: Before): EmptyState {
  const isRated = (person?.file.file.coding.ratings.length ?? 0) > 0;
  const keys = (letter: string): string => `Alt+A ${letter}`;
  const hidden = coded.hidden.length;
  return {
    kind: 'empty',
    chips: [...sessionChips(coded), ...(person ? personChips(coded, person) : [])],
    title: titleOfNothing(coded, isRated),
    text: [
      l10n.t('Put the cursor into a turn, or select a passage, and tag it.'),
      hidden > 0
        ? l10n.t('Codings of others stay hidden until they and you have released this session: {0}.', hidden)
        : '',
    ]
      .filter(Boolean)
      .join(' '),
    hints: [
      { keys: keys('B'), text: l10n.t('Bond') },
      { keys: keys('G'), text: l10n.t('Goal consensus') },
      { keys: keys('T'), text: l10n.t('Task consensus') },
      { keys: keys('R'), text: l10n.t('Rupture') },
      { keys: keys('P'), text: l10n.t('Repair') },
      { keys: keys('C'), text: l10n.t('Any code') },
    ],
    action: null,
    carrying: person === undefined || isEditable(person) ? carryingOf(before) : null,
    ratings: coded.isLoaded ? ratingsOf(coded, person, [], true) : null,
  };
}

function titleOfNothing({ isLoaded }: CodedTranscript, isRated: boolean): string {
  if (!isLoaded) return l10n.t('Reading…');
  return isRated ? l10n.t('No passage is coded yet') : l10n.t('Nothing is coded yet');
}
