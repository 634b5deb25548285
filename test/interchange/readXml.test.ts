import assert from 'node:assert/strict';
import { isProblem, readXml, textOf } from '../../src/engine/interchange/xml';

function read(text: string): string {
  const root = readXml(text, 'a.xml');
  return isProblem(root) ? root.code : textOf(root);
}

suite('XML of a source', () => {
  test('text is read, in any order of quotes, comments and sections', () => {
    assert.equal(read('<a b=">" c=\'"/>\'><!-- <b> --><![CDATA[<b>]]><b/>x</a>'), '<b>x');
  });

  test('instructions to programs are no text, and a quotation mark without a partner is a fault', () => {
    assert.equal(read('<a>x<?program y?>z</a>'), 'xz');
    assert.equal(read('<a b="c>x</a>'), 'xml-broken');
  });

  test('entities and document types are refused', () => {
    for (const text of [
      '<!DOCTYPE a><a/>',
      '<!doctype a [<!ENTITY b "c">]><a>&b;</a>',
      '<a><!ENTITY b "c"></a>',
    ]) {
      assert.equal(read(text), 'xml-doctype', text);
    }
    assert.equal(read('<a>&b;</a>'), 'xml-broken');
  });

  test('what nests without end is refused without descending', () => {
    const deep = 100_000;
    assert.equal(read('<a>'.repeat(deep) + '</a>'.repeat(deep)), 'xml-too-deep');
    assert.equal(read('<a b="/>">'.repeat(300) + '</a>'.repeat(300)), 'xml-too-deep');
    assert.equal(read('<a b=\'"\' c="\'/>">'.repeat(300)), 'xml-too-deep');
    assert.equal(read(`<a>${'<!-- <a> --><b/>'.repeat(300)}</a>`), '');
    assert.equal(read(`${'<a>'.repeat(200)}x${'</a>'.repeat(200)}`), 'x');
  });

  test('a fault says its line and no word of the text', () => {
    const root = readXml('<a>\n<b>Secret words</c></a>', 'a.xml');
    assert.ok(isProblem(root));
    assert.equal(root.line, 2);
    assert.doesNotMatch(JSON.stringify(root), /Secret/);
  });
});
