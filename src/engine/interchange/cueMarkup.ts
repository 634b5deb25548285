/** A line of a cue's words, without markup. */
export interface CueLine {
  readonly text: string;
  /** Who says it by a voice tag; null where no tag says it. */
  readonly voice: string | null;
  /** In the file, from 1. */
  readonly line: number;
}

export interface CueWords {
  readonly lines: readonly CueLine[];
  /** How many tags were left out; those of voices are taken over. */
  readonly tags: number;
}

/** The tags of WebVTT and those of HTML that stand in captions, word stamps, and the overrides of SSA. Anything else is words. */
const markup =
  /<(\/?)(v|c|i|b|u|s|em|strong|span|font|lang|ruby|rt|p|div|br)(?:\.[^<>\s/]*)?((?:\s|\/)[^<>]*)?>|<\d[\d:.,]*>|\{\\[^{}\n]*\}/giu;
const breaking = new Set(['br', 'p', 'div']);
/** Files of Teams that were escaped as a whole. */
const escapedVoice = /&lt;\/?v(?:[\s.&]|$)/i;

const named = new Map(
  Object.entries({
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: '\u00a0',
    lrm: '\u200e',
    rlm: '\u200f',
    hellip: '…',
    ndash: '–',
    mdash: '—',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    szlig: 'ß',
    aelig: 'æ',
    AElig: 'Æ',
    oslash: 'ø',
    Oslash: 'Ø',
  }),
);
const accents = new Map(
  Object.entries({
    acute: '\u0301',
    grave: '\u0300',
    circ: '\u0302',
    uml: '\u0308',
    tilde: '\u0303',
    cedil: '\u0327',
    ring: '\u030a',
    caron: '\u030c',
  }),
);

/** Letters for what stands for them (`&amp;`, `&uuml;`, `&#39;`); what is no entity stays as it is. */
function decodeEntities(text: string): string {
  const entity = /&(?:#(\d{1,7}|x[\da-f]{1,6})|([a-z]{2,10}));/gi;
  return text.replace(entity, (whole: string, code: string | undefined, name: string | undefined) => {
    if (name === undefined) return (code === undefined ? null : character(code)) ?? whole;
    const accent = accents.get(name.slice(1));
    return named.get(name) ?? (accent === undefined ? whole : (name.charAt(0) + accent).normalize('NFC'));
  });
}

function character(code: string): string | null {
  const point = /^x/i.test(code) ? Number.parseInt(code.slice(1), 16) : Number(code);
  const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
  return isCharacter ? String.fromCodePoint(point) : null;
}

/** The words of a cue by line, and who says them where voice tags do. A voice lasts until another one, its end, or that of the cue. */
export function readMarkup(body: readonly string[], bodyLine: number): CueWords {
  const joined = body.join('\n');
  const text = escapedVoice.test(joined) ? decodeEntities(joined) : joined;
  const collector = new LineCollector(bodyLine);
  let [behind, tags] = [0, 0];
  if (/[<{]/.test(text)) {
    for (const match of text.matchAll(markup)) {
      collector.add(text.slice(behind, match.index));
      behind = match.index + match[0].length;
      const tag = match[2]?.toLowerCase() ?? '';
      if (tag === 'v') collector.speak(match[1] === '/' ? '' : (match[3] ?? ''));
      else tags++;
      if (breaking.has(tag)) collector.breakLine();
    }
  }
  collector.add(text.slice(behind));
  collector.breakLine();
  return { lines: collector.lines, tags };
}

class LineCollector {
  readonly lines: CueLine[] = [];
  #text = '';
  #voice: string | null = null;
  #line: number;

  constructor(line: number) {
    this.#line = line;
  }

  add(text: string): void {
    const [first = '', ...more] = text.split('\n');
    this.#text += first;
    for (const line of more) {
      this.breakLine();
      this.#line++;
      this.#text = line;
    }
  }

  speak(annotation: string): void {
    this.breakLine();
    const name = decodeEntities(annotation).replace(/\s+/g, ' ').trim();
    this.#voice = name === '' ? null : name;
  }

  breakLine(): void {
    const text = (this.#text.includes('&') ? decodeEntities(this.#text) : this.#text).trim();
    if (text !== '') this.lines.push({ text, voice: this.#voice, line: this.#line });
    this.#text = '';
  }
}
