import { l10n } from 'vscode';
import type { Coding } from '../../engine/annotations/types';
import { percentJudged } from '../../engine/study/progress';
import { judgedCount } from '../../engine/trajectory/judged';
import { sessionTrajectory } from '../../engine/trajectory/session';
import type { SessionTrajectory } from '../../engine/trajectory/types';
import type { EmptyState, PanelChip, PanelState, SessionState } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import { atOfMark, markKey } from '../../store/placing';
import { narrative } from '../../words/narrative';
import { arcsOf, episodesOf, marksOf } from './marks';
import { curvesOf } from './curves';
import { figuresOf } from './figures';
import { segmentsOf } from './segments';
import { axisNote, axisWord, panelStrings, stageWord } from './strings';
import { familyLetter } from '../../engine/codebook/keys';

/** Whose coding the panel shows: one's own, else the first that the gate shows and that holds annotations. */
export function personShown(coded: CodedTranscript): Person | undefined {
  return coded.own ?? coded.people.find(({ file }) => file.file.coding.annotations.length > 0);
}

/** The trajectory of a coding as it stands on screen: with the places its annotations have moved to since the last save. */
export function liveTrajectory(coded: CodedTranscript, person: Person): SessionTrajectory {
  return sessionTrajectory({
    transcript: coded.parsed,
    name: baseName(coded.document.uri),
    coding: liveCoding(coded, person),
    codebook: coded.codebook,
    facts: coded.facts,
  });
}

function liveCoding(coded: CodedTranscript, person: Person): Coding {
  const { coding } = person.file.file;
  const { marks } = coded.transcript.live;
  return {
    ...coding,
    annotations: coding.annotations.map((annotation) => ({
      ...annotation,
      at: atOfMark(coded.transcript, marks.get(markKey(coding.coder, annotation.id))) ?? undefined,
    })),
  };
}

/** Everything the panel needs to draw, in words of the person's language. */
export function panelState(coded: CodedTranscript | undefined): PanelState {
  if (!coded) return noTranscript();
  const person = personShown(coded);
  if (!person || person.file.file.coding.annotations.length === 0) return nothingCoded(coded);
  const trajectory = liveTrajectory(coded, person);
  return sessionState(coded, person, trajectory);
}

function sessionState(coded: CodedTranscript, person: Person, trajectory: SessionTrajectory): SessionState {
  const { codebook } = coded;
  const families = codebook.families.filter(({ id }) => trajectory.marks.some(({ family }) => family === id));
  const { axis } = trajectory;
  return {
    kind: 'session',
    chips: [...sessionChips(coded), ...personChips(coded, person)],
    sentences: narrative(trajectory, l10n.t).map((sentence) => [...sentence]),
    axis: {
      kind: axis.kind,
      label: axisWord(axis),
      note: axisNote(axis),
      start: axis.start,
      end: Math.max(axis.end, axis.start + 1),
    },
    stages: stagesOf(trajectory),
    curves: curvesOf(trajectory, codebook),
    families: families.map((family) => ({
      id: family.id,
      letter: familyLetter(codebook, family.id),
      label: family.label,
      color: family.color,
    })),
    marks: marksOf(coded, person, trajectory),
    arcs: arcsOf(trajectory),
    segments: segmentsOf(trajectory, families),
    figures: figuresOf(trajectory),
    episodes: episodesOf(person, trajectory),
    strings: panelStrings(axis),
  };
}

/** The session has one stage, which is said behind the whole picture. */
function stagesOf({ stage, axis }: SessionTrajectory): SessionState['stages'] {
  return stage === null ? [] : [{ label: stageWord(stage), start: axis.start, end: axis.end }];
}

function sessionChips(coded: CodedTranscript): PanelChip[] {
  const { facts } = coded;
  const chips: PanelChip[] = [];
  if (facts.case !== null)
    chips.push({ kind: 'case', text: facts.case, title: l10n.t('Case {0}', facts.case) });
  if (facts.session !== null) {
    const text = l10n.t('Session {0}', facts.session);
    chips.push({ kind: 'session', text, title: facts.date === null ? text : `${text}, ${facts.date}` });
  }
  if (facts.stage !== null) {
    const text = stageWord(facts.stage);
    chips.push({ kind: 'stage', text, title: l10n.t('Stage of the therapy: {0}', text) });
  }
  return chips;
}

function personChips(coded: CodedTranscript, { file, own }: Person): PanelChip[] {
  const { coding } = file.file;
  const turns = coded.parsed.turns.length;
  const judged = judgedCount(coding, turns);
  const percent = percentJudged(judged, turns);
  const who = coding.name ?? coding.coder;
  const state = coding.released
    ? l10n.t('{0} · released', who)
    : own
      ? l10n.t('{0} · coding {1} %', who, percent)
      : who;
  const title = coding.released
    ? l10n.t('The coding of {0}, released and sealed', who)
    : l10n.t('The coding of {0}: {1} of {2} turns judged', who, judged, turns);
  const open = coded
    .passages()
    .filter((passage) => passage.coder === coding.coder && passage.state !== 'certain');
  const warning: PanelChip = {
    kind: 'warning',
    text: l10n.t('{0} to confirm', open.length),
    title: l10n.t('Annotations whose place in the text has to be confirmed: {0}', open.length),
  };
  return [{ kind: 'coder', text: state, title }, ...(open.length > 0 ? [warning] : [])];
}

function noTranscript(): EmptyState {
  return {
    kind: 'empty',
    chips: [],
    title: l10n.t('No transcript is open'),
    text: l10n.t('Open a session transcript, and its alliance trajectory appears here.'),
    hints: [],
    action: { label: l10n.t('Open the Sample Session'), action: 'openSample' },
  };
}

function nothingCoded(coded: CodedTranscript): EmptyState {
  const keys = (letter: string): string => `Alt+A ${letter}`;
  const hidden = coded.hidden.length;
  return {
    kind: 'empty',
    chips: sessionChips(coded),
    title: coded.isLoaded ? l10n.t('Nothing is coded yet') : l10n.t('Reading…'),
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
  };
}
