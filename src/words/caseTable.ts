import type { SummaryReason } from '../engine/trajectory/caseTypes';
import type { Translate } from './faults';

/** Why a figure of a case has no value, in a few words. */
export const summaryReasonWords: Readonly<Record<SummaryReason, string>> = {
  'no-series': 'neither rated nor scored',
  'no-order': 'no session has a number or a date',
  'not-asked': 'left out in the study file',
  'no-episodes': 'no rupture',
  'no-outcome': 'no outcome measure',
  'one-value': 'one value only',
  'too-few-sessions': 'too few sessions',
  'no-variation': 'values do not vary',
  'no-norm': 'no sd and r in the study file',
  'one-case-only': 'no other case to compare with',
  'not-positive': 'the scale reaches 0',
};

/** Everything the table of cases says. */
export const caseTableMessages = {
  caption: 'The cases of the study, one row each; the heads sort',
  keyboard: 'A row opens the page of its case. Heads sort; arrow keys walk heads and rows.',
  exportCsv: 'Save as CSV',
  ascending: 'Sorted by {0}, ascending',
  descending: 'Sorted by {0}, descending',
  unsorted: 'In the order of the study',

  case: 'Case',
  sessions: 'Coded',
  alliance: 'Alliance',
  level: 'Level',
  trend: 'Trend',
  ruptures: 'Ruptures',
  resolved: 'Resolved',
  open: 'Still open',
  state: 'Repair',
  drops: 'Drops',
  outcome: 'Outcome',
  coder: 'Coding of',
  caseTitle: 'In the order of the study; sorted by name.',
  sessionsTitle: 'Sessions coded, of all sessions of the case.',
  allianceTitle:
    'The coder’s rating of bond, else goal, task or another; else the client’s score. Gaps stay gaps. Lines of one measure have the same scale in all cases. Sorted by the last value.',
  levelTitle: 'Mean of the alliance over the sessions.',
  trendTitle:
    'Slope of a straight line through the alliance, for each session (or day); from eight sessions on with the name of its shape.',
  rupturesTitle: 'Ruptures as coded: episodes, one that goes on in a later session counts once.',
  resolvedTitle: 'Share of the ruptures whose resolution is rated 4 or 5.',
  openTitle: 'Ruptures not resolved in the last session in which they were coded.',
  stateTitle:
    'Of the ruptures as coded: none, all repaired, or one at least unrepaired (the three states of McLaughlin et al. 2014).',
  dropsTitle:
    'Ruptures of the scores: drops of the alliance by the method named, and whether all were repaired (McLaughlin-like). Not what was coded.',
  outcomeTitle: 'The last value of the outcome measure less the first, and whether that is better.',
  coderTitle: 'Whose codings stand for the case, as on its page: your own, else those you may see.',

  noCase: 'no case',
  coded: '{coded} / {all}',
  codedTitle: 'Sessions coded by {coder}: {coded} of {all}. {rest}',
  nobodyTitle: 'Nobody’s coding of this case may be seen. Sessions: {all}.',
  none: '–',
  notSeen: 'no coding to see',
  measure: '{name} · {source}',
  values: '{measure}: {values}',
  n: 'n {n}',
  levelCell: 'Mean of {measure} over sessions: {n}; {better}',
  trendCell: 'Slope of {measure} over sessions: {n}; {better}',
  perSession: 'a session',
  perDay: 'a day',
  shape: '{per} · {shape}',
  ofAll: '{count} of {n}',
  share: '{percent} %',
  none_state: 'none',
  repaired_state: '● repaired',
  unrepaired_state: '○ unrepaired',
  oneDrop: 'one drop',
  manyDrops: '{count} drops',
  dropsCell: '{drops} in {measure}, by the method “{method}”; n {n}',
  outcomeCell: '{measure} went from {first} to {last}; {better}; n {n}',
  outcomeDetail: '{name} {first} → {last} · {direction}',
  better: 'better',
  worse: 'worse',
  unchanged: 'unchanged',
  because: '{column}: {reason}',

  counted: 'Cases: {cases}. Sessions: {sessions}, of which coded: {coded}.',
  hiddenNote: 'Codings hidden: {count}.',
  hiddenText: 'Others’ codings show once they and you have released the session; none of it is in a figure.',
  unseenNote: 'Cases without a coding you may see: {count}.',
  nothingNote: 'Nothing is coded yet that you may see.',
  nothingText: 'Open a session and tag a passage; its case gets its figures here.',
  changedNote: 'Sessions left out since their text has changed: {count}.',
  changedText: 'Open each, so that its passages are found again.',
  missingNote: 'Sessions that the study file lists and that are not there: {count}.',
  severalNote: 'The alliance is not measured alike in all cases.',
  severalText: 'Sorting compares values of one measure only; the measure of most cases comes first.',

  readingTitle: 'Reading the study…',
  readingBegins: 'The files of the study are looked for.',
  readingFiles: 'Files read: {done} of {of}.',
  readingSessions: 'Sessions read: {done} of {of}.',
  stop: 'Stop',
  stoppedTitle: 'Stopped',
  stoppedText: 'The cases were not read to the end, so there is no table.',
  again: 'Read Again',
  noFolderTitle: 'No folder is open',
  noFolderText: 'Open the folder of a study, and its cases appear here, one row each.',
  openFolder: 'Open Folder',
  noSessionTitle: 'There is no session in this folder yet',
  noSessionText:
    'Import transcripts or put them here; “Set Up Study” then says which sessions belong to which case.',
  setUp: 'Set Up Study',
  failedTitle: 'The cases could not be reckoned',
  failedText:
    'Please look into the log (Alliance Coder), and see “alliance check” for what is wrong in the files.',
} as const;

export type CaseTableMessage = keyof typeof caseTableMessages;
export type SayOfCases = (message: CaseTableMessage, args?: Record<string, string | number>) => string;

export function sayOfCases(translate: Translate): SayOfCases {
  return (message, args = {}) => translate(caseTableMessages[message], args);
}
