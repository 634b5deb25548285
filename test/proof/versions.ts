/** A text that tells its number on every line, and its end. */
export function versionText(version: number): string {
  return `${`version: ${version}\n`.repeat(2_000 + (version % 7) * 300)}end: ${version}\n`;
}

/** The number of a whole text; null of one that is torn. */
export function versionOf(text: string): number | null {
  const version = Number(/^version: (\d+)\n/.exec(text)?.[1]);
  return text === versionText(version) ? version : null;
}
