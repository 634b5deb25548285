import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { placeholders } from '../pseudo';
import { texts } from '../unit/projectFiles';

/** What a translation keeps: code, where a link leads, icons, settings, emphasis, a menu entry's dots, lines and tabs. */
const kept = /`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)|#[\w.]+#|\*+|…$|…(?=\n)|[\n\t]/g;

/** Names, coefficients and signs, which no language translates. */
const names =
  'Alliance Coder Alice Bob Dana M. K. R. Cicchetti Fleiss Koo Li Krippendorff Landis Koch MASI PABAK AC1 ICC n z α α_u κ';

/** Words that are written alike in English and the language. */
const sameWords: Readonly<Record<string, string>> = {
  de: 'Code Episode Lag Memo Memos Segment Text Trend',
  es: 'Memo Memos',
};

/** What is wrong with a translation of a message, in words; none where nothing is. */
function faults(english: string, translated: string, same: ReadonlySet<string>): string[] {
  const found: string[] = [];
  if (placeholders(translated).join() !== placeholders(english).join()) found.push('placeholders');
  if (markup(translated).join() !== markup(english).join()) found.push('markup');
  if (edges(translated) !== edges(english)) found.push('blanks at the edges');
  if (translated === english && words(english).some((word) => !same.has(word))) found.push('not translated');
  return found;
}

function markup(message: string): string[] {
  return [...message.matchAll(kept)].map(([piece]) => piece).toSorted();
}

/** The blanks that a message begins and ends with. */
function edges(message: string): string {
  return message.replace(/^(\s*)[^]*?(\s*)$/, '$1|$2');
}

function words(message: string): string[] {
  return message.replace(/\{\w+\}|`[^`]*`|\]\([^)]*\)|\$\([\w-]+\)/g, ' ').match(/\p{L}[\p{L}\d_.]*/gu) ?? [];
}

/** `de` for `bundle.l10n.de.json` and `package.nls.de.json`. */
function languages(): string[] {
  const files = [...readdirSync('l10n'), ...readdirSync('.')];
  const found = files.flatMap((name) => /^(?:bundle\.l10n|package\.nls)\.(.+)\.json$/.exec(name)?.[1] ?? []);
  return [...new Set(found)].toSorted();
}

suite('languages of the interface', () => {
  test('a translation that loses something is noticed', () => {
    const same = new Set(['alpha']);
    assert.deepEqual(faults('Turn {0}', 'Redebeitrag {0}', same), []);
    assert.deepEqual(faults('{0} of {1}', '{1} mit {0}', same), []);
    assert.deepEqual(faults('{0} of {1}', '{0} von {0}', same), ['placeholders']);
    assert.deepEqual(faults('Open `a.b`', 'Öffnen: `a.c`', same), ['markup']);
    assert.deepEqual(faults('[Go](command:x)', '[Los](command:y)', same), ['markup']);
    assert.deepEqual(faults('$(check) Fine', 'Gut', same), ['markup']);
    assert.deepEqual(faults('One *thing*', 'Eine Sache', same), ['markup']);
    assert.deepEqual(faults('Open…', 'Öffnen', same), ['markup']);
    assert.deepEqual(faults('Open', 'Öffnen ', same), ['blanks at the edges']);
    assert.deepEqual(faults('alpha {0}', 'alpha {0}', same), []);
    assert.deepEqual(faults('alpha or beta', 'alpha or beta', same), ['not translated']);
  });

  for (const language of languages()) {
    const same = new Set(`${names} ${sameWords[language] ?? ''}`.split(' '));
    const files = [
      [`l10n/bundle.l10n.json`, `l10n/bundle.l10n.${language}.json`],
      ['package.nls.json', `package.nls.${language}.json`],
    ] as const;
    for (const [english, translated] of files) {
      test(`${translated} says all that ${english} does, in its order: else run \`npm run l10n\``, () => {
        const [said, translations] = [texts(english), texts(translated)];
        assert.deepEqual(Object.keys(translations), Object.keys(said));
        const faulty = Object.entries(said).flatMap(([key, message]) => {
          const found = faults(message, translations[key] ?? '', same);
          return found.length > 0 ? [`${key}: ${found.join(', ')}`] : [];
        });
        assert.deepEqual(faulty, []);
      });
    }
  }
});
