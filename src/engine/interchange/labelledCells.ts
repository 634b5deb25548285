import type { Entry, Speech } from './imported';

const label = /^(\p{L}[\p{L}\p{N} .-]{0,24}):\s+(?=\S)/u;

/** More are no labels, but sentences with colons in them. */
const mostLabels = 8;

/**
 * Speech that says within the words whose it is (`T: How was it?`): where at least half of it does, with labels that come
 * again. What has no label goes on with the one before.
 */
export function labelled(entries: readonly Entry[]): readonly Entry[] {
  const said = entries.filter((entry): entry is Speech => entry.kind === 'speech');
  const found = said.flatMap(({ text }) => label.exec(text)?.[1] ?? []);
  const labels = new Set(found);
  if (found.length * 2 < said.length || labels.size > mostLabels || labels.size * 2 > found.length)
    return entries;
  let speaker: string | null = null;
  return entries.map((entry) => {
    if (entry.kind === 'remark') return entry;
    const own = label.exec(entry.text);
    speaker = own?.[1] ?? speaker;
    return { ...entry, speaker, text: entry.text.slice(own?.[0].length ?? 0) };
  });
}
