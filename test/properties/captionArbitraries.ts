import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readSource } from '../../src/engine/interchange/formats';
import { session, type Entry, type ImportedSession } from '../../src/engine/interchange/imported';
import { turnsOf } from '../../src/engine/interchange/turns';

/** Captions made up at random, for the properties that hold of all of them; shared by the unit suite and the proofs. */

const sourceOf = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });

/** Everything that stands in a file of captions. `W` becomes a word that occurs only once. */
const pieces = fc.constantFrom(
  'W',
  'W W, W.',
  'Dana Lee: W W',
  'Sam: W',
  'Note: W',
  '[Dana] W',
  '(laughs) W',
  '- W',
  '- Sam: W\n- W',
  '>> W',
  '<v Dana Lee>W</v>',
  '<v Dana Lee>W\nW',
  'W<v Lee, Sam>W</v> W',
  '<i>W</i> <b>W',
  'W <3 W & W &amp; W &lt;W&gt;',
  'Dana Lee\nW W',
  'W --> W',
  'W W --> W',
  '00:00:0W --> 00:00:09.000\nW',
  '17:30 W',
  'https://example.org/W',
  '__proto__: W',
  'constructor: W',
  'NOTE W',
  'NOTE\nW W',
  'NOTE Confidence: 0.62',
  'STYLE',
  'STYLE\n::cue { color: red }',
  'REGION\nid:a',
  'REGION W',
  '12',
  '13\nW',
  '4a2b/277-0',
  '{\\an8}W',
  '\u0000W',
  '   ',
  '\tW',
);
const times = fc.constantFrom(
  '00:00:01.000 --> 00:00:02.000',
  '00:00:03,500 --> 00:00:04,000',
  '0:0:6.90 --> 0:0:8.500',
  '00:05.000 --> 00:06.000 line:0 align:start',
  '00:00:07.000 --> 00:00:08.000 W W',
  '00:61:00.000 --> 00:00:02.000',
  '00:00:09.000 --> ',
  '-->',
  'NaN:NaN --> NaN:NaN',
  '00:00:09.000 --> 00:00:01.000',
);
const cue = fc
  .tuple(
    fc.constantFrom('', '', '1\n', '2\n', '4a2b/277-1\n', 'W\n'),
    times,
    fc.array(pieces, { maxLength: 3 }),
  )
  .map(([id, line, body]) => `${id}${line}\n${body.join('\n')}`);
const separator = fc.constantFrom('\n\n', '\n\n', '\n\n', '\n', '\n \n', '\n\n\n');
const blocks = fc.array(fc.tuple(fc.oneof({ weight: 3, arbitrary: cue }, pieces), separator), {
  maxLength: 12,
});

/** Captions of all kinds of cues, notes and junk, every word of which occurs once. */
export const captionText = fc
  .tuple(fc.constantFrom('WEBVTT\n\n', 'WEBVTT - W W\nLanguage: en\n\n', 'WEBVTT\n', '', '1\n'), blocks)
  .map(([head, list]) => {
    let count = 0;
    const text = head + list.map((block) => block.join('')).join('');
    return text.replace(/(?<![A-Z])W(?![A-Z])/g, () => wordOf(count++));
  });

/** Such a file that was cut, and has something else in it. */
export const brokenCaptions = fc
  .tuple(captionText, fc.string({ unit: 'binary', maxLength: 30 }), fc.nat(), fc.nat())
  .map(([text, noise, at, end]) => {
    const place = at % (text.length + 1);
    return (text.slice(0, place) + noise + text.slice(place)).slice(0, end % (text.length + 1));
  });

/** A file is read, or refused with a reason; every entry has a line of it. */
export function assertRead(text: string): void {
  const { sessions, refusal } = readSource(sourceOf('a.srt', text)).reading;
  assert.equal(sessions.length === 0, refusal !== null, text);
  const count = text.split(/\r\n?|\n/).length;
  for (const { line } of sessions.flatMap((one) => one.entries)) assert.ok(line >= 1 && line <= count, text);
}

/** `zbaz`: a word with a number in letters, which is no name, no time and no id. */
function wordOf(count: number): string {
  return `z${String(count).replace(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)))}z`;
}

export function assertNothingLost(text: string): void {
  const { reading } = readSource(sourceOf('a.vtt', text));
  const [read] = reading.sessions;
  if (!read) return;
  // In text pasted from Teams, what stands above the words is the speaker, whatever it is.
  const found = read.entries.flatMap((entry) => {
    const speaker = entry.kind === 'speech' ? (entry.speaker ?? '') : '';
    return `${speaker} ${entry.text}`.match(/z[a-j]+z/g) ?? [];
  });
  assert.deepEqual(found, text.match(/z[a-j]+z/g) ?? [], text);
}

const speakers = [
  'Dana Lee',
  'Sam',
  'T',
  'Client 2',
  'Speaker 1',
  'Lee, Dana',
  'Ann (Guest)',
  'José Müller',
  '李明',
];
const said = fc.array(
  fc.constantFrom(
    'So how was it?',
    'Mm.',
    '(4s) No.',
    'See http://x.org',
    'At 17:30',
    'a < b & c',
    'Well:',
    'é😀',
  ),
  { minLength: 1, maxLength: 3 },
);
const entries = (speaker: fc.Arbitrary<string | null>): fc.Arbitrary<Entry[]> =>
  fc
    .array(fc.tuple(speaker, said, fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 4000 })), {
      minLength: 1,
      maxLength: 12,
    })
    .map((list) => {
      let now = 0;
      return list.map(([who, lines, length, pause], index): Entry => {
        const start = now + pause;
        now = start + length;
        // Cues that end and begin alike and follow at once could be rolling ones.
        const text = lines.length > 1 ? [`${index}`, ...lines].join('\n') : lines.join('\n');
        return { kind: 'speech', speaker: who, text, start: start / 1000, end: now / 1000, line: index + 1 };
      });
    });

/** A session of people who are all named, or of whom nobody is. */
export const captioned = fc
  .oneof(entries(fc.constantFrom(...speakers)), entries(fc.constant(null)))
  .map((list) => session({ name: 'a', entries: list, unit: 'cues' }));

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Its captions as Zoom, Teams and writers of SRT have them. */
function captionsOf({ entries: list }: ImportedSession): string[] {
  const cues = list.flatMap((entry) => (entry.kind === 'speech' ? [entry] : []));
  const stamp = (seconds: number | null): string =>
    new Date(Math.round((seconds ?? 0) * 1000)).toISOString().slice(11, 23);
  const written = cues.map(({ speaker, text, start, end }, index) => {
    const line = `${stamp(start)} --> ${stamp(end)}`;
    const prefix = speaker === null ? '' : `${speaker}: `;
    const voice = speaker === null ? escaped(text) : `<v ${escaped(speaker)}>${escaped(text)}</v>`;
    return {
      zoom: `${index + 1}\n${line}\n${prefix}${escaped(text)}`,
      teams: `4a2b/${index}-0\n${line}\n${voice}`,
      srt: `${index + 1}\n${line.replaceAll('.', ',')}\n${prefix}${text}`,
    };
  });
  return [
    `WEBVTT\n\n${written.map(({ zoom }) => zoom).join('\n\n')}\n`,
    `WEBVTT\n\n${written.map(({ teams }) => teams).join('\n\n')}\n`,
    `${written.map(({ srt }) => srt).join('\n\n')}\n`,
  ];
}

export function assertSameTurns(given: ImportedSession): void {
  for (const text of captionsOf(given)) {
    const [read] = readSource(sourceOf('a.vtt', text)).reading.sessions;
    assert.deepEqual(read && turnsOf(read), turnsOf(given), text);
  }
}
