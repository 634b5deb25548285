import assert from 'node:assert/strict';
import { parseDocument } from 'yaml';
import { render } from '../../src/engine/annotations/render';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Hit } from '../../src/engine/retrieve/hit';
import { parseQuery } from '../../src/engine/retrieve/parseQuery';
import { placesInText, Retrieval, type SearchedSession } from '../../src/engine/retrieve/retrieve';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { parseTranscript } from '../../src/engine/transcript/parse';
import type { Transcript } from '../../src/engine/transcript/types';
import { codingOf, transcriptOf } from './data';
import { compare, type Figure } from './ratio';

const sessionCount = 60;

interface StudySession {
  readonly files: readonly string[];
  readonly searched: SearchedSession;
  readonly transcript: Transcript;
}

/** Looking through a study that was read, against reading its files once. */
export function retrieveFigures(): Figure[] {
  const study = Array.from({ length: sessionCount }, (_, index) => sessionOf(index));
  const read = {
    run: () =>
      study.map(({ files: [text = '', ...codings] }) => [
        parseTranscript(text),
        codings.map((yaml) => parseDocument(yaml)),
      ]),
  };
  return ['code:rupture.withdrawal role:client', 'coder:bob "angry"', ''].map((line) => {
    assert.ok(retrieve(study, line).length > 0, `“${line}” finds something`);
    return compare({
      what: `retrieve ${line === '' ? 'everything' : line}, ${sessionCount} sessions`,
      against: 'parse their transcripts and annotation files',
      subject: { run: () => retrieve(study, line) },
      rival: read,
      repetitions: 8,
    });
  });
}

function retrieve(study: readonly StudySession[], line: string): Hit[] {
  const retrieval = new Retrieval(parseQuery(line).query);
  return study.flatMap(({ searched, transcript }) =>
    retrieval.mayHold(searched) ? retrieval.hitsIn(searched, transcript) : [],
  );
}

/** An hour of therapy coded by two. */
function sessionOf(index: number): StudySession {
  const text = transcriptOf(500, index + 1);
  const transcript = parseTranscript(text);
  const codings = ['alice', 'bob'].map((coder, seed) => ({ ...codingOf(text, 50, 2 * index + seed), coder }));
  const path = `c${Math.floor(index / 20)}/session-${index % 20}.transcript`;
  const [folder = '', name = ''] = path.split('/');
  return {
    files: [text, ...codings.map((coding) => render(coding))],
    transcript,
    searched: {
      path,
      facts: sessionFacts(null, path, transcript.header, folder, name),
      codebook: defaultCodebook(),
      codings: codings.map((coding) => ({ coding, places: placesInText(coding, true) })),
    },
  };
}
