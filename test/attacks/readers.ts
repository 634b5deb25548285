import { readAnnotationFile } from '../../src/engine/annotations/read';
import { renderString } from '../../src/engine/yamlScalar';
import { readCodebook } from '../../src/engine/codebook/read';
import { identifiersIn } from '../../src/engine/identifiers/identifiers';
import { readWordList } from '../../src/engine/identifiers/wordList';
import { csvOf, csvRows } from '../../src/engine/csv';
import { readSource } from '../../src/engine/interchange/formats';
import { prepare, transcriptName } from '../../src/engine/interchange/prepare';
import { NameFinder } from '../../src/engine/masking/names';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { suggest } from '../../src/engine/retrieve/suggest';
import { readStudy } from '../../src/engine/study/studyFile';
import { fixesOf } from '../../src/engine/transcript/fixes';
import { notationsIn, spokenWords } from '../../src/engine/transcript/notation';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { sentencesIn, wordsIn } from '../../src/engine/transcript/units';
import { pathAt } from '../../src/engine/yamlPath';

type Reader = (text: string) => void;

function transcript(text: string): void {
  const parsed = parseTranscript(text);
  for (const found of parsed.faults.slice(0, 1)) fixesOf(parsed, found);
}

function imported(text: string): void {
  const { reading } = readSource({ name: 'a', bytes: new TextEncoder().encode(text) });
  for (const session of reading.sessions) prepare(session, new Map());
}

const json = (value: unknown): string => JSON.stringify(value);
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const xml = (text: string): string => text.replace(/[&<>\0]/g, (sign) => `&#${sign.charCodeAt(0) || 32};`);
const names = new NameFinder({ words: 'Anna Bell' });
const list = readWordList('Anna-Lena\nok: Bell\n');

const textGridHead = 'File type = "ooTextFile"\nObject class = "TextGrid"\n\n';

/** Everything that reads what somebody else may have written: each is given a text as the part of a file that it reads. */
export const readers: Readonly<Record<string, Reader>> = {
  'a transcript': transcript,
  'a turn': (text) => transcript(`T: ${text}`),
  'a header': (text) => transcript(`---\ncase: ${text}\n---\nT: a`),
  'a label': (text) => transcript(`---\nspeakers: { ${json(text)}: { role: client } }\n---\n${text}: a`),
  'an annotation file': (text) => readAnnotationFile(`alliance: 1\nnote: ${text}`),
  'a note': (text) =>
    readAnnotationFile(
      `alliance: 1\ntranscript: a.transcript\ncoder: a\nannotations:\n  - { code: ${json(text)}, at: { turn: 1 }, note: ${json(text)} }`,
    ),
  'a codebook': (text) => readCodebook(`alliance_codebook: 1\ncodes:\n  - { id: a, label: ${json(text)} }`),
  'a study': (text) => readStudy(`alliance_study: 1\ntitle: ${json(text)}\ncases: { ${json(text)}: {} }`),
  'a list of words': readWordList,
  'the place in a YAML file': (text) => pathAt(`a: ${text} `, text.length + 4),
  notation: (text) => {
    notationsIn(text);
    spokenWords(text);
  },
  identifiers: (text) => identifiersIn(parseTranscript(`T: ${text}`), list),
  'names to mask': (text) => names.find(text),
  'words and sentences': (text) => {
    wordsIn(text);
    sentencesIn(text);
  },
  'a query': (text) => {
    parseQuery(text);
    suggest(text, []);
  },
  'a text into YAML': renderString,
  'a text into CSV and back': (text) => csvRows(csvOf(['a'], [[text]])),
  'the name of a file': transcriptName,
  'import: plain text': imported,
  'import: a line': (text) => imported(`T: a\n${text}\nC: b\nT: ${text}\n`),
  'import: a label': (text) => imported(`T: a\n${text}: b\nC: c\n`),
  'import: WebVTT': (text) => imported(`WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v Dana>${text}</v>\n`),
  'import: WebVTT, a voice': (text) =>
    imported(
      `WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<v ${text}>a\n\n00:00:03.000 --> 00:00:04.000\n${text}: a\n`,
    ),
  'import: SRT': (text) =>
    imported(`1\n00:00:01,000 --> 00:00:02,000\nDana: ${text}\n\n2\n00:00:03,000 --> ${text}\n`),
  'import: CHAT': (text) =>
    imported(`@Begin\n@Participants:\tDAN Dana Therapist\n*DAN:\t${text}\n%com:\t${text}\n@End\n`),
  'import: TextGrid': (text) =>
    imported(`${textGridHead}0\n1\n<exists>\n1\n"IntervalTier"\n"T"\n0\n1\n1\n0\n1\n${quoted(text)}\n`),
  'import: TextGrid, broken': (text) => imported(textGridHead + text),
  'import: Otter': (text) => imported(`Dana Lee  0:15\n${text}\n\nLee  0:20\n${text}\n`),
  'import: Rev': (text) => imported(`Dana (00:02):\n${text}\n\nLee (00:04):\n${text}\n`),
  'import: Rev, a name': (text) => imported(`Dana (00:02):\na\n\nD${text}(00:04):\nb\n`),
  'import: Descript': (text) => imported(`**Dana:** ${text}\n\n**Lee:** ${text}\n`),
  'import: f4': (text) => imported(`Dana: hello #00:00:02-1#\n${text} #00:00:04-1#\nLee: a #00:00:05-1#`),
  'import: numbered turns': (text) => imported(`1 T: a\n2 C: b\n3 ${text}\n4 T: ${text}\n`),
  'import: CSV': (text) => imported(`speaker,text\nT,${quoted(text)}\nC,b\n`),
  'import: CSV, a speaker': (text) => imported(`speaker,text\n${quoted(text)},a\nC,b\n`),
  'import: TSV': (text) => imported(`speaker\ttext\nT\t${text}\nC\tb\n`),
  'import: JSON': (text) => imported(json({ text, segments: [{ start: 0, end: 1, text, speaker: text }] })),
  'import: ELAN': (text) =>
    imported(
      `<ANNOTATION_DOCUMENT><TIME_ORDER><TIME_SLOT TIME_SLOT_ID="a" TIME_VALUE="0"/><TIME_SLOT TIME_SLOT_ID="b" TIME_VALUE="9"/></TIME_ORDER>` +
        `<TIER TIER_ID="${xml(text)}"><ANNOTATION><ALIGNABLE_ANNOTATION ANNOTATION_ID="x" TIME_SLOT_REF1="a" TIME_SLOT_REF2="b">` +
        `<ANNOTATION_VALUE>${xml(text)}</ANNOTATION_VALUE></ALIGNABLE_ANNOTATION></ANNOTATION></TIER></ANNOTATION_DOCUMENT>`,
    ),
  'import: QDC': (text) =>
    imported(
      `<CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="11111111-1111-1111-1111-111111111111" ` +
        `name="${xml(text)}" isCodable="true"><Description>${xml(text)}</Description></Code></Codes></CodeBook>`,
    ),
};
