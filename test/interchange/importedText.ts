import type { SourceReading } from '../../src/engine/interchange/imported';

/**
 * A reading as the fixtures write it: a line for each entry, with seconds, speaker (`?` where nobody is named) and words;
 * `+` where it goes on with the turn before, `/` for a line's end within it; then memos and problems.
 */
export function imported({ sessions, refusal }: SourceReading): string {
  if (refusal) return `refused: ${refusal.code}\n`;
  const lines = sessions.flatMap(({ entries, memos, ignored, warnings }) => [
    ...entries.map((entry) => {
      const words = entry.text.replaceAll('\n', ' / ');
      if (entry.kind === 'remark') return `# ${entry.about}: ${words}`;
      const end = entry.end === null ? '' : `–${entry.end}`;
      const time = entry.start === null && end === '' ? '' : `[${entry.start ?? ''}${end}] `;
      return `${entry.continues ? '+ ' : ''}${time}${entry.speaker ?? '?'}: ${words}`.trimEnd();
    }),
    ...memos.map(
      ({ author, entry, text }) =>
        `memo ${author ?? '?'} on ${entry ?? 'session'}: ${text.replaceAll('\n', ' / ')}`,
    ),
    ...ignored.map(({ what, count }) => `ignored: ${count} ${what}`),
    ...warnings.map(({ code, line }) => `warning: ${code}${line === null ? '' : ` at ${line}`}`),
  ]);
  return `${lines.join('\n')}\n`;
}
