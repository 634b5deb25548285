import type { CodeAgreement } from '../../engine/agreement/codeAgreement';
import type { AgreementCell, AgreementRow, AgreementTable } from '../../panel/agreement/messages';
import { bandSystemMessage, type SayAgreement } from '../../words/agreementPage';
import { percentage } from '../../words/coefficients';
import {
  bandCell,
  codebookOf,
  figureCell,
  nameOfRow,
  percentCell,
  plainCell,
  systems,
  type Wording,
} from './cells';
import { pairTable, scaleTable, sessionTable } from './otherTables';
import type { Asked, Reckoned } from './types';
import { moreOfCode } from './unfold';

type Head = AgreementTable['heads'][number];

/** All tables with something in them, in their order. */
export function tablesOf(reckoned: Reckoned, asked: Asked, wording: Wording): AgreementTable[] {
  const codes = asked.unit === 'spans' ? spanTable(reckoned, wording) : codeTable(reckoned, asked, wording);
  return [
    codes,
    scaleTable(reckoned, asked, wording),
    pairTable(reckoned, wording),
    sessionTable(reckoned, wording),
  ].filter(({ rows }) => rows.length > 0);
}

function codeTable(reckoned: Reckoned, asked: Asked, { say, translate }: Wording): AgreementTable {
  const { whole, gathered } = reckoned;
  const isTwo = gathered.coders.length === 2;
  const system = asked.bands === 'off' ? null : systems[asked.bands].code;
  const isGold = asked.gold !== null && isTwo;
  const heads: Head[] = [
    { text: say('code'), title: '' },
    { text: say('n'), title: say('codeNote') },
    { text: say('prevalence'), title: '' },
    { text: say('agreement'), title: '' },
    isTwo
      ? { text: say('kappa'), title: say('kappaTitle') }
      : { text: say('fleiss'), title: say('fleissTitle') },
    { text: say('ac1'), title: say('ac1Title') },
    { text: say('alpha'), title: say('alphaTitle') },
    ...(system ? [{ text: say(bandSystemMessage(system)), title: '' }] : []),
    ...(isGold
      ? [
          { text: say('hits'), title: say('hitsTitle') },
          { text: say('misses'), title: say('missesTitle') },
          { text: say('falseAlarms'), title: say('falseAlarmsTitle') },
          { text: say('criterion'), title: '' },
        ]
      : [{ text: say('differ'), title: say('differTitle') }]),
  ];
  const cells = (row: CodeAgreement): AgreementCell[] => {
    const { percent, cohen_kappa, fleiss_kappa, gwet_ac1, krippendorff_alpha } = row.coefficients;
    const kappa = isTwo ? cohen_kappa : fleiss_kappa;
    const banded = system === 'krippendorff' ? krippendorff_alpha : kappa;
    return [
      plainCell(String(row.n)),
      plainCell(row.prevalence === null ? '–' : `${percentage(row.prevalence)} %`),
      percentCell(percent, translate),
      figureCell(kappa, translate),
      figureCell(gwet_ac1, translate),
      figureCell(krippendorff_alpha, translate),
      ...(system ? [bandCell(system, banded, translate)] : []),
      ...(isGold
        ? goldCells(row, gathered.training?.criterion.kappa ?? 1, say)
        : [plainCell(String(row.disagreements.length))]),
    ];
  };
  const codebook = codebookOf(reckoned);
  return {
    id: 'codes',
    caption: say('codeTable'),
    note: say('codeNote'),
    heads,
    rows: whole.rows.map((row): AgreementRow => ({
      ...nameOfRow(row, codebook, say),
      cells: cells(row),
      more: moreOfCode(row, reckoned, { say, translate }),
    })),
  };
}

/** κ where it is defined; where the gold coding never has the code, it cannot be judged. */
function goldCells(row: CodeAgreement, criterion: number, say: SayAgreement): AgreementCell[] {
  const [[hits = 0, falseAlarms = 0] = [], [misses = 0] = []] = row.table ?? [];
  const { value } = row.coefficients.cohen_kappa;
  const state = value === null ? 'notJudged' : value >= criterion ? 'met' : 'notYet';
  return [hits, misses, falseAlarms].map((count) => plainCell(String(count))).concat(plainCell(say(state)));
}

function spanTable(reckoned: Reckoned, { say, translate }: Wording): AgreementTable {
  const codebook = codebookOf(reckoned);
  return {
    id: 'spans',
    caption: say('spanTable'),
    note: say('spanNote'),
    heads: [
      { text: say('code'), title: '' },
      { text: say('n'), title: say('spanNote') },
      { text: say('passages'), title: say('passagesTitle') },
      { text: say('uAlpha'), title: say('uAlphaTitle') },
      { text: say('uBinary'), title: say('uBinaryTitle') },
      { text: say('cuAlpha'), title: say('cuAlphaTitle') },
    ],
    rows: reckoned.whole.spans.map((row, index): AgreementRow => {
      const code = reckoned.whole.rows[index];
      return {
        ...nameOfRow(row, codebook, say),
        cells: [
          plainCell(String(row.n)),
          plainCell(row.passages.join(' · ')),
          figureCell(row.u_alpha, translate),
          figureCell(row.u_alpha_binary, translate),
          row.rollup ? figureCell(row.cu_alpha, translate) : plainCell(''),
        ],
        more: code ? moreOfCode(code, reckoned, { say, translate }) : null,
      };
    }),
  };
}
