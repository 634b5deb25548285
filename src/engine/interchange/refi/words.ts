/**
 * Descriptions: what a person wrote, and under a line of our own what other programs have no place for, in words. The line
 * makes that the two can be told apart again. The words are part of a file, not of the interface: they are always English.
 */
export interface Described {
  /** What the person wrote. */
  readonly words: string;
  readonly facts: readonly Fact[];
}

/** `Impact: 4 (strong)`; a name may come several times. */
export type Fact = readonly [name: string, value: string];

const line = '— Alliance Coder —';

export function describedAs({ words, facts }: Described): string {
  if (facts.length === 0 && !words.includes(line)) return words;
  const lines = facts.map(([name, value]) => `${oneLine(name)}: ${oneLine(value)}`);
  return [...(words === '' ? [] : [words]), line, ...lines].join('\n');
}

/** Reads back what `describedAs` wrote; a description of another program is words only. */
export function readDescription(description: string): Described {
  const at = description.lastIndexOf(line);
  const isWhole = at === 0 || description.charAt(at - 1) === '\n';
  if (at < 0 || !isWhole) return { words: description, facts: [] };
  const lines = description.slice(at + line.length).split('\n');
  const facts = lines.flatMap((each): Fact[] => {
    const colon = each.indexOf(': ');
    return colon > 0 ? [[each.slice(0, colon), each.slice(colon + 2)]] : [];
  });
  return { words: description.slice(0, Math.max(0, at - 1)), facts };
}

/** The values of a fact. */
export function factsOf(facts: readonly Fact[], name: string): readonly string[] {
  return facts.flatMap(([each, value]) => (each === name ? [value] : []));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

/** The beginning of a text in so many code points, on one line. */
export function beginningOf(text: string, length = 100): string {
  // Twice as many UTF-16 units hold all the code points wanted.
  const points = Array.from(oneLine(text.slice(0, 4 * length)));
  return points.length > length ? `${points.slice(0, length - 1).join('')}…` : points.join('');
}
