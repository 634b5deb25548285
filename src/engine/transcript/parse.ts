import type { Fault } from '../faults';
import { buildTurns, LineReader, readLines } from './build';
import { readingFaults } from './check';
import { headerEnd, readHeader, type HeaderReading } from './header';
import { listedLabelSet, usualLabelSet, type LabelSet } from './labels';
import { splitLines, type Line } from './lines';
import type { ParsedLine } from './line';
import type { Speaker, Transcript } from './types';

/** A transcript with the readings of its lines, for those who point into the text. */
export interface ParsedTranscript extends Transcript {
  readonly lines: readonly Line[];
  readonly readings: readonly ParsedLine[];
  readonly labels: LabelSet;
  readonly faults: readonly Fault[];
}

/** Speakers of the study file: they win over the header's. */
export type StudySpeakers = readonly Speaker[] | null;

/** Parses a whole text (a byte order mark is none of it). Never throws. */
export function parseTranscript(text: string, speakers: StudySpeakers = null): ParsedTranscript {
  return new TranscriptParser(speakers).parse(splitLines(text.startsWith('\ufeff') ? text.slice(1) : text));
}

/** Parses the same transcript again and again, doing only what changed lines ask for. */
export class TranscriptParser {
  readonly reader = new LineReader();
  readonly #speakers: StudySpeakers;
  #headerLines: readonly Line[] = [];
  #header: HeaderReading | null = null;
  #labels: LabelSet = usualLabelSet;

  constructor(speakers: StudySpeakers = null) {
    this.#speakers = speakers;
  }

  parse(lines: readonly Line[]): ParsedTranscript {
    const end = headerEnd(lines);
    const { header, faults } = this.#headerOf(lines, end);
    const readings = readLines(lines, end, this.#labels, this.reader);
    const turns = buildTurns(lines, readings, this.#labels);
    return {
      header,
      turns,
      lines,
      readings,
      labels: this.#labels,
      lineCount: lines.length,
      faults: [...faults, ...readingFaults(lines, readings, turns, this.#labels)],
    };
  }

  /** Whether a line begins a turn, by the labels of the last parse. */
  startsTurn(line: Line): boolean {
    return this.reader.read(line, this.#labels).kind === 'label';
  }

  #headerOf(lines: readonly Line[], end: number): HeaderReading {
    const own = lines.slice(0, end + 1);
    const same =
      own.length === this.#headerLines.length && own.every((line, i) => line === this.#headerLines[i]);
    if (this.#header && same) return this.#header;
    const reading = readHeader(lines);
    const speakers =
      this.#speakers ?? (reading.header.speakers ? [...reading.header.speakers.values()] : null);
    this.#labels = speakers ? listedLabelSet(speakers) : usualLabelSet;
    this.#headerLines = own;
    this.#header = reading;
    return reading;
  }
}
