import * as vscode from 'vscode';
import { setStatusBarMessage } from '../messages';
import { deleteAnnotations } from '../../engine/annotations/acts';
import { choicesUnder, meaningOf } from '../../engine/codebook/keyPath';
import type { KeyAct } from '../../engine/codebook/keys';
import type { Code, Codebook } from '../../engine/codebook/types';
import { rangeOfAt } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Acting, Done } from '../coding/acting';
import { refineTagging, tagPassages, type Tagging } from '../coding/tagging';
import { placesToTag } from '../coding/targets';
import { changeBounds } from './bounds';
import { ChoicesBox } from './choices';
import { Cursor, sameSelections } from './cursor';
import { chooseFromKeys } from './keySheet';
import { standing, type Latest, type Meant } from './latest';
import { stepAnnotation, stepTurn, stepUncoded, type Here } from './steps';
import { setValue } from './values';

/** What single keys do in a transcript, and what the keys before them left open. */
export class Pressing implements vscode.Disposable {
  readonly #acting: Acting;
  readonly #cursor = new Cursor();
  readonly #choices = new ChoicesBox();
  readonly #didOpen = new vscode.EventEmitter<Code | null>();
  readonly #didWalk = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  #latest: Latest | null = null;
  /** The code whose children the next key may choose. */
  #open: Code | null = null;
  /** Acts happen in the order of their keys; what they mean is settled when the key is pressed. */
  #acts: Promise<unknown> = Promise.resolve();

  /** A code can be refined by the next key; null when that is over. */
  readonly onDidOpen = this.#didOpen.event;
  /** The cursor went somewhere by a key. */
  readonly onDidWalk = this.#didWalk.event;

  constructor(acting: Acting) {
    this.#acting = acting;
    this.#disposables = [
      this.#choices,
      this.#didOpen,
      this.#didWalk,
      vscode.window.onDidChangeActiveTextEditor(() => this.forget()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.#selected(event)),
      acting.codings.onDidChange((coded) => this.#changed(coded)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  /** Returns what the key made: annotations, the number of the turn gone to, whether something was done. */
  async press(key: string): Promise<unknown> {
    const { codings } = this.#acting;
    const here = this.#here();
    if (!here) return undefined;
    // The study's own codebook has other keys; it is read in a moment.
    if (!here.coded.isLoaded) await codings.loaded(here.coded);
    // The cursor may be elsewhere already, and the editor's word for it on its way.
    if (this.#open && !this.#meant(here).latest) this.forget();
    const meaning = meaningOf(here.coded.codebook, this.#open, key);
    if (meaning.kind === 'refine') return this.#refine(here, meaning.code);
    if (meaning.kind === 'act' && meaning.act === 'keys') return this.showKeys();
    this.#close();
    if (meaning.kind === 'apply') return this.#apply(here, meaning.code);
    if (meaning.kind === 'act') return this.#act(here, meaning.act);
    if (meaning.kind === 'value') {
      const meant = this.#meant(here);
      return this.#inOrder(() => setValue(this.#acting, meant, meaning.value));
    }
    setStatusBarMessage(vscode.l10n.t('The key {0} means nothing here. Press ? for the keys.', key), 3000);
    return undefined;
  }

  #here(): Here | undefined {
    const editor = vscode.window.activeTextEditor;
    const coded = editor && this.#acting.codings.of(editor.document.uri);
    return coded && { coded, editor };
  }

  /** The annotations last made are meant while the cursor stays where it was. */
  #meant(here: Here): Meant {
    const latest = this.#latest;
    const stays =
      latest?.coded === here.coded && sameSelections(latest.selections, this.#cursor.selections(here.editor));
    return { ...here, latest: stays ? latest : null };
  }

  #apply(here: Here, code: Code): Promise<Tagging['tagged']> {
    const ranges = [...this.#cursor.selections(here.editor)];
    const tagging = this.#ordered(() => tagPassages(this.#acting, here.coded, { code: code.id, ranges }));
    return this.#follow(here, code, ranges, tagging);
  }

  #refine(here: Here, code: Code): Promise<Tagging['tagged']> {
    const before = this.#latest;
    const ranges = before?.selections ?? [];
    const tagging = this.#ordered(async () => {
      const done = await before?.tagging;
      return done ? refineTagging(this.#acting, here.coded, done, code) : null;
    });
    return this.#follow(here, code, ranges, tagging);
  }

  /** What was just coded is what the next keys mean; its choices show at once. */
  async #follow(
    here: Here,
    code: Code,
    selections: readonly vscode.Selection[],
    tagging: Promise<Tagging | null>,
  ): Promise<Tagging['tagged']> {
    const latest: Latest = { coded: here.coded, code, tagging, selections, done: null };
    this.#latest = latest;
    this.#acting.lastCode = code.id;
    this.#openChoices(here, code, selections);
    try {
      latest.done = await tagging;
    } finally {
      if (!latest.done && this.#latest === latest) this.forget();
    }
    await latest.done?.written;
    return latest.done?.tagged ?? [];
  }

  #act(here: Here, act: KeyAct): unknown {
    const acting = this.#acting;
    const cursor = this.#cursor;
    const meant = this.#meant(here);
    const acts: Readonly<Record<KeyAct, () => unknown>> = {
      nextTurn: () => this.#went(() => stepTurn(acting, cursor, here, 1)),
      previousTurn: () => this.#went(() => stepTurn(acting, cursor, here, -1)),
      nextAnnotation: () => this.#went(() => stepAnnotation(cursor, here, 1)),
      previousAnnotation: () => this.#went(() => stepAnnotation(cursor, here, -1)),
      nextUncodedTurn: () => this.#went(() => stepUncoded(acting, cursor, here)),
      repeat: () => this.#repeat(here),
      widen: () => this.#inOrder(() => changeBounds(acting, cursor, meant, 'widen')),
      narrow: () => this.#inOrder(() => changeBounds(acting, cursor, meant, 'narrow')),
      note: () => this.#command('alliance.note', meant),
      memo: () => vscode.commands.executeCommand('alliance.memo'),
      link: () => this.#command('alliance.link', meant),
      delete: () => this.#delete(meant),
      nextToConfirm: () => this.#apart('alliance.nextToConfirm'),
      confirm: () => this.#apart('alliance.confirm'),
      notHere: () => this.#apart('alliance.notHere'),
      undo: () => this.#apart('alliance.undo'),
      redo: () => this.#apart('alliance.redo'),
      keys: () => this.showKeys(),
      keep: () => undefined,
    };
    return acts[act]();
  }

  #went<T>(go: () => T): T {
    this.#latest = null;
    const reached = go();
    this.#didWalk.fire();
    return reached;
  }

  #repeat(here: Here): unknown {
    const { lastCode } = this.#acting;
    const code = lastCode === null ? undefined : here.coded.codebook.codes.get(lastCode);
    if (code) return this.#apply(here, code);
    setStatusBarMessage(vscode.l10n.t('There is no code to repeat yet.'), 3000);
    return [];
  }

  /** A command that asks something: on the annotation just made, else it looks at the cursor itself. */
  async #command(command: string, meant: Meant): Promise<unknown> {
    await this.#acts;
    const [id] = await standing(meant);
    return vscode.commands.executeCommand(command, id === undefined ? {} : { id });
  }

  #delete(meant: Meant): Promise<unknown> {
    return this.#inOrder(async () => {
      const ids = await standing(meant);
      if (ids.length === 0) return vscode.commands.executeCommand('alliance.delete');
      return this.#acting.act(meant.coded, vscode.l10n.t('Delete Annotation'), (file) =>
        deleteAnnotations(file, ids),
      );
    });
  }

  /** A command that looks at the cursor itself, whatever was coded last. */
  #apart(command: string): Promise<unknown> {
    this.#latest = null;
    return this.#ordered(async () => vscode.commands.executeCommand(command));
  }

  /** The keys of the codebook; what is chosen there is done. */
  async showKeys(): Promise<unknown> {
    const coded = this.#acting.codings.active;
    if (!coded) return undefined;
    const open = this.#open;
    const chosen = await chooseFromKeys(coded.codebook, open);
    const here = this.#here();
    if (!chosen || !here) return undefined;
    if ('key' in chosen) return this.press(chosen.key);
    if (open && this.#open === open && isUnder(coded.codebook, chosen.code, open))
      return this.#refine(here, chosen.code);
    return this.#apply(here, chosen.code);
  }

  // Order

  #ordered<T>(act: () => Promise<T>): Promise<T> {
    const acting = this.#acts.then(act);
    this.#acts = acting.catch(() => undefined);
    return acting;
  }

  /** Whether it was done, once it is written. The next key waits only until it shows. */
  async #inOrder(act: () => Promise<unknown>): Promise<boolean> {
    const done = await this.#ordered(act);
    return isDone(done) ? done.written : done === true;
  }

  // What is open

  #openChoices({ coded, editor }: Here, code: Code, selections: readonly vscode.Selection[]): void {
    const choices = choicesUnder(coded.codebook, code);
    const [place] = placesToTag(coded, { ranges: [...selections] });
    const range = place && rangeOfAt(coded.parsed.turns, place);
    if (choices.length === 0 || !range) return this.#close();
    this.#setOpen(code);
    const { start, end } = range;
    const passage = new vscode.Range(start.line, start.character, end.line, end.character);
    this.#choices.show(editor, passage, choices);
  }

  /** What stands is kept; the next key begins anew. */
  #close(): void {
    if (!this.#open) return;
    this.#setOpen(null);
    this.#choices.hide();
  }

  /** The next key is the first. */
  forget(): void {
    this.#close();
    this.#latest = null;
  }

  #setOpen(code: Code | null): void {
    this.#open = code;
    this.#didOpen.fire(code);
  }

  #selected(event: vscode.TextEditorSelectionChangeEvent): void {
    if (this.#cursor.came(event)) return;
    const latest = this.#latest;
    if (latest?.coded.document !== event.textEditor.document) return;
    if (!sameSelections(latest.selections, event.selections)) this.forget();
  }

  /** Something else was done: what is open is no longer the last act, which alone can be refined. */
  #changed(coded: CodedTranscript): void {
    const latest = this.#latest;
    if (!this.#open || latest?.coded !== coded || !latest.done) return;
    const { own } = coded;
    if (!own || !this.#acting.isLast(own, latest.done)) this.#close();
  }
}

function isUnder(codebook: Codebook, code: Code, above: Code): boolean {
  const parent = code.parent === null ? undefined : codebook.codes.get(code.parent);
  return parent !== undefined && (parent.id === above.id || isUnder(codebook, parent, above));
}

function isDone(done: unknown): done is Done {
  return typeof done === 'object' && done !== null && 'written' in done;
}
