import * as vscode from 'vscode';
import { moveTo } from '../engine/annotations/acts';
import type { At } from '../engine/annotations/types';
import type { CodedTranscript } from '../store/codedTranscript';
import { baseName } from '../store/nearest';
import type { Person } from '../store/person';
import { atOfMark, markKey } from '../store/placing';
import { textOnDisk } from '../store/places';

/**
 * The transcript is not the text one's annotations were made in. Asks whether those that still have a place may stay
 * there; the others keep their words and lose their place. True where the file belongs to the present text afterwards.
 */
export async function confirmPassages(coded: CodedTranscript, own: Person, asked = false): Promise<boolean> {
  const { coding } = own.file.file;
  const marks = coded.transcript.live.marks;
  const placed = coding.annotations.filter(({ id }) =>
    atOfMark(coded.transcript, marks.get(markKey(coding.coder, id))),
  );
  const lost = coding.annotations.length - placed.length;
  if (coding.annotations.length > 0 && !asked && !(await agreed(coded, placed.length, lost))) return false;
  const places = new Map<string, At | null>();
  for (const { id } of coding.annotations) {
    const mark = marks.get(markKey(coding.coder, id));
    if (mark && mark.state === 'unsure') mark.state = 'sure';
    places.set(id, atOfMark(coded.transcript, mark));
  }
  own.file.act((file) => moveTo(file, coded.parsed.turns, places, new Set(), textOnDisk(coded)));
  coded.textTakenOver();
  return true;
}

async function agreed(coded: CodedTranscript, placed: number, lost: number): Promise<boolean> {
  const confirm = vscode.l10n.t('Confirm and Go On');
  const detail = [
    vscode.l10n.t('Your annotations were made in another state of this text.'),
    vscode.l10n.t(
      'Where their words still stand: {0}. They are outlined in the text; look through them first if you are not sure that nothing moved.',
      placed,
    ),
    lost > 0
      ? vscode.l10n.t(
          'Without a place: {0}. They stay in your file with their words, and in the Annotations view.',
          lost,
        )
      : '',
  ].filter(Boolean);
  const choice = await vscode.window.showWarningMessage(
    vscode.l10n.t('{0} has changed since you coded it.', baseName(coded.document.uri)),
    { modal: true, detail: detail.join('\n\n') },
    confirm,
  );
  return choice === confirm;
}
