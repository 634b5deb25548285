import assert from 'node:assert/strict';
import { parseXml } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';
import { textHash } from '../../src/engine/annotations/hashes';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { compose } from '../../src/engine/interchange/compose';
import {
  exportedCoding,
  type ExportedSession,
  type ExportedStudy,
} from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { qdpx } from '../../src/engine/interchange/qdpx';
import { archiveOf } from '../../src/engine/interchange/refi/archive';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { codingOf, transcriptOf } from './data';
import { compare, type Figure } from './ratio';

const sessionCount = 100;
const codingsOfEach = 100;

/** A hundred sessions with twenty thousand codings as QDPX, written with its self-check, and read with all files beside. */
export function qdpxFigures(): Figure[] {
  const study: ExportedStudy = {
    name: 'Benchmark',
    study: null,
    sessions: Array.from({ length: sessionCount }, (_, index) => sessionOf(index)),
  };
  const before = process.memoryUsage().rss;
  const bytes = packed(study);
  const own = unzipSync(bytes);
  const texts = Object.entries(own).map(([path, content]) => [path, strFromU8(content)] as const);
  const foreign = archiveOf(texts.filter(([path]) => !path.startsWith('alliance/')));
  const xml = strFromU8(own['project.qde'] ?? new Uint8Array());
  assert.equal(importAll(bytes), sessionCount * 3);
  console.log(
    `QDPX: ${megabytes(bytes.length)} MB, XML ${megabytes(xml.length)} MB; memory ${megabytes(process.memoryUsage().rss - before)} MB more than the study, of ${megabytes(process.resourceUsage().maxRSS * 1024)} MB at most`,
  );
  return [
    compare({
      what: 'write QDPX, 100 sessions, 20,000 codings',
      against: 'zip the same entries',
      subject: { run: () => packed(study) },
      rival: { run: () => archiveOf(texts) },
      repetitions: 3,
    }),
    compare({
      what: 'read it, with all files beside the transcripts',
      against: 'parse its XML alone',
      subject: { run: () => importAll(bytes) },
      rival: { run: () => parseXml(xml) },
      repetitions: 3,
    }),
    compare({
      what: 'the same as another program gives it back',
      against: 'parse its XML alone',
      subject: { run: () => importAll(foreign) },
      rival: { run: () => parseXml(xml) },
      repetitions: 3,
    }),
  ];
}

function packed(study: ExportedStudy): Uint8Array {
  const made = qdpx(study, { text: true, origin: 'Alliance Coder', fileName: 'a.qdpx' });
  const content = 'files' in made ? made.files[0]?.content : null;
  assert.ok(content instanceof Uint8Array);
  return content;
}

/** How many files come of it. */
function importAll(bytes: Uint8Array): number {
  const { reading } = readSource({ name: 'a.qdpx', bytes });
  const written = reading.sessions.map((session, index) => {
    const { text, turnOfEntry } = compose(session, session.roles);
    return { index, path: `${session.name}.transcript`, text, turnOfEntry };
  });
  return written.length + (reading.filesFor?.(written).files.length ?? 0);
}

function sessionOf(index: number): ExportedSession {
  const text = transcriptOf(500, index + 1);
  const transcript = parseTranscript(text);
  const path = `s${index}.transcript`;
  const codings = ['alice', 'bob'].map((coder, seed) => ({
    ...codingOf(text, codingsOfEach, 2 * index + seed),
    coder,
    transcript: path,
    text: { sha256: textHash(text) },
  }));
  return {
    path,
    facts: sessionFacts(null, path, transcript.header, '', path),
    transcript,
    codebook: defaultCodebook(),
    codings: codings.map((coding) => exportedCoding(coding, transcript, true)),
  };
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
