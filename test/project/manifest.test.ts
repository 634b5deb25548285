import assert from 'node:assert/strict';
import { keyActs } from '../../src/engine/codebook/keys';
import { fileText, sources, texts } from '../unit/projectFiles';
import { colourIds, contextKeys, contributes, foundInCode, manifest, ticks } from './manifestFile';

const words = texts('package.nls.json');
const code = () => [...sources()].filter(([file]) => !file.startsWith('panel/'));

const commandIds = contributes.commands.map((each) => each.command);
const viewIds = Object.values(contributes.views).flatMap((views) => views.map(({ id }) => id));

const settingIds = Object.keys(contributes.configuration.properties);
const menuItems = Object.values(contributes.menus).flat();

/** Every `when` and `enablement` of the manifest. */
const conditions = [
  ...contributes.commands.map(({ enablement }) => enablement),
  ...[...menuItems, ...contributes.keybindings, ...contributes.viewsWelcome].map(({ when }) => when),
  ...ticks('onContext'),
].flatMap((condition) => condition ?? []);

function found(pattern: RegExp, text: string): string[] {
  return [...text.matchAll(pattern)].flatMap(([, name]) => name ?? []);
}

function sorted(names: Iterable<string>): string[] {
  return [...new Set(names)].toSorted();
}

/** Ids given to `registerCommand`: literals, and the keys of a table that a file registers one by one. */
function registeredCommands(): string[] {
  const literal = foundInCode(/registerCommand\(\s*'(alliance\.\w+)'/g);
  const tabled = code().flatMap(([, text]) => {
    if (!text.includes('registerCommand(`alliance.${')) return [];
    return found(/Object\.entries\((\w+)\)/g, text).flatMap((table) => keysOf(table, text));
  });
  return [...literal, ...tabled.map((name) => `alliance.${name}`)];
}

function keysOf(table: string, text: string): string[] {
  const body = new RegExp(`const ${table}\\b[^=]*= \\{([^}]*)\\}`).exec(text)?.[1] ?? '';
  return found(/(?:^|,)\s*(\w+)(?=\s*(?::|,|$))/g, body.trim());
}

suite('the manifest', () => {
  test('contributes the commands that are registered, and no other', () => {
    assert.deepEqual(sorted(commandIds), sorted(registeredCommands()));
    assert.equal(commandIds.length, new Set(commandIds).size);
  });

  test('names only commands that it or VS Code contributes: in menus, keys, welcome texts', () => {
    const named = [
      ...menuItems.flatMap((each) => each.command ?? []),
      ...contributes.keybindings.map((each) => each.command),
      ...Object.values(words).flatMap((text) => found(/\(command:([\w.]+)\)/g, text)),
      ...ticks('onCommand'),
    ];
    const known = new Set([...commandIds, ...viewIds.map((id) => `${id}.focus`)]);
    assert.deepEqual(
      named.filter((id) => !known.has(id) && !id.startsWith('vscode.')),
      [],
    );
  });

  test('has every id that the code names', () => {
    const others = [
      'alliance.coder',
      'alliance.mode',
      'alliance.sampleMade',
      'alliance.labelling',
      'alliance.memo',
      'alliance.reviewsTold',
      'alliance.adjudication',
      'alliance.trajectoryTab',
      'alliance.caseTableTab',
      'alliance.agreementTab',
      'alliance.textTranscripts',
      'alliance.codebook.yaml',
      'alliance.study.yaml',
      'alliance.identifiers.txt',
    ];
    const known = new Set([commandIds, viewIds, colourIds, contextKeys(), settingSections(), others].flat());
    const named = foundInCode(/'(alliance\.[\w.]+)'/g);
    assert.deepEqual(sorted(named.filter((id) => !known.has(id))), []);
  });

  test('contributes the views that have a provider, each with an icon', () => {
    const provided = [
      ...foundInCode(/createTreeView\('(alliance\.\w+)'/g),
      ...foundInCode(/const \w+View = '(alliance\.\w+)'/g),
    ];
    assert.deepEqual(sorted(viewIds), sorted(provided));
    const welcome = contributes.viewsWelcome.map(({ view }) => view);
    assert.deepEqual(
      welcome.filter((id) => !viewIds.includes(id)),
      [],
    );
    const containers = [...conditions.join(' ').matchAll(/\bview == ([\w.]+)/g)].map(([, id]) => id ?? '');
    assert.deepEqual(
      containers.filter((id) => !viewIds.includes(id)),
      [],
    );
  });

  test('contributes the settings that are read, each with a scope and an order', () => {
    const read = code().flatMap(([, text]) =>
      found(/getConfiguration\('(alliance[\w.]*)'\)/g, text).flatMap((section) =>
        found(/\bsettings\.get\(\s*'([\w.]+)'/g, text).map((name) => `${section}.${name}`),
      ),
    );
    assert.deepEqual(sorted(settingIds), sorted(read));
    const orders = Object.values(contributes.configuration.properties).map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...orders.keys()].map((index) => index + 1),
    );
  });

  test('asks for the context keys that are set, and no other', () => {
    const asked = found(/(?<![\w.])(alliance\.\w+)/g, conditions.join(' ')).filter(
      (id) => !viewIds.includes(id),
    );
    assert.deepEqual(sorted(asked), sorted(contextKeys()));
  });

  test('asks for the contexts of tree items that the tree gives', () => {
    const asked = found(/viewItem =~ \/(\w+)\//g, conditions.join(' '));
    const trees = [...sources()].filter(([file]) => file.startsWith('views/')).map(([, text]) => text);
    for (const context of sorted(asked)) assert.match(trees.join('\n'), new RegExp(`'${context}'`), context);
  });

  test('fills every menu that it opens, and opens every one it fills', () => {
    const defined = contributes.submenus.map(({ id }) => id);
    const opened = menuItems.flatMap(({ submenu }) => submenu ?? []);
    const filled = Object.keys(contributes.menus).filter((menu) => menu.startsWith('alliance.'));
    assert.deepEqual(sorted(opened), sorted(defined));
    assert.deepEqual(sorted(filled), sorted(defined));
  });

  test('titles commands in Title Case, in one category', () => {
    for (const { command: id, title, category } of contributes.commands) {
      assert.equal(category, 'Alliance', id);
      const text = words[title.slice(1, -1)] ?? '';
      assert.match(text, /^[A-Z]/, id);
      for (const word of text.split(' ')) {
        assert.match(word, /^(?:[A-Z]|(?:an?|and|as|at|by|for|from|in|of|on|or|the|to|up|with)$)/, text);
      }
    }
  });

  test('gives a command an icon where it is a button', () => {
    const buttons = ['editor/title', 'view/title', 'view/item/context'].flatMap((menu) =>
      (contributes.menus[menu] ?? []).filter(({ group }) => /^(?:navigation|inline)/.test(group ?? '')),
    );
    const icons = new Set(contributes.commands.flatMap((each) => (each.icon ? each.command : [])));
    assert.ok(buttons.length > 0);
    for (const button of buttons) assert.ok(icons.has(button.command ?? ''), button.command);
  });

  test('binds no key outside of transcripts, and no key twice in a mode', () => {
    const modes = new Map([
      ['alliance.labelKey', 'labelling '],
      ['alliance.adjudicationKey', 'adjudicating '],
    ]);
    const keys = contributes.keybindings.map(({ command: id, key }) => `${modes.get(id) ?? ''}${key}`);
    assert.equal(keys.length, new Set(keys).size);
    for (const { command: id, when } of contributes.keybindings) {
      assert.match(when, /\beditorTextFocus && editorLangId == session-transcript\b/, id);
    }
  });

  suite('in coding mode', () => {
    const bound = contributes.keybindings.filter(({ command: id }) => id === 'alliance.key');
    const argumentsOf = (pattern: RegExp): string[] =>
      bound.flatMap(({ key, args }) => (pattern.test(key) && args ? [args.key] : []));
    const letters = Array.from('abcdefghijklmnopqrstuvwxyz');

    test('every letter, digit and act has its key', () => {
      assert.deepEqual(argumentsOf(/^[a-z]$/), letters);
      assert.deepEqual(
        argumentsOf(/^shift\+[a-z]$/),
        letters.map((letter) => letter.toUpperCase()),
      );
      assert.deepEqual(argumentsOf(/^\d$/), Array.from('0123456789'));
      assert.deepEqual(argumentsOf(/^numpad\d$/), Array.from('0123456789'));
      const given = new Set(argumentsOf(/./));
      assert.deepEqual(
        Object.keys(keyActs).filter((key) => !given.has(key)),
        [],
      );
    });

    test('a key is given as a letter, a digit, an act, or a key that means nothing and says so', () => {
      for (const { key, args } of bound) {
        const given = args?.key ?? '';
        const isKnown = /^[a-zA-Z0-9]$/.test(given) || Object.hasOwn(keyActs, given);
        assert.ok(isKnown || given === key, key);
      }
    });

    test('keys count in a transcript that has the focus and no box open, and nowhere else', () => {
      const [first] = bound;
      for (const { key, when } of bound) {
        assert.equal(when.replace(' && alliance.codingRefining', ''), first?.when, key);
      }
      const escape = bound.find(({ key }) => key === 'escape');
      assert.match(
        escape?.when ?? '',
        / && alliance\.codingRefining$/,
        'Esc stays the editor’s where nothing is open',
      );
      const asked = first?.when.split(' && ') ?? [];
      for (const condition of [
        'alliance.codingMode',
        'editorTextFocus',
        'editorLangId == session-transcript',
        '!suggestWidgetVisible',
        '!renameInputVisible',
        '!commentEditorFocused',
        '!findInputFocussed',
        '!isComposing',
      ]) {
        assert.ok(asked.includes(condition), condition);
      }
    });
  });

  test('in labelling, every key without a modifier is bound as in coding mode, so that none is typed into the text', () => {
    const typed = (command_: string): string[] =>
      contributes.keybindings
        .filter(({ command: id, key }) => id === command_ && !/ctrl|alt/.test(key))
        .map(
          ({ key, when }) =>
            `${key} ${when.replace(/^alliance\.\w+|&& alliance\.codingRefining/g, '').trim()}`,
        );
    assert.deepEqual(typed('alliance.labelKey'), typed('alliance.key'));
  });

  test('activates on what it contributes, on YAML and on a study, in untrusted and virtual workspaces too', () => {
    const { untrustedWorkspaces, virtualWorkspaces } = manifest.capabilities;
    // Our files are YAML, and may be opened without a transcript. A study may list `.txt` files, which are no transcripts before somebody has read it.
    // A trajectory in an editor tab comes back with the window.
    // Annotation files follow a transcript that is moved in the Explorer, also where none was opened yet.
    assert.deepEqual(manifest.activationEvents, [
      'onLanguage:yaml',
      'workspaceContains:alliance.study.yaml',
      'workspaceContains:**/*.alliance.yaml',
      'onWebviewPanel:alliance.trajectoryTab',
      'onWebviewPanel:alliance.caseTableTab',
      'onWebviewPanel:alliance.agreementTab',
    ]);
    assert.ok(untrustedWorkspaces.supported);
    assert.ok(virtualWorkspaces.supported);
  });

  test('cannot be published to the npm registry by mistake, and brings no library along', () => {
    assert.ok(manifest.private);
    assert.equal(manifest.dependencies, undefined);
  });

  test('asks for the oldest VS Code that is tested and compiled against', () => {
    const oldest = /oldest: \{\s*version: '(\d+\.\d+)\./.exec(fileText('test', 'run', 'vscode.mjs'))?.[1];
    assert.equal(manifest.engines.vscode, `^${oldest}.0`);
    assert.equal(manifest.devDependencies['@types/vscode'], `${oldest}.0`);
  });
});

function settingSections(): string[] {
  return settingIds.map((id) => id.replace(/\.\w+$/, ''));
}

/** The contrast ratio of WCAG 2 of two `#RRGGBB`. */
