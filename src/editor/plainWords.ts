/** Marks that turn the order of letters. They reach beyond the words they came with: the rest of a sentence of ours would read backwards. */
const turning = /[\u202a-\u202e\u2066-\u2069]/g;

/** Text from a file in a sentence of ours: it turns nothing but itself. */
export function inOrder(text: string): string {
  return text.replace(turning, '');
}

/** The same for a label, where `$(name)` would be an icon: in a pick list or the status bar. */
export function withoutIcons(text: string): string {
  return inOrder(text).replaceAll('$(', '$\u200b(');
}
