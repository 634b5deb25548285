import assert from 'node:assert/strict';
import { described, readText } from './readSources';

/** What is read of a document: a line for each entry, then what is said of it. */
function lines(document: unknown): string[] {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return described(readText(text)).trimEnd().split('\n').slice(2);
}

suite('data that says little', () => {
  test('AWS: a whole transcript is read where no single words are given', () => {
    const of = (transcripts?: unknown): string[] => lines({ results: { transcripts, items: [] } });
    assert.deepEqual(of([{ transcript: 'How was it?' }]), [
      '  1 ?–? ?: "How was it?"',
      'warning: no-speakers',
    ]);
    assert.deepEqual(of(), []);
  });

  test('Whisper: the whole text is read where its segments are empty', () => {
    assert.deepEqual(lines({ text: 'How was it?', segments: [{ text: ' ' }] }), [
      '  1 ?–? ?: "How was it?"',
      'warning: no-speakers',
    ]);
  });

  test('Deepgram: utterances of several channels are named by channel and speaker', () => {
    const said = (transcript: string, more: object): object => ({ transcript, start: 0, end: 1, ...more });
    const utterances = [said('So?', { channel: 0, speaker: 1 }), said('Bad.', { channel: 1 })];
    const of = (channels: readonly unknown[]): string[] => lines({ results: { channels, utterances } });
    assert.deepEqual(of([{ alternatives: [] }, { alternatives: [] }]), [
      '  1 0–1 Channel 0 Speaker 1: "So?"',
      '  2 0–1 Channel 1: "Bad."',
    ]);
    assert.deepEqual(of([{ alternatives: [] }]), ['  1 0–1 Speaker 1: "So?"', '  2 0–1 ?: "Bad."']);
  });

  test('Deepgram: a channel in which nothing was heard does no harm to the others', () => {
    const channels = [{ alternatives: [] }, { alternatives: [{ transcript: 'Bad.' }] }, {}];
    assert.deepEqual(lines({ results: { channels } }), ['  1 ?–? Channel 1: "Bad."']);
    assert.deepEqual(lines({ results: { channels: [{ alternatives: [{ transcript: 'Bad.' }] }] } }), [
      '  1 ?–? ?: "Bad."',
      'warning: no-speakers',
    ]);
  });

  test('a speaker that is a number in quotation marks is named as one without', () => {
    assert.deepEqual(lines({ text: '', segments: [{ text: 'So?', speaker: ' 2 ' }] }), [
      '  1 ?–? Speaker 2: "So?"',
    ]);
  });

  test('Trint: words without times stay with those before them, and empty ones are none', () => {
    const words = [
      { value: 'Well' },
      { time: 1, duration: 1, value: 'so?' },
      { value: '' },
      { value: 'hm', time: 2 },
      { value: 'yes' },
      { time: 5, value: 'Bad.' },
    ];
    const paragraphs = [
      { time: 0, speaker: 'Dana' },
      { time: 4, speaker: 'Sam' },
    ];
    assert.deepEqual(lines({ transcript: { words, paragraphs } }), [
      '  1 ?–2 Dana: "Well so? hm yes"',
      '  6 5–5 Sam: "Bad."',
    ]);
  });

  test('a tier without a name is nobody’s; its points are notes without one', () => {
    const tier = (kind: string, marks: string): string => `"${kind}" "" 0 9 1 ${marks}`;
    const grid = `"ooTextFile"\n"TextGrid"\n0 9 <exists> 2 ${tier('IntervalTier', '0 2 "So?"')} ${tier('TextTier', '3 "laughs"')}`;
    assert.deepEqual(lines(grid), ['  1 0–2 ?: "So?"', '  1 (note) "laughs"', 'warning: no-speakers']);
    const eaf =
      '<ANNOTATION_DOCUMENT><HEADER><MEDIA_DESCRIPTOR RELATIVE_MEDIA_URL="./tapes/s1.wav"/></HEADER><TIER TIER_ID=" "><ANNOTATION><REF_ANNOTATION ANNOTATION_ID="a"><ANNOTATION_VALUE>So?</ANNOTATION_VALUE></REF_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>';
    assert.deepEqual(lines(eaf), ['media: s1.wav', '  1 ?–? ?: "So?"', 'warning: no-speakers']);
  });

  test('CHAT: a line without a code is nobody’s, and a participant without a role has none', () => {
    assert.deepEqual(lines('@Begin\n@Participants:\tPAR, INV Investigator\n*:\thm .\n*INV:\tso ?'), [
      'role: INV therapist',
      '  3 ?–? ?: "hm ."',
      '  4 ?–? INV: "so ?"',
    ]);
  });
});
