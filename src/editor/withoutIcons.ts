/** Text from a file for a label: `$(name)` in it is no icon in a pick list or the status bar. */
export function withoutIcons(text: string): string {
  return text.replaceAll('$(', '$\u200b(');
}
