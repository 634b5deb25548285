import type { SourceLine } from './sourceLine';

const pageNumber =
  /^[^\p{L}\p{N}]{0,4}(?:page|seite|pagina|página|p\.|s\.)\s*\d{1,4}(?:\s*(?:of|von|de|di|\/)\s*\d{1,4})?[^\p{L}\p{N}]{0,4}$|^[-–—]\s*\d{1,4}\s*[-–—]$|^\d{1,4}\s*(?:\/|of|von)\s*\d{1,4}$/iu;

/** The number that counts pages stands at an end of the line. */
const numberAtEnd = /^(?<before>.{0,120}?)(?<page>\d{1,4})(?:\s*(?:of|von|de|di|\/)\s*\d{1,4})?$/u;
const saysPage = /(?:page|seite|pagina|página)\s*$/i;
const numberAtBegin = /^(?<page>\d{1,4})(?=\D)(?<before>.{0,120})$/u;

/** Fewer lines are no page. */
const shortestPage = 5;

/**
 * Marks headers and footers of pages, which stand amid the words of a turn: `Page 3 of 12`, `- 3 -`; lines that are the same
 * on three pages or more (two, where the word is there) but for a number that rises by one; and lines that always stand beside one of these. They are
 * remarks, so that none is lost where it was speech after all.
 */
export function withoutPageFurniture(lines: readonly SourceLine[]): SourceLine[] {
  const found = new Set<number>(countedLines(lines));
  for (const [index, { text }] of lines.entries()) if (pageNumber.test(text)) found.add(index);
  if (found.size > 1) for (const index of besides(lines, found)) found.add(index);
  return lines.map((line, index) => (found.has(index) ? { ...line, remark: 'unparsed' } : line));
}

/** Lines that differ only in a number that counts pages. */
function countedLines(lines: readonly SourceLine[]): number[] {
  const groups = new Map<string, { readonly index: number; readonly page: number }[]>();
  for (const [index, { text }] of lines.entries()) {
    if (text.length > 130 || /\d:\d{2}/.test(text)) continue;
    const { before = '', page } = (numberAtEnd.exec(text) ?? numberAtBegin.exec(text))?.groups ?? {};
    if (page === undefined) continue;
    const group = groups.get(before) ?? [];
    group.push({ index, page: Number(page) });
    groups.set(before, group);
  }
  const counted = [...groups].filter(
    ([before, group]) =>
      group.length > (saysPage.test(before) ? 1 : 2) &&
      group.every(({ index, page }, at) => {
        const last = group[at - 1];
        return !last || (page === last.page + 1 && index - last.index >= shortestPage);
      }),
  );
  return counted.flatMap(([, group]) => group.map(({ index }) => index));
}

/** The other line of a page's header: the same on every page, and never anywhere else. */
function besides(lines: readonly SourceLine[], found: ReadonlySet<number>): number[] {
  const places = new Map<string, number[]>();
  for (const [index, { text }] of lines.entries()) {
    if (found.has(index) || text.length > 130) continue;
    const place = places.get(text) ?? [];
    place.push(index);
    places.set(text, place);
  }
  return [...places.values()]
    .filter((place) => place.length > 1 && place.every((at) => found.has(at - 1) || found.has(at + 1)))
    .flat();
}
