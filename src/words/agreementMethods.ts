import type { Agreement } from '../engine/agreement/agreement';
import type { CodeAgreement } from '../engine/agreement/codeAgreement';
import type { Coefficient } from '../engine/agreement/coefficient';
import type { UnitKind } from '../engine/agreement/compared';
import type { ScaleAgreement, ScaleSubject } from '../engine/agreement/scaleAgreement';
import type { SpanAgreement } from '../engine/agreement/spanAgreement';
import type { Codebook } from '../engine/codebook/types';
import type { Role } from '../engine/transcript/types';
import { fraction, intervalWords, percentage, reasonWords } from './coefficients';
import type { Translate } from './faults';

/** What a methods section says of agreement (domain 2.3, after Hallgren 2012); the data in braces. */
export const methodsMessages = {
  twoBlind:
    'Two coders ({coders}), blind to each other’s codes until both had released them, independently coded {sessions} of {total} sessions ({share} %), {units}, with the codebook {codebooks}.',
  manyBlind:
    '{count} coders ({coders}), blind to each other’s codes until they had released their own, independently coded {sessions} of {total} sessions ({share} %), {units}, with the codebook {codebooks}.',
  open: '{count} coders ({coders}), who could see each other’s codes, coded {sessions} of {total} sessions ({share} %), {units}, with the codebook {codebooks}.',
  looked: 'In {count} of these sessions a coder had looked at another’s codes before releasing.',
  unreleased: 'Codings that are not released are among them.',
  noCodebook: 'that is not named in the files',
  turns: '{n} turns',
  segments: '{n} segments',
  characters: '{n} characters',
  leftOut: 'Left out were units not judged by all ({unjudged}) and turns marked as unclear ({unclear}).',
  leftOutBackChannels:
    'Left out were units not judged by all ({unjudged}), turns marked as unclear ({unclear}) and turns of listening sounds only ({backChannels}).',
  perTurn: 'present or absent per turn',
  perClientTurn: 'present or absent per turn of the client',
  perTherapistTurn: 'present or absent per turn of the therapist',
  perOtherTurn: 'present or absent per turn of others',
  perSegment: 'present or absent per segment',
  perCharacter: 'present or absent per character',
  code: '{code} ({what}): {figures}.',
  undefined: '{figure} is undefined, because {reason}',
  agreement: '{value} % agreement',
  prevalence: 'prevalence {value} %',
  fleiss: 'Fleiss’ κ',
  codedOrNot: 'α_u of coded or not',
  ci: '95 % CI {ci}',
  scales_session:
    'Ratings of sessions, ICC({form}) (two-way random, absolute agreement, single measures): {figures}.',
  scales_segment:
    'Ratings of segments, ICC({form}) (two-way random, absolute agreement, single measures): {figures}.',
  scales_annotation:
    'Ratings of passages to which both gave one code, ICC({form}) (two-way random, absolute agreement, single measures): {figures}.',
  scales_count:
    'Number of passages per session, ICC({form}) (two-way random, absolute agreement, single measures): {figures}.',
  scale: '{rating} {figures}',
  spans: '{code} (where passages begin and end): {figures}.',
  overSessions:
    'Intervals of codes are percentile bootstrap over {clusters} sessions ({resamples} resamples, seed {seed}).',
  fewSessions:
    'Intervals of codes are percentile bootstrap over {clusters} sessions ({resamples} resamples, seed {seed}), which are too few for an interval to be relied on.',
  oneSession:
    'Intervals of codes are percentile bootstrap over the {clusters} units of one session ({resamples} resamples, seed {seed}); since these are not independent, they are too narrow.',
  nothing: 'There is no session that all of them coded and released, so there is no figure.',
} as const;

/** What the sentence is made of. */
export interface MethodsFacts {
  readonly agreement: Agreement;
  readonly coders: readonly string[];
  readonly codebook: Codebook | null;
  readonly unit: UnitKind;
  /** Sessions of the case or study, compared or not. */
  readonly total: number;
  /** False: coders could see each other's codes all the time. */
  readonly blind: boolean;
  /** Sessions in which one of the coders had looked at another's codes before release. */
  readonly looked: number;
  readonly unreleased: boolean;
  readonly backChannels: boolean;
  /** Passages instead of units. */
  readonly spans: boolean;
}

type Say = (message: keyof typeof methodsMessages, args?: Record<string, string | number>) => string;

function sayIn(translate: Translate): Say {
  return (message, args = {}) => translate(methodsMessages[message], args);
}

/** For a methods section, in paragraphs: design, sample, what was left out and how intervals were drawn; families; ratings and counts. */
export function methodsText(facts: MethodsFacts, translate: Translate): string {
  const say = sayIn(translate);
  const { agreement } = facts;
  if (agreement.sessions === 0) return say('nothing');
  const families = <Row extends CodeAgreement | SpanAgreement>(rows: readonly Row[]): Row[] =>
    rows.filter(({ code, rollup }) => isFamily(code, rollup, facts.codebook));
  const used = new Set(
    agreement.rows.filter(({ prevalence }) => (prevalence ?? 0) > 0).map(({ code }) => code),
  );
  const isUsed = ({ code }: { readonly code: string }): boolean => used.has(code);
  const sentences = facts.spans
    ? families(agreement.spans)
        .filter(isUsed)
        .map((row) => spanSentence(row, facts, translate))
    : families(agreement.rows)
        .filter(isUsed)
        .map((row) => codeSentence(row, facts, translate));
  const design = [
    designSentence(facts, say),
    ...(facts.looked > 0 ? [say('looked', { count: facts.looked })] : []),
    ...(facts.unreleased ? [say('unreleased')] : []),
    leftOutSentence(facts, say),
    ...intervalSentence(agreement, say),
  ];
  const parts = [design, sentences, scaleSentences(facts, translate)];
  return parts.flatMap((part) => (part.length > 0 ? [part.join(' ')] : [])).join('\n\n');
}

/** One code in a sentence of its own. */
export function codeSentence(row: CodeAgreement, facts: MethodsFacts, translate: Translate): string {
  const say = sayIn(translate);
  const { percent, cohen_kappa, fleiss_kappa, krippendorff_alpha, gwet_ac1 } = row.coefficients;
  const kappa = facts.coders.length === 2 ? named('κ', cohen_kappa) : named(say('fleiss'), fleiss_kappa);
  const figures = [
    figure(kappa, say, translate),
    ...(percent.value === null ? [] : [say('agreement', { value: percentage(percent.value) })]),
    figure({ ...named('AC1', gwet_ac1), withInterval: false }, say, translate),
    figure({ ...named('α', krippendorff_alpha), withInterval: facts.coders.length > 2 }, say, translate),
    ...(row.prevalence === null ? [] : [say('prevalence', { value: percentage(row.prevalence) })]),
    `n = ${row.n}`,
  ];
  const speaker = facts.codebook?.codes.get(row.code)?.speaker ?? null;
  const what = say(unitMessage(facts.unit, speaker === 'dyad' ? null : speaker));
  return say('code', { code: labelOf(row.code, facts), what, figures: figures.join(', ') });
}

function spanSentence(row: SpanAgreement, facts: MethodsFacts, translate: Translate): string {
  const say = sayIn(translate);
  const figures = [
    figure(named('α_u', row.u_alpha), say, translate),
    ...(row.rollup ? [figure(named(say('codedOrNot'), row.u_alpha_binary), say, translate)] : []),
    say('characters', { n: row.n }),
  ];
  return say('spans', { code: labelOf(row.code, facts), figures: figures.join(', ') });
}

interface Named {
  readonly name: string;
  readonly found: Coefficient;
  readonly withInterval: boolean;
}

function named(name: string, found: Coefficient): Named {
  return { name, found, withInterval: true };
}

function figure({ name, found, withInterval }: Named, say: Say, translate: Translate): string {
  if (found.value === null) return say('undefined', { figure: name, reason: reasonWords(found, translate) });
  const value = `${name} = ${fraction(found.value)}`;
  return withInterval && found.ci ? `${value}, ${say('ci', { ci: intervalWords(found) })}` : value;
}

function designSentence({ agreement, coders, total, blind, unit }: MethodsFacts, say: Say): string {
  const message = !blind ? 'open' : coders.length === 2 ? 'twoBlind' : 'manyBlind';
  const all = Math.max(total, agreement.sessions);
  return say(message, {
    count: coders.length,
    coders: coders.join(', '),
    sessions: agreement.sessions,
    total: all,
    share: Math.round((agreement.sessions * 100) / all),
    units: say(`${unit}s`, { n: agreement.units }),
    codebooks: agreement.codebooks.length > 0 ? agreement.codebooks.join(', ') : say('noCodebook'),
  });
}

function leftOutSentence({ agreement, backChannels: counted, unit }: MethodsFacts, say: Say): string {
  const { unjudged, unclear, backChannels } = agreement.leftOut;
  const isAsked = !counted && unit !== 'segment';
  return say(isAsked ? 'leftOutBackChannels' : 'leftOut', { unjudged, unclear, backChannels });
}

const subjects = ['session', 'segment', 'annotation', 'count'] as const satisfies readonly ScaleSubject[];

/** What is rated alike in one sentence, so that form and design are said once. */
function scaleSentences(facts: MethodsFacts, translate: Translate): string[] {
  const say = sayIn(translate);
  return subjects.flatMap((subject) => {
    const found = facts.agreement.scales.filter((scale) => scale.subject === subject);
    const [first] = found;
    if (!first) return [];
    const figures = found.map((scale) => scaleFigures(scale, facts, translate)).join('; ');
    return [say(`scales_${subject}`, { form: first.report, figures })];
  });
}

function scaleFigures(scale: ScaleAgreement, facts: MethodsFacts, translate: Translate): string {
  const say = sayIn(translate);
  const rating = scaleLabel(scale, facts.codebook);
  const found = scale.icc[scale.report];
  if (found.value === null)
    return say('undefined', { figure: rating, reason: reasonWords(found, translate) });
  const interval = found.ci ? [say('ci', { ci: intervalWords(found) })] : [];
  return say('scale', { rating, figures: [fraction(found.value), ...interval, `n = ${found.n}`].join(', ') });
}

function intervalSentence({ interval }: Agreement, say: Say): string[] {
  if (!interval || interval.resamples === 0) return [];
  const { clusters, resamples, seed, warning } = interval;
  const message =
    warning === 'one-session' ? 'oneSession' : warning === 'few-sessions' ? 'fewSessions' : 'overSessions';
  return [say(message, { clusters, resamples, seed })];
}

const unitMessages = {
  client: 'perClientTurn',
  therapist: 'perTherapistTurn',
  other: 'perOtherTurn',
} as const satisfies Record<Role, keyof typeof methodsMessages>;

function unitMessage(unit: UnitKind, speaker: Role | null): keyof typeof methodsMessages {
  if (unit === 'segment') return 'perSegment';
  if (unit === 'character') return 'perCharacter';
  return speaker === null ? 'perTurn' : unitMessages[speaker];
}

/** Of a session or segment a rating is spoken of, else a code or a scale of passages: ids of the one are often those of the other. */
export function scaleLabel(
  { of, subject }: Pick<ScaleAgreement, 'of' | 'subject'>,
  codebook: Codebook | null,
): string {
  const isRating = subject === 'session' || subject === 'segment';
  const rating = isRating ? codebook?.ratings.find(({ id }) => id === of) : undefined;
  return (rating ?? (isRating ? undefined : codebook?.codes.get(of)))?.label ?? of;
}

function labelOf(code: string, { codebook }: MethodsFacts): string {
  return codebook?.codes.get(code)?.label ?? code;
}

/** A family with all below it; a family without anything below it by itself. */
export function isFamily(id: string, rollup: boolean, codebook: Codebook | null): boolean {
  const code = codebook?.codes.get(id);
  return code?.parent === null && rollup === code.children.length > 0;
}
