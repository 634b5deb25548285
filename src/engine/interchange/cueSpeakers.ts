import { usualLabels } from '../transcript/labels';
import type { CueLine } from './cueMarkup';

/** How a line says who speaks: `Dana: …`, `[Dana] …`, or the name alone above the words. */
type Form = 'colon' | 'brackets' | 'line';

/** What a line begins with, which may be a speaker. */
interface Prefix {
  readonly form: Form;
  readonly name: string;
  /** Where the words begin behind it. */
  readonly end: number;
}

/** What a line begins with: somebody else speaks, and perhaps who. */
export interface Opening {
  /** A dash or `>>`: not the one who spoke before. */
  readonly changes: boolean;
  readonly name: string | null;
  /** The words without what was read. */
  readonly text: string;
}

const change = /^(?:>>+|[-–](?=\s?[^\s\d–-]))\s*/;
const inBrackets = /^(?:\[([^[\]]{1,60})\]|\(([^()]{1,60})\))\s{0,3}([:：]?)(?=\s|$)\s*/;
/** A colon alone, and not that of a time, an address or a stretched sound. */
const beforeColon = /^([^\s:：[(][^:：]{0,59}?)\s{0,3}(?::(?![:\d/\\])|：)(\s*)/;

const usual = new Set(usualLabels().map(({ label }) => label));
const numbered = /^(?:speaker|sprecher|spk|spkr)[ _-]?\d{1,3}$/i;
const particles = /^(?:von|vom|zu|van|de|der|den|del|della|di|da|do|dos|la|le|bin|ibn|al|el|ter|y|e)$/;
const nameWord = /^[\p{Lu}\p{Lt}\p{Lo}](?:[\p{L}\p{M}'’-]{0,30}|\p{L}{0,4}\.)$/u;
/** Capitalised at the beginning of a line for another reason, before a colon or alone in it. */
const noName = new Set(
  `an and answer but chapter conclusion date definition example fact first for he her hint how however if important it item
  last maybe me my next no note now of oh ok okay one or our part perhaps please point question quote reason reminder result
  rule second she so step still subject sure that the their then there they third this time tip title to two update warning we
  well what when where which who why yeah yes you your achtung aber also antwort beispiel das dann der die ein eine er es frage
  hinweis ich ja nein oder sie und warum was wer wie wir zitat`.split(/\s+/),
);
/** No name begins with these, not even in a title. */
const sentence = /^(?:i|she|we|they|and|but|the|that|this|it|is|if|when|what|who|ich|wir|und|aber|das)\s/i;
const sounds =
  /^(?:laugh|chuckl|giggl|sigh|cry|cries|sob|weep|cough|sniff|applau|music|silence|pause|inaudible|unintelligible|crosstalk|noise|lach|seufz|wein|nick|husten|musik|stille|schweig|unverst)/i;

/**
 * Who speaks in captions, as far as their words say it. What stands before a colon, in brackets or alone above the words may
 * be a speaker, or words ("Note: this", "[Laughs]", "Mum: come home"). Few false speakers are better than all true ones, so evidence counts:
 *
 * - A usual label (`T`, `Client 2`) or a numbered speaker (`Speaker 1`, `SPEAKER_00`) before a colon is one, and the latter in brackets.
 * - What looks like a name (up to five capitalised words, "Lee, Dana", "Ann (Guest)", not "Note" or "Well") is one
 *   if it begins two lines of the file and one in a hundred, and speakers together begin enough of the cues: one in ten before a colon, one in three in
 *   brackets, half of them alone above the words.
 * - Where speakers begin four of five cues, a name that occurs once is one too.
 * - Anything else before a colon ("dana", "iPad (2)") is one if it begins three lines and such beginnings are in half of the cues.
 *
 * A time, an address and a word with a stretched sound are never a speaker.
 */
export class CueSpeakers {
  readonly #accepted = new Set<string>();

  constructor(cues: readonly (readonly CueLine[])[]) {
    const unvoiced = cues.filter((lines) => lines[0]?.voice === null);
    for (const form of ['colon', 'brackets', 'line'] as const) {
      for (const name of acceptedNames(form, unvoiced)) this.#accepted.add(`${form} ${name}`);
    }
  }

  /** Whether words say who speaks anywhere in the file. */
  get isAnyone(): boolean {
    return this.#accepted.size > 0;
  }

  /** What a line without a voice begins with. `isAbove`: it is the first of several in its cue. */
  read({ text }: CueLine, isAbove: boolean): Opening {
    const [mark = ''] = change.exec(text) ?? [];
    const rest = text.slice(mark.length);
    const prefix = prefixesOf(rest, isAbove).find(({ form, name }) =>
      this.#accepted.has(`${form} ${name.toLowerCase()}`),
    );
    return { changes: mark !== '', name: prefix?.name ?? null, text: rest.slice(prefix?.end ?? 0) };
  }
}

/** The speakers of one form, in small letters. */
function acceptedNames(form: Form, cues: readonly (readonly CueLine[])[]): string[] {
  const counts = new Map<string, { readonly name: string; lines: number; cues: number }>();
  for (const lines of cues) {
    for (const [index, { text }] of lines.entries()) {
      const rest = text.replace(change, '');
      const prefix = prefixesOf(rest, index === 0 && lines.length > 1).find((each) => each.form === form);
      if (!prefix) continue;
      const key = prefix.name.toLowerCase();
      const count = counts.get(key) ?? { name: prefix.name, lines: 0, cues: 0 };
      counts.set(key, count);
      count.lines++;
      if (index === 0) count.cues++;
    }
  }
  const found = [...counts].map(([key, count]) => ({ key, ...count, kind: kindOf(count.name, form) }));
  const share = (some: typeof found): number =>
    some.reduce((sum, { cues: begun }) => sum + begun, 0) / cues.length;
  const certain = found.filter(({ kind }) => kind === 'certain');
  const names = found.filter(({ kind }) => kind === 'name');
  const others = found.filter(({ kind, lines }) => kind === 'other' && lines >= 3);
  const repeated = names.filter(({ lines }) => lines >= Math.max(2, cues.length / 100));
  const accepted = [...certain];
  if (share([...certain, ...repeated]) >= leastShare[form]) accepted.push(...repeated);
  // Above the words, only a name that returns shows that names stand there.
  const isClear = form !== 'line' || repeated.length > 0;
  if (isClear && share([...certain, ...names]) >= 0.8) accepted.push(...names);
  if (form === 'colon' && share([...accepted, ...others]) >= 0.5) accepted.push(...others);
  return accepted.map(({ key }) => key);
}

const leastShare: Readonly<Record<Form, number>> = { colon: 0.1, brackets: 1 / 3, line: 0.5 };

function kindOf(name: string, form: Form): 'certain' | 'name' | 'other' | 'none' {
  if (numbered.test(name)) return 'certain';
  if (form === 'colon' && isUsual(name)) return 'certain';
  if (form === 'brackets' && sounds.test(name)) return 'none';
  if (looksLikeName(name) || isUsual(name)) return 'name';
  if (noName.has(firstWord(name)) || sentence.test(name)) return 'none';
  return form === 'colon' && /\p{L}/u.test(name) && name.split(/\s+/).length <= 4 ? 'other' : 'none';
}

function firstWord(text: string): string {
  return (/^[^\s,]*/.exec(text)?.[0] ?? '').toLowerCase();
}

function isUsual(name: string): boolean {
  return usual.has(name.toLowerCase().replace(/(?<!\s)\s*\d{1,6}$/, ''));
}

/** Up to five capitalised words, one of which may be in parentheses or a number, with at most one comma. */
export function looksLikeName(text: string): boolean {
  const words = text.split(/[\s,]+/).filter((word) => word !== '');
  if (words.length === 0 || words.length > 5 || text.length > 60 || text.split(',').length > 2) return false;
  if (sentence.test(text) || text.endsWith(',')) return false;
  if (words.every((word) => noName.has(word.toLowerCase()) || /^\d/.test(word))) return false;
  const plain = words.map((word) => word.replace(/^\((.*)\)$/, '$1'));
  return (
    nameWord.test(plain.find((word) => !particles.test(word)) ?? '') &&
    plain.every((word) => nameWord.test(word) || particles.test(word) || /^\d{1,3}$/.test(word))
  );
}

/** Everything that could be read as a speaker at the beginning of a line. */
function prefixesOf(text: string, isAbove: boolean): Prefix[] {
  const prefixes: Prefix[] = [];
  const brackets = inBrackets.exec(text);
  if (brackets) {
    const form = brackets[3] === '' ? 'brackets' : 'colon';
    prefixes.push({ form, name: tidy(brackets[1] ?? brackets[2] ?? ''), end: brackets[0].length });
  }
  const colon = beforeColon.exec(text);
  if (colon) {
    const name = tidy(colon[1] ?? '');
    const end = colon[0].length;
    // Without a blank behind the colon it is one only for what cannot be anything else.
    const isApart = colon[2] !== '' || end === text.length || text.charAt(end - 1) === '：';
    if (isApart || isUsual(name) || numbered.test(name)) prefixes.push({ form: 'colon', name, end });
  }
  if (isAbove && looksLikeName(text)) prefixes.push({ form: 'line', name: tidy(text), end: text.length });
  return prefixes;
}

function tidy(name: string): string {
  return name.replace(/\s+/g, ' ').trim();
}
