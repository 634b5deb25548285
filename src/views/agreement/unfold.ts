import type { CodeAgreement, UnitDifference } from '../../engine/agreement/codeAgreement';
import type { Coefficient } from '../../engine/agreement/coefficient';
import { iccForms, type IccForm } from '../../engine/agreement/icc';
import type { ScaleAgreement } from '../../engine/agreement/scaleAgreement';
import { unitsOf } from '../../engine/agreement/units';
import type { AgreementLink, AgreementMore } from '../../panel/agreement/messages';
import type { AgreementMessage } from '../../words/agreementPage';
import { fraction, intervalWords, percentage, reasonWords } from '../../words/coefficients';
import { sessionLabel } from './naming';
import type { Wording } from './cells';
import type { Compared, Reckoned } from './types';

/** Differences of one row that are listed; a page of thousands helps nobody. */
const mostLinks = 200;

/** Behind a code's figures: the table, the other coefficients, what is left out, and every unit in which the coders differ. */
export function moreOfCode(
  row: CodeAgreement,
  reckoned: Reckoned,
  { say, translate }: Wording,
): AgreementMore {
  const { coders } = reckoned.gathered;
  const { positive_agreement, scott_pi, pabak } = row.coefficients;
  const figure = (label: AgreementMessage, found: Coefficient): AgreementMore['facts'][number] => ({
    label: say(label),
    text:
      found.value === null
        ? say('undefined', { reason: reasonWords(found, translate) })
        : say('interval', { value: fraction(found.value), ci: intervalWords(found) }).trim(),
  });
  const isTwo = coders.length === 2;
  const links = row.disagreements
    .slice(0, mostLinks)
    .map((one) => linkOf(one, row, reckoned, { say, translate }));
  const rest = row.disagreements.length - links.length;
  return {
    facts: [
      ...(isTwo
        ? [
            figure('positive', positive_agreement),
            figure('scott', scott_pi),
            figure('pabak', pabak),
            ...(row.kappa_max === null ? [] : [{ label: say('kappaMax'), text: fraction(row.kappa_max) }]),
            ...(row.bias === null
              ? []
              : [
                  { label: say('bias', { first: coders[0]?.name ?? '' }), text: `${percentage(row.bias)} %` },
                ]),
          ]
        : []),
      ...(row.other_role.length > 0
        ? [{ label: say('otherRole'), text: String(row.other_role.length) }]
        : []),
      ...(row.outside > 0 ? [{ label: say('outside'), text: String(row.outside) }] : []),
    ],
    grid: row.table ? contingency(row.table, coders, say) : null,
    linksHead: links.length > 0 ? say('differences') : '',
    links,
    rest: rest > 0 ? say('moreDifferences', { count: rest }) : '',
    copy: say('copySentence'),
  };
}

function contingency(
  table: NonNullable<CodeAgreement['table']>,
  [first, second]: readonly Compared[],
  say: Wording['say'],
): NonNullable<AgreementMore['grid']> {
  const [one, other] = [{ coder: first?.name ?? '' }, { coder: second?.name ?? '' }];
  const at = (row: number, column: number): string => String(table[row]?.[column] ?? 0);
  return {
    caption: say('contingency'),
    heads: ['', say('has', other), say('hasNot', other)],
    rows: [
      [say('has', one), at(0, 0), at(0, 1)],
      [say('hasNot', one), at(1, 0), at(1, 1)],
    ],
  };
}

function linkOf(
  { transcript, unit, coded_by, not_by }: UnitDifference,
  row: CodeAgreement,
  { gathered }: Reckoned,
  { say }: Wording,
): AgreementLink {
  const names = (ids: readonly string[]): string =>
    ids.map((id) => gathered.coders.find((one) => one.id === id)?.name ?? id).join(', ');
  const isSegment = row.unit === 'segment';
  return {
    text: say('difference', {
      session: sessionLabel(gathered, transcript),
      place: say(isSegment ? 'atSegment' : 'atTurn', { unit }),
      given: names(coded_by),
      not: names(not_by),
    }),
    session: transcript,
    turn: isSegment ? firstTurn(gathered, transcript, unit) : unit,
  };
}

function firstTurn({ sessions, backChannels }: Reckoned['gathered'], path: string, segment: number): number {
  const session = sessions.find((one) => one.path === path);
  const units = session ? unitsOf(session, { kind: 'segment', backChannels }).units : [];
  return units.find(({ number }) => number === segment)?.from ?? 1;
}

const forms = {
  '1,1': 'form_1_1',
  '2,1': 'form_2_1',
  '3,1': 'form_3_1',
  '1,k': 'form_1_k',
  '2,k': 'form_2_k',
  '3,k': 'form_3_k',
} as const satisfies Record<IccForm, AgreementMessage>;

/** All six forms with their intervals. */
export function moreOfScale(
  { icc, off_scale: off }: ScaleAgreement,
  { say, translate }: Wording,
): AgreementMore {
  return {
    facts: [
      ...iccForms.map((form) => {
        const found = icc[form];
        const text =
          found.value === null
            ? say('undefined', { reason: reasonWords(found, translate) })
            : `${fraction(found.value)} ${intervalWords(found)}`.trim();
        return { label: say(forms[form]), text };
      }),
      ...(off > 0 ? [{ label: say('offScale'), text: String(off) }] : []),
    ],
    grid: null,
    linksHead: '',
    links: [],
    rest: '',
    copy: '',
  };
}
