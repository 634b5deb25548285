import { headerKeys } from '../transcript/header';
import { speakerOf } from '../transcript/labels';
import { parseTranscript, type ParsedTranscript } from '../transcript/parse';
import type { Header } from '../transcript/types';
import { parseYamlFile } from '../yamlFile';
import type { ImportFormat } from './format';
import { refused, type SourceFacts } from './imported';
import { unassigned } from './labels';
import { readLabelled } from './plainText';
import { problem } from './problems';
import { stemOf } from './source';
import { sourceLine, textLines, type SourceLine } from './sourceLine';
import { sessionOf, textReading, type TextReading } from './textReading';

const fenced = /^---[ \t]*\n([\s\S]{0,20000}?)^---[ \t]*$/m;

/** Our own layout with its header, by our own grammar: what the header says is kept, and so are comments. */
export const ownText: ImportFormat = {
  id: 'transcript',
  title: 'Transcript',
  looksLike: ({ text }) => headerValues(text) !== null,
  read: ({ name, text }) => {
    const parsed = parseTranscript(text);
    const reading = parsed.header.speakers ? byGrammar(parsed) : byEvidence(text);
    const { session } = sessionOf(stemOf(name), {
      ...reading,
      lines: [...lostOfHeader(parsed, text), ...reading.lines],
      facts: factsOf(parsed.header, headerValues(text)),
      roles: new Map([...(parsed.header.speakers ?? [])].map(([label, { role }]) => [label, role])),
    });
    if (!session.entries.some(({ kind }) => kind === 'speech')) {
      return refused(problem('no-speech', { format: ownText.title }));
    }
    return { sessions: [session], refusal: null };
  },
};

/** Null where there is no header of ours: other programs put YAML on top, too. */
function headerValues(text: string): ReadonlyMap<string, unknown> | null {
  const yaml = text.startsWith('---') ? fenced.exec(text)?.[1] : undefined;
  if (yaml === undefined) return null;
  const { value } = parseYamlFile(yaml);
  const values = new Map<string, unknown>(Object.entries(value ?? {}));
  return headerKeys.some((key) => values.has(key)) ? values : null;
}

function byGrammar({ lines, readings, labels }: ParsedTranscript): TextReading {
  const marked: SourceLine[] = [];
  for (const [index, { kind, time, ...at }] of readings.entries()) {
    const text = lines[index]?.text ?? '';
    const words = text.slice(at.textStart, at.textEnd);
    if (kind === 'comment') marked.push(sourceLine(text.slice(2), index + 1, { remark: 'note' }));
    if (kind === 'text') marked.push(sourceLine(words, index + 1, { start: time }));
    if (kind !== 'label') continue;
    const { label } = speakerOf(labels, text.slice(at.labelStart, at.labelEnd));
    const opens = { speaker: label === unassigned ? null : label, start: time };
    marked.push(sourceLine(words, index + 1, { opens }));
  }
  return textReading(marked, { isWrapped: false });
}

/** The header says nothing of speakers. */
function byEvidence(text: string): TextReading {
  const header = fenced.exec(text)?.[0] ?? '';
  const above = header.split('\n').length - 1;
  const body = textLines(text.slice(header.length)).map((line) => ({ ...line, line: line.line + above }));
  return readLabelled(body);
}

function factsOf(header: Header, values: ReadonlyMap<string, unknown> | null): SourceFacts {
  const { media, date, duration, case: ofCase, session, stage, scores } = header;
  const said = Object.entries({ case: ofCase, session, stage, duration }).filter(
    ([, value]) => value !== null,
  );
  const more = { ...Object.fromEntries(said), ...(Object.keys(scores).length > 0 && { scores }) };
  const language = values?.get('language');
  return { media, date, language: typeof language === 'string' ? language : null, more };
}

/** The header's lines in which something stands that a new header cannot carry: a comment, a real name, a fault. */
function lostOfHeader({ faults }: ParsedTranscript, text: string): SourceLine[] {
  const faulty = new Set(
    faults.filter(({ code }) => code.startsWith('header')).map(({ range }) => range.start.line),
  );
  return (fenced.exec(text)?.[1] ?? '')
    .split('\n')
    .map((line, index) => sourceLine(line.trim(), index + 2, { remark: 'note' }))
    .filter(({ text: words, line }) => /(?:^|\s)#|\bname\b/.test(words) || faulty.has(line - 1));
}
