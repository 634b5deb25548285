import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { defaultCodebook, readCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { CaseReckoner } from '../../src/views/case/reckoner';
import type { CodedMember } from '../../src/store/members';
import type { GatheredCase } from '../../src/views/case/types';
import { call } from '../cli/cliStudies';

const samples = join(process.cwd(), 'test', 'samples');
const textOf = (...path: string[]): string => readFileSync(join(samples, ...path), 'utf8');

/** The sample study as the editor gathers it for one coder. */
function gathered(coder: string): GatheredCase {
  const study = readStudy(textOf('alliance.study.yaml')).study ?? assert.fail('a study');
  const hasCodebook = existsSync(join(samples, 'alliance.codebook.yaml'));
  const codebook = hasCodebook ? readCodebook(textOf('alliance.codebook.yaml')).codebook : defaultCodebook();
  assert.ok(codebook);
  const coded = study.sessions.flatMap(({ transcript: path }): CodedMember[] => {
    const file = path.replace('.transcript', `.${coder}.alliance.yaml`);
    if (!existsSync(join(samples, file))) return [];
    const speakers = study.speakers ? [...study.speakers.values()] : null;
    const text = parseTranscript(textOf(path), speakers);
    const coding = readAnnotationFile(textOf(file)).file?.coding ?? assert.fail(file);
    const [folder = '', name = ''] = path.split('/');
    const facts = sessionFacts(study, path, text.header, folder, name);
    return [{ path, facts, codebook, coding, text, parsed: () => Promise.resolve(text) }];
  });
  return {
    case: 'C017',
    coder: { id: coder, name: coder, own: true },
    members: study.sessions.map((facts) => ({ path: facts.transcript, facts, standing: 'coded' })),
    coded,
    measures: study.measures,
    detectors: study.detectors,
    hasStudyFile: true,
    lacksCodebook: false,
  };
}

const printedDocument = z.object({ cases: z.array(z.looseObject({ case: z.nullable(z.string()) })) });

suite('the page of a case and the command line', () => {
  for (const coder of ['alice', 'bob']) {
    test(`have the same figures of the sample study: ${coder}`, async () => {
      const waiting = { isStale: () => false, progress: () => undefined };
      const page = await new CaseReckoner().reckon(gathered(coder), waiting);
      const { out } = await call(samples, 'trajectory', '.', '--coder', coder, '--json');
      const { cases } = printedDocument.parse(JSON.parse(out));
      const printed = cases.find((one) => one.case === 'C017');
      assert.deepEqual(JSON.parse(JSON.stringify(page?.trajectory)), printed);
    });
  }
});
