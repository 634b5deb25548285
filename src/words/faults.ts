import type { ErrorCode } from 'yaml';
import type { Fault, FaultCode } from '../engine/faults';

/** `vscode.l10n.t` in the editor, `plain` on the command line. */
export type Translate = (message: string, args: Record<string, string | number>) => string;

/**
 * What is wrong, and what to do about it: one sentence or two for each code, with the fault's data in braces. `faultMessages`
 * lists all that is translated.
 */
export const faultSentences: Readonly<Record<FaultCode, string>> = {
  // a transcript
  'header-not-closed':
    'The header that begins here has no end, so it is read as text. Put a line of three dashes (---) behind it, or remove this one.',
  'header-not-yaml': 'The header cannot be read, so nothing in it counts. {reason}',
  'header-value':
    'The header’s “{path}” cannot be read and counts as not given. It should be: {expected}. Please correct or remove it.',
  'header-unknown-key':
    'The header’s “{path}” is not known and has no effect. Please check its spelling, or remove it.',
  'header-blind':
    'This study is blind, and “{key}” in the header tells coders what they should not know. Please move it to the study file.',
  'time-backwards': 'This time, {time}, is earlier than {before} above it. Please correct one of the two.',
  'unknown-label':
    '“{label}:” begins a line more than once (lines: {count}), but is not one of the speakers, so no turn begins there. If it is a speaker, add it to the speakers in the header.',
  'unclosed-nonverbal': 'The (( that begins here is not closed on its line. Please add )) where it ends.',
  'line-too-long':
    'This line has {length} characters. Above {limit}, pauses and other notation in it are not recognised. Please check whether line breaks were lost.',
  'no-turns':
    'No line begins with a speaker, so there are no turns to code. Begin each turn with a label such as “T:” or “C:”, or list the speakers in the header.',
  'same-name':
    'Two transcripts in this folder have the name “{name}”, so it is not clear which of them a coding belongs to. Please rename one.',
  'not-utf8':
    'This file is not stored as UTF-8 text, so letters could be read wrongly. Please save it with the encoding UTF-8, or import it.',
  'too-large': 'This file is too large to be opened ({size} MB; the limit is {limit} MB). Please divide it.',
  // any YAML file of ours
  'not-yaml': 'This file cannot be read, and nothing is written to it until it is corrected. {reason}',
  'not-ours':
    'This is not a file of Alliance Coder: “{expected}” is missing at its beginning. Please add it, or rename the file.',
  'newer-version':
    'This file was written by a newer Alliance Coder (format {version}; this one reads up to format {supported}). Please update the extension; until then the file is shown as far as it can be read, and never changed.',
  'wrong-value': '“{path}” cannot be read. It should be: {expected}. Please correct it.',
  'missing-key': '“{path}” is missing. Please add it here.',
  'unknown-key':
    '“{path}” is not known and has no effect; it is kept. Please check its spelling, or ignore this.',
  // an annotation file
  'other-transcript':
    'This file is about “{transcript}”, which is not in its folder. Please put the two beside each other, or correct the name.',
  'reserved-coder':
    'The id “consensus” is kept for the agreed coding of several coders, and only that has the role consensus. Here the coder is “{coder}”. Please correct the id or the role.',
  'duplicate-file':
    'There are two files of the coder “{coder}” for this transcript; the other is “{other}”. Please keep one, after moving over what only the other has.',
  'conflict-copy':
    'This looks like a copy of “{other}” that a sync tool made because two programs wrote at once. It is not counted. If you are “{coder}”, please merge it into your file with “Merge Versions”.',
  'git-conflict':
    'Git left two versions of this file in it (stretches with marks: {conflicts}), so it cannot be read, and nothing is written to it. If it is yours, please merge them with “Merge Versions”.',
  conflict:
    'Another version of this file says something else here: {what}. Both are kept until you decide with “Resolve Conflicts”.',
  'duplicate-id':
    'The id “{id}” is given more than once in this file. Please give one of the entries another id.',
  'unknown-code':
    'The codebook has no code “{code}” (annotation “{annotation}”). Please recode it, or add the code to the codebook.',
  'old-code':
    'The code “{code}” of annotation “{annotation}” is now “{now}”, and counts as that. Please write it so with “Recode All”.',
  'ambiguous-code':
    'The code “{code}” of annotation “{annotation}” was replaced by several: {codes}. It counts as none until one of them is chosen; please do so with “Recode All”.',
  'other-codebook':
    'This was coded with the codebook “{made}” ({madeVersion}), and the one in use is “{used}” ({usedVersion}). If that is meant, please say so in this file with “Recode All”; else put the right codebook into the study.',
  'other-version':
    'This was coded with version {madeVersion} of the codebook, and the one in use is {usedVersion}. Please look at what changed, and say so in this file with “Recode All”.',
  'turn-out-of-range':
    '“{entry}” is on turn {turn}, but the transcript ends with turn {turns}. Please place it again.',
  'offset-out-of-range':
    '“{entry}” reaches to character {offset} of turn {turn}, but the turn ends at character {length}. Please place it again.',
  'empty-passage': '“{entry}” covers no words. Please place it again by selecting its words, or delete it.',
  'no-place':
    'Annotation “{annotation}” says neither where it is (“at”) nor which words it covers (“quote”). Please add one of the two.',
  'text-changed':
    'The text of “{transcript}” has changed since it was coded here. Please look at the passages marked as unconfirmed, and confirm or place them again.',
  'quote-differs':
    'The words at the place of “{entry}” are not those it was written about. Please confirm it, or place it again.',
  unconfirmed:
    'Annotation “{annotation}” was found again in a text that changed, and nobody has confirmed its place yet. Please confirm it, place it again, or say that it is not there.',
  'held-words':
    'The quote or context of “{entry}” still holds words that “{transcript}” no longer has: names, if some were masked there. Please run “Mask Name” with these words, or confirm the passage.',
  'unknown-scale':
    'The codebook has no scale “{scale}”. Please correct its name, or add the scale to the codebook.',
  'rating-out-of-scale':
    '{value} is not a value of the scale “{scale}”, so this rating does not count. Please choose one of the scale’s values.',
  'unknown-rating':
    'The codebook has no rating “{rating}”. Please correct its name, or add the rating to the codebook.',
  'dangling-link':
    'Episode “{episode}” names “{id}”, but there is no such annotation in this file. Please link the right one, or remove the name.',
  'dangling-carry':
    'Episode “{episode}” is carried over from “{id}” in {transcript}, but this coder has no such episode there. Please name the right one, or remove `carried_over`.',
  'link-kind':
    'Episode “{episode}” lists “{id}”, whose code “{code}” does not belong there: ruptures are codes of rupture, repairs are codes of repair. Please recode or unlink it.',
  'seal-broken':
    'The coding that “{coder}” released has been changed since, so agreement cannot use it. Please restore the released file, or take the release back and release again.',
  // a codebook
  'duplicate-code': 'The code “{code}” is defined more than once. Please give one of them another id.',
  'duplicate-key':
    'The key “{key}” belongs to two codes beside each other, “{code}” and “{other}”. Please give one of them another key.',
  'reserved-key':
    'The key “{key}” of the code “{code}” is needed for moving and editing, so it does not apply the code. Please choose another.',
  'child-id':
    'The code “{code}” stands under “{parent}”, but its id does not begin with “{parent}.”. Please correct its id, or move the code.',
  'no-codes': 'This codebook has no codes. Please add at least one under “codes”.',
  'unknown-scale-used':
    '“{code}” uses a scale “{scale}” that the codebook does not define. Please define it under “scales”, or correct its name.',
  'replaces-living':
    'The code “{code}” says that it replaces “{replaced}”, but that code is still in the codebook. Please remove one of the two.',
  'shadowed-codebook':
    'There is another codebook above, “{other}”. For the transcripts here this one counts, since it is nearer. Please keep one where both were meant to be the same.',
  // a study file
  'missing-transcript':
    'The transcript “{transcript}” is not where the study file says. Please correct the path, or remove the entry.',
  'listed-twice':
    'The transcript “{transcript}” is listed more than once, so its case and session are not clear. Please keep one entry.',
  'unknown-detector':
    '“{path}” is no method and no parameter of one that is known, so the figures are reckoned without it. Please check its spelling.',
};

type Kebab<S extends string> = S extends `${infer Head}_${infer Rest}`
  ? `${Lowercase<Head>}-${Kebab<Rest>}`
  : Lowercase<S>;

/** Why a file or header cannot be read: see parseYamlFile; `alias-used` is an annotation file's own. */
type Reason = Kebab<ErrorCode> | 'alias' | 'alias-used' | 'too-deep';

const starredWord =
  'A word that begins with * would stand for something written elsewhere. Please put the words in quotation marks.';
const markedWord =
  'A word that begins with & or ! has a special meaning here. Please put the words in quotation marks.';
const tooDeep = 'Its brackets or lists are nested too deeply. Please check for brackets that are not closed.';
const somethingLost =
  'Something here does not fit. Please look for a quotation mark, bracket, comma or colon nearby that is missing or too many.';

const reasonSentences: Readonly<Record<Reason, string>> = {
  alias: starredWord,
  'alias-props': starredWord,
  'alias-used': starredWord,
  'bad-alias': starredWord,
  'bad-collection-type': markedWord,
  'bad-directive': 'A line must not begin with %. Please put the words in quotation marks.',
  'bad-dq-escape':
    'In double quotation marks a backslash has a special meaning. Please use single quotation marks, or write two backslashes.',
  'bad-indent':
    'A line is indented more or less than those it belongs to, or a bracket above it is not closed. Please indent lines that belong together by the same number of blanks, and close every bracket.',
  'bad-prop-order': markedWord,
  'bad-scalar-start': 'A value must not begin with this sign. Please put the value in quotation marks.',
  'block-as-implicit-key':
    'There is a second colon on this line. If it belongs to the text, please put the text in quotation marks; else begin a new line.',
  'block-in-flow': 'Inside brackets, entries are parted by commas. Please do not begin them with dashes.',
  'duplicate-key': 'The same name is given twice in one place. Please remove or rename one of the two.',
  impossible: somethingLost,
  'key-over-1024-chars':
    'The text before a colon is too long for a name. Please put the text in quotation marks.',
  'missing-char':
    'A closing quotation mark or bracket, a comma, or the blank behind a colon is missing. Please add it.',
  'multiline-implicit-key':
    'A name before a colon runs over several lines. Please look for a colon, quotation mark or bracket that is missing above.',
  'multiple-anchors': markedWord,
  'multiple-docs': 'A line of three dashes or dots would begin a second file here. Please remove it.',
  'multiple-tags': markedWord,
  'non-string-key':
    'Something in brackets stands where a name is expected. Please put it in quotation marks, or write a name before the colon.',
  'resource-exhaustion': tooDeep,
  'tab-as-indent': 'A line is indented with a tab. Please use blanks instead.',
  'tag-resolve-failed': markedWord,
  'too-deep': tooDeep,
  'unexpected-token': somethingLost,
};

/** What a value should be, where the engine names a type; what else it says is shown as it is. */
const expectations: Readonly<Record<string, string>> = {
  boolean: 'true or false',
  false: '“false”',
  integer: 'a whole number',
  list: 'a list',
  map: 'entries of the form “name: value”',
  null: 'nothing',
  number: 'a number',
  string: 'text',
  value: 'another value',
};

/** Several of these, and bounds, as the engine begins them. */
const compositions: Readonly<Record<string, string>> = {
  or: '{first} or {second}',
  'one of:': 'one of: {values}',
  'at least': 'at least {values}',
  'at most': 'at most {values}',
  'more than': 'more than {values}',
  'less than': 'less than {values}',
};

/** Everything that a translation of the faults has to cover, each message once. */
export function faultMessages(): readonly string[] {
  const tables = [faultSentences, reasonSentences, expectations, compositions];
  return [...new Set(tables.flatMap((table) => Object.values(table)))];
}

/** The fault in words. Its data goes in as it is: whoever shows it in HTML, Markdown or a terminal escapes it. */
export function faultSentence({ code, data }: Pick<Fault, 'code' | 'data'>, translate: Translate): string {
  return translate(faultSentences[code], worded(code, data, translate));
}

/** Puts the values in, for where nothing is translated. What has no value stays as it is. */
export function plain(message: string, args: Record<string, string | number>): string {
  return message.replace(/\{(\w+)\}/g, (braces, name: string) =>
    Object.hasOwn(args, name) ? String(args[name]) : braces,
  );
}

function worded(code: FaultCode, data: Fault['data'], translate: Translate): Record<string, string | number> {
  if (code === 'not-yaml' || code === 'header-not-yaml') {
    const reason = data['reason'] ?? '';
    const sentence = isReason(reason) ? reasonSentences[reason] : somethingLost;
    return { ...data, reason: translate(sentence, {}) };
  }
  if (code === 'wrong-value' || code === 'header-value') {
    return { ...data, expected: expectationOf(String(data['expected'] ?? 'value'), translate) };
  }
  return { ...data };
}

function isReason(reason: string | number): reason is Reason {
  return Object.hasOwn(reasonSentences, reason);
}

/** `string or number` → `text or a number`. */
function expectationOf(expected: string, translate: Translate): string {
  const [first = '', ...rest] = expected.split(' or ').map((part) => partOf(part, translate));
  return rest.reduce(
    (words, part) => translate(compositions['or'] ?? '', { first: words, second: part }),
    first,
  );
}

function partOf(part: string, translate: Translate): string {
  // A pattern is no help to a reader.
  const known = Object.hasOwn(expectations, part) ? part : part.startsWith('/') ? 'value' : null;
  if (known !== null) return translate(expectations[known] ?? '', {});
  const [, begun = '', values = ''] =
    /^(one of:|at least|at most|more than|less than) (.+)$/su.exec(part) ?? [];
  return begun === '' ? part : translate(compositions[begun] ?? '', { values });
}
