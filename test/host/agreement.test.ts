import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { agreementOf } from '../../src/engine/agreement/agreement';
import { statedPlaces, type ComparedSession } from '../../src/engine/agreement/compared';
import { agreementDocument } from '../../src/engine/agreement/document';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codeAs, inFolder, read, run, until } from './workspaceFiles';

const coders = ['alice', 'bob'];

interface Shown {
  readonly results: readonly unknown[];
  readonly excluded: readonly {
    readonly transcript: string;
    readonly coder: string;
    readonly reason: string;
  }[];
  readonly methods?: string;
}

/** Sessions 1 and 2 of C017, which both released, from the files with the engine alone. */
async function fromFiles(): Promise<object> {
  const study = readStudy(await read(inFolder('alliance.study.yaml'))).study ?? assert.fail('a study');
  const sessions: ComparedSession[] = [];
  for (const number of [1, 2]) {
    const name = `session-0${number}`;
    const transcript = parseTranscript(await read(inFolder('c017', `${name}.transcript`)), null);
    const codings = [];
    for (const coder of coders) {
      const file = readAnnotationFile(await read(inFolder('c017', `${name}.${coder}.alliance.yaml`))).file;
      const { coding } = file ?? assert.fail('a coding');
      codings.push({ coder, coding, places: statedPlaces(coding, transcript) });
    }
    const path = `c017/${name}.transcript`;
    const facts = sessionFacts(study, path, transcript.header, 'c017', `${name}.transcript`);
    sessions.push({ path, transcript, facts, codebook: defaultCodebook(), codings });
  }
  const resampling = { resamples: 1000, seed: 1 };
  const found = agreementOf({ sessions, coders, unit: 'turn', backChannels: false, resampling });
  return agreementDocument(found, coders, false);
}

suite('the agreement tab', () => {
  const transcript = inFolder('c017', 'session-02.transcript').toString();
  const ofCase = { coders, scope: 'case', transcript };
  const reasons = ({ excluded }: Shown): string[] =>
    excluded.map((one) => `${one.transcript.slice(5, 15)} ${one.coder} ${one.reason}`).toSorted();

  suiteTeardown(async () => {
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await codeAs('tess');
  });

  test('has the figures of the command line, and names what is left out and why', async () => {
    await codeAs('alice');
    const ask = (): Thenable<Shown> => run<Shown>('agreement', ofCase);
    await until('alice sees bob', async () => (await ask()).results.length > 0);
    const { excluded, methods, ...figures } = await ask();
    assert.deepEqual(figures, await fromFiles());
    assert.deepEqual(reasons({ results: [], excluded }).slice(0, 2), [
      'session-03 bob not-released',
      'session-04 alice not-released',
    ]);
    assert.match(methods ?? '', /^Two coders \(Alice M\., Bob K\.\), blind to .* 2 of 6 sessions \(33 %\)/);
    assert.equal(await run('copyMethods'), methods);
    assert.equal(await vscode.env.clipboard.readText(), methods);
  });

  test('compares a trainee with a gold coding, and nobody with themselves', async () => {
    await codeAs('alice');
    const gold = await run<Shown>('compareWithGold', {
      trainee: 'alice',
      gold: 'bob',
      scope: 'case',
      transcript,
    });
    assert.ok(gold.results.length > 0);
    await assert.rejects(async () => run('compareWithGold', { trainee: 'bob', gold: 'bob' }));
    await assert.rejects(async () => run('agreement', { coders: ['alice', 'alice'] }));
  });

  test('shows no number to somebody who has not released, but why and what to do', async () => {
    await codeAs('alice');
    await run('agreement', ofCase);
    await codeAs('tess');
    await until(
      'what was shown is gone',
      async () => (await run<Shown>('agreement', ofCase)).results.length === 0,
    );
    const shown = await run<Shown>('agreement', ofCase);
    assert.ok(shown.excluded.length > 0);
    assert.ok(
      shown.excluded.every(({ reason }) => reason === 'you-have-not-released' || reason === 'not-coded'),
    );
    assert.doesNotMatch(JSON.stringify(shown), /"value"/);
    assert.equal(await run('copyMethods', ofCase), undefined);
  });
});
