import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { fault, faultSeverity, type Fault, type FaultCode } from '../../src/engine/faults';
import { range } from '../../src/engine/position';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { faultMessages, faultSentence, faultSentences, plain } from '../../src/words/faults';

/** The data of each fault, as src/engine/faults.ts documents it. A new code is asked for here by the compiler. */
const dataOf: Readonly<Record<FaultCode, readonly string[]>> = {
  'header-not-closed': [],
  'header-not-yaml': ['reason'],
  'header-value': ['path', 'expected'],
  'header-unknown-key': ['path'],
  'header-blind': ['key'],
  'time-backwards': ['time', 'before'],
  'unknown-label': ['label', 'count'],
  'unclosed-nonverbal': [],
  'line-too-long': ['length', 'limit'],
  'no-turns': [],
  'same-name': ['name'],
  'not-utf8': [],
  'too-large': ['size', 'limit'],
  'not-yaml': ['reason'],
  'not-ours': ['expected'],
  'newer-version': ['version', 'supported'],
  'wrong-value': ['path', 'expected'],
  'missing-key': ['path'],
  'unknown-key': ['path'],
  'other-transcript': ['transcript'],
  'reserved-coder': ['coder'],
  'duplicate-file': ['coder', 'other'],
  'conflict-copy': ['coder', 'other'],
  'git-conflict': ['conflicts'],
  conflict: ['what'],
  'duplicate-id': ['id'],
  'old-code': ['annotation', 'code', 'now'],
  'ambiguous-code': ['annotation', 'code', 'codes'],
  'other-codebook': ['made', 'madeVersion', 'used', 'usedVersion'],
  'other-version': ['madeVersion', 'usedVersion'],
  'unknown-code': ['annotation', 'code'],
  'turn-out-of-range': ['entry', 'turn', 'turns'],
  'offset-out-of-range': ['entry', 'turn', 'offset', 'length'],
  'empty-passage': ['entry'],
  'no-place': ['annotation'],
  'text-changed': ['transcript'],
  'quote-differs': ['entry'],
  unconfirmed: ['annotation'],
  'held-words': ['entry', 'transcript'],
  // Of an annotation or an episode: only what both have.
  'unknown-scale': ['scale'],
  'rating-out-of-scale': ['scale', 'value'],
  'unknown-rating': ['rating'],
  'dangling-link': ['episode', 'id'],
  'dangling-carry': ['episode', 'id', 'transcript'],
  'link-kind': ['episode', 'id', 'code'],
  'seal-broken': ['coder'],
  'duplicate-code': ['code'],
  'duplicate-key': ['key', 'code', 'other'],
  'reserved-key': ['key', 'code'],
  'child-id': ['code', 'parent'],
  'no-codes': [],
  'unknown-scale-used': ['code', 'scale'],
  'shadowed-codebook': ['other'],
  'replaces-living': ['code', 'replaced'],
  'missing-transcript': ['transcript'],
  'listed-twice': ['transcript'],
  'unknown-detector': ['path'],
};

function isCode(name: string): name is FaultCode {
  return Object.hasOwn(faultSeverity, name);
}

const codes = Object.keys(faultSeverity).filter(isCode);
const nowhere = range(0, 0, 0, 0);

function said(code: FaultCode, data: Fault['data']): string {
  return faultSentence(fault(code, nowhere, data), plain);
}

/** Names in braces, each once, in the order of the alphabet. */
function placeholders(sentence: string): string[] {
  return [...new Set([...sentence.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))].sort();
}

/** What a transcript's faults say: `line code sentence`, lines from 1. */
function sentences(text: string): string[] {
  return parseTranscript(text).faults.map(
    (found) => `${found.range.start.line + 1} ${found.code} ${faultSentence(found, plain)}`,
  );
}

const folder = 'test/unit/fixtures/transcripts';

function fixture(name: string): string {
  return readFileSync(`${folder}/${name}.transcript`, 'utf8');
}

suite('Faults in words', () => {
  test('every fault has a sentence, and a sentence uses only what its fault knows', () => {
    for (const code of codes) {
      const beyond = placeholders(faultSentences[code]).filter((name) => !dataOf[code].includes(name));
      assert.deepEqual(beyond, [], code);
    }
  });

  test('a sentence begins with a capital or a name, ends with a full stop, and says what to do', () => {
    for (const [code, sentence] of Object.entries(faultSentences)) {
      assert.match(sentence, /^([A-Z“{]).*(\.|\{reason\})$/s, code);
      assert.match(sentence, /\b([Pp]lease|Put|add|Begin|until)\b|\{reason\}/, code);
    }
  });

  test('no sentence speaks the language of programmers', () => {
    const jargon =
      /\b(parse[rd]?|schema|token|syntax|invalid|string|boolean|integer|null|array|yaml|alias|anchor|scalar|exception)\b/i;
    for (const message of faultMessages()) assert.doesNotMatch(message, jargon);
  });

  test('values are put in, and nothing of a message is taken for a value', () => {
    assert.equal(
      said('time-backwards', { time: '00:30', before: '01:00' }),
      'This time, 00:30, is earlier than 01:00 above it. Please correct one of the two.',
    );
    assert.match(
      said('missing-transcript', { transcript: '{path} $& c017/s04.transcript' }),
      /“\{path\} \$& c017/,
    );
  });

  test('what has no value stays as it is', () => {
    assert.equal(plain('{a} and {constructor}', { a: 1 }), '1 and {constructor}');
  });

  test('what a value should be is said in plain words', () => {
    const expected = (code: string): string => said('wrong-value', { path: 'x', expected: code });
    assert.match(expected('integer'), /It should be: a whole number\./);
    assert.match(expected('string or number'), /It should be: text or a number\./);
    assert.match(expected('at least 1'), /It should be: at least 1\./);
    assert.match(expected('one of: a, b'), /It should be: one of: a, b\./);
    assert.match(expected('a date such as 2026-03-02'), /It should be: a date such as 2026-03-02\./);
    assert.match(expected('/^[a-z]+$/'), /It should be: another value\./);
    assert.match(said('header-value', { path: 'x' }), /It should be: another value\./);
  });

  test('a reason nobody knows is a sentence all the same', () => {
    for (const reason of ['never-heard-of', 'constructor', '']) {
      assert.match(said('not-yaml', { reason }), / Something here does not fit\. Please look for/);
    }
  });

  test('all that is put together from parts can be translated, each part once', () => {
    const asked: string[] = [];
    const note = (message: string, args: Record<string, string | number>): string => {
      asked.push(message);
      return plain(message, args);
    };
    for (const code of codes) {
      for (const expected of ['list or map', 'more than 0', 'one of: a, b']) {
        faultSentence(fault(code, nowhere, { reason: 'bad-indent', expected }), note);
      }
    }
    const messages = faultMessages();
    assert.equal(new Set(messages).size, messages.length);
    assert.deepEqual(
      asked.filter((message) => !messages.includes(message)),
      [],
    );
  });
});

suite('Bad transcripts', () => {
  const rows: [string, RegExp[]][] = [
    [
      'header-not-yaml',
      [/^3 header-not-yaml The header cannot be read, so nothing in it counts\. .*bracket/],
    ],
    ['header-starred-name', [/^2 header-not-yaml .* A word that begins with \* .* quotation marks\.$/]],
    ['header-tab', [/^3 header-not-yaml .* indented with a tab\. Please use blanks/]],
    ['header-two-colons', [/^2 header-not-yaml .* second colon on this line\./]],
    ['header-name-twice', [/^3 header-not-yaml .* The same name is given twice/]],
    ['header-a-list', [/^2 header-value .*It should be: entries of the form/]],
    [
      'header-values',
      [
        /^2 header-value The header’s “speakers\.T\.role” .* one of: therapist, client, other\./,
        /^3 header-value The header’s “duration” .* a number\./,
        /^4 header-value The header’s “session” .* at least 0\./,
        /^5 header-value The header’s “stage” .* one of: establishing, developing, maintaining\./,
        /^6 header-unknown-key The header’s “room” is not known/,
      ],
    ],
    ['header-not-closed', [/^1 header-not-closed .*three dashes/]],
    ['times-backwards', [/^2 time-backwards This time, 00:30, is earlier than 01:00/]],
    ['unknown-label', [/^2 unknown-label “Mother:” begins a line more than once \(lines: 2\)/]],
    ['unclosed', [/^1 unclosed-nonverbal /]],
    ['no-labels', [/^1 no-turns /]],
    ['only-comments', [/^1 no-turns /]],
    ...[
      'crlf',
      'cr',
      'bom',
      'no-final-newline',
      'tabs',
      'right-to-left',
      'emoji',
      'empty',
      'only-blanks',
    ].map((name): [string, RegExp[]] => [name, []]),
  ];

  test('each has its row here', () => {
    const files = readdirSync(folder).map((name) => name.replace('.transcript', ''));
    assert.deepEqual(files.sort(), rows.map(([name]) => name).sort());
  });

  for (const [name, expected] of rows) {
    test(`${name}: ${expected.length === 0 ? 'nothing to say' : 'says what is wrong, where'}`, () => {
      const found = sentences(fixture(name));
      assert.equal(found.length, expected.length, found.join('\n'));
      for (const [at, pattern] of expected.entries()) assert.match(found[at] ?? '', pattern);
      assert.deepEqual(
        found.filter((sentence) => /\{\w+\}/.test(sentence)),
        [],
      );
    });
  }

  test('the same turns are read whatever the line ends, the byte order mark and the end of the file', () => {
    const turns = (name: string): unknown => parseTranscript(fixture(name)).turns.map(({ text }) => text);
    for (const name of ['cr', 'bom', 'no-final-newline']) assert.deepEqual(turns(name), turns('crlf'), name);
  });

  test('a line of ten megabytes is one turn, and is said to be read without notation', () => {
    const text = `T: Hello.\nC: ${'yes (('.repeat(1_700_000)}\nT: So.\n`;
    const { turns, faults } = parseTranscript(text);
    assert.equal(turns.length, 3);
    assert.deepEqual(
      faults.map(({ code }) => code),
      ['line-too-long'],
    );
    assert.match(
      sentences(text)[0] ?? '',
      /^2 line-too-long This line has 10200003 characters\. Above 100000/,
    );
  });
});
