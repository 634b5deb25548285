import assert from 'node:assert/strict';
import { agreementMessages } from '../../src/words/agreementPage';
import { caseMessages } from '../../src/words/caseWords';
import { faultMessages } from '../../src/words/faults';
import { fileKeyMessages } from '../../src/words/fileKeys';
import { importMessages } from '../../src/words/importing';
import { narrativeMessages } from '../../src/words/narrative';
import { lossSentences } from '../../src/words/losses';
import { passageMessages } from '../../src/words/passages';
import { problemFrames, problemSentences } from '../../src/words/problems';
import { placeholders, pseudo } from '../pseudo';
import { fileText, sources, texts } from '../unit/projectFiles';

const bundle = texts('l10n', 'bundle.l10n.json');
const manifestTexts = texts('package.nls.json');

/** The first argument of a call of `l10n.t`: a literal, else the first character of what stands there. */
const call = /\bl10n\s*\.t\(\s*(?:'((?:[^'\\\n]|\\.)*)'|"((?:[^"\\\n]|\\.)*)"|(\S))/g;

interface Call {
  readonly file: string;
  /** Null where the argument is no literal. */
  readonly message: string | null;
}

/** Found with a pattern of its own, not with the export that `npm run l10n` uses: one checks the other. */
function calls(): Call[] {
  return [...sources()].flatMap(([file, text]) =>
    [...text.matchAll(call)].map(([, single, double]) => ({
      file,
      message: (single ?? double)?.replace(/\\(.)/g, '$1') ?? null,
    })),
  );
}

function sorted(messages: Iterable<string>): string[] {
  return [...new Set(messages)].toSorted();
}

suite('localisation', () => {
  test('the bundle holds every message of the sources and no other: else run `npm run l10n`', () => {
    const literal = calls().flatMap(({ message }) => message ?? []);
    const tables = [
      narrativeMessages,
      importMessages,
      passageMessages,
      problemSentences,
      problemFrames,
      lossSentences,
      ...caseMessages,
      ...agreementMessages,
    ].flatMap((table): string[] => Object.values(table));
    const said = sorted([...literal, ...faultMessages(), ...fileKeyMessages(), ...tables]);
    assert.deepEqual(Object.keys(bundle), said);
    assert.deepEqual(Object.values(bundle), said);
  });

  test('a message is a literal where it is translated; only the tables of faults and keys are handed on', () => {
    const handedOn = calls().filter(({ message }) => message === null);
    assert.deepEqual(
      handedOn.map(({ file }) => file),
      ['editor/files/schemas.ts', 'editor/language/diagnostics.ts'],
    );
  });

  test('`l10n.t` has no other name, which the export would not see', () => {
    for (const [file, text] of sources()) {
      assert.doesNotMatch(
        text,
        /=\s*(?:vscode\.)?l10n\.t\b(?!\()|\{[^}]*\bt\b[^}]*\}\s*=\s*(?:vscode\.)?l10n/,
        file,
      );
    }
  });

  test('no message begins or ends with a blank, as a piece of a sentence would', () => {
    for (const { file, message } of calls()) {
      if (message !== null) assert.equal(message, message.trim(), `${file}: “${message}”`);
    }
  });

  test('positions of a message count from 0 without a gap', () => {
    for (const message of Object.keys(bundle)) {
      const positions = sorted(placeholders(message).filter((each) => /\d/.test(each)));
      assert.deepEqual(
        positions,
        positions.map((_, index) => `{${index}}`),
        message,
      );
    }
  });

  test('every text that package.json asks for is in package.nls.json, and every text there is asked for', () => {
    const asked = [...fileText('package.json').matchAll(/"%([^%"]+)%"/g)].flatMap(([, key]) => key ?? []);
    assert.deepEqual(sorted(Object.keys(manifestTexts)), sorted(asked));
  });

  test('a text of the manifest is a key, never English', () => {
    const manifest = fileText('package.json');
    const shown = /"(?:displayName|title|label|contents|markdownDescription|description)": "([^"]*)"/g;
    for (const [, text = ''] of manifest.matchAll(shown)) assert.match(text, /^%[\w.]+%$/);
  });

  test('in the pseudo-locale no letter of ours is left, and every placeholder, icon and link is', () => {
    for (const message of [...Object.keys(bundle), ...Object.values(manifestTexts)]) {
      const strange = pseudo(message);
      assert.deepEqual(placeholders(strange), placeholders(message));
      assert.deepEqual(untranslated(strange), untranslated(message), message);
      assert.doesNotMatch(strange.replace(keptWords, ''), /[a-z]/i, message);
    }
  });

  test('a placeholder that a translation loses is noticed', () => {
    assert.notDeepEqual(placeholders('Turn of {1}'), placeholders('Turn {0} of {1}'));
    assert.notDeepEqual(placeholders('Turn {0} of {0}'), placeholders('Turn {0} of {1}'));
  });
});

const keptWords = /\{\w+\}|\$\([\w-]+\)|`[^`]*`|\]\([^)]*\)/g;

function untranslated(message: string): string[] {
  return [...message.matchAll(keptWords)].map(([piece]) => piece);
}
