import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { agreementCallOf } from '../../src/cli/agreementCall';
import { computeAgreement } from '../../src/cli/agreements';
import { Library } from '../../src/cli/library';
import { bootstrapIntervals } from '../../src/engine/agreement/bootstrap';
import { krippendorffAlpha } from '../../src/engine/agreement/krippendorff';
import { render } from '../../src/engine/annotations/render';
import { codingOf, random, transcriptOf } from './data';
import { compare, type Figure } from './ratio';

/** How far three or two coders agree: one coefficient with its interval, and everything over a study. */
export function agreementFigures(): Figure[] {
  return [alphaWithInterval(), overSessions()];
}

const units = 20_000;
const coders = ['alice', 'bob', 'carol'];

/** Units that were judged alike are of one kind, as the engine counts them. */
function alphaWithInterval(): Figure {
  const next = random(9);
  const rows = Array.from({ length: units }, () => {
    const usual = next() < 0.1 ? 1 : 0;
    return coders.map(() => (next() < 0.9 ? usual : 1 - usual));
  });
  const kinds = rows.map((row) => row.reduce((pattern, value) => 2 * pattern + value, 0));
  const examples = Array.from({ length: 2 ** coders.length }, (_, kind) =>
    coders.map((_coder, index) => (kind >> (coders.length - 1 - index)) & 1),
  );
  const alpha = (weights: readonly number[]): number | null =>
    krippendorffAlpha({ raters: coders, rows: examples, weights, categories: ['0', '1'], level: 'nominal' })
      .value;
  return compare({
    what: 'α nominal with 1,000 bootstrap resamples, 3 coders, 20,000 units',
    against: 'one pass over the data',
    subject: {
      run: () => bootstrapIntervals(kinds, (drawn) => [alpha(drawn)], { resamples: 1_000, seed: 1 }),
    },
    rival: { run: () => rows.map((row) => row.filter((value) => value === 1).length) },
    repetitions: 10,
  });
}

/** Fifty sessions of 500 turns by two coders, from the disk to the last interval. */
function overSessions(): Figure {
  const folder = mkdtempSync(join(tmpdir(), 'alliance-agreement-'));
  try {
    writeSessions(join(folder, 'c1'));
    const call = agreementCallOf({ coders: 'alice,bob', 'include-unreleased': true });
    const agreement = () => computeAgreement({ folder, transcript: null }, call, new Library(), folder);
    const sessions = agreement().agreement.sessions;
    if (sessions !== 50) throw new Error(`Only ${sessions} sessions were compared.`);
    const files = readdirSync(join(folder, 'c1')).filter((name) => name.endsWith('.yaml'));
    return compare({
      what: 'agreement over 50 sessions, two coders, read and reckoned with intervals',
      against: 'parse the annotation files with the library `yaml`',
      subject: { run: agreement },
      rival: { run: () => files.map((name) => parsed(join(folder, 'c1', name))) },
      repetitions: 5,
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function parsed(file: string): unknown {
  return parseDocument(readFileSync(file, 'utf8')).toJS();
}

function writeSessions(folder: string): void {
  mkdirSync(folder);
  for (let session = 1; session <= 50; session++) {
    const name = `session-${String(session).padStart(2, '0')}`;
    const text = transcriptOf(500, session);
    writeFileSync(join(folder, `${name}.transcript`), text);
    for (const [index, coder] of ['alice', 'bob'].entries()) {
      const coding = { ...codingOf(text, 100, 2 * session + index), coder, transcript: `${name}.transcript` };
      writeFileSync(join(folder, `${name}.${coder}.alliance.yaml`), render(coding));
    }
  }
}
