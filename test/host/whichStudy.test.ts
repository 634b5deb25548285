import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { codeAs, dialogue, exists, inFolder, openTranscript, tag, until, write } from './workspaceFiles';
import { folderWith, withoutTheSampleStudy, studyOf } from './setUpFolders';

suite('which study counts', () => {
  withoutTheSampleStudy();

  const study = (title: string, minutes: number): string =>
    `alliance_study: 1\ntitle: ${title}\nsegment_minutes: ${minutes}\nspeakers: { X: client, Y: therapist }\n`;

  test('of two the nearest to the transcript', async () => {
    const spoken = 'X: One.\nY: Two.\n';
    const { uri } = await openTranscript(spoken, { 'alliance.study.yaml': study('Near', 5) });
    await codeAs('tess');
    await until('its speakers are known', async () => (await tag('bond', { turns: [2] })).length === 1);
    assert.ok(await exists(vscode.Uri.joinPath(uri, '..', 'alliance.study.yaml')));
  });

  test('one above the workspace does not', async () => {
    const above = inFolder('..', 'alliance.study.yaml');
    await write(above, study('Above', 5));
    try {
      const { uri } = await openTranscript('X: One.\nY: Two.\n');
      await codeAs('tess');
      assert.deepEqual(await tag('bond', { turns: [2] }), []);
      await vscode.window.showTextDocument(uri);
    } finally {
      await vscode.workspace.fs.delete(above);
    }
  });
});

test('transcripts that a study file lists and that are not there are said where it lists them', async () => {
  const text = `alliance_study: 1
cases:
  C1:
    sessions:
      - transcript: C1/there.transcript
      - transcript: C1/gone.transcript
plan:
  - { transcript: C1/gone.transcript, coders: [ alice ] }
`;
  const folder = await folderWith({ 'C1/there.transcript': dialogue, 'alliance.study.yaml': text });
  await vscode.window.showTextDocument(studyOf(folder));
  const said = (): string[] =>
    vscode.languages
      .getDiagnostics(studyOf(folder))
      .map(({ code, range }) => `${typeof code === 'string' ? code : ''} ${range.start.line + 1}`);
  await until('they are said', () => said().length > 0);
  assert.deepEqual(said(), ['missing-transcript 6', 'missing-transcript 8']);
});
