import * as fc from 'fast-check';
import { textHash } from '../../src/engine/annotations/hashes';
import type { Annotation, Coding, Episode } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { ExportedSession, ExportedStudy } from '../../src/engine/interchange/exported';
import { codePointLength } from '../../src/engine/transcript/offsets';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding, dangerous } from './annotationArbitraries';
import { exportedSession } from '../interchange/exportedStudies';

/** Studies that can be: sessions of a few turns, and codings whose passages lie in them. */

const said = fc.oneof(
  fc.constantFrom(
    'Yes.',
    'So 😀 how?',
    'I  guess',
    '((laughs)) no',
    '(4s)',
    '# hm',
    'a & <b> "c"',
    'é\u0301',
    '',
    '12:30',
    'T: no',
  ),
  fc
    .constantFrom(...dangerous)
    .map((text) => text.replace(/\p{Cc}|\p{Cs}|[\ufffe\uffff]/gu, ' ').slice(0, 40)),
);
const line = fc
  .tuple(fc.constantFrom('T: ', 'C: ', '[00:00:12] T: ', '   ', '# ', '12 C: '), said)
  .map(([start, words]) => start + words);
const header = fc.constantFrom(
  '',
  '---\nspeakers: { T: { role: therapist }, C: { role: client } }\ncase: C1\n---\n',
  '---\ndate: 2026-03-02\nsession: 3 # third\n---\n',
);
const end = fc.constantFrom('\n', '\r\n');

const transcript = fc
  .tuple(header, fc.array(line, { minLength: 2, maxLength: 10 }), end)
  .map(([head, lines, eol]) => `${head}T: So.\n${lines.join('\n')}\nC: So it is.\n`.replaceAll('\n', eol));

/** Where a passage is to lie: shares of the turns, and of the text of a turn. */
const place = fc.tuple(...[0, 1, 2, 3].map(() => fc.double({ min: 0, max: 0.999, noNaN: true })));

const codes = [...defaultCodebook().codes.keys(), 'ours.own', 'Strange one'];

/** Whether a character of a line stands there, and no line end. */
function isWithin(text: string, index: number): boolean {
  const character = Array.from(text)[index];
  return character !== undefined && character !== '\n';
}

function within(
  text: string,
  values: Coding,
  places: readonly (readonly number[])[],
  chosen: readonly number[],
): Coding {
  const { turns } = parseTranscript(text);
  const placed = values.annotations.flatMap((each, index): Annotation[] => {
    const [a = 0, b = 0, c = 0, d = 0] = places[index] ?? [];
    const first = turns[Math.floor(a * turns.length)];
    const last = turns[Math.floor(b * turns.length)] ?? first;
    if (!first || !last) return [];
    const [from, to] = first.number <= last.number ? [first, last] : [last, first];
    const [start, end_] = [
      Math.floor(c * codePointLength(from.text)),
      Math.ceil(d * codePointLength(to.text)),
    ];
    const at =
      from === to
        ? { turn: from.number, start: Math.min(start, end_), end: Math.max(start, end_) }
        : { turn: from.number, start, end_turn: to.number, end: end_ };
    const { note, created, ratings } = each;
    const code = codes[(chosen[index] ?? 0) % codes.length] ?? 'bond';
    const isPassage =
      isWithin(from.text, at.start) && isWithin(to.text, at.end - 1) && (from !== to || at.start < at.end);
    return isPassage
      ? [
          {
            id: each.id,
            code,
            at,
            ...(note === undefined ? {} : { note }),
            ...(created === undefined ? {} : { created }),
            ...(ratings === undefined ? {} : { ratings }),
          },
        ]
      : [];
  });
  const ids = placed.map(({ id }) => id);
  const episodes: Episode[] =
    ids.length > 2
      ? [{ id: 'episodex', ruptures: ids.slice(0, 1), repairs: ids.slice(1, 3), resolution: 4, note: 'Hm.' }]
      : [];
  const { text: _text, codebook: _codebook, conflicts: _conflicts, ...rest } = values;
  return {
    ...rest,
    text: { sha256: textHash(text) },
    transcript: 'a.transcript',
    annotations: placed,
    episodes,
    memos: values.memos.map(({ id, text: words }, index) =>
      index === 0 ? { id, text: words } : { id, text: words, at: { turn: 1 } },
    ),
    decisions: [],
    conflicts: [],
  };
}

const session: fc.Arbitrary<ExportedSession> = fc
  .tuple(
    transcript,
    coding(6),
    coding(6),
    fc.array(place, { minLength: 12, maxLength: 12 }),
    fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
  )
  .map(([text, one, two, places, chosen]) => {
    const alice = within(text, { ...one, coder: 'alice' }, places, chosen);
    const bob = within(text, { ...two, coder: 'bob' }, places.toReversed(), chosen.toReversed());
    return exportedSession('c1/a.transcript', text, [alice, bob]);
  });

export const arbitraryStudy: fc.Arbitrary<ExportedStudy> = session.map((each) => ({
  name: 'Study',
  study: null,
  sessions: [each],
}));
