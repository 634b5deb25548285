import { entryKeys, isSection, topKeys, sections } from '../../src/engine/annotations/layout';
import type { Coding } from '../../src/engine/annotations/types';

/**
 * Writes a coding as people and foreign programs do: in many styles, with comments, blank lines and keys of their own, and
 * with what may be left out left out. Written with JSON and by hand, not by the code under test.
 */
export function handwritten(coding: Coding, seed: number): string {
  const hand = new Hand(seed);
  const keys = hand.dice(3) === 0 ? [...sections, ...topKeys] : [...topKeys, ...sections];
  if (hand.dice(8) === 0) return JSON.stringify(onlySaid(coding), null, hand.dice(2) * 2);
  const parts = keys.map((key) => {
    if (isSection(key)) return hand.section(key, coding[key]);
    const value = coding[key];
    if (value === undefined) return '';
    return `${hand.above('')}${key}: ${hand.flow(value)}${hand.comment()}\n`;
  });
  const own = hand.dice(2) === 0 ? `mine: { a: 1 } # my own key\n` : '';
  const text = `${hand.start()}${parts.join('')}${own}${hand.end()}`;
  const ended = hand.dice(4) === 0 ? text.trimEnd() : text;
  return (hand.dice(6) === 0 ? '\ufeff' : '') + (hand.dice(4) === 0 ? ended.replaceAll('\n', '\r\n') : ended);
}

function onlySaid(coding: Coding): object {
  const lists = Object.entries(coding).filter(([, value]) => !Array.isArray(value) || value.length > 0);
  return Object.fromEntries(lists);
}

class Hand {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed % 2147483646) + 1;
  }

  /** A number from 0 below `sides`. */
  dice(sides: number): number {
    this.#state = (this.#state * 48271) % 2147483647;
    return this.#state % sides;
  }

  start(): string {
    return ['', '', '---\n', '%YAML 1.2\n---\n', '# My file.\n\n', '# One\n# two\n'][this.dice(6)] ?? '';
  }

  end(): string {
    return ['', '', '\n', '# the end\n', '\n  # indented\n\n', '...\n'][this.dice(6)] ?? '';
  }

  comment(): string {
    return this.dice(3) === 0 ? '  # aside: yes, "so"' : '';
  }

  /** Blank lines and comments above a line indented by `indent`. */
  above(indent: string): string {
    const lines = [
      '',
      '',
      '',
      '\n',
      `${indent}# above\n`,
      `\n${indent}# above\n`,
      `# far - off:\n\n${indent}# near\n`,
      `${indent}# apart\n\n`,
    ];
    return lines[this.dice(lines.length)] ?? '';
  }

  section(key: string, list: readonly object[]): string {
    if (list.length === 0)
      return ['', '', `${key}:\n`, `${key}: []\n`, `${key}: [] # none\n`][this.dice(5)] ?? '';
    if (this.dice(6) === 0)
      return `${key}: [ ${list.map((entry) => this.flow(entry)).join(`,${this.dice(2) ? ' ' : '\n   '}`)} ]\n`;
    const indent = ['', '  ', '    '][this.dice(3)] ?? '';
    const entries = list.map(
      (entry) => `${this.above(indent)}${indent}-${this.entry(key, entry, `${indent}  `)}`,
    );
    return `${this.above('')}${key}:${this.comment()}\n${entries.join('')}`;
  }

  entry(section: string, entry: object, indent: string): string {
    if (this.dice(3) === 0) return ` ${this.flow(entry)}${this.comment()}\n`;
    const known = isSection(section) ? entryKeys[section] : [];
    const pairs = Object.entries(entry).sort(([a], [b]) =>
      this.dice(3) === 0 ? 0 : known.indexOf(a) - known.indexOf(b),
    );
    if (this.dice(4) === 0) pairs.push(['x-own', [1, { deep: 'yes' }]]);
    const lines = pairs.map(([key, value]) => this.field(key, value, indent));
    const tail = this.dice(5) === 0 ? `${indent}# tail\n` : '';
    return (
      lines.map((line, at) => (at === 0 ? ` ${line}` : `${this.between(indent)}${indent}${line}`)).join('') +
      tail
    );
  }

  between(indent: string): string {
    return this.dice(8) === 0 ? `${indent}# within\n` : '';
  }

  field(key: string, value: unknown, indent: string): string {
    if (typeof value === 'string') return `${key}: ${this.string(value, indent)}`;
    const inner = `${indent}  `;
    if (Array.isArray(value) && value.length > 0 && this.dice(2) === 0) {
      return `${key}:${this.comment()}\n${value.map((item) => `${inner}- ${this.flow(item)}${this.comment()}\n`).join('')}`;
    }
    if (typeof value === 'object' && value !== null && !Array.isArray(value) && this.dice(2) === 0) {
      const pairs = Object.entries(value);
      if (pairs.length > 0) {
        return `${key}:${this.comment()}\n${pairs.map(([k, v]) => `${inner}${JSON.stringify(k)}: ${this.flow(v)}${this.comment()}\n`).join('')}`;
      }
    }
    return `${key}: ${this.flow(value)}${this.comment()}\n`;
  }

  /** A string with the end of its line: in single quotes, as a block, or as JSON has it. */
  string(text: string, indent: string): string {
    const style = this.dice(3);
    if (style === 0 && /^[ -~]*$/.test(text)) return `'${text.replaceAll("'", "''")}'${this.comment()}\n`;
    if (style === 1 && /^[!-~][ -~]*(?:\n[!-~][ -~]*)*$/.test(text)) {
      const lines = text.split('\n').map((line) => `${indent}  ${line}\n`);
      return `|-${this.comment()}\n${lines.join('')}`;
    }
    return `${this.flow(text)}${this.comment()}\n`;
  }

  /** JSON is YAML in flow style, but for characters that YAML wants escaped. */
  flow(value: unknown): string {
    const json = JSON.stringify(value).replace(
      /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
    );
    return this.dice(4) === 0 ? json.replaceAll('":', '": ') : json;
  }
}
