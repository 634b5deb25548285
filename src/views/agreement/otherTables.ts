import type { CodeAgreement } from '../../engine/agreement/codeAgreement';
import type { ScaleAgreement } from '../../engine/agreement/scaleAgreement';
import type { AgreementCell, AgreementRow, AgreementTable } from '../../panel/agreement/messages';
import { isFamily, scaleLabel } from '../../words/agreementMethods';
import { bandSystemMessage } from '../../words/agreementPage';
import {
  bandCell,
  codebookOf,
  countedCell,
  figureCell,
  nameOfRow,
  plainCell,
  systems,
  type Wording,
} from './cells';
import { sessionLabel } from './naming';
import type { Asked, Compared, Reckoned } from './types';
import { moreOfScale } from './unfold';

const rated = {
  session: 'rated_session',
  segment: 'rated_segment',
  annotation: 'rated_annotation',
  count: 'rated_count',
} as const;

/** Ratings of sessions, segments and passages, and how often families were given: by ICC. */
export function scaleTable(reckoned: Reckoned, asked: Asked, { say, translate }: Wording): AgreementTable {
  const system = asked.bands === 'off' ? null : systems[asked.bands].icc;
  const isGold = asked.gold !== null;
  const isTwo = reckoned.gathered.coders.length === 2;
  const criterion = reckoned.gathered.training?.criterion.icc ?? 1;
  const codebook = codebookOf(reckoned);
  const cells = (scale: ScaleAgreement): AgreementCell[] => {
    const icc = scale.icc[scale.report];
    const state = icc.value === null ? 'notJudged' : icc.value >= criterion ? 'met' : 'notYet';
    return [
      plainCell(say('ratedBy', { n: scale.n, rated: scale.rated })),
      figureCell(icc, translate),
      ...(isTwo ? [figureCell(scale.weighted_kappa_quadratic, translate)] : []),
      figureCell(scale.krippendorff_alpha, translate),
      ...(system ? [bandCell(system, icc, translate)] : []),
      ...(isGold ? [plainCell(scale.subject === 'count' ? '' : say(state))] : []),
    ];
  };
  return {
    id: 'scales',
    caption: say('scaleTable'),
    note: say('scaleNote'),
    heads: [
      { text: say('rating'), title: '' },
      { text: say('rated'), title: say('ratedTitle') },
      { text: say('icc', { form: '2,1' }), title: say('iccTitle') },
      ...(isTwo ? [{ text: say('weighted'), title: say('weightedTitle') }] : []),
      { text: say('alpha'), title: say('alphaTitle') },
      ...(system ? [{ text: say(bandSystemMessage(system)), title: '' }] : []),
      ...(isGold ? [{ text: say('criterion'), title: '' }] : []),
    ],
    rows: reckoned.whole.scales.map((scale): AgreementRow => {
      const { of, subject } = scale;
      return {
        key: `${subject}:${of}`,
        depth: 0,
        label: `${scaleLabel(scale, codebook)} ${say(rated[subject])}`,
        cells: cells(scale),
        more: moreOfScale(scale, { say, translate }),
      };
    }),
  };
}

/** Each two of several coders. */
export function pairTable(reckoned: Reckoned, { say, translate }: Wording): AgreementTable {
  const { pairs } = reckoned;
  const codebook = codebookOf(reckoned);
  const keys = new Map<string, CodeAgreement>();
  for (const row of pairs.flatMap(({ agreement }) => agreement.rows))
    if ((row.prevalence ?? 0) > 0) keys.set(`${row.rollup}:${row.code}`, row);
  const name = ([first, second]: readonly Compared[]): string =>
    say('pair', { first: first?.name ?? '', second: second?.name ?? '' });
  return {
    id: 'pairs',
    caption: say('pairTable'),
    note: say('pairNote'),
    heads: [
      { text: say('code'), title: '' },
      ...pairs.map(({ coders }) => ({ text: name(coders), title: say('kappaTitle') })),
    ],
    rows: [...keys.values()].map((row): AgreementRow => ({
      ...nameOfRow(row, codebook, say),
      cells: pairs.map(({ agreement }) => {
        const found = agreement.rows.find(({ code, rollup }) => code === row.code && rollup === row.rollup);
        return found ? countedCell(found.coefficients.cohen_kappa, found.n, translate) : plainCell('–');
      }),
      more: null,
    })),
  };
}

/** Each session by itself. */
export function sessionTable(reckoned: Reckoned, { say, translate }: Wording): AgreementTable {
  const { gathered, sessions, whole } = reckoned;
  const codebook = codebookOf(reckoned);
  const used = whole.rows.filter(
    ({ code, rollup, prevalence }) => isFamily(code, rollup, codebook) && (prevalence ?? 0) > 0,
  );
  const isTwo = gathered.coders.length === 2;
  return {
    id: 'sessions',
    caption: say('sessionTable'),
    note: say('sessionNote'),
    heads: [
      { text: say('sessionHead'), title: '' },
      { text: say('n'), title: say('sessionNote') },
      ...used.map(({ code }) => ({
        text: codebook?.codes.get(code)?.label ?? code,
        title: say(isTwo ? 'kappaTitle' : 'fleissTitle'),
      })),
    ],
    rows: sessions.map(({ path, agreement }): AgreementRow => ({
      key: `session:${path}`,
      depth: 0,
      label: sessionLabel(gathered, path),
      cells: [
        plainCell(String(agreement.units)),
        ...used.map(({ code, rollup }) => {
          const row = agreement.rows.find((one) => one.code === code && one.rollup === rollup);
          if (!row) return plainCell('–');
          const kappa = isTwo ? row.coefficients.cohen_kappa : row.coefficients.fleiss_kappa;
          const cell = figureCell(kappa, translate);
          return {
            ...cell,
            detail: cell.detail === '' ? `${row.disagreements.length} / ${row.n}` : cell.detail,
          };
        }),
      ],
      more: null,
    })),
  };
}
