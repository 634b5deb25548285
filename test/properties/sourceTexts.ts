import fc from 'fast-check';
import { unassigned } from '../../src/engine/interchange/labels';
import type { SourceReading } from '../../src/engine/interchange/imported';

const words = fc.constantFrom(
  'Mm.',
  "I don't know",
  '(4s)',
  '((laughs))',
  '(T: Mhm)',
  '17:30',
  'Note: this',
  'https://example.org/a',
  'and then she said:',
  '12',
  '#tag',
  '#00:00:04-2#',
  '**bold**',
  '[00:00:05]',
  '0:15',
  '- 3 -',
  'Page 3 of 12',
  '😀',
  'שלום',
  '\u2028',
  '\u00a0',
  '\f',
  '\t',
  '---',
  '-->',
);

const said = fc.array(words, { maxLength: 6 }).map((list) => list.join(' '));

const prefix = fc.constantFrom(
  'T: ',
  'C: ',
  'Dana Lee: ',
  'Mother said: ',
  'Speaker 1 (00:02): ',
  'Speaker 2:\n',
  'Dana Lee  0:15  \n',
  'Unknown Speaker  0:21\n',
  '**Dana:** [00:00:02] ',
  '[00:01:23] T: ',
  'T (1:23): ',
  'T1 ',
  'C2 ',
  'T3 ',
  '12 ',
  '13 ',
  '0:0:1.0 --> 0:0:2.500\nDana\n',
  '# ',
  '__proto__: ',
  'Case 17   Page 1\n',
  'Transcribed by https://otter.ai\n',
);

const line = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(prefix, said).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: said },
  { weight: 1, arbitrary: fc.constantFrom('', '   ', '---', '***') },
);

const header = fc.constantFrom(
  '',
  '',
  '',
  '---\nspeakers: { T: { role: therapist }, C: client }\nmedia: a.wav\n---\n',
  '---\nspeakers: { Dana Lee: { name: Dana } } # who\n---\n',
  '---\ntitle: x\n---\n',
);

/** Texts in every layout that is read, and in several at once. */
export const sourceText: fc.Arbitrary<string> = fc
  .tuple(header, fc.array(line, { maxLength: 14 }), fc.constantFrom('\n', '\r\n'))
  .map(([head, lines, eol]) => (head + lines.join('\n')).replaceAll('\n', eol));

const label = fc.constantFrom('T', 'C', 'Dana Lee', 'Th', 'T1', '母', 'O’Neill', unassigned);
const stamp = fc.constantFrom('', '', '[00:00:12] ', '[01:02:03.4] ');
const spoken = fc.array(words, { maxLength: 5 }).map((list) => list.join(' ').replaceAll('\f', ' '));

/** Transcripts of our own, as they are written. */
export const ownTranscript: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(stamp, label, spoken, fc.array(fc.oneof(spoken, fc.constant('# note')), { maxLength: 3 })),
    {
      minLength: 1,
      maxLength: 8,
    },
  )
  .map((turns) => {
    const people =
      '{ T: therapist, C: client, Dana Lee: other, Th: therapist, T1: other, 母: other, O’Neill: other, "?": other }';
    const lines = turns.map(([time, who, first, more]) =>
      [`${time}${who}: ${first}`, ...more.map((each) => (each.startsWith('# ') ? each : `   ${each}`))].join(
        '\n',
      ),
    );
    return `---\nspeakers: ${people}\n---\n${lines.join('\n')}\n`;
  });

/** Words as they are compared: runs of letters and digits, each with how often it comes. */
export function wordCounts(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text.matchAll(/[\p{L}\p{N}]+/gu)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

/** All that a reading keeps, as text: speech with its speakers, and remarks. */
export function keptText({ sessions }: SourceReading): string {
  return sessions
    .flatMap(({ entries }) =>
      entries.flatMap((each) =>
        each.kind === 'speech' && !each.continues ? [each.speaker ?? '', each.text] : [each.text],
      ),
    )
    .join('\n');
}
