import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { commandLine, shellOf, type Runtime } from '../../src/editor/commandLine/call';

const electron: Runtime = { program: '/usr/share/code/code', isElectron: true, isWindows: false };
const node: Runtime = { ...electron, program: process.execPath, isElectron: false };
const onWindows: Runtime = {
  program: 'C:\\Program Files\\VS Code\\Code.exe',
  isElectron: true,
  isWindows: true,
};

suite('a command line to copy', () => {
  test('VS Code is told to be Node; a Node is called as it is', () => {
    assert.equal(
      commandLine(electron, '/x/cli.js', ['check', '/my study'], 'sh'),
      "ELECTRON_RUN_AS_NODE=1 /usr/share/code/code /x/cli.js check '/my study'",
    );
    assert.equal(commandLine({ ...electron, isElectron: false }, 'c', [], 'sh'), '/usr/share/code/code c');
    assert.equal(
      commandLine(onWindows, 'C:\\x\\cli.js', ['check', 'C:\\Anna’s $a'], 'powershell'),
      "$env:ELECTRON_RUN_AS_NODE=1; & 'C:\\Program Files\\VS Code\\Code.exe' C:\\x\\cli.js check 'C:\\Anna’’s $a'; Remove-Item Env:ELECTRON_RUN_AS_NODE",
    );
    assert.equal(
      commandLine(onWindows, 'C:\\x\\cli.js', ['check', 'C:\\50% & more'], 'cmd'),
      'set "ELECTRON_RUN_AS_NODE=1" && "C:\\Program Files\\VS Code\\Code.exe" C:\\x\\cli.js check "C:\\50"^%" & more" & set "ELECTRON_RUN_AS_NODE="',
    );
  });

  test('whatever is in a path, a shell hands it on as it is', () => {
    for (const path of ['a b', "it's", '$HOME', '`id`', 'a"b', 'a\\b', '*', 'ü ; echo', '-n', 'a\nb', '']) {
      const line = commandLine(node, 'cli.js', ['check', path], 'sh');
      const last = `set -- ${line}; for last; do :; done; printf %s "$last"`;
      assert.equal(spawnSync('/bin/sh', ['-c', last], { encoding: 'utf8' }).stdout, path);
    }
  });

  test('the shell is the one of the terminal, else that of the system', () => {
    assert.equal(shellOf('/usr/bin/zsh', electron), 'sh');
    assert.equal(shellOf('C:\\Windows\\System32\\cmd.exe', onWindows), 'cmd');
    assert.equal(shellOf('C:\\Program Files\\PowerShell\\7\\pwsh.exe', onWindows), 'powershell');
    assert.equal(shellOf('C:\\Program Files\\Git\\bin\\bash.exe', onWindows), 'sh');
    assert.equal(shellOf('', onWindows), 'powershell');
    assert.equal(shellOf('', electron), 'sh');
  });
});
