import { agreementOf, type Agreement, type AgreementQuestion } from '../../src/engine/agreement/agreement';
import { statedPlaces, type ComparedSession } from '../../src/engine/agreement/compared';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import type { Transcript } from '../../src/engine/transcript/types';
import { coding, facts, transcript } from './builders';

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
