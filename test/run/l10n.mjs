// `npm run l10n`: writes every message of the sources to l10n/bundle.l10n.json, from which translations are made, and nothing else.
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

const bundle = { ...(await tabled()), ...(await literals()) };
const sorted = Object.keys(bundle).toSorted();
const text = JSON.stringify(Object.fromEntries(sorted.map((key) => [key, bundle[key]])), undefined, 2);
writeFileSync(join(root, 'l10n', 'bundle.l10n.json'), `${text}\n`);
console.log(`l10n/bundle.l10n.json: ${sorted.length} messages`);
