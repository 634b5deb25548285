import type { CaseState } from '../../panel/case/messages';
import type { PanelChip, PanelFigure, PanelSentence, SessionState } from '../../panel/messages';

/** The page in plain text: which session and whose coding, the sentences, the figures with their n. No word of the session. */
export function writtenPage(state: SessionState): string {
  return paragraphs([...head(state), figuresIn(state), state.curves.note]);
}

/** The page of a case likewise, with every method, its parameters and what it found. */
export function writtenCase(state: CaseState): string {
  const methods = state.detectors.map(({ name, parameters, says, quiet }) =>
    [
      `${name} (${parameters})`,
      ...says.map(({ series, text, each }) => `- ${series}: ${each.length === 0 ? text : each.join('; ')}`),
      ...(quiet === '' ? [] : [`- ${quiet}`]),
    ].join('\n'),
  );
  return paragraphs([...head(state), figuresIn(state), ...methods, state.problems.join('\n')]);
}

function head({ chips, sentences }: Pick<SessionState, 'chips' | 'sentences'>): readonly string[] {
  const about = chips.map(({ text }: PanelChip) => text).join(' · ');
  const said = sentences.map((parts: PanelSentence) => parts.map(({ text }) => text).join('')).join(' ');
  return [about, said];
}

function figuresIn({ figures }: Pick<SessionState, 'figures'>): string {
  return figures.map(({ label, value, detail }: PanelFigure) => `${label}: ${value} (${detail})`).join('\n');
}

function paragraphs(parts: readonly string[]): string {
  return `${parts.filter(Boolean).join('\n\n')}\n`;
}
