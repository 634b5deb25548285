import fc from 'fast-check';

const words = fc.constantFrom(
  'Mm.',
  "I don't know.",
  'yeah',
  '(4s)',
  '((laughs))',
  '((sighs',
  '[NAME_1]',
  '...',
  '😀',
  'é',
  'שלום',
  '\u2028',
  '17:30',
  'Note: this',
  '  ',
  '\t',
);

const said = fc.array(words, { maxLength: 5 }).map((list) => list.join(' '));

const prefix = fc.constantFrom(
  'T: ',
  'C: ',
  'c:',
  '[00:01:23] T: ',
  '12 C: ',
  'T12\t',
  'T (1:23): ',
  'Mother: ',
);

const line = fc.oneof(
  { weight: 5, arbitrary: fc.tuple(prefix, said).map((parts) => parts.join('')) },
  { weight: 2, arbitrary: said },
  { weight: 1, arbitrary: said.map((text) => `   ${text} `) },
  { weight: 1, arbitrary: fc.constantFrom('', '   ', '# note', '#tag', '---', '[00:02] more', 'T:') },
);

const header = fc.constantFrom(
  '',
  '',
  '---\nspeakers: { T: { role: therapist }, C: client }\n---\n',
  '---\nx: [\n---\n',
);

/** Dialogue as transcribers write it, with everything that can go wrong in it. */
export const transcriptText: fc.Arbitrary<string> = fc
  .tuple(header, fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'))
  .map(([head, lines, eol]) => head.replaceAll('\n', eol) + lines.join(eol));
