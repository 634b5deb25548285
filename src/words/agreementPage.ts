import type { Band, BandSystem } from '../engine/agreement/bands';
import { methodsMessages } from './agreementMethods';
import { coefficientReasons } from './coefficients';
import type { Translate } from './faults';

/** Everything the page of agreement says beside its methods paragraph. */
const agreementPageMessages = {
  scope: 'Over',
  session: 'this session',
  case: 'its case',
  study: 'the study',
  coders: 'Coders',
  unit: 'Unit',
  turn: 'turns',
  segment: 'segments',
  character: 'characters',
  spans: 'free passages',
  bands: 'Words for sizes',
  bandsOff: 'none',
  bandsClassic: 'Landis & Koch, Cicchetti',
  bandsStrict: 'Krippendorff, Koo & Li',
  copyMethods: 'Copy methods paragraph',
  exportTable: 'Export as CSV',

  sentence: '*{coders}* are compared on *{sessions} of {total} sessions*.',
  sentenceCodebooks: 'Codebook: {codebooks}.',
  sentenceVersions:
    'The codings were made with *different versions of the codebook*: {codebooks}. Please see what changed between them before you report a figure.',
  fewSessions: 'Intervals are over {clusters} sessions, which are *too few* for them to be relied on.',
  overSessions: 'Intervals are over {clusters} sessions.',
  oneSession:
    'Intervals are over the units of *one session*, which are not independent: they are *too narrow*.',
  goldEntry:
    'The gold coding is that of *{gold}*. To be reached by *{trainee}*: κ ≥ {kappa} for every code, ICC ≥ {icc} for every rating.',
  goldDefault: 'Where the study file says nothing under “training”, these are .60 and .70.',

  sessionsFigure: 'sessions',
  ofSessions: 'of {total}',
  unitsFigure_turn: 'turns judged by all',
  unitsFigure_segment: 'segments judged by all',
  unitsFigure_character: 'turns judged by all',
  setsFigure: 'all codes as sets',
  setsDetail: 'α (MASI) {ci}',
  unjudgedFigure: 'not judged by all',
  leftOutDetail: 'left out',
  unclearFigure: 'unclear',
  backChannelsFigure: 'listening sounds only',

  codeTable: 'Codes and families',
  codeNote:
    'Each row is exactly that code, or the code with all below it. Shares and κ are of units that all judged; n is said in each row. A click or Enter on a row unfolds it.',
  code: 'Code',
  n: 'n',
  prevalence: 'Prevalence',
  agreement: 'Agreement',
  kappa: 'κ',
  kappaTitle: 'Cohen’s κ, of two coders',
  fleiss: 'Fleiss’ κ',
  fleissTitle: 'Fleiss’ κ, of all coders',
  ac1: 'AC1',
  ac1Title: 'Gwet’s AC1: steady where a code is rare',
  alpha: 'α',
  alphaTitle: 'Krippendorff’s α',
  differ: 'Differ',
  differTitle: 'Units on which the coders differ',
  hits: 'Hits',
  hitsTitle: 'Both gave the code',
  misses: 'Misses',
  missesTitle: 'The gold coding has the code, the trainee’s has not',
  falseAlarms: 'False alarms',
  falseAlarmsTitle: 'The trainee gave the code, the gold coding has not',
  criterion: 'Criterion',
  met: 'met',
  notYet: 'not yet',
  notJudged: 'cannot be judged',
  withBelow: '{code} and all below',
  band_landis_koch: 'Landis & Koch',
  band_cicchetti: 'Cicchetti',
  band_koo_li: 'Koo & Li',
  band_krippendorff: 'Krippendorff',

  spanTable: 'Passages as they begin and end',
  spanNote:
    'α_u over the turns that all judged, laid end to end; n counts their characters. Passages of one code that overlap are one.',
  passages: 'Passages',
  passagesTitle: 'Of each coder, in the order of the names above',
  uAlpha: 'α_u',
  uAlphaTitle: 'Where passages begin and end, together with their codes',
  uBinary: 'coded or not',
  uBinaryTitle: 'α_u of coded or not, whatever the code',
  cuAlpha: 'codes',
  cuAlphaTitle: 'α_cu: which code, where two coders or more coded',

  scaleTable: 'Ratings and counts',
  scaleNote:
    'To report: ICC(2,1). The coders are a sample of possible coders and all of them rated all units compared (fully crossed), agreement is absolute, and the figure is of a single coder. Where the mean of the coders is analysed report ICC(2,k), which a row unfolds.',
  rating: 'Rating',
  rated_session: 'of sessions',
  rated_segment: 'of segments',
  rated_annotation: 'of passages with the same code',
  rated_count: 'passages per session',
  rated: 'Rated',
  ratedBy: '{n} of {rated}',
  ratedTitle: 'Units that all rated, of those that anybody did',
  icc: 'ICC({form})',
  iccTitle: 'Intraclass correlation, two-way random, absolute agreement, single measures',
  weighted: 'κ weighted',
  weightedTitle: 'κ with quadratic weights',
  offScale: 'Values that are not on the scale of the codebook, left out',
  form_1_1: 'ICC(1,1): one-way random, a single coder',
  form_2_1: 'ICC(2,1): two-way random, absolute agreement, a single coder',
  form_3_1: 'ICC(3,1): two-way mixed, consistency, a single coder',
  form_1_k: 'ICC(1,k): one-way random, the mean of the coders',
  form_2_k: 'ICC(2,k): two-way random, absolute agreement, the mean of the coders',
  form_3_k: 'ICC(3,k): two-way mixed, consistency, the mean of the coders',

  pairTable: 'Pairs of coders',
  pairNote: 'κ of each two coders, over all sessions that both coded and released; n below.',
  pair: '{first} – {second}',
  sessionTable: 'Sessions',
  sessionNote: 'Each session by itself: κ of each family, and the units in which the coders differ, of all.',
  sessionHead: 'Session',
  undefined: 'undefined, because {reason}',
  undefinedMark: '–',
  positive: 'Positive agreement (F1)',
  scott: 'Scott’s π',
  pabak: 'PABAK',
  kappaMax: 'The highest κ that these margins allow',
  bias: 'Bias: how much oftener {first} gave it, as a share of all units',
  interval: '{value} {ci}',
  otherRole: 'Annotations on a turn of another role, left out',
  outside: 'Annotations outside the units, left out',
  contingency: 'Contingency table',
  has: '{coder}: given',
  hasNot: '{coder}: not given',
  differences: 'Where the coders differ',
  atTurn: 'turn {unit}',
  atSegment: 'segment {unit}',
  difference: '{session}, {place}: {given}, not {not}',
  moreDifferences: 'And more: {count}. The CSV of units has them all.',
  copySentence: 'Copy as a sentence',

  leftOut: 'Left out',
  leftOutNote: 'What is in no figure, why, and what to do.',
  nobody: 'the transcript',
  leftItem: '{session}: {coder}',
  'out_not-coded': 'Not coded. Sessions count where all compared coders have a file.',
  'out_not-released':
    'Not released. Agreement is computed from sealed codings: whoever coded it releases it with “Release This Session”.',
  'out_you-have-not-released':
    'Hidden from you until you have released your own coding of it. Finish it, run “Release This Session”, and it appears here.',
  'out_nobody-is-coding': 'Hidden, since nobody codes in this window. Say who you are with “Switch Coder”.',
  'out_seal-broken':
    'Changed after it was released: its seal no longer holds. Its coder takes the release back and releases anew.',
  'out_text-changed':
    'The transcript has changed since it was coded, and not all passages are found for certain. Open it and confirm or place them.',
  'out_other-codebook':
    'Made with another codebook than the first session’s. Codes of two codebooks are not the same codes.',
  'out_duplicate-file': 'There are two files of this coder for it. Keep one.',
  'out_unreadable-annotations': 'The annotation file cannot be read. See the Problems view.',
  'out_unreadable-transcript': 'The transcript cannot be read.',
  'out_unreadable-study':
    'The study file cannot be read, so it is not known what may be compared. See the Problems view.',
  unknownCode: '“{code}”',
  unknownCodes:
    'Codes that the codebook does not have any more, or that several replaced: recode them, or put the code back.',

  methods: 'For the methods section',
  noneTitle: 'No figures yet',
  none: 'There is no session that {coders} both coded and released, and that you may see.',
  noneMany: 'There is no session that all of {coders} coded and released, and that you may see.',
  tooFewTitle: 'Choose two coders',
  tooFew: 'Agreement is of two coders or more. Choose them above.',
  nobodyTitle: 'Nobody to compare',
  nobodyText: 'There are no codings here that could be compared.',
  readingTitle: 'Reckoning…',
  reading: 'Sessions are read and compared.',
  readingShare: 'Sessions are read and compared: {percent} %.',
  failedTitle: 'Agreement could not be reckoned',
  failed:
    'Please look into the log (Alliance Coder), and see “alliance check” for what is wrong in the files.',
  stop: 'Stop',
  stoppedTitle: 'Stopped',
  stopped: 'The figures were not reckoned. Change a choice above, or run “Show Agreement” again.',
  choices: 'What is compared',
  figures: 'Figures',
} as const;

/** Words of bands, by system where one word means two things to translators. */
export const bandMessages: Readonly<Record<Band, string>> = {
  poor: 'poor',
  slight: 'slight',
  fair: 'fair',
  moderate: 'moderate',
  substantial: 'substantial',
  'almost-perfect': 'almost perfect',
  good: 'good',
  excellent: 'excellent',
  'not-reliable': 'not reliable',
  tentative: 'tentative conclusions',
  reliable: 'reliable',
};

/** Everything of agreement that is translated. */
export const agreementMessages: readonly Readonly<Record<string, string>>[] = [
  agreementPageMessages,
  bandMessages,
  methodsMessages,
  coefficientReasons,
];

export type AgreementMessage = keyof typeof agreementPageMessages;
export type SayAgreement = (message: AgreementMessage, args?: Record<string, string | number>) => string;

export function sayAgreementIn(translate: Translate): SayAgreement {
  return (message, args = {}) => translate(agreementPageMessages[message], args);
}

export function bandSystemMessage(system: BandSystem): AgreementMessage {
  return `band_${system}`;
}
