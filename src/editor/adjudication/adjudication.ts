import * as vscode from 'vscode';
import { refsOf, type Matter } from '../../engine/adjudication/matter';
import { verdictOn, type Verdict } from '../../engine/adjudication/verdicts';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import { Comparing, type Comparison } from '../../store/comparing';
import { rangeOfTurn, reveal } from '../coding/moving';
import { isIn, type Filter } from './filter';
import { placeOf } from './place';

/** Where they are listed. */
export const disagreementsView = 'alliance.disagreements';

/** The disagreements of the transcripts looked at: which are listed, which is looked at, and whether names show. */
export class Adjudication implements vscode.Disposable {
  readonly codings: Codings;
  readonly #comparing = new Comparing();
  readonly #current = new WeakMap<CodedTranscript, string>();
  /** Why something will be decided, by its key: said before it is. */
  readonly #reasons = new Map<string, string>();
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposables: vscode.Disposable[];
  /** The person has not gone elsewhere in the text since a disagreement was shown. */
  #isLooking = false;
  #filter: Filter = { kinds: [], families: [] };
  /** As a person chose it in this window; else the study says. */
  #namesHidden: boolean | null = null;

  /** Another disagreement is looked at, others are listed, or something was decided. */
  readonly onDidChange = this.#didChange.event;

  constructor(codings: Codings) {
    this.codings = codings;
    this.#disposables = [
      this.#didChange,
      codings.onDidChange(() => this.#didChange.fire()),
      vscode.window.onDidChangeTextEditorSelection((event) => this.#selected(event)),
    ];
  }

  dispose(): void {
    vscode.Disposable.from(...this.#disposables).dispose();
  }

  comparison(coded: CodedTranscript): Comparison | null {
    return this.#comparing.of(coded);
  }

  get filter(): Filter {
    return this.#filter;
  }

  set filter(filter: Filter) {
    this.#filter = filter;
    this.#didChange.fire();
  }

  /** The disagreements listed: those the filter lets through. */
  listed(coded: CodedTranscript): readonly Matter[] {
    const { matters = [] } = this.comparison(coded) ?? {};
    return matters.filter((matter) => matter.kinds.length > 0 && isIn(this.#filter, matter, coded.codebook));
  }

  /** The one looked at. */
  current(coded: CodedTranscript): Matter | undefined {
    const key = this.#current.get(coded);
    return this.comparison(coded)?.matters.find((matter) => matter.key === key);
  }

  /** Whether the one looked at is shown there, each coder's side beside the others'. */
  isShownAt(coded: CodedTranscript, position: vscode.Position): boolean {
    return this.#isLooking && this.#placeOfCurrent(coded)?.contains(position) === true;
  }

  #placeOfCurrent(coded: CodedTranscript): vscode.Range | null {
    const matter = this.current(coded);
    return matter ? (placeOf(coded, matter) ?? firstTurn(coded)) : null;
  }

  #selected({ kind, textEditor, selections }: vscode.TextEditorSelectionChangeEvent): void {
    const { Mouse, Keyboard } = vscode.TextEditorSelectionChangeKind;
    const coded = this.codings.of(textEditor.document.uri);
    if (!this.#isLooking || !coded || (kind !== Mouse && kind !== Keyboard)) return;
    const place = this.#placeOfCurrent(coded);
    this.#isLooking = place !== null && selections.some(({ active }) => place.contains(active));
  }

  /** A disagreement by its key, or by something that somebody has there. */
  find(coded: CodedTranscript, about: string): Matter | undefined {
    const matters = this.comparison(coded)?.matters ?? [];
    return matters.find((matter) => matter.key === about || refsOf(matter).includes(about));
  }

  verdict(coded: CodedTranscript, matter: Matter): Verdict | null {
    return verdictOn(matter, this.comparison(coded)?.verdicts ?? new Map());
  }

  isDecided(coded: CodedTranscript, matter: Matter): boolean {
    return this.verdict(coded, matter) !== null;
  }

  /** Why it was, or will be, decided as it is; empty where nobody has said. */
  reasonOf(coded: CodedTranscript, matter: Matter): string {
    return this.#reasons.get(matter.key) ?? this.verdict(coded, matter)?.reason ?? '';
  }

  /** Goes to a disagreement and shows what each coder said. */
  async goTo(coded: CodedTranscript, matter: Matter): Promise<void> {
    this.#current.set(coded, matter.key);
    this.#isLooking = true;
    this.#didChange.fire();
    await reveal(coded, placeOf(coded, matter) ?? firstTurn(coded));
    await vscode.commands.executeCommand('editor.action.showHover', { focus: 'noAutoFocus' });
  }

  /** To the next or previous one listed that `wanted` takes, round the ends; undefined where there is none. */
  async step(
    coded: CodedTranscript,
    direction: 1 | -1,
    wanted: (matter: Matter) => boolean = () => true,
  ): Promise<Matter | undefined> {
    const listed = this.listed(coded);
    const key = this.#current.get(coded);
    const here = listed.findIndex((matter) => matter.key === key);
    const from = here < 0 && direction < 0 ? 0 : here;
    const order = listed.map((_, index) => listed.at((from + direction * (index + 1)) % listed.length));
    const next = order.find((matter) => matter !== undefined && wanted(matter));
    if (next) await this.goTo(coded, next);
    return next;
  }

  pendingReason({ key }: Matter): string | undefined {
    return this.#reasons.get(key);
  }

  /** The reason of what will be decided; an empty one is none. */
  setPendingReason({ key }: Matter, reason: string): void {
    if (reason === '') this.#reasons.delete(key);
    else this.#reasons.set(key, reason);
    this.#didChange.fire();
  }

  namesHidden({ study }: CodedTranscript): boolean {
    const blind = study?.blind ?? false;
    return this.#namesHidden ?? (blind !== false && blind['names'] === true);
  }

  toggleNames(coded: CodedTranscript): boolean {
    this.#namesHidden = !this.namesHidden(coded);
    this.#didChange.fire();
    return this.#namesHidden;
  }

  /** The coders compared, as they are called here, by their ids. */
  names(coded: CodedTranscript): ReadonlyMap<string, string> {
    const hidden = this.namesHidden(coded);
    const coders = this.comparison(coded)?.session.codings.map(({ coder }) => coder) ?? [];
    const listed = new Map(coded.study?.coders.map(({ id, name }) => [id, name]));
    return new Map(
      coders.map((coder, index) => [
        coder,
        hidden ? vscode.l10n.t('Coder {0}', index + 1) : (listed.get(coder) ?? coder),
      ]),
    );
  }
}

function firstTurn({ parsed }: CodedTranscript): vscode.Range | null {
  const [turn] = parsed.turns;
  return turn ? rangeOfTurn(turn) : null;
}
