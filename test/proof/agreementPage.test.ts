import assert from 'node:assert/strict';
import {
  assertWhole,
  gathered,
  page,
  row,
  sampleSessions,
  table,
  under,
  words,
} from '../figures/agreementReckoned';

suite('the page of agreement, of the sample study', () => {
  test('has for every code n, prevalence, agreement, κ, AC1 and α with their intervals, of the sample study', async () => {
    const state = await page(gathered(sampleSessions()));
    assertWhole(state);
    assert.deepEqual(
      table(state, 'codes').heads.map(({ text }) => text),
      ['Code', 'n', 'Prevalence', 'Agreement', 'κ', 'AC1', 'α', 'Differ'],
    );
    assert.match(under(table(state, 'codes'), 'all:rupture', 'κ'), /^\.\d\d \[−?\.\d\d, (\.\d\d|1\.00)\]$/);
    assert.match(
      words(state.sentences),
      /Alice M\., Bob K\. are compared on 2 of 8 sessions\. Codebook: .* too few/,
    );
    const more = row(table(state, 'codes'), 'all:rupture').more ?? assert.fail('it unfolds');
    assert.equal(more.grid?.caption, 'Contingency table');
    assert.deepEqual(more.grid?.heads, ['', 'Bob K.: given', 'Bob K.: not given']);
    assert.equal(more.links.length, Number(under(table(state, 'codes'), 'all:rupture', 'Differ')));
    assert.match(more.links[0]?.text ?? '', /session-0\d, turn \d+: (Alice M\.|Bob K\.), not /);
    assert.match(state.methods?.text ?? '', /^Two coders \(Alice M\., Bob K\.\), blind to/);
    assert.deepEqual(
      table(state, 'sessions').rows.map(({ label }) => label),
      ['c017/session-01', 'c017/session-02'],
    );
    const ratings = table(state, 'scales');
    assert.ok(ratings.rows.every(({ more: unfolded }) => unfolded?.facts.length === 6));
  });

  test('free passages, characters and segments each have their table and words', async () => {
    const spans = await page(gathered(sampleSessions(), { unit: 'character' }), { unit: 'spans' });
    assertWhole(spans);
    assert.match(under(table(spans, 'spans'), 'all:rupture', 'α_u'), /^−?\.\d\d/);
    assert.match(spans.methods?.text ?? '', /where passages begin and end/);
    const segments = await page(gathered(sampleSessions(), { unit: 'segment' }), { unit: 'segment' });
    assertWhole(segments);
    const [link] = row(table(segments, 'codes'), 'all:rupture').more?.links ?? [];
    if (link) assert.match(link.text, /segment \d+/);
  });
});
