import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import * as z from 'zod/mini';
import { recodeAll, revisionOf, type Revision } from '../../engine/annotations/recodeAll';
import type { Coding } from '../../engine/annotations/types';
import type { Codebook } from '../../engine/codebook/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { StudyIndex } from '../../store/studyIndex';
import type { Acting } from './acting';
import { decide } from './decideCodes';
import { codedOf } from './targets';

const argumentSchema = z.object({
  scope: z.optional(z.enum(['session', 'study'])),
  /** By old id, where several codes replaced it: the one to take for all. With it, nothing is asked; the others are left. */
  choices: z.optional(z.record(z.string(), z.string())),
});

/** What was brought up to date; files by their transcripts' names. */
export interface RecodedAll {
  readonly recoded: readonly { readonly transcript: string; readonly annotations: number }[];
  /** Annotations left for a later choice. */
  readonly undecided: number;
  /** Sealed, so they stay as they are. */
  readonly released: readonly string[];
  /** Declined, or not to be read or written. */
  readonly failed: readonly string[];
}

/** One's own codings, brought up to the codebook in use: old ids to new ones, as one act for each transcript. */
export function registerRecodingAll(acting: Acting, index: StudyIndex): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.recodeAll', async (first: unknown) => {
    const read = argumentSchema.safeParse(first);
    const { scope, choices } = read.success ? read.data : {};
    const coded = codedOf(acting.codings);
    if (coded) await acting.codings.loaded(coded);
    const uris = await whichSessions(coded, index, scope);
    if (!uris) return undefined;
    const recoding = new Recoding(acting, choices);
    for (const uri of uris) if (!(await recoding.transcript(uri))) break;
    tell(recoding.result(), coded?.codebook);
    return recoding.result();
  });
}

/** The transcripts whose codings are meant: the open one, or all of the study that something is to be done in. */
async function whichSessions(
  coded: CodedTranscript | undefined,
  index: StudyIndex,
  scope: 'session' | 'study' | undefined,
): Promise<readonly vscode.Uri[] | undefined> {
  const here = coded ? [coded.document.uri] : [];
  if (scope === 'session') return here;
  const title = vscode.l10n.t('Looking through your sessions…');
  const options = { location: vscode.ProgressLocation.Window, title };
  const shape = await vscode.window.withProgress(options, () => index.read());
  const all = (shape?.sessions ?? []).filter(({ codings, codebook }) =>
    codings.some(({ own, coding }) => own && isOld(coding, codebook)),
  );
  const uris = all.map(({ uri }) => uri);
  if (scope === 'study' || here.length === 0) return uris;
  return uris.some((uri) => uri.toString() !== here[0]?.toString()) ? askWhich(here, uris) : here;
}

function isOld(coding: Coding, codebook: Codebook): boolean {
  return coding.annotations.length > 0 && isToDo(revisionOf(coding, codebook));
}

function isToDo({ renamed, undecided, otherCodebook }: Revision): boolean {
  return renamed.length > 0 || undecided.length > 0 || otherCodebook;
}

async function askWhich(
  here: readonly vscode.Uri[],
  all: readonly vscode.Uri[],
): Promise<readonly vscode.Uri[] | undefined> {
  const items = [
    {
      label: vscode.l10n.t('This session'),
      description: here.map(baseName).join(', '),
      uris: here,
    },
    {
      label: vscode.l10n.t('All my sessions of the study'),
      description: vscode.l10n.t('sessions to bring up to date: {0}', all.length),
      detail: all.map(baseName).join(', '),
      uris: all,
    },
  ];
  const placeHolder = vscode.l10n.t('Each session is one act, which Undo Coding takes back there');
  const chosen = await showQuickPick(items, {
    title: vscode.l10n.t('Recode All'),
    placeHolder,
  });
  return chosen?.uris;
}

/** Goes from transcript to transcript; what was decided for all of an id holds for those that follow. */
class Recoding {
  readonly #acting: Acting;
  readonly #choices: Map<string, string>;
  readonly #asks: boolean;
  readonly #recoded: { transcript: string; annotations: number }[] = [];
  readonly #released: string[] = [];
  readonly #failed: string[] = [];
  #undecided = 0;

  constructor(acting: Acting, choices: Readonly<Record<string, string>> | undefined) {
    this.#acting = acting;
    this.#choices = new Map(Object.entries(choices ?? {}));
    this.#asks = choices === undefined;
  }

  result(): RecodedAll {
    return {
      recoded: this.#recoded,
      undecided: this.#undecided,
      released: this.#released,
      failed: this.#failed,
    };
  }

  /** False where the person does not want to go on. */
  async transcript(uri: vscode.Uri): Promise<boolean> {
    const name = baseName(uri);
    const coded = await this.#open(uri);
    if (!coded) return this.#fail(name);
    const { ownCoding, codebook } = coded;
    const revision = ownCoding && revisionOf(ownCoding, codebook);
    if (!revision || !isToDo(revision)) return true;
    if (ownCoding.released) {
      this.#released.push(name);
      return true;
    }
    const chosen = await decide(coded, revision.undecided, this.#choices, this.#asks);
    if (!chosen) return false;
    const label = vscode.l10n.t('Recode All');
    const done = await this.#acting.perform(coded, label, (file) => recodeAll(file, codebook, chosen));
    if (!done) return this.#fail(name);
    this.#recoded.push({ transcript: name, annotations: revision.renamed.length + chosen.size });
    this.#undecided += revision.undecided.length - chosen.size;
    return true;
  }

  #fail(name: string): true {
    this.#failed.push(name);
    return true;
  }

  /** A transcript that no editor shows is opened without one: its places follow its text there, too. */
  async #open(uri: vscode.Uri): Promise<CodedTranscript | undefined> {
    const { codings } = this.#acting;
    try {
      if (!codings.of(uri)) await vscode.workspace.openTextDocument(uri);
    } catch {
      return undefined;
    }
    const coded = codings.of(uri);
    if (coded) await codings.loaded(coded);
    return coded;
  }
}

function tell({ recoded, undecided, released, failed }: RecodedAll, codebook: Codebook | undefined): void {
  const count = recoded.reduce((sum, { annotations }) => sum + annotations, 0);
  const nothing = recoded.length + released.length + failed.length === 0;
  const lines = [
    nothing && codebook
      ? vscode.l10n.t('All your codes are those of “{0}” {1}.', codebook.title, codebook.version)
      : vscode.l10n.t('Annotations recoded: {0}, in sessions: {1}.', count, recoded.length),
    undecided > 0 ? vscode.l10n.t('Left for a choice: {0}.', undecided) : '',
    released.length > 0 ? vscode.l10n.t('Released, so not touched: {0}.', released.join(', ')) : '',
    failed.length > 0 ? vscode.l10n.t('Not done: {0}.', failed.join(', ')) : '',
  ];
  void showInformationMessage(lines.filter(Boolean).join(' '));
}
