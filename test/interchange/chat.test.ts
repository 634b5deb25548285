import assert from 'node:assert/strict';
import { described, readText } from './readSources';

function lines(text: string): string[] {
  return described(readText(text)).trimEnd().split('\n');
}

suite('CHAT', () => {
  test('times of several stretches are one, also in the notation of older files and with dots in the place of marks', () => {
    const text = [
      '@Begin',
      '*PAR:\tone \u0015120_240\u0015 two . \u0015300_450\u0015',
      '*INV:\tthree . \u0015%snd:"a_b"_500_600\u0015',
      '*PAR:\tfour . ·700_800·',
      '*PAR:\tfive . \u0015900_100\u0015',
      '@End',
    ];
    assert.deepEqual(lines(text.join('\n')).slice(2), [
      '  2 0.12–0.45 PAR: "one two ."',
      '  3 0.5–0.6 INV: "three ."',
      '  4 0.7–0.8 PAR: "four ."',
      '  5 0.9–? PAR: "five ."',
      'warning: times-broken, line 5, count 1',
    ]);
  });

  test('is known without its first lines by a header and a tier, and not by an at sign', () => {
    assert.equal(lines('@Languages:\teng\n*PAR:\thm .\n')[0], 'format: chat');
    assert.notEqual(lines('@Dana how was it?\nPAR: hm\n')[0], 'format: chat');
  });

  test('a date that is none is none, and a role that is neither is other', () => {
    const text = '@Begin\n@Date:\t31-FOO-2026\n@Participants:\tCHI Ann Target_Child, DOC Client\n*CHI:\thm .';
    assert.deepEqual(lines(text).slice(2, 4), ['role: CHI other', 'role: DOC client']);
  });

  test('a header and comments alone are no session', () => {
    assert.deepEqual(lines('@UTF8\n@Begin\n@Comment:\tempty\n@End'), [
      'format: chat',
      'refusal: no-speech, format chat',
    ]);
  });
});
