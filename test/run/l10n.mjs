// `npm run l10n`: writes every message of the sources to l10n/bundle.l10n.json, from which translations are made, and nothing
// else. A translation loses what is no longer said; what it lacks is named (docs/translating.md).
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { getL10nJson } from '@vscode/l10n-dev';
import { build } from 'esbuild';
import { root } from './processes.mjs';

/** Tables of messages that reach `l10n.t` as a value, where the export cannot see them. */
const tables = `
import { agreementMessages } from './src/words/agreementPage';
import { caseMessages } from './src/words/caseWords';
import { faultMessages } from './src/words/faults';
import { fileKeyMessages } from './src/words/fileKeys';
import { narrativeMessages } from './src/words/narrative';
import { passageMessages } from './src/words/passages';
import { lossSentences } from './src/words/losses';
import { importMessages } from './src/words/importing';
import { problemFrames, problemSentences } from './src/words/problems';
const tables = [narrativeMessages, importMessages, passageMessages, problemSentences, problemFrames, lossSentences, ...caseMessages, ...agreementMessages];
export const messages = [...faultMessages(), ...fileKeyMessages(), ...tables.flatMap((table) => Object.values(table))];`;

/** The literals of `l10n.t('…')`, by VS Code's own export, which takes its time: it gets what has any. */
function literals() {
  const files = readdirSync(join(root, 'src'), { recursive: true }).filter((name) => name.endsWith('.ts'));
  const sources = files.map((name) => readFileSync(join(root, 'src', name), 'utf8'));
  return getL10nJson(
    sources
      .filter((source) => source.includes('l10n.t('))
      .map((source) => ({ extension: '.ts', contents: seen(source) })),
  );
}

/** The export looks only at what imports `l10n`; what editor and command line share is handed it. */
function seen(source) {
  return source.includes(`from 'vscode'`) ? source : `import { l10n } from 'vscode';\n${source}`;
}

async function tabled() {
  const { outputFiles } = await build({
    stdin: { contents: tables, resolveDir: root },
    bundle: true,
    format: 'esm',
    write: false,
  });
  const { messages } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
  return Object.fromEntries(messages.map((message) => [message, message]));
}

/** Writes `NAME.json`, then takes out of its translations what is said no more, in its order, and names what they lack. */
function write(folder, name, table) {
  writeTable(join(folder, `${name}.json`), table);
  const keys = Object.keys(table);
  for (const file of readdirSync(join(root, folder)).filter((each) => isTranslation(each, name))) {
    const translated = JSON.parse(readFileSync(join(root, folder, file), 'utf8'));
    const there = keys.filter((key) => key in translated);
    writeTable(join(folder, file), Object.fromEntries(there.map((key) => [key, translated[key]])));
    for (const key of keys.filter((each) => !(each in translated))) console.log(`  lacks “${key}”`);
  }
}

function isTranslation(file, name) {
  return file.startsWith(`${name}.`) && file.endsWith('.json') && file !== `${name}.json`;
}

function writeTable(path, table) {
  writeFileSync(join(root, path), `${JSON.stringify(table, undefined, 2)}\n`);
  console.log(`${path}: ${Object.keys(table).length} messages`);
}

const bundle = { ...(await tabled()), ...(await literals()) };
const sorted = Object.keys(bundle).toSorted();
write('l10n', 'bundle.l10n', Object.fromEntries(sorted.map((key) => [key, bundle[key]])));
write('', 'package.nls', JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8')));
