import assert from 'node:assert/strict';
import { agreementOf, type Agreement, type AgreementQuestion } from '../../src/engine/agreement/agreement';
import type { CodeAgreement } from '../../src/engine/agreement/codeAgreement';
import { statedPlaces, type ComparedSession } from '../../src/engine/agreement/compared';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Transcript } from '../../src/engine/transcript/types';
import { coding, facts, transcript } from '../unit/builders';

/** A code of the client's. */
export const minimal = 'rupture.withdrawal.minimal';

/** T and C by turns; every turn is ten characters long. */
export function turns(count: number): Transcript {
  return transcript(
    ...Array.from({ length: count }, (_, index) => `${index % 2 === 0 ? 'T' : 'C'}: abcd efghi`),
  );
}

export function mark(code: string, turn: number, said: Partial<Annotation> = {}): Annotation {
  return { id: `m${turn}${code.length}`, code, at: { turn, start: 0, end: 10 }, ...said };
}

export function session(
  text: Transcript,
  codings: readonly (readonly Annotation[])[],
  said: Partial<Coding> = {},
): ComparedSession {
  const all = [{ from: 1, to: text.turns.length }];
  return {
    path: 's01.transcript',
    transcript: text,
    facts: facts(),
    codebook: defaultCodebook(),
    codings: codings.map((annotations, index) => {
      const own = coding({ coder: `coder${index}`, annotations, coded: all, ...said });
      return { coder: own.coder, coding: own, places: statedPlaces(own, text) };
    }),
  };
}

export function agreement(
  sessions: readonly ComparedSession[],
  said: Partial<AgreementQuestion> = {},
): Agreement {
  const coders = sessions[0]?.codings.map(({ coder }) => coder) ?? [];
  return agreementOf({ sessions, coders, unit: 'turn', backChannels: false, resampling: null, ...said });
}

/** The figures of a code, or of its family. */
export function row(found: Agreement, code: string, rollup = false): CodeAgreement {
  return (
    found.rows.find((each) => each.code === code && each.rollup === rollup) ?? assert.fail(`no row ${code}`)
  );
}

/** 200 client turns with the table [[8, 4], [3, 185]] of domain 2.3. */
export function rare(): ComparedSession {
  const client = Array.from({ length: 200 }, (_, index) => 2 * index + 2);
  const both = client.slice(0, 8);
  return session(turns(400), [
    [...both, ...client.slice(8, 12)].map((turn) => mark(minimal, turn)),
    [...both, ...client.slice(12, 15)].map((turn) => mark(minimal, turn)),
  ]);
}
