import { compareText } from '../engine/compareText';
import type { Fault, Severity } from '../engine/faults';
import { codePointOffset } from '../engine/transcript/offsets';
import { faultSentence, plain } from '../words/faults';
import { harmless } from './terminal';

/** One result of `alliance check`: docs/schemas/check.schema.json. */
export interface Finding {
  /** From the working directory, with `/`. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in Unicode code points. */
  readonly column: number;
  readonly severity: Severity;
  readonly code: string;
  readonly message: string;
}

/** A file's faults as they are printed, in the order of the file. `lines` are its lines without their ends. */
export function findingsOf(file: string, faults: readonly Fault[], lines: readonly string[]): Finding[] {
  const column = columnCounter(lines);
  return [...faults].sort(byPlace).map((fault) => ({
    file,
    line: fault.range.start.line + 1,
    column: column(fault.range.start.line, fault.range.start.character) + 1,
    severity: fault.severity,
    code: fault.code,
    message: faultSentence(discreet(fault), plain),
  }));
}

/** A finding as a person reads it. */
export function lineOf({ file, line, column, severity, code, message }: Finding): string {
  return harmless(`${file}:${line}:${column} ${severity} ${code} ${message}`);
}

/** By file, place, code and message, so that nothing depends on the order in which they were found. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    compareText(a.file, b.file) ||
    a.line - b.line ||
    a.column - b.column ||
    compareText(a.code, b.code) ||
    compareText(a.message, b.message)
  );
}

function byPlace({ range: { start: a } }: Fault, { range: { start: b } }: Fault): number {
  return a.line - b.line || a.character - b.character;
}

/** Code points before a UTF-16 column. Asked in order, so that a long line with many faults is walked once. */
function columnCounter(lines: readonly string[]): (line: number, character: number) => number {
  let last = { line: -1, character: 0, count: 0 };
  return (line, character) => {
    const text = lines[line] ?? '';
    if (line !== last.line) last = { line, character: 0, count: 0 };
    const more = codePointOffset(text.slice(last.character, character), character - last.character);
    last = { line, character, count: last.count + more };
    return last.count;
  };
}

/** A prefix of a transcript's line, or what stands where a key should, may be a person's name: the place says enough. */
function discreet({ code, data }: Fault): Pick<Fault, 'code' | 'data'> {
  if (code === 'unknown-label') return { code, data: { ...data, label: '…' } };
  if (code !== 'header-unknown-key' && code !== 'unknown-key') return { code, data };
  const path = String(data['path'] ?? '');
  return /^[\w.[\]-]{1,60}$/.test(path) ? { code, data } : { code, data: { ...data, path: '…' } };
}
