/** The minimal difference of a replacement: what is left of old and new without their common beginning and end. */
export function minimalDifference(
  old: string,
  next: string,
): { readonly start: number; readonly end: number; readonly text: string } {
  const most = Math.min(old.length, next.length);
  let prefix = 0;
  while (prefix < most && old.charCodeAt(prefix) === next.charCodeAt(prefix)) prefix++;
  if (splitsPair(old, prefix) || splitsPair(next, prefix)) prefix--;
  let suffix = 0;
  while (
    suffix < most - prefix &&
    old.charCodeAt(old.length - 1 - suffix) === next.charCodeAt(next.length - 1 - suffix)
  ) {
    suffix++;
  }
  if (splitsPair(old, old.length - suffix) || splitsPair(next, next.length - suffix)) suffix--;
  return { start: prefix, end: old.length - suffix, text: next.slice(prefix, next.length - suffix) };
}

function splitsPair(text: string, at: number): boolean {
  return at > 0 && /[\ud800-\udbff]/.test(text.charAt(at - 1)) && /[\udc00-\udfff]/.test(text.charAt(at));
}

/**
 * Where a passage goes when `[cut.start, cut.end)` is replaced by `cut.length` characters. Empty where nothing of it
 * remains; `replaced` where all of its words were replaced by others.
 */
export function mapPassage(
  start: number,
  end: number,
  cut: { readonly start: number; readonly end: number; readonly length: number },
): { readonly start: number; readonly end: number; readonly replaced: boolean } {
  const shift = cut.length - (cut.end - cut.start);
  if (end <= cut.start) return { start, end, replaced: false };
  if (start >= cut.end) return { start: start + shift, end: end + shift, replaced: false };
  if (start >= cut.start && end <= cut.end) {
    return { start: cut.start, end: cut.start + cut.length, replaced: cut.length > 0 };
  }
  // Words replaced within a passage stay within it, at its edges too; only what is typed there without replacing stays out.
  if (start <= cut.start && end >= cut.end) return { start, end: end + shift, replaced: false };
  if (start >= cut.start) return { start: cut.start + cut.length, end: end + shift, replaced: false };
  return { start, end: cut.start, replaced: false };
}
