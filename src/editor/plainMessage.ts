/** Text from a file for a notification, where `[words](command:…)` would be a link: it stays what it says. */
export function plainMessage(text: string): string {
  return text.replaceAll('](', ']\u200b(');
}
