import { html, type TemplateResult } from 'lit';
import type { PanelSentence } from './messages';

/** The session in two or three sentences, what matters set strong. */
export function drawSentences(sentences: readonly PanelSentence[]): TemplateResult {
  return html`<p class="sentences" dir="auto">
    ${sentences.map(
      (sentence, index) =>
        html`${index > 0 ? ' ' : ''}${sentence.map((part) => (part.strong ? html`<strong>${part.text}</strong>` : part.text))}`,
    )}
  </p>`;
}

/** The same without emphasis, for the live region. */
export function spokenSentences(sentences: readonly PanelSentence[]): string {
  return sentences.map((sentence) => sentence.map((part) => part.text).join('')).join(' ');
}
