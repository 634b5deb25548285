import * as vscode from 'vscode';
import { setStatusBarMessage, showWarningMessage } from '../messages';
import * as z from 'zod/mini';
import {
  givenLabels,
  isUnlabelled,
  labelledTurns,
  labelTurn,
  mergeTurn,
  nextUnlabelled,
  speakerFor,
} from '../../engine/interchange/labelling';
import type { TextEdit } from '../../engine/textEdit';
import { turnAtLine } from '../../engine/transcript/offsets';
import type { StudySpeakers } from '../../engine/transcript/parse';
import type { Speaker, Turn } from '../../engine/transcript/types';
import type { Codings } from '../../store/codings';
import type { OpenTranscript, Transcripts } from '../../store/transcripts';
import { Cursor } from '../codingMode/cursor';
import type { KeyModes } from '../keyModes';
import { askForOther, chooseLabelKey } from './keys';
import { LabelStatus } from './labelStatus';

const keyArgument = z.object({ key: z.string(), name: z.optional(z.string()) });

/** The transcript that has the keys. */
interface Here {
  readonly editor: vscode.TextEditor;
  readonly transcript: OpenTranscript;
}

/** A mode in which single keys say who speaks: each is one edit of the text, which one undo takes back. */
export class Labelling implements vscode.Disposable {
  readonly #transcripts: Transcripts;
  readonly #codings: Codings;
  readonly #modes: KeyModes;
  readonly #cursor = new Cursor();
  readonly #status = new LabelStatus();
  readonly #here = vscode.window.createTextEditorDecorationType({
    isWholeLine: true,
    backgroundColor: new vscode.ThemeColor('editor.inactiveSelectionBackground'),
  });
  readonly #disposables: vscode.Disposable[];
  #isOn = false;
  /** Who `o` means, once it was asked. */
  #other: string | undefined;
  /** Keys act in the order in which they were pressed. */
  #acts: Promise<unknown> = Promise.resolve();

  constructor(transcripts: Transcripts, codings: Codings, modes: KeyModes) {
    this.#transcripts = transcripts;
    this.#codings = codings;
    this.#modes = modes;
    modes.add('labelling', async () => this.#leave());
    const { commands, window } = vscode;
    this.#disposables = [
      this.#status,
      this.#here,
      commands.registerCommand('alliance.label', () => this.#toggle()),
      commands.registerCommand('alliance.labelKey', (first: unknown) => {
        const read = keyArgument.safeParse(first);
        return this.#isOn && read.success ? this.#press(read.data.key, read.data.name) : undefined;
      }),
      transcripts.onDidChange(() => this.#show()),
      window.onDidChangeActiveTextEditor(() => this.#show()),
      window.onDidChangeTextEditorSelection((event) => {
        this.#cursor.came(event);
        this.#show();
      }),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Returns how many turns are labelled; undefined where it was left, or there is no transcript. */
  async #toggle(): Promise<ReturnType<typeof labelledTurns> | undefined> {
    const transcript = this.#transcripts.active;
    if (this.#isOn || !transcript) return this.#leave();
    await this.#modes.enter('labelling');
    const editor = await vscode.window.showTextDocument(transcript.document);
    this.#set(true);
    this.#other = undefined;
    const { parsed } = transcript;
    const at = turnAtLine(parsed.turns, editor.selection.active.line);
    const first = at && isUnlabelled(at) ? at : nextUnlabelled(parsed, (at?.number ?? 1) - 1);
    if (first) this.#goTo(editor, first);
    else tellAllLabelled();
    this.#show();
    return labelledTurns(parsed);
  }

  #leave(): undefined {
    if (this.#isOn) this.#set(false);
    this.#show();
  }

  #set(isOn: boolean): void {
    this.#isOn = isOn;
    void vscode.commands.executeCommand('setContext', 'alliance.labelling', isOn);
  }

  /** Returns how many turns are labelled then. */
  async #press(key: string, name: string | undefined): Promise<ReturnType<typeof labelledTurns> | undefined> {
    const acting = this.#acts.then(() => this.#act(key, name));
    this.#acts = acting.catch(() => undefined);
    await acting;
    const here = this.#editor();
    return here && labelledTurns(here.transcript.parsed);
  }

  async #act(key: string, name: string | undefined): Promise<unknown> {
    const here = this.#editor();
    if (!here) return undefined;
    const { parsed } = here.transcript;
    if (key === 't') return this.#give(here, speakerFor(parsed, 'therapist'));
    if (key === 'c') return this.#give(here, speakerFor(parsed, 'client'));
    if (key === 'o') return this.#giveOther(here, name);
    if (key === 'm') return this.#merge(here);
    if (key === 'j') return this.#step(here, 1);
    if (key === 'k') return this.#step(here, -1);
    if (key === 'u') return vscode.commands.executeCommand('undo');
    if (key === 'escape') return this.#leave();
    if (key === '?') return this.#choose(here);
    const listed = /^[1-9]$/.test(key) ? givenLabels(parsed)[Number(key) - 1] : undefined;
    if (listed) return this.#give(here, listed);
    tellBriefly(vscode.l10n.t('The key {0} means nothing here. Press ? for the keys.', key));
    return undefined;
  }

  #editor(): Here | undefined {
    const editor = vscode.window.activeTextEditor;
    const transcript = editor && this.#transcripts.of(editor.document.uri);
    return transcript && { editor, transcript };
  }

  #turn({ editor, transcript }: Here): Turn | null {
    return turnAtLine(transcript.parsed.turns, this.#cursor.position(editor).line);
  }

  #study({ transcript }: Here): StudySpeakers {
    const speakers = this.#codings.of(transcript.uri)?.study?.speakers;
    return speakers ? [...speakers.values()] : null;
  }

  async #give(here: Here, speaker: Speaker): Promise<void> {
    const turn = this.#turn(here);
    if (!turn) return;
    const edits = labelTurn(here.transcript.parsed, turn, speaker, this.#study(here));
    if (!edits) return tellNoLabel(speaker.label, this.#study(here) !== null);
    if (await this.#edit(here, edits)) this.#goOn(here, turn.number);
  }

  async #giveOther(here: Here, given: string | undefined): Promise<void> {
    this.#other = given ?? this.#other ?? (await askForOther());
    const label = this.#other;
    if (label === undefined) return;
    await this.#give(here, { label, role: 'other', name: null });
  }

  async #merge(here: Here): Promise<void> {
    const turn = this.#turn(here);
    const edits = turn && mergeTurn(here.transcript.parsed, turn, this.#study(here));
    if (!edits) return tellBriefly(vscode.l10n.t('There is no turn above that it could go on with.'));
    if (await this.#edit(here, edits)) this.#goOn(here, turn.number - 1);
  }

  /** One edit, with one step to undo. */
  async #edit({ editor }: Here, edits: readonly TextEdit[]): Promise<boolean> {
    const isDone = await editor.edit((change) => {
      for (const { range, text } of edits) {
        const { start, end } = range;
        change.replace(new vscode.Range(start.line, start.character, end.line, end.character), text);
      }
    });
    if (!isDone)
      tellBriefly(vscode.l10n.t('The text could not be changed just now. Please press the key again.'));
    return isDone;
  }

  #goOn({ editor, transcript }: Here, after: number): void {
    const next = nextUnlabelled(transcript.parsed, after);
    if (next) this.#goTo(editor, next);
    else tellAllLabelled();
    this.#show();
  }

  #step(here: Here, direction: 1 | -1): void {
    const { turns } = here.transcript.parsed;
    const next = turns[(this.#turn(here)?.number ?? 0) + direction - 1];
    if (next) this.#goTo(here.editor, next);
    this.#show();
  }

  #goTo(editor: vscode.TextEditor, { line, lastLine }: Turn): void {
    const at = new vscode.Position(line, 0);
    this.#cursor.set(editor, [new vscode.Selection(at, at)], new vscode.Range(line, 0, lastLine, 0));
  }

  async #choose(here: Here): Promise<void> {
    const key = await chooseLabelKey(here.transcript.parsed);
    if (key !== undefined) void this.#press(key, undefined);
  }

  /** How far it is, and the turn that the next key means. */
  #show(): void {
    const here = this.#editor();
    for (const editor of vscode.window.visibleTextEditors) {
      if (editor !== here?.editor || !this.#isOn) editor.setDecorations(this.#here, []);
    }
    if (!this.#isOn || !here) return this.#status.hide();
    this.#status.show(here.transcript.parsed);
    const turn = this.#turn(here);
    const range = turn && new vscode.Range(turn.line, 0, turn.lastLine, 0);
    here.editor.setDecorations(this.#here, range ? [range] : []);
  }
}

function tellBriefly(message: string): void {
  setStatusBarMessage(message, 4000);
}

function tellAllLabelled(): void {
  tellBriefly(vscode.l10n.t('Every turn has a speaker. Esc leaves labelling.'));
}

function tellNoLabel(label: string, byStudy: boolean): void {
  void showWarningMessage(
    byStudy
      ? vscode.l10n.t(
          'The study file lists the speakers of all its transcripts, and “{0}” is none of them. Please add it there first.',
          label,
        )
      : vscode.l10n.t('“{0}” cannot be a label: its turns would not begin where they do now.', label),
  );
}
