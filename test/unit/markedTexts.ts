import assert from 'node:assert/strict';
import { LiveText } from '../../src/engine/transcript/liveText';

/** Words of a mark, as the text stands now; `null` when it is lost. */
export function wordsOf(live: LiveText, id: string): string | null {
  const mark = live.marks.get(id);
  if (!mark || mark.state === 'lost') return null;
  const first = live.lineNumber(mark.start.line);
  const last = live.lineNumber(mark.end.line);
  assert.ok(first >= 0 && last >= first, 'a mark stands on lines of the text');
  const lines = live.lines.slice(first, last + 1).map((line) => line.text);
  lines[lines.length - 1] = (lines.at(-1) ?? '').slice(0, mark.end.character);
  lines[0] = (lines[0] ?? '').slice(mark.start.character);
  return lines.join('\n');
}

/** An open text with a mark `a` between two offsets. */
export function liveWith(text: string, from: number, to: number): LiveText {
  const live = new LiveText(text.split('\n'));
  const start = place(text, from);
  const end = place(text, to);
  const anchor = ({ line, character }: { line: number; character: number }) => ({
    line: live.lines[line] ?? assert.fail(),
    character,
  });
  live.transcript();
  live.marks.put('a', anchor(start), anchor(end));
  return live;
}

function place(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset);
  return { line: before.split('\n').length - 1, character: offset - (before.lastIndexOf('\n') + 1) };
}

/** Puts in a text between two offsets; `text` is what stands there. Returns what stands there then. */
export function replace(live: LiveText, text: string, from: number, to: number, inserted: string): string {
  live.apply({ start: place(text, from), end: place(text, to), text: inserted });
  return text.slice(0, from) + inserted + text.slice(to);
}

/** An open text with a mark on the words of each line, called by its number. */
export function marked(texts: readonly string[]): LiveText {
  const live = new LiveText(texts);
  live.transcript();
  live.lines.forEach((line, i) => {
    live.marks.put(String(i), { line, character: 3 }, { line, character: line.text.length });
  });
  return live;
}

/** Another text in place of the whole one. */
export function replaceAll(live: LiveText, next: readonly string[]): void {
  const last = live.lines.length - 1;
  const end = { line: last, character: live.lines[last]?.text.length ?? 0 };
  live.apply({ start: { line: 0, character: 0 }, end, text: next.join('\n') });
  assert.deepEqual(
    live.lines.map((line) => line.text),
    next,
  );
}
