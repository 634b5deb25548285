import assert from 'node:assert/strict';
import { strFromU8, strToU8 } from 'fflate';
import { textHash } from '../../src/engine/annotations/hashes';
import { readAnnotationFile } from '../../src/engine/annotations/read';
import type { Coding } from '../../src/engine/annotations/types';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { coding } from '../unit/builders';
import { exportedSession } from './exportedStudies';
import { imported, packed, rezipped } from './qdaPackages';

const text = 'T: So how?\nC: Fine. I guess.\n';

function study(): ExportedStudy {
  const alice = coding({
    transcript: 'a.transcript',
    text: { sha256: textHash(text) },
    released: { at: '2026-03-04T09:00:00Z', sha256: '77ab' },
    annotations: [
      {
        id: 'firstone',
        code: 'rupture.withdrawal',
        at: { turn: 2, start: 0, end: 5 },
        note: 'Flat.',
        ratings: { impact: 4 },
        created: '2026-03-03T10:00:00Z',
      },
      { id: 'secondon', code: 'repair', at: { turn: 1, start: 0, end: 7 }, ratings: { clarity: 1 } },
    ],
    episodes: [{ id: 'episodex', ruptures: ['firstone'], repairs: ['secondon'] }],
  });
  return { name: 'a', study: null, sessions: [exportedSession('a.transcript', text, [alice])] };
}

/** What comes back when another program changed the XML. */
function changed(change: (qde: string) => string): {
  coding: Coding;
  warnings: string[];
  files: ReadonlyMap<string, string>;
} {
  const bytes = rezipped(packed(study()), (files) => {
    const before = strFromU8(files['project.qde'] ?? new Uint8Array());
    const after = change(before);
    assert.ok(after !== before);
    files['project.qde'] = strToU8(after);
  });
  const { files, warnings } = imported(readSource({ name: 'a.qdpx', bytes }));
  const { file, faults } = readAnnotationFile(files.get('a.alice.alliance.yaml') ?? '');
  assert.ok(file, JSON.stringify(faults));
  return {
    coding: file.coding,
    files,
    warnings: warnings.map(({ code, data }) => `${code} ${data['count']}`),
  };
}

const selections = /<PlainTextSelection [^]*?<\/PlainTextSelection>\n/g;

suite('our own package, changed by another program', () => {
  test('an annotation that was deleted there is deleted; the others keep what is ours', () => {
    const { coding: back, warnings } = changed((qde) =>
      qde.replace(selections, (one) => (one.includes('name="Fine."') ? '' : one)),
    );
    assert.deepEqual(
      back.annotations.map(({ id, ratings }) => [id, ratings]),
      [['secondon', { clarity: 1 }]],
    );
    assert.deepEqual(
      back.episodes.map(({ ruptures, repairs }) => [ruptures, repairs]),
      [[[], ['secondon']]],
    );
    assert.equal(back.released, undefined);
    assert.deepEqual(warnings, ['qda-changed 1']);
  });

  test('one that was moved, or whose memo was changed, keeps its ratings', () => {
    const { coding: back } = changed((qde) =>
      qde
        .replace(
          'name="Fine." startPosition="14" endPosition="19"',
          'name="I guess." startPosition="20" endPosition="28"',
        )
        .replace('>Flat.', '>Flat, I think.'),
    );
    const [, first] = back.annotations;
    assert.deepEqual(first, {
      id: 'firstone',
      code: 'rupture.withdrawal',
      at: { turn: 2, start: 6, end: 14 },
      speaker: 'C',
      quote: 'I guess.',
      context: { before: 'Fine. ', after: '' },
      ratings: { impact: 4 },
      note: 'Flat, I think.',
      created: '2026-03-03T10:00:00Z',
    });
    assert.equal(back.episodes.length, 1);
  });

  test('one that got another code, or whose memo is gone, keeps its place and id', () => {
    const { coding: back, warnings } = changed((qde) => {
      const guids = [...qde.matchAll(/<CodeRef targetGUID="([^"]+)"/g)].map(([, guid]) => guid ?? '');
      const [first = '', second = ''] = guids;
      return qde
        .replace(selections, (one) =>
          one.includes('name="Fine."')
            ? one.replace(
                /<CodeRef targetGUID="[^"]+"/,
                `<CodeRef targetGUID="${one.includes(first) ? second : first}"`,
              )
            : one,
        )
        .replace(/<Description>Flat\.[^<]*<\/Description>/, '')
        .replaceAll(/<NoteRef [^>]*>/g, '');
    });
    const found = back.annotations.find(({ id }) => id === 'firstone');
    assert.deepEqual(
      [found?.code, found?.at, found?.note, found?.ratings],
      ['repair', { turn: 2, start: 0, end: 5 }, undefined, { impact: 4 }],
    );
    assert.deepEqual(warnings, ['qda-changed 1']);
  });

  test('one with a code that was added there, and the code', () => {
    const { coding: back, files } = changed((qde) => {
      const [one = ''] = qde.match(selections) ?? [];
      const added = one
        .replaceAll(/guid="[^"]{8}/g, 'guid="00000000')
        .replace(/(CodeRef targetGUID=")[^"]*/, '$100000000-0000-4000-8000-000000000001');
      return qde
        .replace(one, one + added)
        .replace(
          '<Codes>',
          '<Codes><Code guid="00000000-0000-4000-8000-000000000001" name="New idea" isCodable="true"/>',
        );
    });
    assert.deepEqual(
      back.annotations.map(({ code }) => code),
      ['new-idea', 'repair', 'rupture.withdrawal'].toSorted(
        (a, b) => Number(a === 'rupture.withdrawal') - Number(b === 'rupture.withdrawal'),
      ),
    );
    assert.match(files.get('alliance.codebook.yaml') ?? '', /- id: new-idea\n {4}label: New idea/);
    assert.match(files.get('alliance.codebook.yaml') ?? '', /- id: bond/);
  });
});
