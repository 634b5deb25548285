import { familyLetter } from '../engine/codebook/keys';
import type { CodedSession } from '../engine/interchange/tables/codedSessions';
import { curvesOf } from '../words/session/curves';
import type { Page } from './page';
import { familiesIn } from './picture/drawn';
import { tableOf } from './table';
import { xhtml, type Markup } from './xhtml';

/** The session in stretches: annotations that begin there by family, mean support, strain at the end. */
export function segmentTable(coded: CodedSession, { l10n }: Page): Markup {
  const { trajectory, session } = coded;
  const families = familiesIn(coded);
  const { rows, heads } = curvesOf(trajectory, session.codebook, l10n).table;
  const [segment, place, support, strain] = heads;
  return tableOf({
    caption: l10n.t('Annotations by segment'),
    heads: [
      segment,
      place,
      l10n.t('Turns'),
      ...families.map(
        ({ id, label }) => xhtml`<abbr title="${label}">${familyLetter(session.codebook, id)}</abbr>`,
      ),
      support,
      strain,
    ],
    rows: trajectory.segments.map(({ segment: number, from_turn: from, to_turn: to, families: counts }) => {
      const row = rows.find((each) => each.number === number);
      return [
        number,
        row?.place,
        from === null ? '–' : `${from}–${to ?? from}`,
        ...families.map(({ id }) => counts[id]?.n ?? 0),
        row?.support,
        row?.strain,
      ];
    }),
  });
}
