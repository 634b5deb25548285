import assert from 'node:assert/strict';
import { plainMarkdown } from '../../src/editor/markdown';
import { inOrder, withoutIcons } from '../../src/editor/plainWords';
import { attacks } from '../attacks/strings';

suite('words of a file in words of ours', () => {
  test('turn nothing that stands behind them, and are no icon', () => {
    assert.equal(inOrder(`${attacks.bidi} is released`), 'agnp.b is released');
    assert.equal(withoutIcons(`${attacks.icon} ${attacks.bidi}`), '$\u200b(alert) agnp.b');
    assert.equal(plainMarkdown(attacks.bidi), 'agnp\\.b');
    assert.equal(inOrder('שלום \u200fA'), 'שלום \u200fA', 'what tells a direction stays');
  });
});
