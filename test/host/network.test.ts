import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { contributes } from '../../package.json';
import { watchNetwork, type WayTaken } from './watchedNetwork';
import { codeAs, dialogue, exists, isOver, openTranscript, run, tag, type Opened } from './workspaceFiles';

const commands = contributes.commands.map(({ command }) => command.slice('alliance.'.length));

/** A study of its own, so that none of what the commands change is another test's. */
const study = {
  'alliance.study.yaml': `alliance_study: 1
title: Commands
coders: { tess: { role: coder }, bob: { role: coder } }
cases: { K1: { sessions: [ { transcript: NAME.transcript, session: 1 } ] } }
`,
  'NAME.bob.alliance.yaml': `alliance: 1
transcript: NAME.transcript
coder: bob
role: coder
annotations:
  - { id: bobsone1, code: rupture, at: { turn: 4 }, quote: Dunno. }
`,
};

/** What commands are told, so that they do all they can do without a person; the others ask, and are not answered. */
function argumentsOf({ uri }: Opened): Readonly<Record<string, object>> {
  const out = (name: string): string => vscode.Uri.joinPath(uri, '..', name).toString();
  return {
    tag: { code: 'bond', turns: [2] },
    tagBond: { turns: [3] },
    tagRupture: { turns: [4] },
    tagRepair: { turns: [5] },
    memo: { turns: [2], note: 'A memo.' },
    retrieve: { query: 'in:study', text: true },
    exportFound: { uri: out('found.csv'), text: true },
    export: { scope: 'study', format: 'qdpx', text: true, to: out('all.qdpx') },
    exportPicture: { format: 'svg', to: out('picture.svg') },
    agreement: { coders: ['tess', 'bob'] },
    showCoding: { coder: 'tess' },
    chooseCoder: { coder: 'tess', role: 'coder' },
    key: { key: 'j' },
  };
}

/** Runs a command as far as it goes: questions are closed without an answer, and messages taken away. */
async function runUnanswered(command: string, args: object | undefined): Promise<void> {
  const running = Promise.resolve(run(command, args)).then(
    () => undefined,
    () => undefined,
  );
  for (let tries = 0; tries < 15 && !(await isOver(running)); tries++) {
    await vscode.commands.executeCommand('workbench.action.closeQuickOpen');
    await vscode.commands.executeCommand('notifications.clearAll');
  }
}

/** Keys, texts and editors as they were, and nothing left of the study. */
async function tidy({ editor, uri }: Opened): Promise<void> {
  await vscode.commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await vscode.window.showTextDocument(editor.document);
  // Whoever takes the keys takes them from the others.
  if (await run<boolean>('toggleCodingMode')) await run('toggleCodingMode');
  await vscode.workspace.saveAll(false);
  await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  await vscode.workspace.fs.delete(vscode.Uri.joinPath(uri, '..'), { recursive: true });
}

/** What the editor and its own extensions ask for in the same process is theirs. */
const isOurs = ({ stack }: WayTaken): boolean => /dist[\\/](?:web|desktop)\.js/.test(stack);

suite('nothing leaves the machine', () => {
  test('while every command runs nobody is asked for anything, and no program is started', async () => {
    await codeAs('tess');
    const session = await openTranscript(dialogue, study);
    await tag('rupture.withdrawal', { turns: [4] });
    const args = argumentsOf(session);
    const { taken, watched, stop } = watchNetwork();
    try {
      assert.ok(watched.includes('fetch'), watched.join(', '));
      for (const command of commands) {
        await vscode.window.showTextDocument(session.editor.document);
        await runUnanswered(command, args[command]);
      }
      assert.ok(await exists(vscode.Uri.joinPath(session.uri, '..', 'all.qdpx')), 'the study was exported');
      assert.deepEqual(taken.filter(isOurs), []);
    } finally {
      stop();
      await tidy(session);
    }
  });

  test('a request would be seen', async () => {
    const { taken, stop } = watchNetwork();
    await Promise.resolve()
      .then(() => fetch('nowhere:'))
      .catch(() => undefined);
    stop();
    assert.ok(
      taken.some(({ way, stack }) => way === 'fetch' && /network\.test|host-(?:node|web)/.test(stack)),
      'seen',
    );
  });
});
