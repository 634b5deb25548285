import assert from 'node:assert/strict';
import { commands, helpText } from '../../src/cli/help';
import { formatVersion } from '../../src/engine/annotations/schema';
import { codebookVersion } from '../../src/engine/codebook/schema';
import { faultSeverity } from '../../src/engine/faults';
import { lossCodes } from '../../src/engine/interchange/losses';
import { problemKind } from '../../src/engine/interchange/problems';
import { studyVersion } from '../../src/engine/study/studyFile';
import { allFormats } from '../../src/report/report';
import { english } from '../../src/words/localisation';
import { fileText } from '../unit/projectFiles';
import { contextKeys, contributes } from './manifestFile';

/** Every name that somebody outside may have written down, by its heading in docs/stable-names.md. */
const names: Readonly<Record<string, readonly string[]>> = {
  Commands: contributes.commands.map(({ command }) => command),
  Views: Object.entries(contributes.views).flatMap(([container, views]) => [
    container,
    ...views.map(({ id }) => id),
  ]),
  Settings: Object.keys(contributes.configuration.properties),
  'Context keys': contextKeys(),
  Colours: contributes.colors.map(({ id }) => id),
  'Languages and tokens': [
    ...contributes.languages.map(({ id }) => id),
    ...contributes.grammars.map(({ scopeName }) => scopeName),
    ...contributes.semanticTokenTypes.map(({ id }) => id),
  ],
  'Files and their versions': [
    `alliance:${formatVersion}`,
    `alliance_codebook:${codebookVersion}`,
    `alliance_study:${studyVersion}`,
  ],
  'Check codes': Object.keys(faultSeverity),
  'Import and export': [...Object.keys(problemKind), ...lossCodes],
  'Export formats': allFormats({ l10n: english, language: 'en', made: null, resamples: 0 }).map(
    ({ id }) => id,
  ),
  'Command line': commands.flatMap((call) => [call, ...flagsOf(call)]),
};

/** `call--flag` for each that its help names. */
function flagsOf(call: (typeof commands)[number]): readonly string[] {
  const [usage = ''] = helpText(call).split('\n\n');
  const flags = [...usage.matchAll(/--[a-z-]+/g)].map(([flag]) => flag);
  return [...new Set(flags)].map((flag) => `${call}${flag}`);
}

/** The names in the block below each heading. */
function written(): Readonly<Record<string, readonly string[]>> {
  const sections = fileText('docs', 'stable-names.md').split(/^## /m).slice(1);
  return Object.fromEntries(
    sections.map((section) => {
      const block = /```text\n([^]*?)\n```/.exec(section)?.[1] ?? '';
      return [section.slice(0, section.indexOf('\n')), block.split(/\s+/)];
    }),
  );
}

suite('the names that are stable', () => {
  test('are written down, and no other', () => {
    assert.deepEqual(Object.keys(written()), Object.keys(names));
  });

  for (const [heading, known] of Object.entries(names)) {
    test(heading, () => {
      const promised = written()[heading] ?? [];
      assert.equal(new Set(promised).size, promised.length, 'each once');
      assert.deepEqual(promised.toSorted(), [...new Set(known)].toSorted());
    });
  }
});
