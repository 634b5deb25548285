import { usualLabels } from '../transcript/labels';
import type { SourceLine } from './sourceLine';

/** Looked at of a line; no label with number and time is longer. */
const longestPrefix = 160;

/** More people than ever speak in a session. */
export const mostSpeakers = 100;

const time = String.raw`[[(]?\d{1,3}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]?`;
const name = String.raw`[\p{L}_*][\p{L}\p{M}\p{N}._'’& -]{0,39}?(?:\s?\([^():]{1,30}\))?`;
const candidate = new RegExp(
  String.raw`^(?:\d{1,6}[.)]?\s+)?(?:${time}\s*)?(?<label>${name})\s*(?:${time}\s*)?[:：](?![:：/\d])`,
  'u',
);

/** Names that programs give to those whom they do not know. */
const numbered =
  /^(?:speaker|spk|sprecher(?:in)?|person|part?|inv|interviewer|interviewee)[ _-]?[\dA-Z]{1,3}$|^(?:unknown|unidentified) speaker$/i;

/** What often stands before a colon and speaks never: headings, notes, mail, addresses. */
const never = new Set(
  (
    'note notes nota notiz notizen anmerkung anmerkungen hinweis remark remarks comment comments kommentar ' +
    'goal goals ziel ziele aim aims date datum time zeit session sitzung stunde duration dauer topic topics thema themen ' +
    'summary zusammenfassung transcript transkript transcriber transcription file datei audio video recording aufnahme ' +
    'location ort page seite homework hausaufgabe agenda plan todo task tasks ps nb re subject betreff from to cc http https ' +
    'ftp mailto example examples beispiel important wichtig warning begin beginning end start source quelle title titel ' +
    'participants teilnehmer speakers legend key id version chapter part section step option options result results ' +
    'said says told asked sagte meinte fragte problem problems reason reasons question questions'
  ).split(' '),
);

const particles = new Set(
  'de da di du del der den des la le van von vom zu zur bin al el y e und and'.split(' '),
);
const usual = new Set(usualLabels().map(({ label }) => label.toLowerCase()));

interface Candidate {
  readonly label: string;
  count: number;
}

/**
 * The labels by which the turns of a text are told, in the order in which they come. A prefix before a colon is a label
 * where there is evidence for it:
 *
 * 1. It is a usual label (`T`, `Therapist`, `COUNSELOR`, `C2`) or one that programs give (`Speaker 1`, `SPEAKER_00`): one
 *    line is enough.
 * 2. Or it begins several lines and looks like a name: at most four words and forty letters, each with a capital (or of a
 *    script without them), so that `Mother said: …` is none; not a word that heads notes and lists (`Note:`, `Goals:`);
 *    and not behind a line that the page cut in mid-sentence, where the prefix is what the sentence goes on with.
 *    Names in small letters (`dana:`) count only where they begin half of all lines.
 * 3. Or there is no label by these rules, and every line of a short text begins with a name.
 *
 * `17:30`, `https://…` and stretched sounds (`so::: yes`) are no candidates at all: a colon that ends a label is followed by
 * neither a digit nor a slash nor a second colon. A label that begins in brackets, `(T: Mhm)`, is an answer within a turn.
 */
export function labelsIn(lines: readonly SourceLine[]): string[] {
  const found = candidatesIn(lines);
  const several = [...found.values()].filter(
    ({ label, count }) => isKnown(label) || count > 1 || (found.get(withoutBrackets(label))?.count ?? 0) > 1,
  );
  const small = several.filter(({ label }) => isSmall(label)).reduce((sum, { count }) => sum + count, 0);
  const accepted = several.filter(
    ({ label }) => isKnown(label) || isName(label) || (isSmall(label) && small * 2 >= lines.length),
  );
  const chosen = accepted.length > 0 ? accepted : everyLine(lines, [...found.values()]);
  return chosen
    .sort((a, b) => b.count - a.count)
    .slice(0, mostSpeakers)
    .map(({ label }) => label);
}

function candidatesIn(lines: readonly SourceLine[]): Map<string, Candidate> {
  const found = new Map<string, Candidate>();
  let before: SourceLine | null = null;
  for (const line of lines) {
    if (line.remark !== null || line.opens) continue;
    const label = candidateOf(line.text);
    if (label !== null && (isKnown(label) || line.isNew || !before || !isCut(before.text))) {
      const known = found.get(label.toLowerCase());
      if (known) known.count++;
      else found.set(label.toLowerCase(), { label, count: 1 });
    }
    before = line;
  }
  return found;
}

/** What stands before a line's first colon, if it could be a label. */
export function candidateOf(text: string): string | null {
  return candidate.exec(text.slice(0, longestPrefix))?.groups?.label?.trim() ?? null;
}

/** Long, and ends within a sentence: the page ended it. */
function isCut(text: string): boolean {
  return text.length >= 50 && /[\p{L}\p{N},]$/u.test(text.slice(-2));
}

function isKnown(label: string): boolean {
  return usual.has(label.toLowerCase().replace(/(?<!\s)\s*\d{1,6}$/, '')) || numbered.test(label);
}

/** `Sam (by phone)` is Sam's, as far as evidence goes. */
function withoutBrackets(label: string): string {
  return label.toLowerCase().replace(/(?<!\s)\s*\([^()]*\)$/, '');
}

function isName(label: string): boolean {
  const words = label
    .replace(/(?<!\s)\s*\([^()]*\)$/, '')
    .split(/[\s.]+/)
    .filter((word) => word !== '');
  const own = words.filter((word) => !particles.has(word));
  if (own.length > 4 || isHeading(label)) return false;
  return words.every(
    (word, index) => /^[_*]?[\p{Lu}\p{Lt}\p{Lo}_]|^[\d&]/u.test(word) || (index > 0 && particles.has(word)),
  );
}

function isSmall(label: string): boolean {
  return /^\p{Ll}[^\s]*$/u.test(label) && !never.has(label);
}

function everyLine(lines: readonly SourceLine[], found: readonly Candidate[]): Candidate[] {
  const names = found.filter(({ label }) => isName(label));
  return lines.length > 1 && lines.length <= 20 && names.length === lines.length ? names : [];
}

/** Whether a prefix heads facts or notes, as `Date` and `Session Notes` do. */
export function isHeading(label: string): boolean {
  return label
    .toLowerCase()
    .split(/[\s.]+/)
    .some((word) => never.has(word));
}

/** Whether a table's cell may name a speaker. */
export function mayBeSpeaker(label: string): boolean {
  return isKnown(label) || (isName(label) && !/[:!?…]|\.$/.test(label));
}
