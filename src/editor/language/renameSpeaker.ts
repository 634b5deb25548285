import * as vscode from 'vscode';
import { renameSpeaker, speakerAt, type RenameRefusal } from '../../engine/transcript/renameSpeaker';
import type { ParsedTranscript } from '../../engine/transcript/parse';
import type { Codings } from '../../store/codings';
import type { Transcripts } from '../../store/transcripts';
import { editsIn } from './edits';

/** Renames a speaker at each label and in the header, as one edit. */
export class SpeakerRename implements vscode.RenameProvider {
  readonly #transcripts: Transcripts;
  readonly #codings: Codings;

  constructor(transcripts: Transcripts, codings: Codings) {
    this.#transcripts = transcripts;
    this.#codings = codings;
  }

  /** @throws Error with a sentence for the person where there is no speaker to rename. */
  prepareRename(
    { uri }: vscode.TextDocument,
    position: vscode.Position,
  ): { range: vscode.Range; placeholder: string } {
    const { parsed, range } = this.#speakerAt(uri, position);
    const { start, end } = range;
    const placeholder = parsed.lines[start.line]?.text.slice(start.character, end.character) ?? '';
    return { range: new vscode.Range(start.line, start.character, end.line, end.character), placeholder };
  }

  /** @throws Error with a sentence for the person where the speaker cannot be called so. */
  provideRenameEdits(
    { uri }: vscode.TextDocument,
    position: vscode.Position,
    newName: string,
  ): vscode.WorkspaceEdit {
    const { parsed, speaker } = this.#speakerAt(uri, position);
    const result = renameSpeaker(parsed, speaker, newName);
    if ('refusal' in result) throw new Error(refusalWords(result.refusal, newName.trim()));
    return editsIn(uri, result.edits);
  }

  #speakerAt(
    uri: vscode.Uri,
    position: vscode.Position,
  ): NonNullable<ReturnType<typeof speakerAt>> & { readonly parsed: ParsedTranscript } {
    const parsed = this.#transcripts.of(uri)?.parsed;
    const found = parsed && speakerAt(parsed, position);
    if (!found) {
      throw new Error(vscode.l10n.t('Only speakers can be renamed: put the cursor on a label such as “T:”.'));
    }
    // Labels listed there are those of all transcripts below: renamed here alone, they would begin no turn.
    if (this.#codings.of(uri)?.study?.speakers) {
      throw new Error(
        vscode.l10n.t(
          'The speakers are listed in the study file, for all of its transcripts. A speaker of this one alone cannot be renamed.',
        ),
      );
    }
    return { ...found, parsed };
  }
}

/** What each refusal says to the person. */
function refusalWords(refusal: RenameRefusal, name: string): string {
  const words: Readonly<Record<RenameRefusal, string>> = {
    empty: vscode.l10n.t('A speaker needs a name.'),
    merge: vscode.l10n.t('Another speaker is called “{0}” already.', name),
    'no-label': vscode.l10n.t('“{0}” cannot be a label: some turns would not begin where they do now.', name),
    'more-turns': vscode.l10n.t('There is text that begins with “{0}:”. It would become turns.', name),
    header: vscode.l10n.t(
      'The name has to go into the header, which cannot be read. Please correct it first.',
    ),
  };
  return words[refusal];
}
