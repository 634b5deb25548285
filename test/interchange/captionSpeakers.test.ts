import assert from 'node:assert/strict';
import { looksLikeName } from '../../src/engine/interchange/cueSpeakers';
import { outcomeOf } from './captionTexts';

/** Who speaks in cues of these texts, a minute apart. */
function speakersIn(texts: readonly string[]): string {
  const cues = texts.map((text, index) => `${index + 10}:00.000 --> ${index + 10}:01.000\n${text}`);
  const { turns } = outcomeOf('a.vtt', `WEBVTT\n\n${cues.join('\n\n')}\n`);
  return turns.map((turn) => / ([^:]+)/.exec(turn)?.[1] ?? '').join(', ');
}

const talk = Array.from({ length: 20 }, () => 'So it went.');

suite('speakers in the words of captions', () => {
  test('a usual label and a numbered speaker need no evidence', () => {
    assert.equal(speakersIn(['Well.', 'Therapist: How?', 'C2:yes', 'Hm.']), '?, Therapist, C2, C2');
    assert.equal(
      speakersIn(['SPEAKER_00: Hm.', '[speaker 2] No.', 'Well.']),
      'SPEAKER_00, speaker 2, speaker 2',
    );
  });

  test('a name needs to come back, and to begin enough of the cues', () => {
    assert.equal(speakersIn(['Mum: come home.', 'Mum: come.', ...talk]), Array(22).fill('?').join(', '));
    assert.equal(speakersIn(['Dana: How?', 'Well.', 'Dana: So?', 'Hm.']), 'Dana, Dana, Dana, Dana');
    assert.equal(speakersIn(['Dana: How?', 'Sam: Well.']), 'Dana, Sam');
    assert.equal(
      speakersIn(['Dana: a', 'Sam: b', 'Dana: c', 'Sam: d', 'Ann Berg: e']),
      'Dana, Sam, Dana, Sam, Ann Berg',
    );
    assert.equal(
      speakersIn(['dana: a', 'sam: b', 'dana: c', 'sam: d', 'dana: e', 'sam: f']),
      'dana, sam, dana, sam, dana, sam',
    );
    assert.equal(speakersIn(['dana: a', 'sam: b']), '?, ?');
    const long = Array.from({ length: 150 }, () => ['T: How?', 'Well.']).flat();
    assert.ok(!speakersIn([...long, 'Mum: come home.', 'Mum: come.']).includes('Mum'));
  });

  test('letters stand for people who ask and answer', () => {
    assert.equal(speakersIn(['Q: How?', 'A: Well.', 'Q: So?', 'A: Yes.']), 'Q, A, Q, A');
    assert.equal(speakersIn(['A: the first.', 'B: the second.', ...talk]), Array(22).fill('?').join(', '));
  });

  test('words before a colon, times and addresses are words', () => {
    for (const text of [
      'Note: this.',
      'I said: no.',
      'Question: why?',
      '17:30 was late.',
      'At 17:30: tea.',
      'https://example.org',
      'I::: see.',
      'Yes: that.',
      'Aber: nein.',
    ]) {
      assert.equal(speakersIn([text, text, 'Well.', text]), '?, ?, ?, ?', text);
    }
  });

  test('names in brackets are told from sounds', () => {
    assert.equal(
      speakersIn(['[Dana] a', '[Sam] b', '[Dana] c', '[Sam] d', '[Laughs] e', '[Laughs] f']),
      'Dana, Sam, Dana, Sam, Sam, Sam',
    );
    assert.equal(speakersIn(['[Laughs] a', '(Sighs) b', '[Laughs] c', '(Sighs) d']), '?, ?, ?, ?');
    assert.equal(speakersIn(['(Ann) said', ...talk, '(Ann) went']), Array(22).fill('?').join(', '));
  });

  test('names above the words are told from lines of words', () => {
    assert.equal(
      speakersIn(['Dana Lee\na', 'Sam\nb', 'Dana Lee\nc', 'Sam\nd']),
      'Dana Lee, Sam, Dana Lee, Sam',
    );
    assert.equal(speakersIn(['Good Morning\nto you', 'Really\nit is', 'Tomorrow\nmaybe']), '?, ?, ?');
    assert.equal(speakersIn(['Yes\na', 'Yes\nb', 'Yes\nc']), '?, ?, ?');
  });

  test('a cue without a speaker is the one before, but not behind a dash or >>', () => {
    assert.equal(speakersIn(['T: a', 'b', '- c', 'd', 'T: e', '>> f', '>> T: g']), 'T, T, ?, ?, T, ?, T');
    assert.equal(speakersIn(['T: minus', '-5 degrees', '-- and so', '— so']), 'T, T, T, T');
  });

  test('what a name looks like', () => {
    for (const name of [
      'Dana',
      'Dana Lee',
      'Lee, Dana',
      'Dr. Ann O’Neil',
      'J. van der Berg',
      'He Wei',
      'Ann (Guest)',
      'DANA',
      '李明',
      'Ann 2',
    ]) {
      assert.ok(looksLikeName(name), name);
    }
    for (const text of [
      'dana',
      'I Think',
      'Part Two',
      'Question 1',
      'Note',
      'She Said',
      'A, B, C',
      'What?',
      'Well then',
      'a '.repeat(9),
      '',
      '12',
      'von',
    ]) {
      assert.ok(!looksLikeName(text), text);
    }
  });
});
