import * as fc from 'fast-check';
import { renderValue } from '../../src/engine/yamlRender';
import type {
  Annotation,
  Coding,
  Comment,
  Conflict,
  Dropped,
  Episode,
  LogEntry,
  Memo,
  Rating,
  Unconfirmed,
} from '../../src/engine/annotations/types';
import { anyText } from './anyText';

/** What breaks careless writers of YAML: each must come back as it is. */
export const dangerous: readonly string[] = [
  '',
  ' ',
  'no',
  'Yes',
  'y',
  'N',
  'on',
  'OFF',
  'null',
  '~',
  'true',
  'a',
  'e',
  '12',
  '12:30',
  '1e5',
  '0x1f',
  '0o7',
  '1_000',
  '.5',
  '.inf',
  '.nan',
  '2024-01-01',
  '2026-03-04T09:00:00Z',
  '=',
  '<<',
  '!',
  '&a',
  '*a',
  '- a',
  '-',
  '---',
  '...',
  '? a',
  ': b',
  'a: b',
  'a:',
  'a #b',
  '#b',
  '@a',
  '`a',
  '%a',
  '[',
  ']',
  '{',
  '}',
  ',',
  'a, b',
  '"',
  "'",
  "it's",
  "'quoted'",
  'a"b',
  'back\\slash',
  '\\n',
  'a  b',
  ' a',
  'a ',
  'a.',
  'line\nbreak',
  '\n',
  'a\n',
  '\r\n',
  'a\rb',
  '\t',
  'a\tb',
  '\u0000',
  '\u0007',
  '\u001b[31m',
  '\u007f',
  '\u0085',
  '\u009f',
  '\u00a0',
  '\u00ad',
  '\u200b',
  '\u200fabc',
  '\u202e',
  '\u2028',
  '\u2029',
  '\u2066x\u2069',
  '\ufeff',
  '\ufffe',
  '\uffff',
  '\ud800',
  'a\udfffb',
  '😀',
  'e\u0301',
  'שלום',
  'ﷺ',
  '日本語',
  '<script>alert(1)</script>',
  '[x](command:y)',
  '__proto__',
  'constructor',
  '|',
  '>',
  '|-\n a',
  'x'.repeat(2000),
  'word '.repeat(300),
];

const words = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom(...dangerous) },
  { weight: 2, arbitrary: anyText() },
  { weight: 2, arbitrary: fc.string({ maxLength: 20 }) },
);

const name = fc.stringMatching(/^[a-z][a-z0-9.]{0,12}$/);
const id = fc.stringMatching(/^[a-z][a-z0-9]{3}[g-z][a-z0-9]{3}$/);
const ids = fc.array(id, { maxLength: 4 });
const count = fc.nat({ max: 400 });
const turn = fc.integer({ min: 1, max: 300 });
const time = fc.constantFrom('2026-03-02T10:15:00Z', '2026-03-02T10:16:00Z', '2026-04-01T00:00:00Z');

/** Optional keys are there or not, never there without a value. */
function some<T extends object, K extends keyof T>(
  model: { [P in keyof T]: fc.Arbitrary<T[P]> },
  requiredKeys: K[],
) {
  return fc.record(model, { requiredKeys, noNullPrototype: true });
}

const at = some({ turn, start: count, end_turn: turn, end: count }, ['turn']);
const context = fc.record({ before: words, after: words }, { noNullPrototype: true });
const scales = fc.dictionary(
  fc.constantFrom('clarity', 'impact', 'x y', '__proto__', 'no', '12'),
  fc.integer({ min: -3, max: 9 }),
  {
    maxKeys: 3,
    noNullPrototype: true,
  },
);

const unconfirmed: fc.Arbitrary<Unconfirmed> = some(
  {
    state: fc.constantFrom('moved', 'changed', 'ambiguous'),
    method: words,
    confidence: fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100),
    places: fc.array(at, { maxLength: 2 }),
  },
  ['state'],
);

export const annotation: fc.Arbitrary<Annotation> = some(
  {
    id,
    code: name,
    at,
    unconfirmed,
    speaker: words,
    quote: words,
    quote_sha256: words,
    context,
    ratings: scales,
    note: words,
    created: time,
  },
  ['id', 'code'],
);

export const episode: fc.Arbitrary<Episode> = some(
  {
    id,
    ruptures: ids,
    repairs: ids,
    resolution: fc.integer({ min: 1, max: 5 }),
    carried_over: fc.record({ transcript: words, episode: id }, { noNullPrototype: true }),
    note: words,
  },
  ['id', 'ruptures', 'repairs'],
);

const segment = fc.record(
  { segment: fc.integer({ min: 1, max: 4 }), from_turn: turn, to_turn: turn },
  { noNullPrototype: true },
);

export const rating: fc.Arbitrary<Rating> = some(
  {
    rating: fc.constantFrom('bond', 'goal', 'task', 'no'),
    scope: fc.oneof(fc.constant('session' as const), segment),
    value: fc.oneof(
      fc.constant('na' as const),
      fc.integer({ min: -3, max: 7 }),
      fc.constantFrom(4.5, 1e21, 1e-7),
    ),
    note: words,
  },
  ['rating', 'scope', 'value'],
);

const dropped: fc.Arbitrary<Dropped> = some(
  { from: ids, decision: words, reason: words, by: words, at: time },
  ['from', 'decision'],
);

export const memo: fc.Arbitrary<Memo> = some({ id, text: words, at }, ['id', 'text']);

export const comment: fc.Arbitrary<Comment> = some(
  { id, about: words, at, was: at, quote: words, context, reply_to: words, text: words, created: time },
  ['id', 'text'],
);

export const logEntry: fc.Arbitrary<LogEntry> = some(
  {
    at: time,
    event: fc.constantFrom('released', 'taken_back', 'looked'),
    about: words,
    reason: words,
    by: words,
  },
  ['at', 'event'],
);

const conflict: fc.Arbitrary<Conflict> = some(
  { id, about: words, field: words, value: fc.oneof(words, scales, ids, count), from: words },
  ['id', 'about'],
);

function few<T>(item: fc.Arbitrary<T>, key: (item: T) => string, maxLength = 5): fc.Arbitrary<T[]> {
  return fc.uniqueArray(item, { selector: key, maxLength });
}

export function coding(maxLength = 5): fc.Arbitrary<Coding> {
  return some(
    {
      alliance: fc.constant(1),
      transcript: fc.oneof(
        fc.constant('session-04.transcript'),
        words.filter((text) => text !== ''),
      ),
      coder: fc.constantFrom('alice', 'no', '12', '1e5'),
      name: words,
      role: fc.constantFrom('coder', 'supervisor'),
      codebook: fc.record({ id: words, version: words }, { noNullPrototype: true }),
      text: some({ sha256: words, turns: words }, ['sha256']),
      coded: fc.array(fc.record({ from: turn, to: turn }, { noNullPrototype: true }), { maxLength: 2 }),
      released: fc.record({ at: time, sha256: words }, { noNullPrototype: true }),
      annotations: few(annotation, (one) => one.id, maxLength),
      episodes: few(episode, (one) => one.id, 3),
      ratings: few(rating, (one) => one.rating + renderValue(one.scope), 3),
      decisions: few(dropped, (one) => one.from.join(' '), 3),
      memos: few(memo, (one) => one.id, 3),
      comments: few(comment, (one) => one.id, 3),
      log: few(logEntry, (one) => renderValue(one), 3),
      conflicts: few(conflict, (one) => one.id, 2),
    },
    [
      'alliance',
      'transcript',
      'coder',
      'role',
      'annotations',
      'episodes',
      'ratings',
      'decisions',
      'memos',
      'comments',
      'log',
      'conflicts',
    ],
  );
}
