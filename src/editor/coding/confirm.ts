import * as vscode from 'vscode';
import { moveTo } from '../../engine/annotations/acts';
import { moveSpans } from '../../engine/annotations/followTurns';
import { moveMemos } from '../../engine/annotations/memos';
import type { At } from '../../engine/annotations/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { Person } from '../../store/person';
import { atOfMark, markKey } from '../../store/placing';
import { memoTurnsOf, spansOutside, textOnDisk } from '../../store/places';

/**
 * The transcript is not the text one's annotations were made in. Asks whether those that still have a place may stay
 * there; the others keep their words and lose their place. True where the file belongs to the present text afterwards.
 */
export async function confirmPassages(coded: CodedTranscript, own: Person, asked = false): Promise<boolean> {
  const { coding } = own.file.file;
  const marks = coded.transcript.live.marks;
  const placeOf = (id: string): At | null => atOfMark(coded.transcript, marks.get(markKey(coding.coder, id)));
  const placed = coding.annotations.filter(({ id }) => placeOf(id)).length;
  const lost = coding.annotations.length - placed;
  if (coding.annotations.length > 0 && !asked && !(await agreed(coded, own, placed, lost))) return false;
  // The question took its time: a file read anew meanwhile has other places.
  if (coded.own?.file !== own.file) return false;
  const places = new Map(own.file.file.coding.annotations.map(({ id }) => [id, placeOf(id)]));
  writePlaces(coded, own, places);
  coded.textTakenOver();
  return true;
}

/** Confirms one passage in the text its coding was made in: from now on its words are those that stand there. */
export function confirmOne(coded: CodedTranscript, own: Person, id: string): boolean {
  const { coder } = own.file.file.coding;
  const at = atOfMark(coded.transcript, coded.transcript.live.marks.get(markKey(coder, id)));
  if (!at) return false;
  writePlaces(coded, own, new Map([[id, at]]));
  return true;
}

function writePlaces(coded: CodedTranscript, own: Person, places: ReadonlyMap<string, At | null>): void {
  const { coder } = own.file.file.coding;
  for (const id of places.keys()) {
    const mark = coded.transcript.live.marks.get(markKey(coder, id));
    if (mark?.state === 'unsure') mark.state = 'sure';
  }
  const { coding } = own.file.file;
  if (!own.sameText) {
    const move = spansOutside(coded, coding);
    own.file.act((file) => moveSpans(file, move, move));
    own.file.act((file) => moveMemos(file, memoTurnsOf(coded, coding)));
  }
  own.file.act((file) => moveTo(file, coded.parsed.turns, places, new Set(), textOnDisk(coded)));
  coded.touch();
}

async function agreed(coded: CodedTranscript, own: Person, placed: number, lost: number): Promise<boolean> {
  const confirm = vscode.l10n.t('Confirm and Go On');
  const name = baseName(coded.document.uri);
  const message = own.sameText
    ? vscode.l10n.t('Confirm all passages in {0}?', name)
    : vscode.l10n.t('{0} has changed since you coded it.', name);
  const detail = [
    own.sameText ? '' : vscode.l10n.t('Your annotations were made in another state of this text.'),
    vscode.l10n.t(
      'With a place in the text: {0}. Those to confirm are outlined; look through them first if you are not sure that nothing moved.',
      placed,
    ),
    lost > 0
      ? vscode.l10n.t(
          'Without a place: {0}. They stay in your file with their words, and in the Annotations view.',
          lost,
        )
      : '',
  ];
  const options = { modal: true, detail: detail.filter(Boolean).join('\n\n') };
  return (await vscode.window.showWarningMessage(message, options, confirm)) === confirm;
}
