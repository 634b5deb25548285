import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { caseTrajectories, sessionTrajectories } from '../../src/engine/trajectory/case';
import type { CaseTrajectory } from '../../src/engine/trajectory/caseTypes';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codeAs, exists, inFolder, read, run, until } from './workspaceFiles';

const numbers = [1, 2, 3, 4, 5, 6];

/** As the command line does it: from the files, with the engine alone. */
async function fromFiles(coder: string): Promise<CaseTrajectory> {
  const study = readStudy(await read(inFolder('alliance.study.yaml'))).study ?? assert.fail('a study');
  const ownCodebook = inFolder('alliance.codebook.yaml');
  const codebook = (await exists(ownCodebook))
    ? (readCodebook(await read(ownCodebook)).codebook ?? assert.fail('a codebook'))
    : defaultCodebook();
  const inputs = [];
  for (const number of numbers) {
    const stem = `session-0${number}`;
    const file = inFolder('c017', `${stem}.${coder}.alliance.yaml`);
    if (!(await exists(file))) continue;
    const path = `c017/${stem}.transcript`;
    const speakers = study.speakers ? [...study.speakers.values()] : null;
    const transcript = parseTranscript(await read(inFolder('c017', `${stem}.transcript`)), speakers);
    const { coding } = readAnnotationFile(await read(file)).file ?? assert.fail('a coding');
    const facts = sessionFacts(study, path, transcript.header, 'c017', `${stem}.transcript`);
    inputs.push({ name: path, transcript, coding, codebook, facts });
  }
  const { measures, detectors, sessions: known } = study;
  const options = { measures, detectors, known, permute: true };
  const found = caseTrajectories(sessionTrajectories(inputs), options);
  return found.find((one) => one.case === 'C017') ?? assert.fail('the case');
}

async function open(number: number): Promise<void> {
  await vscode.window.showTextDocument(inFolder('c017', `session-0${number}.transcript`));
}

suite('the page of a case', () => {
  suiteTeardown(() => codeAs('tess'));

  test('has the figures of the command line, of one coder alone', async () => {
    await codeAs('alice');
    await open(2);
    const shown = async (): Promise<CaseTrajectory | null> => run<CaseTrajectory | null>('showCase');
    await until('the case is alice’s', async () => (await shown())?.sessions[0]?.coder === 'alice');
    const [page, files] = [await shown(), await fromFiles('alice')];
    assert.deepEqual(page?.sessions, files.sessions);
    assert.deepEqual(page.episodes, files.episodes);
    assert.deepEqual(page.series, files.series);
    assert.deepEqual(page.sequences, files.sequences);
    assert.deepEqual(page.associations, files.associations);
    assert.deepEqual([...new Set(page.sessions.map(({ coder }) => coder))], ['alice']);
  });

  test('holds nothing of a coder whose work is hidden', async () => {
    await codeAs('tess');
    await open(3);
    await until('nothing is shown', async () => (await run('showCase')) === null);
    await codeAs('alice');
    await until('alice’s own is shown', async () => (await run('showCase')) !== null);
    const page = await run('showCase');
    assert.doesNotMatch(JSON.stringify(page), /"bob"/);
  });
});
