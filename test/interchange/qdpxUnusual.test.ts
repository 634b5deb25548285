import assert from 'node:assert/strict';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import type { Code } from '../../src/engine/codebook/types';
import { readCodebook } from '../../src/engine/codebook/read';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { codesOf } from '../../src/engine/interchange/refi/codesOut';
import { dateTime } from '../../src/engine/interchange/refi/dates';
import { codebook, codeOf, coding } from '../unit/builders';
import { exportedSession } from './exportedStudies';
import { imported, packed, rezipped } from './qdaPackages';
import { dialogue, foreign, guid, selection, type Foreign } from './refiProjects';

type Back = ReturnType<typeof imported>;

function read(given: Foreign, change: (xml: string) => string = (xml) => xml): Back {
  const bytes = rezipped(foreign(given), (files) => {
    files['project.qde'] = strToU8(change(strFromU8(files['project.qde'] ?? new Uint8Array())));
  });
  return imported(readSource({ name: 'a.qdpx', bytes }));
}

function codingOf({ files }: Back, coder: string, source = 'one'): Coding {
  const { file } = readAnnotationFile(files.get(`${source}.${coder}.alliance.yaml`) ?? '');
  assert.ok(file, [...files.keys()].join(' '));
  return file.coding;
}

/** Where annotations are, with their words. */
function placed({ annotations }: Coding): unknown[] {
  return annotations.map(({ at, quote }) => [at?.turn, at?.start, at?.end, quote]);
}

function warned({ warnings }: Back): string[] {
  return warnings.map(({ code, data }) => [code, ...Object.values(data)].join(' '));
}

suite('who made what in a project', () => {
  const whose = (source: string, attributes = '', change?: (xml: string) => string): string[] => {
    const given = { source, attributes: `plainTextPath="internal://${guid('50')}.txt" ${attributes}` };
    const { files } = read(given, change);
    return [...files.keys()].flatMap((name) => /^one\.(.+)\.alliance\.yaml$/.exec(name)?.[1] ?? []);
  };
  const nobodys = selection(3, 5).replaceAll(/ creatingUser="[^"]*"/g, '');
  const note = `<NoteRef targetGUID="${guid('90')}"/>`;
  const withNote = (xml: string): string =>
    xml.replace(
      '</Sources>',
      `</Sources><Notes><Note guid="${guid('90')}" name="n"><Description>Hm.</Description></Note></Notes>`,
    );

  test('is said by the coding, else the selection, else the text, else it is somebody’s', () => {
    assert.deepEqual(whose(nobodys.replace('endPosition', `creatingUser="${guid('b1')}" endPosition`)), [
      'consensus-2',
    ]);
    assert.deepEqual(whose(nobodys, `creatingUser="${guid('a1')}"`), ['ann-muller']);
    assert.deepEqual(whose(nobodys), ['imported']);
    assert.deepEqual(whose(selection(3, 5, { user: 'ff' })), ['imported']);
    assert.deepEqual(whose(note, `creatingUser="${guid('a1')}"`, withNote), ['ann-muller']);
  });

  test('a user who is listed twice is one', () => {
    const twice = (xml: string): string => xml.replace(/(<User [^>]*\/>)/, '$1$1');
    assert.deepEqual(whose(selection(3, 5), '', twice), ['ann-muller']);
  });
});

suite('places in a project', () => {
  test('that cut a character in two are taken to mean all of it', () => {
    const text = 'T: So 😀 how?\nC: Fine, I guess.\n';
    const fine = text.indexOf('Fine');
    const utf16 = selection(fine, fine + 14, { name: 'Fine, I guess.' });
    const back = read({ text, source: utf16 + selection(3, 7) });
    assert.deepEqual(placed(codingOf(back, 'ann-muller')), [
      [1, 0, 4, 'So 😀'],
      [2, 0, 14, 'Fine, I guess.'],
    ]);
  });

  test('a selection without a beginning keeps its words, and one without a length has none', () => {
    const bare = selection(3, 5, { name: 'So' }).replaceAll(/ startPosition="[^"]*"/g, '');
    const back = read({ source: bare + selection(6, 6, { name: '' }) });
    assert.deepEqual(placed(codingOf(back, 'ann-muller')), [[undefined, undefined, undefined, 'So']]);
    assert.deepEqual(warned(back), ['qda-orphans one.transcript 1', 'qda-lost one.transcript 1']);
  });
});

suite('sources of a project', () => {
  const second = (xml: string): string =>
    xml.replace(
      '</Sources>',
      `<TextSource guid="${guid('51')}" name="two.txt" plainTextPath="internal://${guid('51')}.txt"/></Sources>`,
    );
  const two = { [`sources/${guid('51')}.txt`]: dialogue };

  test('several are several transcripts; a text that is missing is said, and an empty one is none', () => {
    const back = read({ source: selection(3, 5), files: two }, second);
    assert.deepEqual(
      [...back.files.keys()].filter((name) => name.endsWith('.transcript')),
      ['one.transcript', 'two.transcript'],
    );
    assert.deepEqual(warned(back), []);
    const third = (xml: string): string => second(second(xml).replaceAll(guid('51'), guid('52')));
    const gone = read({ source: selection(3, 5), files: two }, third);
    assert.deepEqual(warned(gone), ['qda-texts-missing 1']);
  });

  test('one case of two sessions says nothing of a session; a session belongs to the first case that names it', () => {
    const reference = (digits: string): string => `<SourceRef targetGUID="${guid(digits)}"/>`;
    const value = `<VariableValue><VariableRef targetGUID="${guid('70')}"/><IntegerValue>4</IntegerValue></VariableValue>`;
    const variable = `<Variables><Variable guid="${guid('70')}" name="Session" typeOfVariable="Integer"/></Variables>`;
    const cases = `${variable}<Cases><Case guid="${guid('80')}" name="A">${value}${reference('50')}${reference('51')}</Case><Case guid="${guid('81')}" name="B">${reference('51')}</Case></Cases>`;
    const { files } = read({ before: cases, files: two }, second);
    const study = files.get('alliance.study.yaml') ?? '';
    assert.match(study, /^ {2}A:/m);
    assert.doesNotMatch(study, /^ {2}B:|coders:|session: 4/m);
    assert.equal(study.match(/two\.transcript/g)?.length, 1);
  });

  test('without codes the codebook is the built-in one', () => {
    const { files } = read({ codes: '', source: '' });
    assert.ok(!files.has('alliance.codebook.yaml'));
  });

  test('a coding with a code that is nowhere is said in words', () => {
    const whole = `<Coding guid="${guid('d9')}" creatingUser="${guid('a1')}"><CodeRef targetGUID="${guid('cc')}"/></Coding>`;
    const { memos } = codingOf(read({ source: whole }), 'ann-muller');
    assert.deepEqual(
      memos.map(({ text }) => text),
      ['Coded as a whole: missing'],
    );
  });

  test('where positions depend on the program, and it is not named, that is said', () => {
    const text = 'T: So 😀 how?\nC: Fine.\n';
    assert.deepEqual(warned(read({ origin: '', text, source: selection(3, 5) })), [
      'positions-assumed Unicode, CRLF = 2 ?',
    ]);
  });

  test('a rating that is no number is none', () => {
    const facts =
      '<Description>— Alliance Coder —\nRating: impact strong\nRating: clarity 2 (clear)</Description>';
    const back = read({ source: selection(3, 5, { name: 'So', inside: facts }) });
    assert.deepEqual(codingOf(back, 'ann-muller').annotations[0]?.ratings, { clarity: 2 });
  });

  test('a project that is empty is broken', () => {
    const empty = zipSync({ 'project.qde': new Uint8Array() });
    assert.equal(readSource({ name: 'a.qdpx', bytes: empty }).reading.refusal?.code, 'zip-broken');
  });
});

suite('what is written of an unusual study', () => {
  const text = 'T: So how?\nC: Fine.\n';
  const sparse = (coder: string): Coding => coding({ transcript: 's1.transcript', coder, annotations: [] });

  test('transcripts of one name in two folders are called by both, and come back with their own codebooks', () => {
    const book = (id: string): NonNullable<ReturnType<typeof readCodebook>['codebook']> => {
      const { codebook: read1 } = readCodebook(
        `alliance_codebook: 1\nid: ${id}\nversion: 1.0.0\ncodes:\n  - { id: ${id}, label: ${id} }\n`,
      );
      assert.ok(read1);
      return read1;
    };
    const study: ExportedStudy = {
      name: 'a',
      study: null,
      sessions: ['c1', 'c2'].map((folder) =>
        exportedSession(`${folder}/s1.transcript`, text, [sparse('alice')], { codebook: book(folder) }),
      ),
    };
    const bytes = packed(study);
    const qde = strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array());
    assert.match(qde, /name="c1 - s1"[^]*name="c2 - s1"/);
    const { files } = imported(readSource({ name: 'a.qdpx', bytes }));
    assert.deepEqual([...files.keys()].toSorted(), [
      'c1/alliance.codebook.yaml',
      'c1/s1.alice.alliance.yaml',
      'c1/s1.transcript',
      'c2/alliance.codebook.yaml',
      'c2/s1.alice.alliance.yaml',
      'c2/s1.transcript',
    ]);
    assert.match(files.get('c2/alliance.codebook.yaml') ?? '', /id: c2/);
  });

  test('a code without a name is called by its id, and a colour that is none is left out', () => {
    const blank: Code = { ...codeOf('own', 0), label: ' ', color: 'pink' };
    const books = [codebook(blank), codebook({ ...blank, label: 'Not so' })];
    const own = codesOf(books, new Map()).tree.filter(({ name }) => /own|Not so/.test(name));
    assert.deepEqual(
      own.map(({ name, color }) => [name, color]),
      [['own', null]],
    );
  });

  test('a date that is none, or after the year 9999, is not written', () => {
    assert.equal(dateTime('2026-03-02T10:00:00+01:00'), '2026-03-02T09:00:00Z');
    assert.equal(dateTime('2026-13-45T10:00:00Z'), null);
    assert.equal(dateTime('9999-12-31T23:59:59-05:00'), null);
  });
});
