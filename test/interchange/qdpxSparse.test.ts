import assert from 'node:assert/strict';
import { strFromU8, strToU8 } from 'fflate';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import { readCodebook } from '../../src/engine/codebook/read';
import { readSource } from '../../src/engine/interchange/formats';
import { imported, rezipped } from './qdaPackages';
import { foreign, guid, selection, type Foreign } from './refiProjects';
import { wordDocument } from './wordDocuments';

/** A project of another program, changed where it is not as usual. */
function read(given: Foreign, change: (xml: string) => string = (xml) => xml): ReturnType<typeof imported> {
  const bytes = rezipped(foreign(given), (files) => {
    files['project.qde'] = strToU8(change(strFromU8(files['project.qde'] ?? new Uint8Array())));
  });
  return imported(readSource({ name: 'a.qdpx', bytes }));
}

function codingOf({ files }: ReturnType<typeof imported>, path: string): Coding {
  const { file, faults } = readAnnotationFile(files.get(path) ?? '');
  assert.deepEqual(faults, []);
  assert.ok(file, [...files.keys()].join(' '));
  return file.coding;
}

function ofDocument(document: Uint8Array | null): ReturnType<typeof readSource> {
  const path = `${guid('50')}.docx`;
  const bytes = rezipped(
    foreign({ attributes: `richTextPath="internal://${path}"`, source: selection(3, 6, { name: 'how' }) }),
    (files) => {
      delete files[`sources/${guid('50')}.txt`];
      if (document) files[`sources/${path}`] = new Uint8Array(document);
    },
  );
  return readSource({ name: 'a.qdpx', bytes });
}

suite('a text that a project has as a Word document only', () => {
  const line = (inner: string): string => `<w:p><w:r>${inner}</w:r></w:p>`;

  test('is its paragraphs, each on a line, with tabs and breaks', () => {
    const document = wordDocument(
      line('<w:t>T: how</w:t><w:tab/><w:t>so</w:t>') +
        `<w:tbl><w:tr><w:tc>${line('<w:t>C: Well,</w:t><w:br/><w:t>hm</w:t><w:cr/>\n<w:t>yes</w:t><!-- . --><w:delText>no</w:delText>')}</w:tc></w:tr></w:tbl>`,
    );
    const back = imported(ofDocument(document));
    assert.ok(back.files.get('one.transcript')?.endsWith('T: how\tso\nC: Well,\nhm\nyes'));
    const { annotations } = codingOf(back, 'one.ann-muller.alliance.yaml');
    assert.deepEqual(
      annotations.map(({ quote }) => quote),
      ['how'],
    );
  });

  test('is missing where the document is not there, or is none', () => {
    for (const document of [null, strToU8('no archive'), wordDocument('<w:p>')]) {
      assert.equal(ofDocument(document).reading.sessions.length, 0);
    }
  });
});

suite('a project that says little', () => {
  test('what has no name is called by what it is', () => {
    const back = read(
      {
        codes: `<Code guid="${guid('c1')}" name=" " isCodable="false"/><Code guid="${guid('c2')}" name="!?"/>`,
        source: selection(3, 5, { user: 'b1' }) + selection(6, 9, { user: 'a1', code: ['c2'] }),
        before: `<Cases><Case guid="${guid('80')}" name=" "><Description>Moved away.</Description><SourceRef targetGUID="${guid('50')}"/></Case><Case guid="${guid('81')}" name="Empty"/></Cases>`,
      },
      (xml) =>
        xml
          .replace('name="P"', 'name=" "')
          .replace('name="one.txt"', 'name=" "')
          .replace('name="Ann Müller"', '')
          .replace('name="Consensus"', 'name="!"'),
    );
    assert.deepEqual([...back.files.keys()].toSorted(), [
      'alliance.codebook.yaml',
      'alliance.study.yaml',
      'imported-notes.md',
      'session.coder-2.alliance.yaml',
      'session.coder.alliance.yaml',
      'session.transcript',
    ]);
    assert.match(back.files.get('alliance.study.yaml') ?? '', /title: Imported study\n[^]*\n {2}case:/);
    assert.match(
      back.files.get('imported-notes.md') ?? '',
      /^# Imported project\n\n## Cases\n\n.*Moved away\./,
    );
    const { codebook } = readCodebook(back.files.get('alliance.codebook.yaml') ?? '');
    assert.equal(codebook?.title, 'Imported codebook');
  });

  test('a text that is coded as a whole has a memo; so have words marked without a code', () => {
    const whole = (code: string): string =>
      `<Coding guid="${guid(`d9${code}`)}"><CodeRef targetGUID="${guid(code)}"/></Coding>`;
    const back = read({
      attributes: `plainTextPath="internal://${guid('50')}.txt" creatingUser="${guid('a1')}"`,
      source: `<Description>A hard session.</Description>${selection(3, 5, { code: [] })}${whole('c1')}<Coding guid="${guid('d8')}"/>`,
    });
    const { memos } = codingOf(back, 'one.ann-muller.alliance.yaml');
    const said = memos.map(({ text, at }) => `${text} ${at?.turn}`);
    assert.deepEqual(said.toSorted(), [
      'A hard session. undefined',
      'Coded as a whole: Trust undefined',
      '“So” 1',
    ]);
  });

  test('what no file of a study has a place for stands in a text', () => {
    const back = read({
      codes: `<Code guid="${guid('c1')}" name="Trust"><NoteRef targetGUID="${guid('93')}"/><NoteRef targetGUID="${guid('99')}"/></Code>`,
      before: `<Variables><Variable guid="${guid('70')}" typeOfVariable="Odd"/></Variables>`,
      source: `<VariableValue><VariableRef targetGUID="${guid('70')}"/><TextValue>blue</TextValue></VariableValue>
<VariableValue><VariableRef targetGUID="${guid('70')}"/><OddValue>1</OddValue></VariableValue><VariableValue><TextValue>green</TextValue></VariableValue>`,
      behind: `<Notes><Note guid="${guid('93')}" name="x"><PlainTextContent>Broad.</PlainTextContent></Note><Note guid="${guid('94')}"><PlainTextContent> Unnamed. </PlainTextContent></Note></Notes>
<Links><Link guid="${guid('f1')}" name="a" originGUID="${guid('c1')}"/><Link guid="${guid('f2')}" name="b" originGUID="${guid('c1')}" targetGUID="${guid('50')}"/><Link guid="${guid('f3')}" name="c" originGUID="${guid('c1')}" targetGUID="${guid('aa')}"/></Links><Description> About all. </Description>`,
    });
    const notes = back.files.get('imported-notes.md') ?? '';
    assert.equal(
      notes,
      `# P

## Description

About all.

## Notes

Unnamed.

## Notes on codes

**Trust**: Broad.

## Variables

one.txt:  = blue

## Links

Trust → b → one.txt
`,
    );
  });
});
