import * as vscode from 'vscode';
import { showWarningMessage } from '../messages';
import { isInRepositoryWithRemote } from '../../store/gitRemote';
import type { OpenTranscript, Transcripts } from '../../store/transcripts';

const declined = 'remoteNoticeDeclined';

/** Says once in a window that transcripts lie where a push would send them to another place; never again where that is known. */
export class RemoteNotice implements vscode.Disposable {
  readonly #memory: vscode.Memento;
  readonly #disposable: vscode.Disposable;
  #isTold = false;

  constructor(transcripts: Transcripts, memory: vscode.Memento) {
    this.#memory = memory;
    this.#disposable = transcripts.onDidOpen((transcript) => void this.#look(transcript));
    for (const transcript of transcripts.all) void this.#look(transcript);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  async #look({ uri }: OpenTranscript): Promise<void> {
    const isKnown = (): boolean => this.#isTold || this.#memory.get(declined) === true;
    if (isKnown() || uri.scheme === 'untitled' || !(await isInRepositoryWithRemote(uri)) || isKnown()) return;
    this.#isTold = true;
    const again = vscode.l10n.t('Do Not Say Again');
    const message = vscode.l10n.t(
      'This transcript lies in a git repository that is connected with a server. What is committed and pushed leaves this machine. Make sure that your consent forms and ethics approval allow it, or list the transcripts in .gitignore.',
    );
    if ((await showWarningMessage(message, again)) === again) await this.#memory.update(declined, true);
  }
}
