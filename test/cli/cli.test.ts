import assert from 'node:assert/strict';
import { version } from '../../package.json';
import { annotations, call, studyOf, transcript } from './cliStudies';

suite('The command line', () => {
  const usage: Readonly<Record<string, readonly string[]>> = {
    'nothing to do': [],
    'an unknown command': ['chekc'],
    'an unknown option': ['check', '.', '--jsno'],
    'an option of another command': ['check', '.', '--coder', 'alice'],
    'an option without its value': ['trajectory', '.', '--coder'],
    'a coder that can be none': ['trajectory', '.', '--coder', 'Alice M.'],
    'no path': ['check'],
    'two paths': ['check', '.', '.'],
    'a path that is not there': ['check', 'nowhere', '--json'],
    'a file that is no transcript': ['check', 's1.alice.alliance.yaml'],
    'help on an unknown command': ['help', 'chekc'],
  };
  for (const [name, args] of Object.entries(usage)) {
    test(`refuses ${name} with one line on stderr and status 2`, async () => {
      const folder = studyOf({ 's1.transcript': transcript, 's1.alice.alliance.yaml': annotations('alice') });
      const { status, out, err } = await call(folder, ...args);
      assert.deepEqual({ status, out }, { status: 2, out: '' });
      assert.match(err, /^alliance: [^\n]+\.\n$/);
      assert.doesNotMatch(err, /\s{2}at |node:/);
    });
  }

  test('teaches by example', async () => {
    const pages = [
      ['--help'],
      ['help'],
      ['help', 'check'],
      ['check', '--help'],
      ['trajectory', '-h'],
      ['reanchor', '-h'],
      ['import', '--help'],
    ];
    const [whole, again, check, same, trajectory, reanchor, imports] = await Promise.all(
      pages.map((args) => call('.', ...args)),
    );
    assert.deepEqual(whole, again);
    assert.deepEqual(check, same);
    assert.match(check?.out ?? '', /Examples\n {2}alliance check \. /);
    assert.match(trajectory?.out ?? '', /Examples\n {2}alliance trajectory \. /);
    assert.match(reanchor?.out ?? '', /Examples\n {2}alliance reanchor \. /);
    assert.match(imports?.out ?? '', /Examples\n {2}alliance import session-01\.vtt /);
    for (const page of [whole, check, trajectory, reanchor, imports]) {
      assert.equal(page?.status, 0);
      assert.equal(page.err, '');
    }
  });

  test('says its version', async () => {
    assert.deepEqual(await call('.', '--version'), { status: 0, out: `${version}\n`, err: '' });
  });
});
