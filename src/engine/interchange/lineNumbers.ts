import type { SourceLine } from './sourceLine';

const numbered = /^(\d{1,6})(?:[.):]?\s+|$)/;

/** Takes off the numbers of lines, where nearly every line begins with one and they rise by one. Null where they do not. */
export function withoutLineNumbers(
  lines: readonly SourceLine[],
): { readonly lines: SourceLine[]; readonly count: number } | null {
  const counted = lines.filter(({ remark, opens }) => remark === null && !opens);
  const numbers = counted.map(({ text }) => numbered.exec(text)?.[1]);
  const given = numbers.filter((number) => number !== undefined).map(Number);
  // Each page may begin anew.
  const rising = given.filter((number, index) => index > 0 && number - (given[index - 1] ?? 0) === 1).length;
  if (given.length < 4 || given.length < counted.length * 0.8 || rising < (given.length - 1) * 0.8)
    return null;
  const rest = lines.map((line) =>
    line.remark === null && !line.opens ? { ...line, text: line.text.replace(numbered, '') } : line,
  );
  return { lines: rest.filter(({ text, opens }) => text !== '' || opens), count: given.length };
}
