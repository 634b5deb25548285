import { detectorKeys } from './detectorKeys';

/**
 * What each key of our files is for: in the JSON Schemas, and from there in hovers and completion, where it is translated. A
 * key is named by its path, `[]` for an item of a list and `*` for any key; where several places share the end of a path
 * that end is enough.
 */
type KeyWords = Readonly<Record<string, string>>;

const decided: KeyWords = {
  from: 'What the agreed entry was made from, each as CODER/ID.',
  decision:
    'What was decided: agreed, accepted or both (as the first of “from” says), merged, changed, neither.',
  reason: 'Why.',
  by: 'Who did this: a coder’s id.',
};

const at: KeyWords = {
  'at.turn': 'The turn, counted from 1.',
  'at.start':
    'The first character of the passage in the turn, counted from 0. Without it: from the beginning.',
  'at.end_turn': 'The turn in which the passage ends, where that is another.',
  'at.end': 'Behind the last character of the passage, counted from 0. Without it: to the end of the turn.',
};

export const annotationKeys: KeyWords = {
  ...decided,
  ...at,
  ...Object.fromEntries(Object.entries(at).map(([key, says]) => [key.replace('at.', 'was.'), says])),
  alliance: 'The format of this file. It is 1.',
  transcript:
    'The file name of the transcript beside this file. This key and the coder decide what the file is.',
  coder: 'Who coded: an id of small letters, digits, - and _.',
  name: 'The coder’s name, for readers.',
  role: 'coder, supervisor, or consensus for the agreed coding.',
  codebook: 'The codebook the codes are from.',
  'codebook.id': 'The id of the codebook.',
  'codebook.version': 'The version of the codebook, in quotation marks.',
  text: 'Which text the places are valid for. Written by the program.',
  'text.sha256': 'SHA-256 of the transcript as it was.',
  'text.turns': 'A fingerprint of each turn, to find what changed, moved, came or went.',
  coded: 'The turns that have been judged so far. A released coding without it was judged as a whole.',
  'coded[].from': 'The first turn judged.',
  'coded[].to': 'The last turn judged.',
  released:
    'The coding is finished: the seal over annotations, episodes and ratings. Written by the program.',
  'released.at': 'When it was released.',
  'released.sha256': 'SHA-256 of what was released.',
  annotations: 'Codes applied to passages of the transcript.',
  'annotations[].id':
    'Names this entry in the file: eight letters and digits. Left out, it is made at the next write.',
  'annotations[].code': 'The code, as the codebook calls it.',
  'annotations[].at': 'Where the passage is. Without it, the quote says so.',
  'annotations[].was': 'Where the passage was, when it has no place in the text any more.',
  'annotations[].unconfirmed':
    'It was found again in a text that had changed, and nobody has confirmed its place yet.',
  'unconfirmed.state':
    'moved: its words stand elsewhere. changed: most of them stand there. ambiguous: several places are equally good.',
  'unconfirmed.method':
    'How it was found: by the turns that did not change, by the words in a turn that did, or by the quote elsewhere.',
  'unconfirmed.confidence': 'How much of its words and of what stood around them is there, from 0 to 1.',
  'unconfirmed.places': 'The places that are equally good.',
  'places[].turn': 'The turn, counted from 1.',
  'places[].start': 'The first character of the passage in the turn, counted from 0.',
  'places[].end_turn': 'The turn in which the passage ends, where that is another.',
  'places[].end': 'Behind the last character of the passage, counted from 0.',
  speaker: 'Whose turn it is, for readers. It decides nothing.',
  quote: 'The words of the passage.',
  quote_sha256: 'SHA-256 of the words, where the quote is shortened.',
  context: 'The words around the passage, to find it again.',
  'context.before': 'Up to 32 characters before it.',
  'context.after': 'Up to 32 characters behind it.',
  'annotations[].ratings': 'Values on the scales of the code, by the name of the scale.',
  'annotations[].ratings.*': 'A value of this scale.',
  note: 'What the coder wants to remember of it.',
  created: 'When it was made.',
  episodes: 'Ruptures with the repairs that answer them.',
  'episodes[].id': 'Names this episode in the file.',
  'episodes[].ruptures': 'The annotations that are the rupture, by their ids.',
  'episodes[].repairs': 'The annotations that answer it, by their ids.',
  'episodes[].resolution': 'How it ended, on the scale “resolution”.',
  'episodes[].carried_over': 'The episode of an earlier session that this one goes on with.',
  'carried_over.transcript': 'The file name of that session’s transcript.',
  'carried_over.episode': 'The id of the episode there.',
  ratings: 'Judgements of the session, or of a segment of it.',
  'ratings[].rating': 'Which rating of the codebook.',
  'ratings[].scope': 'What is judged: session, or one segment with its turns.',
  'scope.segment': 'The number of the segment, counted from 1.',
  'scope.from_turn': 'The first turn of the segment.',
  'scope.to_turn': 'The last turn of the segment.',
  'ratings[].value': 'A value of the rating’s scale, or na where it does not apply.',
  decisions: 'What the consensus decided without an entry of its own: nothing was taken over.',
  'decisions[].at': 'When.',
  memos: 'Thoughts on the session, or on a place in it.',
  'memos[].id': 'Names this memo in the file.',
  'memos[].text': 'What it says.',
  'memos[].at': 'The place it is about. Without it: the session.',
  'memos[].was': 'The turn it was about, when that is no more.',
  comments: 'What this person says to others about a passage or an annotation.',
  'comments[].id': 'Names this comment in the file.',
  'comments[].about': 'The annotation it is about, as CODER/ID.',
  'comments[].at': 'The passage it is about, where it is about no annotation.',
  'comments[].was': 'Where the passage was, when it has no place in the text any more.',
  'comments[].unconfirmed':
    'Its passage was found again in a text that had changed, and nobody has confirmed its place yet.',
  'comments[].reply_to': 'The comment it answers, as CODER/ID.',
  'comments[].text': 'What it says.',
  log: 'What happened to this coding. Written by the program.',
  'log[].at': 'When.',
  'log[].event': 'What happened.',
  'log[].about': 'Whom or what it was about: a coder, or CODER/ID.',
  conflicts:
    'What another version of this file says otherwise, until you decide which stays: “Alliance: Resolve Conflicts”.',
  'conflicts[].id': 'Names this conflict in the file.',
  'conflicts[].about': 'The entry it is about, as annotations/ID, or a key of this file.',
  'conflicts[].field':
    'The key of the entry that has two values. Without it: the other version deleted the entry.',
  'conflicts[].value': 'What the other version says. Without it: nothing.',
  'conflicts[].from': 'Where the other version was found.',
};

export const codebookKeys: KeyWords = {
  alliance_codebook: 'The format of this file. It is 1.',
  id: 'The id of the codebook; annotation files name it.',
  title: 'What the codebook is called.',
  version: 'The version, in quotation marks: 1.2.0. Figures say which versions they mix.',
  language: 'The language it is written in: en, de, …',
  scales: 'The scales on which codes and ratings are judged, by name.',
  'scales.*': 'A scale.',
  'scales.*.type': 'The kind of scale: ordinal, the values have an order.',
  'scales.*.values': 'Each value with its word. The values stand in quotation marks.',
  'scales.*.values.*': 'What this value means.',
  'scales.*.default': 'The value that counts where a coder gave none.',
  'scales.*.start': 'The value a form begins with.',
  ratings: 'What is judged of whole sessions or segments.',
  'ratings[].id': 'The id of the rating; annotation files name it.',
  'ratings[].label': 'What the rating is called.',
  'ratings[].scale': 'The scale it is judged on.',
  'ratings[].scopes': 'What is judged: session, segment, or both. Without it: the session.',
  'ratings[].not_applicable_without':
    'A code. Where a session has no annotation with it or its children, the rating does not apply.',
  changes: 'What was changed, version by version.',
  'changes[].version': 'The version that came of it.',
  'changes[].date': 'When.',
  'changes[].text': 'What was changed, and why.',
  codes: 'The codes. Those at the top are families; their children refine them.',
  'codes[].id':
    'The id of the code; annotation files name it. A child’s begins with its parent’s: rupture.withdrawal.',
  'codes[].label': 'What the code is called.',
  'codes[].key': 'The key that applies it in coding mode; for a child, the next key.',
  'codes[].color': 'The colour of its marks: "#0072B2". Children inherit it.',
  'codes[].valence': '1 strengthens the alliance, -1 strains it, 0 neither. Children inherit it.',
  'codes[].kind':
    'What the trajectory makes of it: withdrawal and confrontation open an episode of rupture, contribution is the therapist’s share, attempt, response and decline belong to repair. Children inherit it.',
  'codes[].speaker': 'Whose turn it is expected on; dyad: an exchange of both. Children inherit it.',
  'codes[].scales': 'The scales its annotations are rated on. Children inherit them.',
  'codes[].definition': 'What the code means.',
  'codes[].rule': 'A rule that decides doubtful cases.',
  'codes[].include': 'What belongs to it.',
  'codes[].exclude': 'What does not, and which code it has instead.',
  'codes[].example': 'Words of a session that show it.',
  'codes[].replaces': 'Ids of earlier versions that this code stands for now.',
  'codes[].children': 'Codes that refine it.',
};

export const studyKeys: KeyWords = {
  alliance_study: 'The format of this file. It is 1.',
  title: 'What the study is called.',
  segment_minutes: 'The length of a segment in minutes. Without it: 5.',
  words_per_minute: 'How fast is spoken, for sessions without times. Without it: 150.',
  axis: 'What the trajectory is drawn over: time, words or turns. Without it: what the transcript has.',
  unit: 'What coders are compared by: turn, segment or character.',
  back_channels:
    'true: turns that are only sounds of listening (mm-hm) or notation count as units of agreement, too. Without it they do not.',
  speakers: 'The labels of all transcripts. Once some are listed, only these begin a turn.',
  'speakers.*': 'A label, with its role.',
  'speakers.*.role': 'therapist, client or other.',
  'speakers.*.name': 'Who that is, for readers.',
  blind:
    'What is hidden from coders beside each other’s work, which is hidden without saying. With false nothing is.',
  'blind.*': 'true hides it, false shows it.',
  coders: 'Who works on the study, by id.',
  'coders.*': 'A person: an id of small letters, digits, - and _.',
  'coders.*.name': 'The name, for readers.',
  'coders.*.role': 'coder, supervisor or consensus. Without it: coder.',
  measures: 'The questionnaires and outcome measures that sessions have scores of.',
  'measures.*': 'A measure, by the name that scores use.',
  'measures.*.kind': 'What it is: outcome, alliance, …',
  'measures.*.better': 'Whether higher or lower values are better.',
  'measures.*.sd': 'Its standard deviation, for reliable change.',
  'measures.*.r': 'Its reliability from 0 to 1, for reliable change.',
  'measures.*.source': 'Where these figures are from.',
  'measures.*.min': 'The lowest value of its scale.',
  'measures.*.max': 'The highest value of its scale.',
  ...detectorKeys,
  cases: 'The clients or couples of the study, by name.',
  'cases.*': 'One client’s or couple’s sessions.',
  'cases.*.therapist': 'A name or number for the therapist of this case, for tables.',
  'cases.*.condition': 'The treatment this case is in, for tables.',
  'cases.*.sessions': 'The sessions of this case.',
  'sessions[].transcript': 'The transcript, as a path from this file, with /.',
  'sessions[].session': 'The number of the session in its case.',
  'sessions[].date': 'The day of the session: "2026-03-02".',
  'sessions[].stage': 'The stage of the alliance in this session.',
  'sessions[].duration': 'How long the session was, in minutes.',
  'sessions[].scores': 'What questionnaires gave for this session, by whom they were filled in.',
  'scores.*': 'Who filled them in: client, therapist, …',
  'scores.*.*': 'The score on this measure.',
  plan: 'Who is to code which transcript.',
  'plan[].transcript': 'The transcript, as a path from this file, with /.',
  'plan[].coders': 'Who is to code it, by their ids.',
  training: 'How coders in training are compared with a gold coding: “Alliance: Compare with Gold”.',
  'training.gold': 'The id of the coder whose coding is the gold: consensus, a supervisor, an expert.',
  'training.criterion': 'What is to be reached.',
  'training.criterion.kappa': 'κ of each code from which on it is met, 0 to 1.',
  'training.criterion.icc': 'ICC of each rating from which on it is met, 0 to 1.',
};

/** Everything that a translation of the keys has to cover. */
export function fileKeyMessages(): readonly string[] {
  return [...new Set([annotationKeys, codebookKeys, studyKeys].flatMap((keys) => Object.values(keys)))];
}
