import assert from 'node:assert/strict';
import { followTranscript } from '../../src/engine/annotations/acts';
import { apply } from '../../src/engine/annotations/apply';
import { source } from '../../src/engine/annotations/file';
import { sealHolds } from '../../src/engine/annotations/seal';
import { renameTranscripts } from '../../src/engine/study/editStudy';
import { fixture, opened } from '../unit/annotationFixtures';

const at = '2026-03-09T09:00:00Z';

suite('an annotation file whose transcript was moved', () => {
  test('names it anew; another’s says who did it, and the seal holds', () => {
    const text = fixture('canonical');
    const before = opened(text);
    assert.ok(sealHolds(before.coding));
    const { file, inverse } = followTranscript(before, 'new.transcript', { at, by: 'dana' });
    const line = `  - { at: "${at}", event: moved, by: dana }\n`;
    assert.equal(source(file), text.replace('session-04.transcript', 'new.transcript') + line);
    assert.ok(sealHolds(file.coding));
    assert.equal(source(apply(file, inverse).file), text);
  });

  test('of one’s own says only where it is now; told twice it is told once', () => {
    const text = fixture('canonical');
    const once = followTranscript(opened(text), 'new.transcript', null).file;
    assert.equal(source(once), text.replace('session-04.transcript', 'new.transcript'));
    const logged = followTranscript(once, 'new.transcript', { at, by: 'dana' }).file;
    assert.equal(source(followTranscript(logged, 'new.transcript', { at, by: 'dana' }).file), source(logged));
  });
});

suite('a study file whose transcripts were moved', () => {
  const study = `alliance_study: 1
cases:
  K1: { sessions: [ { transcript: k1/s1.transcript, session: 1 }, { transcript: ./k1/s2.transcript } ] }
  K2: # the second
    sessions:
      - { transcript: k2/s1.transcript, session: 1, own: kept } # first
      - transcript: k1/s1.transcript
        date: 2026-03-02
plan: [ { transcript: k1/s1.transcript, coders: [ bob ] } ]
`;

  test('lists them where they are, in cases and plan; nothing else of it changes', () => {
    const renamed = renameTranscripts((path) => (path === 'k1/s1.transcript' ? 'late/one.transcript' : null));
    assert.equal(renamed(study), study.replaceAll('k1/s1.transcript', 'late/one.transcript'));
  });

  test('knows a path however it is written', () => {
    const renamed = renameTranscripts((path) => (path === 'k1/s2.transcript' ? 'k9/s2.transcript' : null));
    assert.equal(renamed(study), study.replace('./k1/s2.transcript', 'k9/s2.transcript'));
  });

  test('is the same text where it lists none of them, and is not touched where that cannot be done', () => {
    assert.equal(renameTranscripts(() => null)(study), study);
    assert.equal(renameTranscripts(() => 'x')('a: ['), 'a: [');
    const anchored = study.replace('transcript: k2/s1.transcript', 'transcript: &it k2/s1.transcript');
    assert.equal(renameTranscripts((path) => (path === 'k2/s1.transcript' ? 'x' : null))(anchored), null);
  });
});
