import assert from 'node:assert/strict';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import { statedPlaces, type ComparedSession } from '../../src/engine/agreement/compared';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { sessionFacts } from '../../src/engine/study/sessionFacts';
import { readStudy } from '../../src/engine/study/studyFile';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { agreementState as schema, type AgreementState } from '../../src/panel/agreement/messages';
import { reckon } from '../../src/views/agreement/reckon';
import { agreementPage } from '../../src/views/agreement/state';
import type { Asked, Compared, Gathered, Reckoned } from '../../src/views/agreement/types';
import { sayAgreementIn } from '../../src/words/agreementPage';
import { plain } from '../../src/words/faults';
import { sampleFiles } from '../unit/projectFiles';

/** What the page of agreement shows, without an editor: of the sample study, and of what a test makes up. */

export const wording = { say: sayAgreementIn(plain), translate: plain };

export const asked: Asked = {
  scope: 'study',
  transcript: null,
  coders: ['alice', 'bob'],
  unit: null,
  bands: 'off',
  gold: null,
};

const names: Readonly<Record<string, string>> = { alice: 'Alice M.', bob: 'Bob K.', carol: 'Carol P.' };

export function person(id: string): Compared {
  return { id, name: names[id] ?? id, role: id === 'consensus' ? 'consensus' : 'coder' };
}

/** Sessions 1 and 2 of C017, which alice and bob released. */
export function sampleSessions(): ComparedSession[] {
  const files = new Map(sampleFiles());
  const { study } = readStudy(files.get('alliance.study.yaml') ?? '');
  return [1, 2].map((number): ComparedSession => {
    const path = `c017/session-0${number}.transcript`;
    const transcript = parseTranscript(files.get(path) ?? '', null);
    const codings = ['alice', 'bob'].flatMap((coder) => {
      const text = files.get(`c017/session-0${number}.${coder}.alliance.yaml`) ?? '';
      const coding = readAnnotationFile(text).file?.coding;
      return coding ? [{ coder, coding, places: statedPlaces(coding, transcript) }] : [];
    });
    const facts = sessionFacts(study, path, transcript.header, 'c017', `session-0${number}.transcript`);
    return { path, transcript, facts, codebook: defaultCodebook(), codings };
  });
}

export function gathered(sessions: readonly ComparedSession[], said: Partial<Gathered> = {}): Gathered {
  const coders = (sessions[0]?.codings ?? []).map(({ coder }) => person(coder));
  return {
    people: coders,
    coders,
    sessions,
    pairs: [],
    leftOut: [],
    total: 8,
    unit: 'turn',
    backChannels: false,
    blind: true,
    looked: 0,
    training: null,
    places: new Map(),
    ...said,
  };
}

export async function reckoned(given: Gathered): Promise<Reckoned> {
  const waiting = { isStale: () => false, progress: () => undefined };
  const found = await reckon(given, waiting, { resamples: 20, seed: 1 });
  if (!found) throw new Error('nobody stopped it');
  return found;
}

export async function page(given: Gathered, question: Partial<Asked> = {}): Promise<AgreementState> {
  return agreementPage(await reckoned(given), { ...asked, ...question }, wording);
}

type Table = AgreementState['tables'][number];

export function table({ tables }: AgreementState, id: string): Table {
  return tables.find((one) => one.id === id) ?? assert.fail(`no table ${id}`);
}

export function row({ rows }: Table, key: string): Table['rows'][number] {
  return rows.find((one) => one.key === key) ?? assert.fail(`no row ${key}`);
}

export function under(found: Table, key: string, head: string): string {
  const index = found.heads.findIndex(({ text }) => text === head);
  const cell = row(found, key).cells[index - 1];
  return `${cell?.text} ${cell?.detail}`.trim();
}

export const words = (sentences: AgreementState['entry']): string =>
  sentences.map((sentence) => sentence.map(({ text }) => text).join('')).join(' ');

/** No figure, sentence or cell is ever "not a number". */
export function assertWhole(state: AgreementState): void {
  schema.parse(state);
  assert.doesNotMatch(JSON.stringify(state), /NaN|Infinity|undefined[^,]|\{\w+\}/);
  for (const { heads, rows, id } of state.tables)
    for (const { cells } of rows) assert.equal(cells.length, heads.length - 1, id);
}
