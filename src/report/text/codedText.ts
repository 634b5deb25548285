import type { CodedSession } from '../../engine/interchange/tables/codedSessions';
import type { ExportedSession } from '../../engine/interchange/exported';
import { formatTime } from '../../engine/transcript/time';
import type { Turn } from '../../engine/transcript/types';
import type { Page } from '../page';
import { xhtml, type Markup } from '../xhtml';
import { passageNote, remarkNote } from './margin';
import { passagesOf, type Passage } from './passages';
import { piecesOf, type Piece } from './pieces';
import { remarksOf, type Remark } from './threads';

/** Lines under a word that can still be told apart. */
const mostLines = 5;

/** The session's text, each turn with its number, its speaker, and beside it what was coded and said of it. */
export function codedText(
  session: ExportedSession,
  codings: readonly CodedSession[],
  id: string,
  page: Page,
): Markup {
  const { l10n } = page;
  const passages = passagesOf(codings);
  const remarks = remarksOf(session);
  const names = new Map(
    passages.map((each) => [`${each.coded.coding.coder}/${each.annotation.id}`, each.name]),
  );
  const noteOf = (remark: Remark): Markup => remarkNote(remark, names.get(remark.about ?? ''), page);
  const several = codings.length > 1;
  const timed = session.transcript.turns.some(({ time }) => time !== null) ? ' timed' : '';
  const onSession = remarks.filter(({ turn }) => turn === null);
  return xhtml`${
    onSession.length === 0
      ? null
      : xhtml`<section><h3>${l10n.t('Memos and comments on the session')}</h3><ul class="remarks">${onSession.map(noteOf)}</ul></section>`
  }
<section><h3>${l10n.t('Coded text')}</h3>
<ol class="turns${timed}">${byTurn(session.transcript.turns, passages, remarks).map((told) => turnRow(told, { several, noteOf, id, page }))}</ol></section>`;
}

/** A turn with all that lies over it, and what stands beside it. */
interface Told {
  readonly turn: Turn;
  readonly over: readonly Passage[];
  readonly remarks: readonly Remark[];
}

/** How what stands beside a turn is written. */
interface Beside {
  /** Several people coded it, so that each passage says who. */
  readonly several: boolean;
  readonly noteOf: (remark: Remark) => Markup;
  readonly id: string;
  readonly page: Page;
}

function byTurn(turns: readonly Turn[], passages: readonly Passage[], remarks: readonly Remark[]): Told[] {
  const over = turns.map((): Passage[] => []);
  for (const passage of passages) {
    const { start, end } = passage.range;
    for (let number = start.line; number <= end.line; number++) over[number - 1]?.push(passage);
  }
  return turns.map((turn, index) => ({
    turn,
    over: over[index] ?? [],
    remarks: remarks.filter((remark) => remark.turn === turn.number),
  }));
}

function turnRow({ turn, over, remarks }: Told, { several, noteOf, id, page }: Beside): Markup {
  const { number, speaker, role, time } = turn;
  const notes = [
    ...over
      .filter(({ range }) => range.start.line === number)
      .map((passage) => passageNote(passage, several, id, page)),
    ...remarks.map(noteOf),
  ];
  const deepest = Math.max(0, ...over.map(({ lane }) => lane));
  return xhtml`<li class="turn ${role}" id="${id}-t${number}"><span class="n">${number}${
    time === null ? null : xhtml`<span class="time">${formatTime(time)}</span>`
  }</span> <b class="who"><bdi>${speaker}</bdi></b>
<p class="said${deepest > 1 ? ' deep' : ''}" dir="auto">${piecesOf(turn, over).map((piece) => pieceOf(piece, id, page))}</p>${
    notes.length === 0 ? null : xhtml`<ul class="notes">${notes}</ul>`
  }</li>
`;
}

function pieceOf({ text, over, begin }: Piece, id: string, { palette }: Page): Markup {
  const refs = begin.map(
    ({ name, code }) =>
      xhtml`<sup class="ref ${palette.classOf(code?.color)}"><a href="#${id}-${name}">${name}</a></sup>`,
  );
  const marked = over.reduceRight(
    (inner, { code, lane }) =>
      xhtml`<span class="m ${lineOf(code?.valence)} l${Math.min(lane, mostLines - 1)} ${palette.classOf(code?.color)}">${inner}</span>`,
    xhtml`${text}`,
  );
  return xhtml`${refs}${marked}`;
}

/** The line under a passage, which needs no colour: what supports is straight, what strains waved, all else dotted. */
function lineOf(valence: -1 | 0 | 1 | undefined): string {
  if (valence === undefined || valence === 0) return 'neither';
  return valence > 0 ? 'support' : 'strain';
}
