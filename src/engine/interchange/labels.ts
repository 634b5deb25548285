import { listedLabelSet } from '../transcript/labels';
import { parseLine } from '../transcript/line';
import { problem, type Problem } from './problems';

/** The label of those whom the source does not name, until somebody says who they are. */
export const unassigned = '?';

/** Longer names of speakers are cut: labels are found by looking at the beginning of a line only. */
const longestLabel = 80;

export interface Labels {
  /** The label of every speaker as the source names it. */
  readonly bySpeaker: ReadonlyMap<string, string>;
  readonly warnings: readonly Problem[];
}

/**
 * Labels that a transcript can be read by. A name stands as it is where it can; one that our grammar would not find again
 * (`12 Dana`, a name over two lines) is changed as little as needed, and said to be. Two names never become one label,
 * unless they differ in capitals only.
 */
export function labelsFor(speakers: readonly string[]): Labels {
  const bySpeaker = new Map<string, string>();
  const taken = new Map<string, string>();
  const warnings: Problem[] = [];
  for (const speaker of speakers) {
    const label = [...bySpeaker.values()].find((each) => each.toLowerCase() === speaker.toLowerCase());
    const found = label ?? freeLabel(speaker, taken);
    bySpeaker.set(speaker, found);
    taken.set(found.toLowerCase(), speaker);
    if (found.toLowerCase() !== speaker.toLowerCase()) {
      warnings.push(problem('speaker-renamed', { from: speaker, to: found }));
    }
  }
  return { bySpeaker, warnings };
}

function freeLabel(speaker: string, taken: ReadonlyMap<string, string>): string {
  const tidy = oneLine(speaker).slice(0, longestLabel).trim();
  const plain = oneLine(tidy.replace(/[^\p{L}\p{M}\p{N}'’., -]+/gu, ' '));
  const numbered = Array.from({ length: taken.size + 1 }, (_, index) => `Speaker ${index + 1}`);
  const choices = [tidy, plain, ...(plain === '' ? [] : [`Speaker ${plain}`]), ...numbered];
  const free = choices.find((label) => isReadable(label) && !taken.has(label.toLowerCase()));
  return free ?? `Speaker ${taken.size + 1}`;
}

function oneLine(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim();
}

/** Whether our own grammar finds this label again, alone in the list of speakers, with a time before it and without. */
function isReadable(label: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(label) || label === '__proto__') return false;
  const labels = listedLabelSet([{ label, role: 'other', name: null }]);
  return ['', '[00:00:01] '].every((time) => {
    const line = `${time}${label}: x`;
    const { kind, labelStart, labelEnd, textStart } = parseLine(line, labels);
    return kind === 'label' && line.slice(labelStart, labelEnd) === label && line.slice(textStart) === 'x';
  });
}
