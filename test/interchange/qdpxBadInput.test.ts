import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { readSource } from '../../src/engine/interchange/formats';
import { qdc } from '../../src/engine/interchange/qdc';
import { imported, origin } from './qdaPackages';
import { dialogue, foreign, guid, selection } from './refiProjects';

function refusalOf(bytes: Uint8Array, name = 'a.qdpx'): string {
  const { refusal } = readSource({ name, bytes }).reading;
  assert.ok(refusal);
  return refusal.code;
}

suite('a package that cannot be read', () => {
  test('cut, without a project, with names that lead out, with entities, without texts', () => {
    const whole = foreign();
    assert.equal(refusalOf(whole.slice(0, whole.length / 2)), 'zip-broken');
    assert.equal(refusalOf(zipSync({ 'a.txt': strToU8('a') })), 'zip-missing');
    assert.equal(refusalOf(foreign({ files: { '../../evil.txt': 'x' } })), 'zip-path');
    const doctype = strToU8('<!DOCTYPE a [<!ENTITY b "c">]><Project>&b;</Project>');
    assert.equal(refusalOf(zipSync({ 'project.qde': doctype })), 'xml-doctype');
    assert.equal(refusalOf(zipSync({ 'project.qde': strToU8('<Project') })), 'xml-broken');
    assert.equal(refusalOf(zipSync({ 'project.qde': strToU8('<Other/>') })), 'malformed');
    assert.equal(refusalOf(zipSync({ 'project.qde': strToU8('<Project name="a"/>') })), 'no-speech');
    assert.equal(refusalOf(foreign({ attributes: 'plainTextPath="internal://gone.txt"' })), 'no-speech');
    assert.equal(refusalOf(foreign({ attributes: 'plainTextPath="absolute:///etc/passwd"' })), 'no-speech');
  });

  test('codes within codes without end', () => {
    const deep = `${`<Code guid="${guid('1')}" name="a">`.repeat(300)}${'</Code>'.repeat(300)}`;
    assert.equal(refusalOf(foreign({ codes: deep })), 'xml-too-deep');
  });

  test('GUIDs that refer to themselves, to each other and to nothing', () => {
    const note = (own: string, other: string): string =>
      `<Note guid="${guid(own)}" name="n"><PlainTextContent>N.</PlainTextContent><NoteRef targetGUID="${guid(other)}"/></Note>`;
    const link = (from: string, to: string): string =>
      `<Link guid="${guid('f')}" name="repaired by" originGUID="${guid(from)}" targetGUID="${guid(to)}"/>`;
    const { files } = imported(
      readSource({
        name: 'a.qdpx',
        bytes: foreign({
          source: `${selection(3, 5, { id: '1' })}${selection(20, 24, { id: '2', code: ['e1'] })}<NoteRef targetGUID="${guid('50')}"/>`,
          behind: `<Notes>${note('90', '91')}${note('91', '90')}</Notes><Links>${link('e1', 'e2')}${link('e2', 'e1')}${link('e1', 'e1')}${link('e1', '404')}</Links>`,
        }),
      }),
    );
    assert.ok(files.get('one.ann-muller.alliance.yaml')?.includes('missing'));
  });

  test('what is no project is not taken for one', () => {
    const docx = zipSync({ 'word/document.xml': strToU8('<w:document/>') });
    assert.equal(readSource({ name: 'a.docx', bytes: docx }).format?.id, 'docx');
    assert.notEqual(readSource({ name: 'a.txt', bytes: strToU8(dialogue) }).format?.id, 'qdc');
  });
});

suite('a codebook as QDC', () => {
  const written = String(qdc(defaultCodebook(), { origin, fileName: 'a.qdc' }).files[0]?.content);

  test('comes back with definitions, rules, examples, colours and what the trajectory makes of it', () => {
    const { files } = imported(readSource({ name: 'a.qdc', bytes: strToU8(written) }));
    const { codebook, faults } = readCodebook(files.get('alliance.codebook.yaml') ?? '');
    assert.deepEqual(faults, []);
    const told = [...defaultCodebook().codes.values()].map((code) => ({
      ...code,
      key: null,
      scales: [],
      replaces: [],
    }));
    assert.deepEqual([...(codebook?.codes.values() ?? [])], told);
  });

  test('scales are said to be lost', () => {
    assert.deepEqual(qdc(defaultCodebook(), { origin, fileName: 'a.qdc' }).losses, [
      { code: 'qdc-scales', data: { count: defaultCodebook().scales.size } },
    ]);
  });

  test('of other programs: another namespace, colours in other forms, no codes', () => {
    const xml = (codes: string): Uint8Array =>
      strToU8(`<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>${codes}</Codes></CodeBook>`);
    const { files } = imported(
      readSource({
        name: 'a.qdc',
        bytes: xml(
          '<Code name="Trust" color="rgb(0, 114, 178)"/><Code name="Trust" color="#0072b2ff"/><Code name="日本" color="red"/>',
        ),
      }),
    );
    const { codebook } = readCodebook(files.get('alliance.codebook.yaml') ?? '');
    assert.deepEqual(
      [...(codebook?.codes.values() ?? [])].map(({ id, label, color }) => [id, label, color]),
      [
        ['trust', 'Trust', '#0072b2'],
        ['trust-2', 'Trust', '#0072b2'],
        ['code', '日本', '#808080'],
      ],
    );
    assert.equal(refusalOf(xml(''), 'a.qdc'), 'no-codes');
    const other = '<Other xmlns="urn:QDA-XML:codebook:0:4"><CodeBook></CodeBook></Other>';
    assert.equal(refusalOf(strToU8(other), 'a.qdc'), 'malformed');
    assert.equal(
      refusalOf(strToU8('<CodeBook xmlns="urn:QDA-XML:codebook:0:4"><Codes>'), 'a.qdc'),
      'xml-broken',
    );
  });
});
