import { l10n } from 'vscode';
import { reviewOf } from '../../engine/annotations/reviews';
import type { Coding } from '../../engine/annotations/types';
import { percentJudged } from '../../engine/study/progress';
import { judgedCount } from '../../engine/trajectory/judged';
import type { PanelChip } from '../../panel/messages';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Person } from '../../store/person';
import { stageWord } from '../../words/session/terms';
import { personName } from '../personName';

/** Case, session, stage. */
export function sessionChips(coded: CodedTranscript): PanelChip[] {
  const { facts } = coded;
  const chips: PanelChip[] = [];
  if (facts.case !== null)
    chips.push({ kind: 'case', text: facts.case, title: l10n.t('Case {0}', facts.case) });
  if (facts.session !== null) {
    const text = l10n.t('Session {0}', facts.session);
    chips.push({ kind: 'session', text, title: facts.date === null ? text : `${text}, ${facts.date}` });
  }
  if (facts.stage !== null) {
    const text = stageWord(facts.stage, l10n);
    chips.push({ kind: 'stage', text, title: l10n.t('Stage of the therapy: {0}', text) });
  }
  return chips;
}

/** Whose coding is shown, its state, and what needs attention. */
export function personChips(coded: CodedTranscript, person: Person): PanelChip[] {
  const { coding } = person.file.file;
  const turns = coded.parsed.turns.length;
  const judged = judgedCount(coding, turns);
  const who = personName(coding, coded.sight);
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
  const chip: PanelChip = { kind: 'coder', text: stateOf(coded, person), title, ...choicesOf(coded, coding) };
  return [chip, ...(open.length > 0 ? [warning] : [])];
}

/** The others whose coding the gate shows, each with its state. */
function choicesOf(coded: CodedTranscript, { coder: chosen }: Coding): Pick<PanelChip, 'choices'> {
  if (coded.people.length < 2) return {};
  const of = coded.people.map((person) => ({
    coder: person.file.file.coding.coder,
    text: stateOf(coded, person),
  }));
  return { choices: { chosen, of } };
}

function stateOf(coded: CodedTranscript, { file, own }: Person): string {
  const { coding } = file.file;
  const who = personName(coding, coded.sight);
  const review = reviewOf(coding, coded.codings)?.event;
  if (review === 'approved') return l10n.t('{0} · approved', who);
  if (review === 'sent_back') return l10n.t('{0} · sent back', who);
  if (coding.released) return l10n.t('{0} · released', who);
  const turns = coded.parsed.turns.length;
  return own ? l10n.t('{0} · coding {1} %', who, percentJudged(judgedCount(coding, turns), turns)) : who;
}
