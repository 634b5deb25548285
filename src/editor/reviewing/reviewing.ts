import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { noteEvent } from '../../engine/annotations/comments';
import { reviewOf, reviewTime, type Review } from '../../engine/annotations/reviews';
import type { Coding } from '../../engine/annotations/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Identities } from '../../store/identity';
import { baseName } from '../../store/nearest';
import type { Acting } from '../coding/acting';
import { isCoding } from '../coding/seenOthers';
import { argumentsOf, codedOf } from '../coding/targets';

/** A supervisor sends a coder's released session back, or approves it. Each command returns whether it was done. */
export function registerReviewing(acting: Acting, identities: Identities): vscode.Disposable {
  const { registerCommand, executeCommand } = vscode.commands;
  const tellRole = (): void =>
    void executeCommand('setContext', 'alliance.supervisor', identities.current?.role === 'supervisor');
  tellRole();
  const reviewing = new Reviewing(acting, identities);
  return vscode.Disposable.from(
    identities.onDidChange(tellRole),
    registerCommand('alliance.sendBack', (first: unknown) => reviewing.say(first, 'sent_back')),
    registerCommand('alliance.approve', (first: unknown) => reviewing.say(first, 'approved')),
  );
}

/** An entry of the Study view stands for a person's coding of a session. */
const treeItem = z.object({
  session: z.object({ uri: z.custom<vscode.Uri>((value) => value instanceof vscode.Uri) }),
  person: z.object({ coder: z.string() }),
});

interface CodingItem extends vscode.QuickPickItem {
  readonly coding: Coding;
}

class Reviewing {
  readonly #acting: Acting;
  readonly #identities: Identities;

  constructor(acting: Acting, identities: Identities) {
    this.#acting = acting;
    this.#identities = identities;
  }

  async say(first: unknown, event: Review['event']): Promise<boolean> {
    const item = treeItem.safeParse(first);
    const args = item.success ? { coder: item.data.person.coder } : argumentsOf(first);
    const coded = item.success ? await this.#opened(item.data.session.uri) : codedOf(this.#acting.codings);
    if (!coded || (await this.#acting.coder(coded)) === undefined) return false;
    if (this.#identities.current?.role !== 'supervisor') return tellSupervisors();
    const coding = await this.#coding(coded, args.coder);
    const reason = coding && (args.note ?? (await askReason(coding, event)));
    if (!coding || reason === undefined) return false;
    const at = reviewTime(now(), coding, coded.codings);
    const about = coding.coder;
    const entry = reason.trim() === '' ? { at, event, about } : { at, event, about, reason: reason.trim() };
    const label = event === 'approved' ? vscode.l10n.t('Approve') : vscode.l10n.t('Send Back');
    const done = await this.#acting.say(coded, label, (file) => noteEvent(file, entry));
    if (done && event === 'sent_back') tellIfSealed(coded, coding);
    return done;
  }

  async #opened(uri: vscode.Uri): Promise<CodedTranscript | undefined> {
    await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    return this.#acting.codings.of(uri);
  }

  /** The released coding that is meant: the one named, the only one, or the one chosen. */
  async #coding(coded: CodedTranscript, coder: string | undefined): Promise<Coding | undefined> {
    const released = releasedBy(coded);
    const named = released.filter((coding) => coder === undefined || coding.coder === coder);
    if (named.length === 0) return tellNoneReleased(coded);
    if (named.length === 1) return named[0];
    const items = named.map((coding): CodingItem => ({
      label: coding.name ?? coding.coder,
      description: reviewWord(reviewOf(coding, coded.codings)),
      coding,
    }));
    const placeHolder = vscode.l10n.t('Whose coding of {0}?', baseName(coded.document.uri));
    return (await showQuickPick(items, { placeHolder }))?.coding;
  }
}

/** Others' codings that may be reviewed. */
function releasedBy({ codings, ownCoding }: CodedTranscript): Coding[] {
  return codings.filter(
    (coding) => coding !== ownCoding && coding.role === 'coder' && coding.released !== undefined,
  );
}

/** What became of a coding, in a word or two; empty where nobody said anything. */
function reviewWord(review: Review | null): string {
  if (!review) return '';
  return review.event === 'approved' ? vscode.l10n.t('approved') : vscode.l10n.t('sent back');
}

/** Who has to do something about it wants to know what; an approval speaks for itself. */
async function askReason(coding: Coding, event: Review['event']): Promise<string | undefined> {
  if (event === 'approved') return '';
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Send the Coding of {0} Back', coding.name ?? coding.coder),
    prompt: vscode.l10n.t('What should be looked at again? It is shown when the session is opened.'),
    validateInput: (text) => (text.trim() === '' ? vscode.l10n.t('Please say why.') : null),
    ignoreFocusOut: true,
  });
}

function tellSupervisors(): false {
  void showInformationMessage(
    vscode.l10n.t(
      'Only supervisors send codings back and approve them. Choose in the status bar who you are.',
    ),
  );
  return false;
}

function tellNoneReleased(coded: CodedTranscript): undefined {
  void showInformationMessage(
    vscode.l10n.t('Nobody whose coding you may review has released {0}.', baseName(coded.document.uri)),
  );
  return undefined;
}

/** Who released sees others' codings, and cannot take the release back then: the supervisor should know. */
function tellIfSealed(coded: CodedTranscript, coding: Coding): void {
  const { ownCoding } = coded;
  const seen = releasedBy(coded).find(({ coder }) => coder !== coding.coder);
  const other = seen ?? (ownCoding && isCoding(ownCoding) ? ownCoding : undefined);
  if (!other) return;
  void showInformationMessage(
    vscode.l10n.t(
      '{0} can see the coding of {1}, so the release stands: what you sent back is corrected in the consensus.',
      coding.name ?? coding.coder,
      other.name ?? other.coder,
    ),
  );
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
