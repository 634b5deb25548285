import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathBelow } from '../../src/engine/interchange/beside';
import { call, studyOf } from '../cli/cliStudies';
import { sampleStudy } from '../interchange/exportedStudies';
import { sampleFiles } from '../unit/projectFiles';
import { packed } from '../interchange/qdaPackages';

suite('alliance import of what brings more than transcripts', () => {
  test('a project comes with its codings, once; what is there is never written over', async () => {
    const mine = 'alliance: 1\ntranscript: session-01.transcript\ncoder: alice\n# mine\n';
    const folder = studyOf({
      'a.qdpx': packed(sampleStudy()),
      'out/c017/session-01.alice.alliance.yaml': mine,
    });
    const called = await call(folder, 'import', 'a.qdpx', '--out', 'out', '--json');
    assert.equal(called.status, 0);
    for (const [path, text] of sampleFiles()) {
      if (!path.endsWith('.transcript') && !path.endsWith('.alliance.yaml')) continue;
      const made = readFileSync(join(folder, 'out', path), 'utf8');
      const isMine = path === 'c017/session-01.alice.alliance.yaml';
      assert.equal(made, isMine ? mine : text, path);
    }
    assert.match(called.err, /out\/c017\/session-01\.alice\.alliance\.yaml: there already, so it was left/);
    assert.match(called.err, /out\/c017\/session-01\.bob\.alliance\.yaml: written, beside/);
    const again = await call(folder, 'import', 'a.qdpx', '--out', 'out');
    assert.equal(again.status, 0);
    assert.doesNotMatch(again.err, /: written/);
  });

  test('a codebook alone is written as one, and nothing without --out', async () => {
    const folder = studyOf({
      'codes.qdc':
        '<?xml version="1.0" encoding="utf-8"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="x"><Codes><Code guid="6f1a3e6e-7f52-4b0c-9d0a-0b6a3c1d2e3f" name="Warmth" isCodable="true"/></Codes></CodeBook>',
    });
    assert.equal((await call(folder, 'import', 'codes.qdc')).status, 0);
    assert.ok(!existsSync(join(folder, 'alliance.codebook.yaml')));
    assert.equal((await call(folder, 'import', 'codes.qdc', '--out', '.')).status, 0);
    assert.match(readFileSync(join(folder, 'alliance.codebook.yaml'), 'utf8'), /Warmth/);
  });

  test('no folder of a source leads out of the one that is written to', () => {
    assert.equal(pathBelow('../../etc/./a..b/c:d.yaml'), 'etc/a..b/c-d.yaml');
    assert.equal(pathBelow('/a\\..\\b'), 'a/b');
  });
});
