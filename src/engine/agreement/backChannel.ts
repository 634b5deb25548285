import { notationsIn } from '../transcript/notation';

/**
 * Sounds by which a listener shows that they listen (Mergenthaler & Stinson 1992, and their usual spellings). Words that may
 * answer a question (yes, yeah, no, okay) are none: a turn of such a word is a unit.
 */
const sounds = new Set(
  (
    'mm mmm mhm mmhm mm-hm mm-hmm mhmm hm hmm hm-hm uh-huh uhuh ah-ha aha ' +
    'ah eh em er oh uh um äh ähm öh ehm'
  ).split(' '),
);

/** Whether a turn is only such sounds and notation (pauses, laughter, inaudible): it gives nothing to code. */
export function isBackChannel(text: string): boolean {
  let spoken = '';
  let at = 0;
  for (const { kind, start, end } of notationsIn(text)) {
    // A masked name, and a word broken off, were said.
    if (kind === 'masked' || kind === 'cutoff') continue;
    spoken += `${text.slice(at, start)} `;
    at = end;
  }
  const words =
    (spoken + text.slice(at)).toLowerCase().match(/[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*/gu) ?? [];
  return words.every((word) => sounds.has(word));
}
