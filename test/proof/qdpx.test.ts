import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { parseXml } from '@rgrove/parse-xml';
import type { ExportedStudy } from '../../src/engine/interchange/exported';
import { readSource } from '../../src/engine/interchange/formats';
import { problemKind } from '../../src/engine/interchange/problems';
import { arbitraryStudy } from '../properties/arbitraryStudies';
import { sampleStudy } from '../interchange/exportedStudies';
import { imported, packed } from '../interchange/qdaPackages';
import { returnsWhole } from '../properties/qdpxReturns';
import { foreign, guid } from '../interchange/refiProjects';
import { importersComplain } from '../interchange/refiImporters';
import { structureFaults } from '../interchange/refiStructure';

function projectOf(bytes: Uint8Array): string {
  return strFromU8(unzipSync(bytes)['project.qde'] ?? new Uint8Array());
}

suite('QDPX, at length', () => {
  test('the whole sample comes back', () => {
    returnsWhole(sampleStudy());
  });

  test('whatever is exported is as the specification has it, and no importer complains', () => {
    fc.assert(
      fc.property(arbitraryStudy, (study) => {
        const bytes = packed(study);
        const { root } = parseXml(projectOf(bytes));
        assert.ok(root);
        assert.deepEqual(structureFaults(root), []);
        assert.deepEqual(importersComplain(bytes), []);
      }),
      { numRuns: 150, endOnFailure: true },
    );
  });

  test('a damaged package is refused or read, never more than that', () => {
    const bytes = packed(oneSession());
    const damage = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255), fc.nat(bytes.length - 1), fc.boolean());
    const counts = { refused: 0, read: 0 };
    fc.assert(
      fc.property(damage, ([at, byte, end, isCut]) => {
        const broken = isCut ? bytes.slice(0, end) : bytes.slice();
        if (!isCut) broken[at] = byte;
        checkRead(broken, counts);
      }),
      { numRuns: 150 },
    );
    console.log(`damaged packages: ${counts.refused} refused, ${counts.read} read`);
  });

  test('a project whose XML is damaged is refused or read', () => {
    const files = unzipSync(packed(oneSession()));
    const qde = strFromU8(files['project.qde'] ?? new Uint8Array());
    const words = fc.constantFrom(
      '',
      '"',
      '<',
      '>',
      '&',
      '<Coding/>',
      '<!DOCTYPE a>',
      '&lol;',
      '-1',
      '99999999999',
      'NaN',
      '\u0000',
      'guid="x"',
    );
    const counts = { refused: 0, read: 0 };
    fc.assert(
      fc.property(fc.nat(qde.length - 1), fc.nat(60), words, (at, length, word) => {
        const changed = `${qde.slice(0, at)}${word}${qde.slice(at + length)}`;
        checkRead(zipSync({ ...files, 'project.qde': strToU8(changed) }, { level: 0 }), counts);
      }),
      { numRuns: 150 },
    );
    console.log(`projects with damaged XML: ${counts.refused} refused, ${counts.read} read`);
  });

  test('codes within codes a hundred thousand deep are refused', () => {
    const codes = `${`<Code guid="${guid('1')}" name="a">`.repeat(100_000)}${'</Code>'.repeat(100_000)}`;
    const { reading } = readSource({ name: 'a.qdpx', bytes: foreign({ codes }) });
    assert.equal(reading.refusal?.code, 'xml-too-deep');
  });

  test('the published schema accepts what is exported', function () {
    const schema = process.env['ALLIANCE_REFI_SCHEMA'];
    if (schema === undefined) {
      console.log('skipped: ALLIANCE_REFI_SCHEMA does not name Project.xsd of REFI-QDA 1.0');
      this.skip();
    }
    validate(packed(sampleStudy()), schema);
    fc.assert(
      fc.property(arbitraryStudy, (study) => validate(packed(study), schema)),
      { numRuns: 30 },
    );
  });
});

function oneSession(): ExportedStudy {
  const { sessions, ...study } = sampleStudy();
  return { ...study, sessions: sessions.slice(2, 3) };
}

function validate(bytes: Uint8Array, schema: string): void {
  const { stderr, status, error } = spawnSync('xmllint', ['--noout', '--schema', schema, '-'], {
    input: projectOf(bytes),
    encoding: 'utf8',
  });
  assert.equal(error, undefined);
  assert.equal(status, 0, stderr.slice(0, 2000));
}

function checkRead(bytes: Uint8Array, counts: { refused: number; read: number }): void {
  const source = readSource({ name: 'a.qdpx', bytes });
  const { refusal } = source.reading;
  if (refusal) {
    assert.equal(problemKind[refusal.code], 'refusal');
    counts.refused++;
  } else {
    imported(source);
    counts.read++;
  }
}
