import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { setStatusBarMessage, showWarningMessage } from '../messages';
import type { At } from '../../engine/transcript/at';
import { atOfRange } from '../../engine/transcript/offsets';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Passage } from '../../store/passage';
import type { Acting } from './acting';
import { reveal } from './moving';
import { choosePlace } from './placeChoice';
import {
  argumentsOf,
  codedOf,
  editorOf,
  passageItem,
  placesToTag,
  targetOf,
  type CommandArguments,
} from './targets';

/** Commands for annotations whose text changed: look at the next, confirm it, place it, or say that it is not there. */
export function registerConfirming(acting: Acting): vscode.Disposable {
  const confirming = new Confirming(acting);
  const { registerCommand } = vscode.commands;
  const on =
    (act: (coded: CodedTranscript, args: CommandArguments) => Promise<unknown>) => async (first: unknown) => {
      const coded = codedOf(acting.codings);
      return coded ? act(coded, argumentsOf(first)) : false;
    };
  return vscode.Disposable.from(
    registerCommand(
      'alliance.confirm',
      on((coded, args) => confirming.confirm(coded, args)),
    ),
    registerCommand(
      'alliance.confirmAll',
      on((coded, args) => confirming.confirmAll(coded, args)),
    ),
    registerCommand(
      'alliance.nextToConfirm',
      on((coded) => confirming.next(coded)),
    ),
    registerCommand(
      'alliance.place',
      on((coded, args) => confirming.place(coded, args)),
    ),
    registerCommand(
      'alliance.notHere',
      on((coded, args) => confirming.notHere(coded, args)),
    ),
    registerCommand(
      'alliance.choosePlace',
      on((coded, args) => confirming.choose(coded, args)),
    ),
  );
}

class Confirming {
  readonly #acting: Acting;
  /** The annotation last looked at: the one meant by what a person does next. */
  #looked: string | null = null;

  constructor(acting: Acting) {
    this.#acting = acting;
  }

  /** The words that stand there are the annotation's own from now on. */
  async confirm(coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
    const title = vscode.l10n.t('Confirm Passage');
    const passage = await targetOf(coded, args, title, isUnconfirmed);
    if (passage?.state === 'ambiguous') return this.#choose(coded, passage, args);
    const at = passage && this.#placeOf(coded, passage);
    const done = at && isUnconfirmed(passage) ? await this.#move(coded, title, passage, at) : false;
    // Who looks through them one by one goes on to the next.
    if (done && args.id === undefined && passage?.annotation.id === this.#looked) await this.next(coded);
    return done;
  }

  /** The same for all that have a place, as one act. A text in which nothing is open is taken over all the same. */
  async confirmAll(coded: CodedTranscript, { confirmed }: CommandArguments): Promise<boolean> {
    await this.#acting.codings.loaded(coded);
    const open = openIn(coded).filter(({ range }) => range !== null);
    if (open.length === 0 && coded.own?.sameText !== false) return tellNothingOpen();
    if (open.length > 0 && confirmed !== true && !(await agreed(open.length))) return false;
    const places = new Map<string, At>();
    for (const passage of openIn(coded)) {
      const at = this.#placeOf(coded, passage);
      if (at) places.set(passage.annotation.id, at);
    }
    const done = await this.#acting.move(coded, vscode.l10n.t('Confirm All Passages'), places);
    return done ? done.written : false;
  }

  /** Goes to the next one; its id, or undefined where all is certain. */
  async next(coded: CodedTranscript): Promise<string | undefined> {
    const open = openIn(coded);
    const passage = nextOf(open, coded, this.#looked);
    if (!passage) {
      tellNothingOpen();
      return undefined;
    }
    this.#looked = passage.annotation.id;
    await reveal(coded, passage.range ?? passage.choices[0] ?? null, passage);
    return this.#looked;
  }

  /** Puts an annotation on what is selected, else on the turn at the cursor. */
  async place(coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
    const title = vscode.l10n.t('Place Annotation Here');
    const ranges = args.ranges ?? [...(editorOf(coded)?.selections ?? [])];
    const [at] = placesToTag(coded, { ranges, turns: args.turns });
    const passage = at && (await this.#toPlace(coded, args, title));
    return passage ? this.#move(coded, title, passage, at) : false;
  }

  /** An annotation whose words are no more loses its place, and keeps everything else. */
  async notHere(coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
    const title = vscode.l10n.t('Passage Is Not Here');
    const passage = await targetOf(coded, args, title, isUnconfirmed);
    return passage && passage.state !== 'lost' ? this.#move(coded, title, passage, null) : false;
  }

  async choose(coded: CodedTranscript, args: CommandArguments): Promise<boolean> {
    const ambiguous = openIn(coded).filter(({ state }) => state === 'ambiguous');
    const passage = named(ambiguous, args.id ?? this.#looked) ?? ambiguous[0];
    return passage ? this.#choose(coded, passage, args) : false;
  }

  async #choose(coded: CodedTranscript, passage: Passage, { value }: CommandArguments): Promise<boolean> {
    const range = typeof value === 'number' ? passage.choices[value] : await choosePlace(coded, passage);
    const at = range && atOfRange(coded.parsed.turns, range, coded.transcript.live.lines);
    return at ? this.#move(coded, vscode.l10n.t('Choose Place'), passage, at) : false;
  }

  async #move(coded: CodedTranscript, label: string, passage: Passage, at: At | null): Promise<boolean> {
    if (!passage.editable) return false;
    const done = await this.#acting.move(coded, label, new Map([[passage.annotation.id, at]]));
    return done ? done.written : false;
  }

  #placeOf(coded: CodedTranscript, { range }: Passage): At | null {
    return range && atOfRange(coded.parsed.turns, range, coded.transcript.live.lines);
  }

  /** The one named, else the one last looked at, else the only one without a place, else the one picked. */
  async #toPlace(
    coded: CodedTranscript,
    { id }: CommandArguments,
    title: string,
  ): Promise<Passage | undefined> {
    if (id !== undefined) return named(coded.passages(), id);
    const open = openIn(coded);
    const looked = named(open, this.#looked);
    if (looked || open.length <= 1) return looked ?? open[0];
    const items = open.map((passage) => passageItem(passage, coded));
    const placeHolder = vscode.l10n.t('Which annotation belongs on these words?');
    return (await showQuickPick(items, { title, placeHolder, matchOnDetail: true }))?.passage;
  }
}

function isUnconfirmed({ state }: Passage): boolean {
  return state !== 'certain';
}

/** One's own annotations that a person has to look at: those with a place by position, then those without. */
function openIn(coded: CodedTranscript): Passage[] {
  return coded.passages().filter((passage) => passage.editable && isUnconfirmed(passage));
}

function named(passages: readonly Passage[], id: string | null): Passage | undefined {
  return passages.find(({ own, annotation }) => own && annotation.id === id);
}

/** The next behind the one last looked at, where that is still open; else the first behind the cursor; round the end. */
function nextOf(
  open: readonly Passage[],
  coded: CodedTranscript,
  looked: string | null,
): Passage | undefined {
  const last = open.findIndex(({ annotation }) => annotation.id === looked);
  if (last >= 0) return open[(last + 1) % open.length];
  const here = editorOf(coded)?.selection.active;
  return open.find(({ range }) => here && range?.start.isAfterOrEqual(here)) ?? open[0];
}

function tellNothingOpen(): false {
  setStatusBarMessage(vscode.l10n.t('There is nothing to confirm.'), 3000);
  return false;
}

async function agreed(count: number): Promise<boolean> {
  const confirm = vscode.l10n.t('Confirm All');
  const message = vscode.l10n.t('Confirm {0} passages without looking at each?', count);
  const detail = vscode.l10n.t(
    'The words that stand there now count as those you coded. It can be undone as one act.',
  );
  return (await showWarningMessage(message, { modal: true, detail }, confirm)) === confirm;
}
