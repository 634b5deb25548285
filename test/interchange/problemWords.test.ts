import assert from 'node:assert/strict';
import { problem, type ProblemCode } from '../../src/engine/interchange/problems';
import { plain } from '../../src/words/faults';
import { problemSentences, problemWords } from '../../src/words/problems';

/** The data of each problem, as src/engine/interchange/problems.ts documents it. A new code is asked for here by the compiler. */
const dataOf: Readonly<Record<ProblemCode, readonly string[]>> = {
  empty: [],
  'unknown-format': [],
  'not-text': [],
  'too-large': ['size', 'limit'],
  truncated: ['format'],
  malformed: ['format', 'reason'],
  'no-speech': ['format'],
  'zip-broken': [],
  'zip-password': [],
  'zip-path': ['entry'],
  'zip-bomb': ['size', 'limit'],
  'zip-missing': ['format', 'entry'],
  'xml-broken': ['entry', 'reason'],
  'xml-doctype': ['entry'],
  'xml-too-deep': ['entry', 'limit'],
  'old-format': ['format'],
  'columns-unknown': ['count'],
  'text-needed': ['format'],
  'no-codes': ['format'],
  'self-check': ['format', 'what'],
  'encoding-guessed': ['encoding'],
  'times-backwards': ['count'],
  'times-broken': ['count'],
  'unparsed-lines': ['count'],
  'speaker-renamed': ['from', 'to'],
  'numbered-turns': ['count'],
  'columns-taken': ['text', 'speaker', 'start', 'end', 'notes'],
  'positions-repaired': ['how', 'matched', 'quoted'],
  'positions-assumed': ['how', 'program'],
  'qda-texts-missing': ['count'],
  'qda-orphans': ['transcript', 'count'],
  'qda-lost': ['transcript', 'count'],
  'qda-changed': ['transcript', 'coder', 'count'],
  'no-speakers': [],
};

suite('words for what is wrong with a file to import', () => {
  test('a sentence for each, with nothing in braces but its data', () => {
    for (const [code, keys] of Object.entries(dataOf)) {
      const sentence = Object.entries(problemSentences).find(([key]) => key === code)?.[1] ?? '';
      const used = [...sentence.matchAll(/\{(\w+)\}/g)].map(([, key]) => key ?? '');
      assert.deepEqual(
        used.filter((key) => !keys.includes(key)),
        [],
        code,
      );
      assert.match(sentence, /[.}]$/, code);
    }
  });

  test('the line is said where there is one', () => {
    assert.equal(
      problemWords(problem('xml-broken', { entry: 'a.xml', reason: 'Why.' }, 3), plain),
      'Line 3: “a.xml” in this file is no well-formed XML. Why.',
    );
  });
});
