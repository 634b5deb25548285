import assert from 'node:assert/strict';
import { compose } from '../../src/engine/interchange/compose';
import { dataFixtures } from './dataFixtures';
import { described, readText } from './readSources';

function fixture(name: string): string {
  return new TextDecoder().decode(dataFixtures().get(name));
}

/** What is read of a text, without the line that names the session. */
function lines(text: string): string[] {
  return described(readText(text)).trimEnd().split('\n');
}

function whisper(...segments: readonly unknown[]): string {
  return JSON.stringify({ text: '', segments });
}

suite('broken and hostile data', () => {
  test('JSON that is cut off is said to be, in the name of its format', () => {
    const cut = {
      'aws.json': 'aws-transcribe',
      'deepgram-words.json': 'deepgram',
      'rev-numbers.json': 'rev',
      'trint.json': 'trint',
      'whisper.json': 'whisper',
      'assemblyai.json': 'assemblyai',
    };
    for (const [name, format] of Object.entries(cut)) {
      const text = fixture(name).trimEnd();
      assert.deepEqual(
        lines(text.slice(0, -3)),
        [`format: ${format}`, `refusal: truncated, format ${format}`],
        name,
      );
    }
  });

  test('JSON with a fault in it is refused without a word of it', () => {
    const text = fixture('whisper.json').replace('"start": 0.0', '"start" 0.0');
    assert.deepEqual(lines(text), [
      'format: whisper',
      'refusal: malformed, format whisper, place , reason no complete JSON',
    ]);
  });

  test('the place of what is not as it should be is said', () => {
    const places: [string, string][] = [
      [whisper({ text: 'a' }, null), 'segments[1]: object expected'],
      [whisper({ text: 'a' }, { text: ['b'] }), 'segments[1].text: text expected'],
      ['{"monologues":[{"elements":[{"value":"a"},5]}]}', 'monologues[0].elements[1]: object expected'],
      [
        '{"results":{"items":[{"alternatives":[{"content":"a"}]},{"alternatives":7}]}}',
        'results.items[1].alternatives: array expected',
      ],
    ];
    for (const [text, reason] of places) {
      assert.match(lines(text)[1] ?? '', new RegExp(`reason ${reason.replaceAll(/[[\]]/g, '\\$&')}$`));
    }
  });

  test('other JSON is none of these formats', () => {
    const others = [
      '{}',
      '[]',
      '[{"text":"a"}]',
      '{"segments":[]}',
      '{"segments":5}',
      '{"results":[1,2]}',
      '{"results":{"items":[{"id":1}]}}',
      '{"utterances":[{"id":1}]}',
      '{"words":["a"],"text":"a"}',
      '{"transcript":"a"}',
      '{"monologues":{}}',
      '{"a"',
      '[,]',
      `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
      '['.repeat(100_000),
    ];
    for (const text of others) assert.match(lines(text)[0] ?? '', /none/, text.slice(0, 40));
  });

  test('a document is parsed once, however many formats it is held against', () => {
    const { parse } = JSON;
    let count = 0;
    JSON.parse = (text: string): unknown => {
      count++;
      return parse(text);
    };
    try {
      assert.equal(readText(fixture('assemblyai.json')).format?.id, 'assemblyai');
    } finally {
      JSON.parse = parse;
    }
    assert.equal(count, 1);
  });

  test('what lies deep within keys that are not read does no harm', () => {
    const deep = `${'['.repeat(100_000)}1${']'.repeat(100_000)}`;
    const text = `{"segments":[{"start":0,"end":1,"text":"Yes.","tokens":${deep}}],"text":"Yes."}`;
    assert.equal(lines(text)[2], '  1 0–1 ?: "Yes."');
  });

  test('times that are none are left out and counted, and the words stay', () => {
    const found = lines(
      whisper(
        { start: '1.5', end: '2', text: 'in quotes' },
        { start: -3, end: 4, text: 'before the beginning' },
        { start: 'soon', end: {}, text: 'no numbers' },
        { start: 9, end: 8, text: 'ends before it starts' },
        { start: 1e300, text: 'too late' },
        { start: null, text: 5 },
      ),
    );
    assert.deepEqual(found.slice(2, 9), [
      '  1 1.5–2 ?: "in quotes"',
      '  2 ?–4 ?: "before the beginning"',
      '  3 ?–? ?: "no numbers"',
      '  4 9–? ?: "ends before it starts"',
      '  5 ?–? ?: "too late"',
      '  6 ?–? ?: "5"',
      'warning: times-broken, line 2, count 5',
    ]);
  });

  test('NaN, which Python writes, is no fault of the whole document, and a word in a text is left alone', () => {
    const text = '{"text":"","segments":[{"start":NaN,"end":-Infinity,"text":"\\"NaN\\" he said"}]}';
    assert.equal(lines(text)[2], '  1 ?–? ?: "\\"NaN\\" he said"');
  });

  test('a speaker called __proto__ is one like others', () => {
    const text = whisper({ text: 'a', speaker: '__proto__' }, { text: 'b', speaker: 'constructor' });
    const { sessions } = readText(text).reading;
    const [session] = sessions;
    assert.ok(session);
    const { speakers } = compose(session, new Map([['__proto__', 'client']]));
    assert.deepEqual(
      speakers.map(({ name, role, turns }) => [name, role, turns]),
      [
        ['__proto__', 'client', 1],
        ['constructor', 'other', 1],
      ],
    );
    assert.match(
      lines('@Begin\n@Participants:\t__proto__ Client\n*__proto__:\thm .')[2] ?? '',
      /__proto__ client/,
    );
  });

  test('a TextGrid without tiers, with too few, with another thing than a text', () => {
    const head = 'File type = "ooTextFile"\nObject class = "TextGrid"\n0 1 ';
    const of = (rest: string): string => lines(head + rest)[1] ?? '';
    assert.equal(of('<absent>'), 'refusal: no-speech, format textgrid');
    assert.equal(of('<exists> 0'), 'refusal: no-speech, format textgrid');
    assert.equal(of('<exists> 99999999999'), 'refusal: truncated, format textgrid');
    assert.equal(of('<exists> 1 "IntervalTier" "T" 0 1 1 0 1 "a'), 'refusal: truncated, format textgrid');
    assert.match(of('<exists> 1 "IntervalTier" "T" 0 1 1 0 "a" 1'), /malformed.*item \[1\]/);
    assert.equal(of(''), 'refusal: truncated, format textgrid');
  });

  test('an EAF with a document type or entities is not read', () => {
    const doctype =
      '<?xml version="1.0"?>\n<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/hosts">]>\n<ANNOTATION_DOCUMENT/>';
    assert.deepEqual(lines(doctype), ['format: elan', 'refusal: xml-doctype, entry session']);
    assert.match(lines('<ANNOTATION_DOCUMENT><TIER></ANNOTATION_DOCUMENT>')[1] ?? '', /refusal: xml-broken/);
    assert.match(lines('<x><ANNOTATION_DOCUMENT/></x>')[1] ?? '', /refusal: malformed/);
    assert.match(lines('<ANNOTATION_DOCUMENT/>')[1] ?? '', /refusal: no-speech/);
  });

  test('annotations that refer to each other in a circle are read, without a time', () => {
    const annotation = (id: string, ref: string): string =>
      `<ANNOTATION><REF_ANNOTATION ANNOTATION_ID="${id}" ANNOTATION_REF="${ref}"><ANNOTATION_VALUE>${id}</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION>`;
    const tier = `<TIER TIER_ID="T">${annotation('a', 'b')}${annotation('b', 'a')}</TIER>`;
    assert.deepEqual(lines(`<ANNOTATION_DOCUMENT>${tier}</ANNOTATION_DOCUMENT>`).slice(2), [
      '  1 ?–? T: "a"',
      '  2 ?–? T: "b"',
    ]);
  });
});
