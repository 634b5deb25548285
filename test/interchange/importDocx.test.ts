import assert from 'node:assert/strict';
import { strToU8, zipSync } from 'fflate';
import { compose } from '../../src/engine/interchange/compose';
import { readSource } from '../../src/engine/interchange/formats';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { paragraph, readWord, run, table, wordDocument } from './wordDocuments';

function paragraphs(...texts: readonly string[]): string {
  return readWord(wordDocument(texts.map(paragraph).join('')));
}

suite('import of Word documents', () => {
  test('paragraphs with labels', () => {
    assert.equal(
      paragraphs(
        'Session 4',
        'T: How was the week?',
        'C: Not &amp; good.',
        'I did not sleep.',
        '',
        'T:\tHm.',
      ),
      `# unparsed: Session 4
T: How was the week?
C: Not & good. / I did not sleep.
T: Hm.
warning: unparsed-lines at 1
`,
    );
  });

  test('paragraphs without labels are speech of nobody yet', () => {
    assert.equal(
      paragraphs('How was it?', 'Not good.'),
      '?: How was it?\n?: Not good.\nwarning: no-speakers\n',
    );
  });

  test('Rev, Descript and f4 as in their texts', () => {
    assert.equal(
      paragraphs('Speaker 1 (00:02):', 'How was it?', 'Speaker 2 (00:06):', 'Bad.'),
      '[2] Speaker 1: How was it?\n[6] Speaker 2: Bad.\n',
    );
    assert.equal(
      paragraphs(
        'Dana:',
        '[00:00:02] How was it?',
        'Sam: Bad.',
        '[00:01:00] Really.',
        'Dana: Hm.',
        'Sam: Yes.',
      ),
      'Dana:\n+ [2] Dana: How was it?\nSam: Bad.\n+ [60] Sam: Really.\nDana: Hm.\nSam: Yes.\n',
    );
    assert.equal(paragraphs('I: So? #00:00:02-5#', 'I: Hm.'), '[–2.5] I: So?\n[2.5] I: Hm.\n');
  });

  test('Teams: name and time, on a line of their own or before a line break', () => {
    const expected = '[3] Dana Lee: How was it?\n[3609] Sam: Bad.\n';
    assert.equal(paragraphs('Dana Lee   0:03', 'How was it?', 'Sam   1:00:09', 'Bad.'), expected);
    assert.equal(paragraphs('Dana Lee   0:03\nHow was it?', 'Sam   1:00:09\nBad.'), expected);
    assert.equal(
      paragraphs('0:0:3.0 --> 0:0:4.510\nDana Lee\nHow was it?', '0:0:9.0 --> 0:0:9.5\nSam\nBad.'),
      '[3–4.51] Dana Lee: How was it?\n[9–9.005] Sam: Bad.\n',
    );
  });

  test('Teams: where one line stands below the times it is the words; fractions of padded times are decimals', () => {
    assert.equal(
      paragraphs(
        'Meeting',
        '00:00:03.5 --> 00:00:04.51',
        'How was it?',
        '00:00:09.0 --> 00:00:09.5',
        'It was not what I thought it would be, and then it was.',
        'Bad.',
      ),
      `# unparsed: Meeting
[3.5–4.51] ?: How was it?
[9–9.5] ?: It was not what I thought it would be, and then it was. / Bad.
warning: unparsed-lines at 1
warning: no-speakers
`,
    );
  });

  test('tracked changes are as accepted; hidden text and deletions are counted', () => {
    const body =
      `<w:p>${run('T: How ')}<w:ins w:id="1"><w:r><w:t>was </w:t></w:r></w:ins>` +
      `<w:del w:id="2"><w:r><w:delText>is </w:delText></w:r></w:del><w:moveFrom><w:r><w:t>it</w:t></w:r></w:moveFrom>` +
      `<w:moveTo><w:r><w:t>the week?</w:t></w:r></w:moveTo><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>` +
      `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('C: Not ')}</w:p>${paragraph('good.')}`;
    assert.equal(
      readWord(wordDocument(body)),
      'T: How was the week?\nC: Not good.\nignored: 2 deletions\nignored: 1 hidden\n',
    );
  });

  test('a table as accepted: rows that were deleted are none, and rows and cells may stand in controls', () => {
    const cell = (text: string): string => `<w:tc>${paragraph(text)}</w:tc>`;
    const row = (inner: string): string => `<w:tr><w:tblPrEx/>${inner}</w:tr>`;
    const rows = [
      row(cell('0:01') + cell('Dana') + cell('So?')),
      `<w:sdt><w:sdtPr/><w:sdtContent>${row(cell('0:04') + `<w:sdt>${cell('Sam')}</w:sdt>` + cell('Bad.'))}</w:sdtContent></w:sdt>`,
      `<w:tr><w:trPr><w:del w:id="1"/></w:trPr>${cell('0:05')}${cell('Sam')}${cell('No.')}</w:tr>`,
      row(cell('0:09') + cell('Dana') + cell('Hm.')),
    ];
    const document = wordDocument(
      `<w:tbl><w:tblPr/><w:tblGrid/>${rows.join('')}</w:tbl><w:del>${paragraph('Gone.')}</w:del>`,
    );
    assert.equal(readWord(document), '[1] Dana: So?\n[4] Sam: Bad.\n[9] Dana: Hm.\nignored: 2 deletions\n');
  });

  test('tabs, breaks, hyphens, controls, links and lists', () => {
    const body =
      `<w:sdt><w:sdtContent><w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>T:</w:t><w:tab/><w:t>well</w:t><w:noBreakHyphen/>` +
      `<w:t>be</w:t><w:softHyphen/><w:t>ing</w:t><w:br/><w:t>Hm</w:t></w:r><w:hyperlink><w:r><w:t>.</w:t></w:r></w:hyperlink>` +
      `<w:r><w:instrText>PAGE</w:instrText></w:r></w:p></w:sdtContent></w:sdt>`;
    assert.equal(readWord(wordDocument(body)), 'T: well-being Hm.\nignored: 1 list-numbers\n');
  });

  test('text boxes are paragraphs, once', () => {
    const box = `<w:txbxContent>${paragraph('C: Boxed.')}</w:txbxContent>`;
    const body =
      `<w:p>${run('T: Hm.')}<w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing>${box}</w:drawing></mc:Choice>` +
      `<mc:Fallback><w:pict>${box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    assert.equal(readWord(wordDocument(body)), 'T: Hm.\nC: Boxed.\n');
  });

  test('comments are memos on the speech they are about, footnotes remarks behind it', () => {
    const body =
      paragraph('Session 4') +
      paragraph('T: So?') +
      `<w:p>${run('C: ')}<w:commentRangeStart w:id="7"/>${run('No.')}<w:commentRangeEnd w:id="7"/>` +
      `<w:r><w:commentReference w:id="7"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r></w:p>${paragraph('T: Hm.')}`;
    const parts = {
      comments:
        `<w:comment w:id="7" w:author="A. Writer">${paragraph('Withdrawal?')}${paragraph('Yes.')}</w:comment>` +
        `<w:comment w:id="8">${paragraph('Of the session.')}</w:comment>`,
      footnotes:
        `<w:footnote w:type="separator" w:id="0">${paragraph('-')}</w:footnote>` +
        `<w:footnote w:id="2">${paragraph('She whispers.')}</w:footnote>`,
    };
    assert.equal(
      readWord(wordDocument(body, parts)),
      `# unparsed: Session 4
T: So?
C: No.
# note: She whispers.
T: Hm.
memo A. Writer on 2: Withdrawal? / Yes.
memo ? on session: Of the session.
warning: unparsed-lines at 1
`,
    );
  });

  test('notes at the end are read as those at the foot, also out of a table', () => {
    const refer = '<w:r><w:endnoteReference w:id="3"/><w:footnoteReference/></w:r>';
    const parts = { endnotes: `<w:endnote w:id="3">${table([['She whispers.']])}</w:endnote>` };
    const body = `<w:p>${run('T: So?')}${refer}</w:p>${paragraph('C: No.')}`;
    assert.equal(readWord(wordDocument(body, parts)), 'T: So?\n# note: She whispers.\nC: No.\n');
  });

  test('a paragraph whose end was moved away goes on in the next; a comment stands where it begins', () => {
    const comment = '<w:r><w:commentReference w:id="1"/></w:r>';
    const body =
      paragraph('T: So?') +
      `<w:p>${run('C: No.')}${comment}</w:p><w:p>${run('T: But')}${comment}</w:p>` +
      `<w:p><w:pPr><w:rPr><w:moveFrom/></w:rPr></w:pPr>${run('C: Yes ')}</w:p>${paragraph('no.')}`;
    const comments = `<w:comment w:id="1">${paragraph('Hm.')}</w:comment>`;
    assert.equal(
      readWord(wordDocument(body, { comments })),
      'T: So?\nC: No.\nT: But\nC: Yes no.\nmemo ? on 1: Hm.\n',
    );
  });

  test('page headers are counted', () => {
    const parts = { header1: paragraph('Institute'), footer1: paragraph('') };
    assert.equal(readWord(wordDocument(paragraph('T: Hm.'), parts)), 'T: Hm.\nignored: 1 page-headers\n');
  });
});

suite('tables in Word documents', () => {
  test('line number, text, notes', () => {
    const rows = [
      ['No.', 'Text', 'Notes'],
      ['1', 'T: How was the week? You said', ''],
      ['2', 'you wanted to call.', 'leans forward'],
      ['3', 'C: Yes.', ''],
    ];
    assert.equal(
      readWord(wordDocument(table(rows))),
      `# note: No.
# note: Text
# note: Notes
T: How was the week? You said / you wanted to call.
# note: leans forward
C: Yes.
ignored: 3 numbers
`,
    );
  });

  test('a column without any words is none, and a turn may have two paragraphs', () => {
    const rows = [
      ['Dana', '', 'How was\nthe week?'],
      ['Sam', '', 'Bad.'],
      ['Dana', '', 'Hm.'],
      ['Sam', '', 'Yes.'],
    ];
    const document = table(rows).replace('<w:br/>', '</w:r></w:p><w:p><w:r>');
    const said = 'Dana: How was / the week?\nSam: Bad.\nDana: Hm.\nSam: Yes.\n';
    assert.equal(readWord(wordDocument(document)), said);
  });

  test('time, speaker, text; and what stands around the table', () => {
    const rows = [
      ['00:00:02', 'Dana', 'How was the week?'],
      ['00:00:06', 'Sam', 'Not good.'],
      ['', '', 'I did not sleep.'],
      ['later', 'Dana:', 'Hm.'],
      ['00:01:00', 'Sam', ''],
      ['00:01:09', 'Sam', 'Yes.'],
    ];
    assert.equal(
      readWord(wordDocument(paragraph('Session 4') + table(rows) + paragraph('End.'))),
      `# unparsed: Session 4
[2] Dana: How was the week?
[6] Sam: Not good. / I did not sleep.
Dana: Hm.
# unparsed: later
[60] Sam:
[69] Sam: Yes.
# unparsed: End.
warning: unparsed-lines at 1
`,
    );
  });
});

suite('Word documents that cannot be read', () => {
  function refusal(bytes: Uint8Array): string | undefined {
    return readSource({ name: 'a.docx', bytes }).reading.refusal?.code;
  }

  test('each is refused with its reason', () => {
    const whole = wordDocument(paragraph('T: a'));
    const ole = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);
    const wide = (name: string): Uint8Array => Buffer.concat([ole, Buffer.from(name, 'utf16le')]);
    assert.equal(refusal(zipSync({ 'word/styles.xml': strToU8('<a/>') })), 'zip-missing');
    assert.equal(refusal(zipSync({ 'word/document.xml': strToU8('<a><b></a>') })), 'xml-broken');
    assert.equal(refusal(whole.subarray(0, whole.length - 40)), 'zip-broken');
    assert.equal(refusal(whole.subarray(0, 100)), 'zip-broken');
    assert.equal(refusal(wide('WordDocument')), 'old-format');
    assert.equal(refusal(wide('EncryptedPackage')), 'zip-password');
    assert.equal(refusal(wide('Workbook')), 'not-text');
    assert.equal(refusal(wordDocument('')), 'no-speech');
  });

  test('the text is where the document says, and refused where that cannot be read', () => {
    const body =
      '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>T: a</w:t></w:r></w:p></w:body></w:document>';
    const document = (relations: string, text: Uint8Array, name = 'word/document2.xml'): Uint8Array =>
      zipSync({ '_rels/.rels': strToU8(relations), [name]: text });
    const to = (target: string): string =>
      `<Relationships><Relationship Type="http://a/officeDocument"${target}/></Relationships>`;
    const there = to(' Target="/word/document2.xml"');
    assert.equal(readWord(document(there, strToU8(body))), 'T: a\n');
    for (const usual of ['<Relationships/>', '<Relation', to('')]) {
      assert.equal(readWord(document(usual, strToU8(body), 'word/document.xml')), 'T: a\n', usual);
    }
    assert.equal(refusal(document(there, Uint8Array.of(0, 1, 2, 0, 0, 0, 255, 254, 7))), 'xml-broken');
    const damaged = document(there, strToU8(body));
    damaged.fill(0xff, damaged.length - 250, damaged.length - 200);
    assert.equal(refusal(damaged), 'zip-broken');
  });

  test('a document in which every part but the text is broken is read', () => {
    const bytes = wordDocument(paragraph('T: a'), { comments: '<w:comment>' });
    assert.equal(readWord(bytes), 'T: a\nwarning: xml-broken at 1\n');
  });

  test('what is written of a document is read back', () => {
    const { reading } = readSource({
      name: 'a.docx',
      bytes: wordDocument(paragraph('T: a\nb') + paragraph('C: c')),
    });
    const [session] = reading.sessions;
    assert.ok(session);
    const { turns } = parseTranscript(compose(session, new Map()).text);
    assert.deepEqual(
      turns.map(({ label, text }) => [label, text]),
      [
        ['T', 'a b'],
        ['C', 'c'],
      ],
    );
  });
});
