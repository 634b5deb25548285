import assert from 'node:assert/strict';
import { outcomeOf } from './captionTexts';

/** The words of a caption in which a voice is escaped, as some programs write all of it. */
function said(words: string): string | undefined {
  const text = `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n&lt;v Dana&gt;${words}&lt;/v&gt;\n`;
  return outcomeOf('a.vtt', text).turns[0]?.replace(/^1 Dana: /, '');
}

suite('escaped captions', () => {
  test('have letters for entities, by name and by number', () => {
    assert.equal(said('Tom &amp; M&uuml;ller, caf&eacute;: &#39;so&#x27;'), "Tom & Müller, café: 'so'");
  });

  test('keep what is no entity as it stands', () => {
    for (const words of ['&xfoo;', '&nothing;', '&#0;', '&#xd800;', '&#1114112;', 'a & b;']) {
      assert.equal(said(words), words);
    }
  });
});
