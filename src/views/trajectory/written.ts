import type { SessionState } from '../../panel/messages';

/** The page in plain text: which session and whose coding, the sentences, the figures with their n. No word of the session. */
export function writtenPage(state: SessionState): string {
  const about = state.chips.map(({ text }) => text).join(' · ');
  const sentences = state.sentences.map((parts) => parts.map(({ text }) => text).join('')).join(' ');
  const figures = state.figures.map(({ label, value, detail }) => `${label}: ${value} (${detail})`);
  return `${[about, sentences, figures.join('\n'), state.curves.note].filter(Boolean).join('\n\n')}\n`;
}
