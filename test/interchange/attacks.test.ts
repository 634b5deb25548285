import assert from 'node:assert/strict';
import { parse } from 'papaparse';
import { attacks } from '../attacks/strings';
import { exportFormats, isExport } from '../../src/engine/interchange/exportFormats';
import { isProblem, readXml } from '../../src/engine/interchange/xml';
import { isArchive, openArchive } from '../../src/engine/interchange/zip';
import { codebook, coding } from '../unit/builders';
import { mark, studyOf, withText } from './tableStudies';

const all = Object.values(attacks);
const said = all.join(' ').replaceAll(/[\r\n]/g, ' ');

const idOf = (word: string, index: number): string => `${word}${index}`;

/** One coding for each attack, in which everything that a person may name or say is that attack. */
const codings = all.map((attack, index) =>
  coding({
    coder: `c${index}`,
    name: attack,
    annotations: [
      mark(idOf('ofbook', index), 'bond', { turn: 2 }, { note: attack, ratings: { [attack]: 1 } }),
      mark(idOf('strange', index), attack, { turn: 1 }, { note: attack }),
    ],
    ratings: [{ rating: attack, scope: 'session', value: 1, note: attack }],
    memos: [{ id: idOf('memo', index), text: attack }],
  }),
);

suite('exports of words that mean harm', () => {
  const book = codebook();
  const codes = new Map(
    [...book.codes].map(([id, code], index) => [
      id,
      { ...code, label: all[index % all.length] ?? '', definition: said },
    ]),
  );
  const study = studyOf([
    {
      path: `c07/s04 ${attacks.formulaAt}.transcript`,
      text: `T: ${said}\nC: ${attacks.formula}\n`,
      codings,
      codebook: { ...book, codes, title: said },
    },
  ]);

  for (const format of exportFormats) {
    test(`${format.id}: is read as what it says, and nothing in it is run`, () => {
      const exported = format.write(
        { ...study, name: said },
        { ...withText, name: `${attacks.formulaPlus}.${format.endings[0]}` },
      );
      assert.ok(isExport(exported));
      for (const { name, content } of exported.files) {
        if (typeof content !== 'string') checkPackage(content);
        else if (name.endsWith('.csv')) checkTable(content);
        else if (/json(?:ld)?$/.test(name)) JSON.parse(content);
        else if (/\.qd[ce]$/.test(name)) assert.ok(!isProblem(readXml(content, name)), name);
      }
    });
  }
});

/** No cell begins as a formula would. */
function checkTable(csv: string): void {
  for (const cell of parse<string[]>(csv, { delimiter: ',' }).data.flat()) {
    assert.ok(!/^[=+@\t\r]|^-(?![\d.])/.test(cell), cell);
  }
}

function checkPackage(bytes: Uint8Array): void {
  const archive = openArchive(bytes);
  assert.ok(isArchive(archive));
  for (const name of archive.names.filter((each) => each.endsWith('.qde'))) {
    assert.ok(!isProblem(readXml(new TextDecoder().decode(archive.entry(name) ?? undefined), name)));
  }
}
