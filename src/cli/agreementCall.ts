import type { Agreement } from '../engine/agreement/agreement';
import type { CodeAgreement } from '../engine/agreement/codeAgreement';
import { agreementDocument } from '../engine/agreement/document';
import type { UnitKind } from '../engine/agreement/compared';
import type { ScaleAgreement } from '../engine/agreement/scaleAgreement';
import { isCoderId } from '../engine/annotations/ids';
import { computeAgreement, type AgreementCall } from './agreements';
import { exclusionLine } from './exclusions';
import type { Target } from './folder';
import { Library } from './library';
import { methodsText, type MethodsFacts } from '../words/agreementMethods';
import { plain } from '../words/faults';
import { coefficientWords } from './stats';
import { say, sayProblems, UsageError, type ExitStatus, type Surroundings } from './surroundings';
import { harmless, jsonDocument } from './terminal';

export const agreementPage = `alliance agreement PATH --coders A,B[,…] [--unit turn|segment|character]
                   [--include-unreleased] [--resamples N] [--seed N] [--json]

How far coders agree, code by code and family by family, over the sessions that all of them coded and released. Every figure
has its n; a figure that cannot be had says why. A session enters with the turns that all of them judged; turns that one
marked as unclear, or that hold nothing but back-channels, are left out and counted.

Intervals (95 %) are by bootstrap over sessions, 1,000 resamples unless said otherwise, the same for the same --seed; of one
session over its units, which makes them too narrow.

Seals are checked: a coding that was changed after its release is left out and named. --include-unreleased takes in what is
not released, for a look during training; no such figure belongs into a paper.

Examples
  alliance agreement . --coders alice,bob
  alliance agreement c017/session-04.transcript --coders alice,bob --unit character
  alliance agreement . --coders alice,bob,carol --json          for R or Python

Exit status: 0 fine; 1 where a coding was left out; 2 bad input or usage, or no session that all of them coded.
`;

/** What a call of `agreement` may say beside its PATH. */
export interface AgreementOptions {
  readonly coders?: string | undefined;
  readonly unit?: string | undefined;
  readonly 'include-unreleased'?: boolean | undefined;
  readonly resamples?: string | undefined;
  readonly seed?: string | undefined;
}

export function agreementCallOf(values: AgreementOptions): AgreementCall {
  return {
    coders: codersOf(values.coders),
    unit: unitOf(values.unit),
    includeUnreleased: values['include-unreleased'] === true,
    resampling: {
      resamples: numberOf('resamples', values.resamples, 1000, 0, 100_000),
      seed: numberOf('seed', values.seed, 1, 0, 2 ** 32 - 1),
    },
  };
}

function codersOf(list: string | undefined): string[] {
  const coders = (list ?? '').split(',').filter((each) => each !== '');
  const wrong = coders.find((each) => !isCoderId(each));
  if (wrong !== undefined) throw new UsageError(`“${wrong}” is no coder’s id.`);
  if (new Set(coders).size < coders.length) {
    throw new UsageError('“--coders” names somebody twice; a coder is not compared with herself.');
  }
  if (coders.length >= 2 && coders.length <= 30) return coders;
  throw new UsageError(
    '“agreement” needs “--coders A,B” with two coders or more. See “alliance help agreement”.',
  );
}

function unitOf(word: string | undefined): UnitKind | null {
  const unit = (['turn', 'segment', 'character'] as const).find((one) => one === word);
  if (unit || word === undefined) return unit ?? null;
  throw new UsageError(`“--unit” is turn, segment or character, not “${word}”.`);
}

function numberOf(
  name: string,
  word: string | undefined,
  usual: number,
  least: number,
  most: number,
): number {
  if (word === undefined) return usual;
  const number = Number(word);
  if (/^\d+$/.test(word) && number >= least && number <= most) return number;
  throw new UsageError(`“--${name}” takes a whole number from ${least} to ${most}, not “${word}”.`);
}

export function runAgreement(
  target: Target,
  call: AgreementCall,
  json: boolean,
  surroundings: Surroundings,
): ExitStatus {
  const library = new Library();
  const { agreement, excluded, facts } = computeAgreement(target, call, library, surroundings.cwd);
  surroundings.stdout.write(
    json
      ? jsonDocument({ ...agreementDocument(agreement, call.coders, call.includeUnreleased), excluded })
      : summaryOf(agreement, call) + (agreement.sessions > 0 ? paragraphOf(facts) : ''),
  );
  for (const one of excluded) say(surroundings, exclusionLine(one));
  sayProblems(library, surroundings);
  if (agreement.codebooks.length > 1) {
    say(surroundings, `The codings were made with different codebooks: ${agreement.codebooks.join(', ')}.`);
  }
  if (agreement.sessions === 0) say(surroundings, 'There is no session that all of them coded and released.');
  if (agreement.sessions === 0 || library.problems.length > 0) return 2;
  return excluded.length > 0 ? 1 : 0;
}

function summaryOf(agreement: Agreement, { coders }: AgreementCall): string {
  const { rows, scales, sets, sessions, units, leftOut, interval } = agreement;
  const lines = [
    `${coders.join(', ')}: sessions ${sessions}, units ${units} (left out: not judged by all ${leftOut.unjudged}, unclear ${leftOut.unclear}, back-channels ${leftOut.backChannels}).`,
    ...(interval
      ? [
          `Intervals: bootstrap over ${interval.over} (${interval.clusters}), ${interval.resamples} resamples, seed ${interval.seed}${warnings[interval.warning ?? 'none']}.`,
        ]
      : []),
    ...(sets ? [`All codes as sets (α, MASI): ${coefficientWords(sets)}`] : []),
    ...rows.flatMap(rowLines),
    ...scales.flatMap(scaleLines),
  ];
  return lines.map((line) => `${harmless(line)}\n`).join('');
}

function paragraphOf(facts: MethodsFacts): string {
  return `\nFor the methods section:\n${methodsText(facts, plain).split('\n').map(harmless).join('\n')}\n`;
}

const warnings = {
  none: '',
  'few-sessions': '; too few sessions for an interval to be relied on',
  'one-session': '; one session, whose units are not independent, so they are too narrow',
} as const;

function rowLines(row: CodeAgreement): string[] {
  const { percent, cohen_kappa, krippendorff_alpha, gwet_ac1 } = row.coefficients;
  const kappa = cohen_kappa.undefined === 'more-than-two-raters' ? null : cohen_kappa;
  const share = row.prevalence === null ? '' : `, prevalence ${(row.prevalence * 100).toFixed(1)} %`;
  return [
    `${row.code}${row.rollup ? ' and all below' : ''} (${row.unit}s: ${row.n}${share}; they differ on ${row.disagreements.length})`,
    `  agreement              ${coefficientWords(percent)}`,
    ...(kappa ? [`  Cohen’s κ              ${coefficientWords(kappa)}`] : []),
    `  Krippendorff’s α       ${coefficientWords(krippendorff_alpha)}`,
    `  Gwet’s AC1             ${coefficientWords(gwet_ac1)}`,
  ];
}

function scaleLines({ of, subject, icc, report, krippendorff_alpha }: ScaleAgreement): string[] {
  return [
    `${of} (${subject})`,
    `  ICC(${report})               ${coefficientWords(icc[report])}`,
    `  Krippendorff’s α       ${coefficientWords(krippendorff_alpha)}`,
  ];
}
