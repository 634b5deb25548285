import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { caseTrajectories, sessionTrajectories } from '../../src/engine/trajectory/case';
import type { CaseTrajectory } from '../../src/engine/trajectory/caseTypes';
import type { CaseOfTable } from '../../src/engine/trajectory/casesCsv';
import { csvRows } from '../../src/engine/csv';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { caseTableCsv } from '../../src/engine/trajectory/caseTables';
import { codeAs, exists, inFolder, read, run, until, write } from './workspaceFiles';

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

  test('is taken elsewhere: tables of the command line’s figures, pictures light on white, the page as text', async () => {
    await codeAs('alice');
    await open(2);
    await until('the case is alice’s', async () => JSON.stringify(await run('showCase')).includes('"alice"'));
    const files = await fromFiles('alice');
    const to = (name: string): vscode.Uri => inFolder(`case-${name}`);
    const taken = async (format: string, uri: vscode.Uri): Promise<void> => {
      assert.equal(await run('exportCase', { format, to: uri.toString() }), uri.toString());
    };
    for (const format of ['sessions', 'series', 'tenths', 'detectors'] as const) {
      await taken(format, to(`${format}.csv`));
      assert.equal(await read(to(`${format}.csv`)), caseTableCsv(files, format));
    }
    await taken('svg', to('picture.svg'));
    const svg = await read(to('picture.svg'));
    assert.match(svg, /^<\?xml[^>]*>\n<svg /);
    assert.match(svg, /fill="#ffffff"[^]*C017 · 6 sessions/);
    assert.doesNotMatch(svg, /var\(/);
    await taken('png', to('picture.png'));
    const png = await vscode.workspace.fs.readFile(to('picture.png'));
    assert.deepEqual([...png.subarray(0, 4)], [0x89, 0x50, 0x4e, 0x47]);
    const text = (await run<string>('copyCase')) ?? '';
    assert.match(
      text,
      /^C017 · 6 sessions · Alice M\.[^]*^ruptures: \d+ \(n 4\)$[^]*^reliable change \(Parameters: z 1\.96/m,
    );
    assert.equal(await vscode.env.clipboard.readText(), text);
  });

  test('opens the parameters of its methods: put into the study file once, to be changed and saved', async () => {
    const uri = inFolder('alliance.study.yaml');
    const before = await read(uri);
    await codeAs('alice');
    await open(2);
    const shown = async (): Promise<string> => {
      await until('the study file is opened there', async () => (await run('editDetectors')) === true);
      const { activeTextEditor: editor } = vscode.window;
      assert.equal(editor?.document.uri.toString(), uri.toString());
      return editor.document.lineAt(editor.selection.active.line).text;
    };
    try {
      assert.match(await shown(), /^detectors:/);
      const { document } = vscode.window.activeTextEditor ?? assert.fail('an editor');
      const { study } = readStudy(document.getText());
      assert.deepEqual(
        study?.detectors,
        readStudy(before).study?.detectors,
        'as they are without being said',
      );
      assert.match(await shown(), /^detectors:/);
      assert.equal(document.getText().match(/^detectors:/gm)?.length, 1);
    } finally {
      await vscode.commands.executeCommand('workbench.action.files.revert');
      if ((await read(uri)) !== before) await write(uri, before);
    }
  });

  test('is a row of the table of cases, which is saved as it is shown', async () => {
    await codeAs('alice');
    await open(2);
    const rowOf = (cases: readonly CaseOfTable[] | null) => cases?.find((one) => one.case === 'C017');
    const shown = async () => rowOf(await run<readonly CaseOfTable[] | null>('caseTable'))?.summary;
    await until('the case is alice’s', async () => (await shown())?.coder === 'alice');
    const { summaries } = await fromFiles('alice');
    assert.deepEqual(await shown(), summaries[0]);
    const to = inFolder('cases.csv');
    assert.equal(await run('exportCases', { to: to.toString() }), to.toString());
    const saved = csvRows(await read(to)).find((row) => row['case'] === 'C017');
    await vscode.workspace.fs.delete(to);
    assert.equal(saved?.['ruptures'], String(summaries[0]?.ruptures));
    assert.equal(saved['level'], String(summaries[0]?.level.value));
    await codeAs('tess');
    await until('nothing of it is shown', async () => (await shown()) === null);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
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
