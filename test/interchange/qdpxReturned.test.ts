import assert from 'node:assert/strict';
import { strFromU8, strToU8, type Unzipped } from 'fflate';
import { textHash } from '../../src/engine/annotations/hashes';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import { printsOf } from '../../src/engine/annotations/prints';
import { readCodebook } from '../../src/engine/codebook/read';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { packageOf } from '../../src/engine/interchange/refi/projectOut';
import { differenceIn } from '../../src/engine/interchange/refi/selfCheck';
import { readStudy } from '../../src/engine/study/studyFile';
import { parseTranscript } from '../../src/engine/transcript/parse';
import { coding } from '../unit/builders';
import { exportedSession } from './exportedStudies';
import { imported, origin, packed, rezipped } from './qdaPackages';

const text = 'T: So how?\nC: Fine. I guess.\n';
const here = { sha256: textHash(text) };

function studyOf(codings: readonly Coding[], more: Partial<ExportedStudy> = {}): ExportedStudy {
  const study = more.study ?? null;
  return {
    name: 'a',
    study: null,
    sessions: [exportedSession('a.transcript', text, codings, { study })],
    ...more,
  };
}

/** What comes back of a package, as another program changed it. */
function returned(
  study: ExportedStudy,
  change: (qde: string, files: Unzipped) => string = (qde) => qde,
): ReturnType<typeof imported> {
  const bytes = rezipped(packed(study), (files) => {
    files['project.qde'] = strToU8(change(strFromU8(files['project.qde'] ?? new Uint8Array()), files));
  });
  return imported(readSource({ name: 'a.qdpx', bytes }));
}

function codingOf({ files }: ReturnType<typeof imported>, coder: string): Coding {
  const { file, faults } = readAnnotationFile(files.get(`a.${coder}.alliance.yaml`) ?? '');
  assert.ok(file, JSON.stringify([faults, ...files.keys()]));
  return file.coding;
}

const selections = /<PlainTextSelection [^]*?<\/PlainTextSelection>\n/g;

suite('our own package of a coding that was made in an earlier text', () => {
  const old = 'C: I was angry all week. Nobody called me on my birthday.\n';
  const now = `T: So how was it?\n${old}`;
  const firstone = { at: { turn: 1, start: 0, end: 21 }, speaker: 'C', quote: 'I was angry all week.' };
  const secondon = {
    at: { turn: 1, start: 22, end: 54 },
    speaker: 'C',
    quote: 'Nobody called me on my birthday.',
  };
  const earlier = coding({
    transcript: 'a.transcript',
    text: { sha256: textHash(old), turns: printsOf(parseTranscript(old)) },
    annotations: [
      { id: 'firstone', code: 'rupture.withdrawal', ...firstone },
      { id: 'secondon', code: 'rupture.withdrawal', ...secondon },
      { id: 'gonewith', code: 'bond', at: { turn: 7, start: 0, end: 22 }, quote: 'Nobody says this here.' },
      { id: 'gonesans', code: 'bond', at: { turn: 9, start: 0, end: 5 } },
      { id: 'nowherex', code: 'bond', quote: 'Never said either.' },
    ],
    episodes: [
      { id: 'episodex', ruptures: ['firstone'], repairs: [] },
      { id: 'episodey', ruptures: ['secondon'], repairs: [] },
    ],
  });
  const study = studyOf([earlier], { sessions: [exportedSession('a.transcript', now, [earlier])] });

  test('comes back as it was where nothing was changed', () => {
    const back = codingOf(returned(study), 'alice');
    assert.deepEqual([back.annotations, back.text], [earlier.annotations, earlier.text]);
  });

  test('one that was deleted takes its episode along; the others stand in the text of the package', () => {
    const back = codingOf(
      returned(study, (qde) =>
        qde.replace(selections, (one) => (one.includes('name="Nobody called') ? '' : one)),
      ),
      'alice',
    );
    assert.notEqual(back.text?.sha256, earlier.text?.sha256);
    assert.deepEqual(
      back.annotations.map(({ id, at, was, quote }) => [id, at ?? was, at ? 'at' : 'was', quote]),
      [
        ['firstone', { turn: 2, start: 0, end: 21 }, 'at', firstone.quote],
        ['gonesans', { turn: 9, start: 0, end: 5 }, 'at', undefined],
        ['gonewith', { turn: 7, start: 0, end: 22 }, 'was', 'Nobody says this here.'],
        ['nowherex', undefined, 'was', 'Never said either.'],
      ],
    );
    assert.deepEqual(
      back.episodes.map(({ id }) => id),
      ['episodex'],
    );
  });
});

suite('our own package', () => {
  const one = { id: 'firstone', code: 'bond', at: { turn: 2, start: 0, end: 5 }, note: 'Flat.' };

  test('an annotation that was moved there keeps its note', () => {
    const study = studyOf([coding({ transcript: 'a.transcript', text: here, annotations: [one] })]);
    const back = codingOf(
      returned(study, (qde) =>
        qde.replace('startPosition="14" endPosition="19"', 'startPosition="20" endPosition="28"'),
      ),
      'alice',
    );
    assert.deepEqual(
      back.annotations.map(({ at, note }) => [at, note]),
      [[{ turn: 2, start: 6, end: 14 }, 'Flat.']],
    );
  });

  test('the consensus comes back as the consensus, and says for other programs how it was found', () => {
    const decided = {
      ...one,
      from: ['alice/one', 'bob/two'],
      decision: 'agreed',
      reason: 'Both heard it.',
      by: 'dana',
    } as const;
    const consensus = coding({
      transcript: 'a.transcript',
      coder: 'consensus',
      role: 'consensus',
      text: here,
      annotations: [decided],
    });
    let said = '';
    const whole = returned(studyOf([consensus]), (qde) => (said = qde));
    assert.match(said, /From: alice\/one, bob\/two\nDecision: agreed\nReason: Both heard it\.\nBy: dana/);
    assert.equal(codingOf(whole, 'consensus').role, 'consensus');
    const bare = returned(studyOf([consensus]), (qde, files) => {
      for (const name of Object.keys(files)) if (name.startsWith('alliance/')) delete files[name];
      return qde;
    });
    assert.equal(codingOf(bare, 'consensus').role, 'consensus');
  });

  test('has the speakers of its study and its own codebook; what was broken in it is left out', () => {
    const { study } = readStudy(
      'alliance_study: 1\nspeakers: { Dana: { role: therapist }, Sam: { role: client } }\n',
    );
    const { codebook: book } = readCodebook(
      'alliance_codebook: 1\nid: own\nversion: 1.0.0\ncodes:\n  - { id: bond, label: Bond }\n  - { id: trust, label: Trust }\n',
    );
    assert.ok(study && book);
    const said = 'Dana: So how?\nSam: Fine.\n';
    const own = coding({ transcript: 'a.transcript', annotations: [{ ...one, code: 'trust' }] });
    const session = exportedSession('a.transcript', said, [own], { study, codebook: book });
    const exported = { name: 'a', study, sessions: [session] };
    const back = returned(exported);
    assert.deepEqual(codingOf(back, 'alice').annotations, own.annotations);
    const there = readCodebook(back.files.get('alliance.codebook.yaml') ?? '').codebook;
    assert.deepEqual([...(there?.codes.keys() ?? [])], ['bond', 'trust']);
    const broken = returned(exported, (qde, files) => {
      for (const name of Object.keys(files)) if (/codebook|alice/.test(name)) files[name] = strToU8(': [');
      return qde;
    });
    assert.deepEqual(
      codingOf(broken, 'alice').annotations.map(({ at }) => at),
      [one.at],
    );
  });

  test('a code that was added below one of ours, and one below that, stand once in the codebook', () => {
    const study = studyOf([coding({ transcript: 'a.transcript', text: here, annotations: [one] })]);
    const added = (digit: string, name: string, inner = ''): string =>
      `<Code guid="00000000-0000-4000-8000-00000000000${digit}" name="${name}" isCodable="true">${inner}</Code>`;
    const { files } = returned(study, (qde) =>
      qde
        .replace('<Codes>', `<Codes>${added('1', 'New', added('2', 'Newer'))}`)
        .replace(
          /(<Code [^>]*name="Bond"[^>]*)(?:\/>|>((?:(?!<Code )[^])*?<\/Description>)?)/,
          `$1>$2${added('3', 'Warm')}`,
        ),
    );
    const { codebook: book, faults } = readCodebook(files.get('alliance.codebook.yaml') ?? '');
    assert.deepEqual(faults, []);
    const found = [...(book?.codes.values() ?? [])].filter(({ label }) => /^(?:Newer|New|Warm)$/.test(label));
    assert.deepEqual(
      found.map(({ id, parent, family }) => [id, parent, family]),
      [
        ['bond.warm', 'bond', 'bond'],
        ['new', null, 'new'],
        ['new.newer', 'new', 'new'],
      ],
    );
  });
});

suite('a package that was written', () => {
  const annotations = [
    { id: 'firstone', code: 'rupture', at: { turn: 2, start: 0, end: 5 } },
    { id: 'secondon', code: 'repair', at: { turn: 1, start: 0, end: 7 } },
  ];
  const episodes = [{ id: 'episodex', ruptures: ['firstone'], repairs: ['secondon'] }];
  const study = studyOf([coding({ transcript: 'a.transcript', text: here, annotations, episodes })]);

  test('is read back, and not given out where anything is missing', () => {
    const bytes = packed(study);
    const whole = packageOf(study, origin);
    const { project } = whole;
    const other = (change: Partial<typeof project>): string | null =>
      differenceIn(bytes, { ...whole, project: { ...project, ...change } });
    assert.equal(other({}), null);
    assert.equal(other({ codes: project.codes.slice(1) }), 'codes');
    assert.equal(other({ sources: project.sources.map((each) => ({ ...each, selections: [] })) }), 'codings');
    assert.equal(other({ links: [] }), 'links');
    assert.equal(differenceIn(bytes, { ...whole, texts: new Map() }), 'texts');
    assert.equal(differenceIn(bytes.slice(0, 50), whole), 'archive');
  });
});
