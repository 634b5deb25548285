import * as vscode from 'vscode';
import { percentJudged, progressOf, type Progress } from '../../engine/study/progress';
import type { Identities } from '../../store/identity';
import type { StudyIndex } from '../../store/studyIndex';
import type { SessionOutline } from '../../store/studyShape';
import { transcriptEnding } from '../../store/watching';
import { stateSentence } from './words';

/** Files named in one event: VS Code cuts longer lists. */
const batch = 200;

/** On each transcript in the Explorer, tabs and trees: how far one is oneself with it. Of others, nothing. */
export class TranscriptBadges implements vscode.FileDecorationProvider, vscode.Disposable {
  readonly #index: StudyIndex;
  readonly #identities: Identities;
  readonly #didChange = new vscode.EventEmitter<vscode.Uri[]>();
  readonly onDidChangeFileDecorations = this.#didChange.event;
  readonly #disposables: vscode.Disposable[];
  /** What each transcript was last marked with. */
  #shown = new Map<string, vscode.FileDecoration>();

  constructor(index: StudyIndex, identities: Identities) {
    this.#index = index;
    this.#identities = identities;
    this.#disposables = [
      this.#didChange,
      index.onDidChange(() => this.#update()),
      vscode.window.registerFileDecorationProvider(this),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** The first transcript that is seen anywhere has the study read; nobody waits for that. */
  provideFileDecoration(uri: vscode.Uri): vscode.FileDecoration | undefined {
    if (!this.#index.outline && uri.path.endsWith(transcriptEnding)) void this.#index.look();
    return this.#shown.get(uri.toString());
  }

  #update(): void {
    const before = this.#shown;
    this.#shown = this.#marks();
    const changed = [...new Set([...before.keys(), ...this.#shown.keys()])].filter(
      (file) => !isAlike(before.get(file), this.#shown.get(file)),
    );
    const files = changed.map((file) => vscode.Uri.parse(file, true));
    for (let at = 0; at < files.length; at += batch) this.#didChange.fire(files.slice(at, at + batch));
  }

  #marks(): Map<string, vscode.FileDecoration> {
    const { outline: current } = this.#index;
    const me = this.#identities.current?.id ?? null;
    const marks = new Map<string, vscode.FileDecoration>();
    for (const session of current?.sessions ?? []) {
      const own = progressOf(session, current?.study ?? null, me).find((person) => person.own);
      if (own && own.state !== 'reviewing') marks.set(session.uri.toString(), markOf(own, session));
    }
    return marks;
  }
}

function markOf(own: Progress, { turns }: SessionOutline): vscode.FileDecoration {
  return new vscode.FileDecoration(badgeOf(own, turns), stateSentence(own, turns));
}

/** A disc that fills; a tick where it is released. */
function badgeOf({ state, judged }: Progress, turns: number): string {
  if (state === 'released') return '✓';
  const percent = percentJudged(judged ?? 0, turns);
  if (percent === 0) return '○';
  if (percent === 100) return '●';
  if (percent < 38) return '◔';
  return percent < 63 ? '◑' : '◕';
}

function isAlike(a: vscode.FileDecoration | undefined, b: vscode.FileDecoration | undefined): boolean {
  return a?.badge === b?.badge && a?.tooltip === b?.tooltip;
}
