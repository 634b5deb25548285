import { compareText } from '../compareText';
import { codeFor } from '../codebook/keys';
import type { Code, Codebook } from '../codebook/types';
import type { Resampling } from './bootstrap';
import {
  codeAgreement,
  intervalBasis,
  type CodeAgreement,
  type FoundIn,
  type Compared,
  type IntervalBasis,
} from './codeAgreement';
import type { Coefficient } from './coefficient';
import type { ComparedSession, UnitKind } from './compared';
import { presenceOf, type Row } from './presence';
import { scaleAgreements, type ScaleAgreement } from './scaleAgreement';
import { setAlpha } from './setAlpha';
import { spanAgreement, type SpanAgreement } from './spanAgreement';
import { sum } from './table';
import { unitsOf, type LeftOut } from './units';

export interface AgreementQuestion {
  /** Sessions that all of `coders` coded, each with their codings in this order. */
  readonly sessions: readonly ComparedSession[];
  readonly coders: readonly string[];
  readonly unit: UnitKind;
  readonly backChannels: boolean;
  /** Null where no intervals are asked for. */
  readonly resampling: Resampling | null;
}

export interface Agreement {
  /** By the codebook's order; of a code with others below it first all together, then itself. */
  readonly rows: readonly CodeAgreement[];
  /** Sets of codes of every unit (α with MASI distance); undefined for characters. */
  readonly sets: Coefficient | null;
  /** The rows again, as passages that begin and end anywhere. */
  readonly spans: readonly SpanAgreement[];
  readonly scales: readonly ScaleAgreement[];
  readonly units: number;
  readonly sessions: number;
  readonly leftOut: LeftOut;
  /** Codes of annotations that count nowhere, since the codebook has none such; by code. */
  readonly unknownCodes: readonly { readonly code: string; readonly annotations: number }[];
  readonly interval: IntervalBasis | null;
  /** Ids and versions of the codebooks the codings were made with: more than one is said beside every figure. */
  readonly codebooks: readonly string[];
}

/** How far coders agree, over the sessions they all coded (domain section 2). */
export function agreementOf(question: AgreementQuestion): Agreement {
  const steps = agreementSteps(question);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The same in steps, for those who must do something else between: each yields the share that is done, 0 to 1. */
export function* agreementSteps(question: AgreementQuestion): Generator<number, Agreement> {
  const { sessions, coders, unit, resampling, backChannels } = question;
  const compared: Compared[] = [];
  for (const session of sessions) {
    compared.push({ session, units: unitsOf(session, { kind: unit, backChannels }) });
    yield 0;
  }
  const asTurns =
    unit === 'segment'
      ? sessions.map((session) => ({ session, units: unitsOf(session, { kind: 'turn', backChannels }) }))
      : compared;
  const rows: CodeAgreement[] = [];
  const spans: SpanAgreement[] = [];
  const wanted = rowsOf(sessions);
  for (const [index, row] of wanted.entries()) {
    const found: FoundIn[] = [];
    for (const { session, units } of compared) {
      found.push({ session, presence: presenceOf(session, units.units, row, unit) });
      yield index / wanted.length;
    }
    rows.push(codeAgreement(row, unit, found, coders, resampling));
    yield (index + 0.5) / wanted.length;
    spans.push(spanAgreement(row, asTurns, coders, resampling));
    yield (index + 1) / wanted.length;
  }
  const sets = unit === 'character' ? null : setAlpha(compared, coders);
  yield 1;
  const left = compared.map(({ units }) => units.leftOut);
  const units = sum(compared.map((each) => each.units.units.length));
  return {
    rows,
    spans,
    sets,
    scales: scaleAgreements(compared, coders),
    units,
    sessions: sessions.length,
    leftOut: {
      unjudged: sum(left.map(({ unjudged }) => unjudged)),
      unclear: sum(left.map(({ unclear }) => unclear)),
      backChannels: sum(left.map((each) => each.backChannels)),
    },
    unknownCodes: unknownCodes(sessions),
    interval: resampling && intervalBasis(sessions.length, units, resampling),
    codebooks: codebooksOf(sessions),
  };
}

/** Codes that the codebook does not have any more, or that several replaced. */
function unknownCodes(sessions: readonly ComparedSession[]): Agreement['unknownCodes'] {
  const found = new Map<string, number>();
  for (const { codings, codebook } of sessions) {
    for (const { code } of codings.flatMap(({ places }) => [...places.keys()])) {
      if (!codeFor(codebook, code)) found.set(code, (found.get(code) ?? 0) + 1);
    }
  }
  return [...found]
    .sort(([a], [b]) => compareText(a, b))
    .map(([code, annotations]) => ({ code, annotations }));
}

/** Families always, other codes where anybody used them, or one below them. */
function rowsOf(sessions: readonly ComparedSession[]): Row[] {
  const codebook = sessions[0]?.codebook;
  if (!codebook) return [];
  const used = usedCodes(sessions);
  const isUsed = ({ id }: Code): boolean => used.exact.has(id) || used.below.has(id);
  return [...codebook.codes.values()].flatMap((code): Row[] => {
    const rollup = code.children.length > 0 && (code.parent === null || isUsed(code));
    const alone = used.exact.has(code.id) || (code.parent === null && code.children.length === 0);
    return [...(rollup ? [{ code, rollup: true }] : []), ...(alone ? [{ code, rollup: false }] : [])];
  });
}

function usedCodes(sessions: readonly ComparedSession[]): {
  readonly exact: ReadonlySet<string>;
  readonly below: ReadonlySet<string>;
} {
  const exact = new Set<string>();
  const below = new Set<string>();
  for (const { codings, codebook } of sessions) {
    for (const { code: id } of codings.flatMap(({ places }) => [...places.keys()])) {
      const code = codeFor(codebook, id);
      if (!code) continue;
      exact.add(code.id);
      for (const above of parentsOf(code, codebook)) below.add(above);
    }
  }
  return { exact, below };
}

function parentsOf({ parent }: Code, codebook: Codebook): string[] {
  const found: string[] = [];
  for (let id = parent; id !== null; id = codebook.codes.get(id)?.parent ?? null) found.push(id);
  return found;
}

function codebooksOf(sessions: readonly ComparedSession[]): string[] {
  const named = sessions.flatMap(({ codings }) =>
    codings.flatMap(({ coding: { codebook } }) => (codebook ? [`${codebook.id} ${codebook.version}`] : [])),
  );
  return [...new Set(named)].sort();
}
