import type { Deciding } from '../../src/engine/adjudication/decide';
import type { Matter } from '../../src/engine/adjudication/matter';
import { mattersOf } from '../../src/engine/adjudication/matters';
import { statedPlaces } from '../../src/engine/agreement/compared';
import { newAnnotationFile } from '../../src/engine/annotations/create';
import type { AnnotationFile } from '../../src/engine/annotations/file';
import type { Annotation, Coding } from '../../src/engine/annotations/types';
import { defaultCodebook } from '../../src/engine/codebook/read';
import { coding } from '../unit/builders';
import { turns } from '../figures/comparedSessions';

/** Twelve turns of ten characters, T and C by turns. */
export const text = turns(12);

/** `mark('a1', 'bond.trust', 3)`: the whole turn. */
export function mark(id: string, code: string, turn: number, said: Partial<Annotation> = {}): Annotation {
  return { id, code, at: { turn, start: 0, end: 10 }, ...said };
}

export function matters(codings: Readonly<Record<string, Partial<Coding>>>): readonly Matter[] {
  return mattersOf({
    transcript: text,
    codebook: defaultCodebook(),
    codings: Object.entries(codings).map(([coder, said]) => {
      const own = coding({ coder, ...said });
      return { coder, coding: own, places: statedPlaces(own, text) };
    }),
  });
}

/** `passage other-code alice/a1 | bob/b1`: what it is, how they differ, who says the same. */
export function shown({ subject, kinds, alternatives }: Matter): string {
  const sides: readonly { readonly sides: readonly { readonly ref: string }[] }[] = alternatives;
  const words = sides.map((each) => each.sides.map(({ ref }) => ref).join(' = ')).join(' | ');
  return `${subject} ${kinds.join(' ') || 'agreed'}: ${words}`;
}

export function emptyConsensus(): AnnotationFile {
  return newAnnotationFile({ transcript: 's01.transcript', coder: 'consensus', role: 'consensus' });
}

let ids = 0;

export function deciding(all: readonly Matter[], said: Partial<Deciding> = {}): Deciding {
  const newId = (): string => `new${String(++ids).padStart(5, '0')}`;
  return {
    by: 'dana',
    at: '2026-03-09T10:00:00Z',
    newId,
    turns: text.turns,
    matters: all,
    judged: [{ from: 1, to: 12 }],
    ...said,
  };
}
