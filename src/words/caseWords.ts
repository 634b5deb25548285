import type { CaseAssociation, CaseAxis, CaseProblem, CaseProblemCode } from '../engine/trajectory/caseTypes';
import type { DetectorResult } from '../engine/trajectory/caseDetectors';
import type { Unsaid } from '../engine/trajectory/detectors/detection';
import { casePageMessages } from './casePage';
import { caseTableMessages, summaryReasonWords } from './caseTable';
import type { Translate } from './faults';

/** What is wrong with the data of a case, and what to do about it; the data in braces. */
export const caseProblemSentences: Readonly<Record<CaseProblemCode, string>> = {
  'not-placed':
    'The session “{transcript}” has no number (or, where sessions go by their dates, no date), so it is in no course over sessions. Please give it one in the study file.',
  'no-order':
    'No session has a number or a date, so nothing is said of their course. Please give them numbers in the study file.',
  'same-place':
    'Several sessions have the place {place}: {transcripts}. Where their values differ none is used. Please number them differently.',
  'dates-backwards':
    'The session “{transcript}” has a date ({date}) earlier than that of a session before it ({before}). Sessions go by their numbers; please correct one of the two.',
  'one-session': 'There is one session only (“{transcript}”), so there is no course to look at.',
  'rating-off-scale':
    'The rating “{rating}” of {coder} in “{transcript}” is {value}, which is not on its scale from {min} to {max}. It is left out; please correct it.',
  'score-off-scale':
    'The score of “{measure}” by {rater} for “{transcript}” is {value}, which cannot be. It is left out; please correct it, or the min and max of the measure.',
  'codebook-versions':
    'The codings of {coder} were made with several codebooks or versions: {versions}. Please see what changed between them.',
  'other-codebook': 'The figures of this case are reckoned with several codebooks or versions: {versions}.',
  'mixed-axes':
    'Sessions of this case are measured in different units ({units}), so their curves cannot be compared. Set “axis” in the study file.',
  'better-assumed':
    'The study does not say of these measures which way is good, and higher is taken for better: {measures}. Please set “better” under “measures”.',
};

/** What methods are called. */
export const detectorNames: Readonly<Record<DetectorResult['detector'], string>> = {
  shape: 'shape',
  'v-2sd': 'drops by 2 SD (Stiles-like)',
  'v-1sd': 'drops by 1 SD (Strauss-like)',
  crisis: 'drops over several sessions (Gumz-like)',
  'rci-drop': 'drops that are a reliable change',
  'reliable-change': 'reliable change',
  xmr: 'control chart (XmR)',
  tukey: 'control chart (Tukey)',
  'change-point': 'one change of level',
  'change-points': 'changes of level',
  piecewise: 'one change of slope',
  sudden: 'sudden gains and losses',
};

/** Why a method says nothing. */
const unsaidWords: Readonly<Record<Unsaid, string>> = {
  'too-few-sessions': 'needs {minimum} sessions with a value, and there are fewer: {n}',
  'no-variation': 'the values do not vary',
  'no-norm': 'the study file gives no sd and r of this measure',
  'one-case-only': 'needs another case with this measure',
  'not-positive': 'a share of the value before has no meaning on a scale that reaches 0',
};

/** What is found in a series. */
export const findingMessages = {
  session: 'session {x}',
  day: 'day {x}',
  repaired: 'worse from {from} to {to} by {depth} ({sigma} SD), repaired at {repair}',
  partial: 'worse from {from} to {to} by {depth} ({sigma} SD), partly repaired',
  unrepaired: 'worse from {from} to {to} by {depth} ({sigma} SD), not repaired',
  'series-ended': 'worse from {from} to {to} by {depth} ({sigma} SD), where the series ends',
  better: 'better from {from} to {to} by {change}',
  worse: 'worse from {from} to {to} by {change}',
  above: 'above the limit at {from}',
  below: 'below the limit at {from}',
  'eight-on-one-side': 'on one side of the mean from {from} to {to}',
  'two-of-three': 'near a limit from {from} to {to}',
  'six-in-a-row': 'steadily up or down from {from} to {to}',
  break: 'changes after {from}, from {before} to {after}',
  stable: 'stable',
  growing: 'growing',
  declining: 'declining',
  u: 'first down, then up (U)',
  'inverted-u': 'first up, then down (inverted U)',
} as const;

/** What may be said of alliance and outcome. */
const associationMessages = {
  'no-more-than-chance':
    'rank correlation {raw}, without trends {detrended} (n = {n}): no more than chance gives. A description.',
  'trend-only':
    'rank correlation {raw}, without trends {detrended} (n = {n}): more than chance only through their trends. A description.',
  'beyond-chance':
    'rank correlation {raw}, without trends {detrended} (n = {n}): more than chance gives. A description.',
  'not-asked': 'rank correlation {raw}, without trends {detrended} (n = {n}). A description.',
} as const;

/** Everything of a case that is translated. */
export const caseMessages: readonly Readonly<Record<string, string>>[] = [
  caseProblemSentences,
  detectorNames,
  unsaidWords,
  findingMessages,
  associationMessages,
  casePageMessages,
  caseTableMessages,
  summaryReasonWords,
];

export function caseProblemWords({ code, data }: CaseProblem, translate: Translate): string {
  return translate(caseProblemSentences[code], data);
}

/** Each finding of a method in a few words; the shape by its name. None where it found or says nothing. */
export function findingWords(result: DetectorResult, axis: CaseAxis, translate: Translate): string[] {
  const at = (x: number): string =>
    translate(findingMessages[axis.kind === 'day' ? 'day' : 'session'], { x });
  if (result.method === 'shape') {
    const label = result.estimates?.label ?? null;
    return label === null ? [] : [translate(findingMessages[label], {})];
  }
  return result.findings.map((finding) => oneFinding(finding, at, translate));
}

type Finding = Exclude<DetectorResult, { method: 'shape' }>['findings'][number];

function oneFinding(finding: Finding, at: (x: number) => string, translate: Translate): string {
  if (finding.kind === 'drop') {
    return translate(findingMessages[finding.state], {
      from: at(finding.peak),
      to: at(finding.low),
      depth: number(finding.depth),
      sigma: number(finding.depth_sigma),
      repair: finding.repair === null ? '' : at(finding.repair),
    });
  }
  if (finding.kind === 'outside') return translate(findingMessages[finding.side], { from: at(finding.x) });
  if (finding.kind === 'break') {
    return translate(findingMessages.break, {
      from: at(finding.after),
      before: number(finding.before_value),
      after: number(finding.after_value),
    });
  }
  const places = { from: at(finding.from), to: at(finding.to) };
  if (finding.kind === 'run') return translate(findingMessages[finding.rule], places);
  const change = number(Math.abs(finding.kind === 'jump' ? finding.range : finding.change));
  return translate(findingMessages[finding.direction], { ...places, change });
}

/** Why a method says nothing; null where it says something. */
export function unsaidReason(result: DetectorResult, translate: Translate): string | null {
  const { undefined: reason, n, minimum } = result;
  return reason === null ? null : translate(unsaidWords[reason], { n, minimum });
}

/** Null where nothing may be said. */
export function associationWords({ lags, reading }: CaseAssociation, translate: Translate): string | null {
  const [same] = lags;
  if (reading === 'not-said' || !same) return null;
  const [raw, detrended] = [number(same.raw.value ?? 0), number(same.detrended.value ?? 0)];
  return translate(associationMessages[reading], { raw, detrended, n: same.raw.n });
}

function number(value: number): string {
  return value.toFixed(2);
}
