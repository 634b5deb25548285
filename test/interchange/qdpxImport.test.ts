import assert from 'node:assert/strict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import { readCodebook } from '../../src/engine/codebook/read';
import { readSource } from '../../src/engine/interchange/formats';
import { readStudy } from '../../src/engine/study/studyFile';
import { imported } from './qdaPackages';
import { dialogue, foreign, guid, selection, type Foreign } from './refiProjects';

function read(given: Foreign): ReturnType<typeof imported> {
  return imported(readSource({ name: 'a.qdpx', bytes: foreign(given) }));
}

function codingOf({ files }: ReturnType<typeof imported>, coder: string): Coding {
  const { file, faults } = readAnnotationFile(files.get(`one.${coder}.alliance.yaml`) ?? '');
  assert.deepEqual(faults, []);
  assert.ok(file, [...files.keys()].join(' '));
  return file.coding;
}

/** Codes and words of a coding's annotations; `?` where they have no place. */
function said({ annotations }: Coding): string[] {
  return annotations.map(({ code, at, quote }) => `${code} ${at ? '' : '?'}${quote}`);
}

function warned({ warnings }: ReturnType<typeof imported>): string[] {
  return warnings.map(({ code, data }) => [code, ...Object.values(data)].join(' '));
}

const wide = 'T: So 😀 how?\nC: Fine, I guess.\n';

suite('a project of another program', () => {
  test('codings, coders, memos and codes of a file as it should be', () => {
    const back = read({
      text: wide,
      source:
        selection(16, 20, { name: 'Fine', code: ['c1'] }) +
        selection(16, 20, {
          name: 'Fine',
          user: 'b1',
          code: ['c3'],
          id: 'b',
          inside: '<Description>Flat.</Description>',
        }),
    });
    assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust Fine']);
    const other = codingOf(back, 'consensus-2');
    assert.deepEqual(said(other), ['doubt.open-doubt Fine']);
    assert.equal(other.name, 'Consensus');
    assert.equal(other.role, 'coder');
    assert.equal(other.annotations[0]?.note, 'Flat.');
    assert.equal(other.annotations[0]?.created, '2026-03-02T10:00:00Z');
    const { codebook, faults } = readCodebook(back.files.get('alliance.codebook.yaml') ?? '');
    assert.deepEqual(faults, []);
    assert.deepEqual([...(codebook?.codes.keys() ?? [])], ['trust', 'doubt', 'doubt.open-doubt']);
    assert.equal(codebook?.codes.get('trust')?.color, '#0000FF');
    assert.equal(codebook?.codes.get('trust')?.definition, 'Trusts.');
    assert.deepEqual(warned(back), []);
  });

  test('the text is kept as it is', () => {
    assert.ok(read({ text: dialogue }).files.get('one.transcript')?.endsWith(dialogue));
  });

  test('speakers who are no usual ones are listed', () => {
    const text = '# Kitchen.\n[00:00:12] Dana Lee: So?\nSam: No.\nSam: I could not.\nDana Lee: Hm.\n';
    const at = text.indexOf('could');
    const back = read({ text, source: selection(at, at + 5, { name: 'could' }) });
    assert.ok(back.files.get('one.transcript')?.endsWith(text));
    assert.deepEqual(codingOf(back, 'ann-muller').annotations[0]?.at, { turn: 3, start: 2, end: 7 });
  });

  test('where nobody is named each line is somebody’s, and passages are found again', () => {
    const text = 'So how was it?\n\n  Fine, I guess.\n';
    const at = text.indexOf('guess');
    const back = read({ text, source: selection(at - 2, at + 5, { name: 'I guess' }) });
    assert.match(back.files.get('one.transcript') ?? '', /^\?: Fine, I guess\.$/m);
    assert.deepEqual(codingOf(back, 'ann-muller').annotations[0]?.at, { turn: 2, start: 6, end: 13 });
  });
});

suite('how other programs count', () => {
  const crlf = dialogue.replaceAll('\n', '\r\n');
  const guess = dialogue.indexOf('You guess');
  const cases: readonly (readonly [name: string, text: string, shift: number, warnings: string[]])[] = [
    ['a byte order mark that does not count', `\ufeff${dialogue}`, 0, []],
    ['one that does', `\ufeff${dialogue}`, 1, ['positions-repaired Unicode, CRLF = 1, BOM = 1 1 1']],
    ['CRLF as two', crlf, 2, ['positions-repaired Unicode, CRLF = 2 1 1']],
    ['CRLF as one', crlf, 0, []],
    ['UTF-16', `T: 😀\n${dialogue}`, 6, ['positions-repaired UTF-16, CRLF = 1 1 1']],
    ['code points', `T: 😀\n${dialogue}`, 5, []],
  ];
  for (const [name, text, shift, warnings] of cases) {
    test(name, () => {
      const from = guess + shift;
      const back = read({ text, source: selection(from, from + 9, { name: 'You guess' }) });
      assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust You guess']);
      assert.deepEqual(warned(back), warnings);
    });
  }

  test('where no words say it, the program’s habit is assumed, and said', () => {
    const back = read({ text: crlf, source: selection(guess + 2, guess + 11) });
    assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust You guess']);
    assert.deepEqual(warned(back), ['positions-assumed Unicode, CRLF = 2 Some Program 1.0']);
    const atlas = read({ text: crlf, origin: 'ATLAS.ti 24', source: selection(guess, guess + 9) });
    assert.deepEqual(said(codingOf(atlas, 'ann-muller')), ['trust You guess']);
  });

  test('as most words say; a passage that says others is to be looked at', () => {
    const good = ['Fine', 'You', 'Yes'].map((name) =>
      selection(dialogue.indexOf(name), dialogue.indexOf(name) + name.length, { name }),
    );
    const back = read({ source: `${selection(6, 9, { name: 'guess', id: 'ff' })}${good.join('')}` });
    const { annotations } = codingOf(back, 'ann-muller');
    assert.deepEqual(
      annotations.map(({ quote, unconfirmed }) => [quote, unconfirmed?.state]),
      [
        ['how', 'changed'],
        ['Fine', undefined],
        ['You', undefined],
        ['Yes', undefined],
      ],
    );
  });

  test('Windows-1252', () => {
    const text = Uint8Array.from('T: Gr\u00fc\u00df\nC: Ja.\n', (each) => each.charCodeAt(0));
    const back = read({ text, source: selection(3, 7, { name: 'Grüß' }) });
    assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust Grüß']);
    assert.deepEqual(warned(back), ['encoding-guessed windows-1252']);
  });
});

suite('what other programs write otherwise', () => {
  test('text in the XML, no origin, small letters and braces, another namespace, folder and name', () => {
    const inXml = read({
      attributes: '',
      source: `<PlainTextContent>${dialogue}</PlainTextContent>${selection(3, 5, { name: 'So' })}`,
    });
    assert.deepEqual(said(codingOf(inXml, 'ann-muller')), ['trust So']);
    const odd = read({
      origin: '',
      namespace: 'urn:QDA-XML:project:0:4',
      folder: 'Sources',
      qde: 'My study.qde',
      source: selection(3, 5, { name: 'So' })
        .replaceAll(/"(0{8}-[^"]+)"/g, '"{$1}"')
        .toLowerCase()
        .replaceAll(/plaintextselection/g, 'PlainTextSelection')
        .replaceAll('startposition', 'startPosition')
        .replaceAll('endposition', 'endPosition')
        .replaceAll('creatinguser', 'creatingUser')
        .replaceAll('coderef', 'CodeRef')
        .replaceAll('targetguid', 'targetGUID')
        .replaceAll('coding ', 'Coding ')
        .replaceAll('/coding', '/Coding'),
    });
    assert.deepEqual(
      said(codingOf(odd, 'ann-muller')),
      ['trust so'].map(() => 'trust So'),
    );
  });

  test('two codings of one selection, by two people', () => {
    const one = selection(3, 5, { name: 'So', code: ['c1', 'c2'] });
    const second = one.lastIndexOf(`creatingUser="${guid('a1')}"`);
    const back = read({
      source: `${one.slice(0, second)}creatingUser="${guid('b1')}"${one.slice(second + guid('a1').length + 15)}`,
    });
    assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust So']);
    assert.deepEqual(said(codingOf(back, 'consensus-2')), ['doubt So']);
  });

  test('codes of one name, and codes that are missing', () => {
    const codes = `<Code guid="${guid('c1')}" name="Trust"/><Code guid="${guid('c2')}" name="Trust"/>`;
    const back = read({
      codes,
      source: ['c1', 'c2', 'c9'].map((code, index) => selection(3, 5 + index, { code: [code] })).join(''),
    });
    assert.deepEqual(
      codingOf(back, 'ann-muller')
        .annotations.map(({ code }) => code)
        .toSorted(),
      ['missing', 'trust', 'trust-2'],
    );
    const { codebook } = readCodebook(back.files.get('alliance.codebook.yaml') ?? '');
    assert.deepEqual(
      [...(codebook?.codes.values() ?? [])].map(({ label }) => label),
      ['Trust', 'Trust', 'Missing code'],
    );
  });

  test('links of repair are episodes; other links, notes and variables stand in a text', () => {
    const back = read({
      source:
        selection(3, 5, { id: '1' }) +
        selection(20, 24, { id: '2', inside: `` }) +
        selection(36, 39, { id: '3' }),
      behind: `<Notes><Note guid="${guid('90')}" name="Idea" plainTextPath="internal://n.txt"/></Notes>
<Links><Link guid="${guid('f1')}" name="repaired by" direction="OneWay" originGUID="${guid('e1')}" targetGUID="${guid('e2')}"/>
<Link guid="${guid('f2')}" name="contradicts" originGUID="${guid('e2')}" targetGUID="${guid('c1')}"/></Links>`,
      files: { 'sources/n.txt': 'Look again.' },
    });
    const { annotations, episodes } = codingOf(back, 'ann-muller');
    const [first, second] = annotations.map(({ id }) => id);
    assert.deepEqual(
      episodes.map(({ ruptures, repairs }) => [ruptures, repairs]),
      [[[first], [second]]],
    );
    const notes = back.files.get('imported-notes.md') ?? '';
    assert.match(notes, /\*\*Idea\*\*: Look again\./);
    assert.match(notes, /contradicts → Trust/);
  });

  test('notes on a passage, on nothing coded, and on a source; none with a date', () => {
    const back = read({
      source: `${selection(3, 5, { inside: '' }).replace('</PlainTextSelection>', `<NoteRef targetGUID="${guid('91')}"/></PlainTextSelection>`)}${selection(20, 24, { code: [], inside: '<Description>Hm.</Description>' })}<NoteRef targetGUID="${guid('92')}"/>`,
      behind: `<Notes><Note guid="${guid('91')}" name="a"><PlainTextContent>Note.</PlainTextContent></Note><Note guid="${guid('92')}" creatingUser="${guid('a1')}"><PlainTextContent>In all.</PlainTextContent></Note></Notes>`,
    });
    const { annotations, memos } = codingOf(back, 'ann-muller');
    assert.equal(annotations[0]?.note, 'Note.');
    assert.deepEqual(
      memos.map(({ text, at }) => [text, at?.turn]),
      [
        ['In all.', undefined],
        ['Hm.', 2],
      ],
    );
  });

  test('cases and variables are facts of the study', () => {
    const back = read({
      before: `<Variables><Variable guid="${guid('70')}" name="Session" typeOfVariable="Integer"/><Variable guid="${guid('71')}" name="Age" typeOfVariable="Integer"/></Variables>
<Cases><Case guid="${guid('80')}" name="C017"><VariableValue><VariableRef targetGUID="${guid('71')}"/><IntegerValue>34</IntegerValue></VariableValue><SourceRef targetGUID="${guid('50')}"/></Case></Cases>`,
      source: `${selection(3, 5)}<VariableValue><VariableRef targetGUID="${guid('70')}"/><IntegerValue>4</IntegerValue></VariableValue>`,
    });
    const { study, faults } = readStudy(back.files.get('alliance.study.yaml') ?? '');
    assert.deepEqual(faults, []);
    assert.deepEqual(
      study?.sessions.map(({ case: id, session, transcript }) => [id, session, transcript]),
      [['C017', 4, 'one.transcript']],
    );
    assert.deepEqual(study?.coders, [{ id: 'ann-muller', name: 'Ann Müller', role: 'coder' }]);
    assert.match(back.files.get('imported-notes.md') ?? '', /C017: Age = 34/);
  });

  test('what stands in no turn keeps its words, and what is outside the text is said', () => {
    const back = read({
      source:
        selection(0, 2, { name: 'T:' }) + selection(900, 905, { id: '8' }) + selection(-5, 3, { id: '9' }),
    });
    assert.deepEqual(said(codingOf(back, 'ann-muller')), ['trust ?T:']);
    assert.deepEqual(warned(back), ['qda-orphans one.transcript 1', 'qda-lost one.transcript 2']);
  });

  test('recordings, sets and graphs are counted', () => {
    const { reading } = readSource({
      name: 'a.qdpx',
      bytes: foreign({ behind: `<Sets><Set guid="${guid('60')}" name="s"/></Sets>` }),
    });
    assert.deepEqual(reading.sessions[0]?.ignored, [{ what: 'sets', count: 1 }]);
  });
});
