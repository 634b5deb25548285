import * as vscode from 'vscode';
import * as z from 'zod/mini';
import { NameFinder } from '../../engine/masking/names';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { PersonFiles } from '../../store/personFiles';
import type { StudyIndex } from '../../store/studyIndex';
import type { Acting } from '../coding/acting';
import { codedOf, editorOf } from '../coding/targets';
import { askToken, askWhere, askWords, tokenFault, wordsFault } from './asking';
import { Performing, type Masked } from './performing';
import { planMasking } from './plan';
import { readCase, type CaseTexts, type MaskRequest } from './request';
import { agreed, tellMasked, tellNothing, tellRefused } from './telling';

const argumentSchema = z.object({
  /** Its address; without one, the transcript in the editor is meant. */
  transcript: z.optional(z.string()),
  words: z.optional(z.string()),
  token: z.optional(z.string()),
  scope: z.optional(z.enum(['here', 'transcript', 'case'])),
  anyCase: z.optional(z.boolean()),
  confirmed: z.optional(z.boolean()),
});

type Arguments = z.infer<typeof argumentSchema>;

/** Letters and digits, with hyphens inside: "Anna-Lena", and of "Anna's" the name alone. */
const nameAtCursor = /[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}\p{N}]+)*/u;

export function registerMasking(acting: Acting, index: StudyIndex, files: PersonFiles): vscode.Disposable {
  const masking = new MaskingNames(acting, index, files);
  return vscode.commands.registerCommand('alliance.mask', (first: unknown) => {
    const read = argumentSchema.safeParse(first instanceof vscode.Uri ? {} : first);
    return masking.mask(read.success ? read.data : {});
  });
}

/** Masks names: asks what is not said, names the files, and does it. */
class MaskingNames {
  readonly #acting: Acting;
  readonly #index: StudyIndex;
  readonly #files: PersonFiles;
  /** What stood for words in a case, as long as the window is open: it is written nowhere. */
  readonly #tokens = new Map<string, string>();

  constructor(acting: Acting, index: StudyIndex, files: PersonFiles) {
    this.#acting = acting;
    this.#index = index;
    this.#files = files;
  }

  /** What was changed; undefined where the person declined, or nothing was to be done. */
  async mask(given: Arguments): Promise<Masked | undefined> {
    const coded = await this.#codedMeant(given);
    if (!coded) return undefined;
    await this.#acting.codings.loaded(coded);
    const here = editorOf(coded)?.selection ?? new vscode.Range(0, 0, 0, 0);
    const words = given.words ?? (await wordsMeant(coded));
    if (words === undefined) return undefined;
    const fault = wordsFault(words);
    if (fault !== null) return tellRefused(fault);
    const texts = await readingCase(coded, this.#index);
    const request = await this.#request(words, given, texts, here);
    if (!request) return undefined;
    const chosen = request.scope === 'case' ? texts.texts : texts.texts.slice(0, 1);
    const planned = await planMasking(request, chosen, here, this.#files);
    if (planned.length === 0) return tellNothing();
    const by = await this.#acting.coder(coded);
    if (by === undefined || (given.confirmed !== true && !(await agreed(request, planned)))) return undefined;
    const performing = new Performing(this.#acting, this.#files, request, by);
    const options = { location: vscode.ProgressLocation.Notification, title: vscode.l10n.t('Masking…') };
    await vscode.window.withProgress(options, async () => {
      for (const each of planned) await performing.transcript(each, here);
    });
    this.#tokens.set(keyOf(words, texts), request.token);
    const masked = performing.result();
    tellMasked(masked);
    return masked;
  }

  async #codedMeant({ transcript }: Arguments): Promise<CodedTranscript | undefined> {
    const { codings } = this.#acting;
    if (transcript === undefined) return codedOf(codings);
    const uri = vscode.Uri.parse(transcript);
    await vscode.window.showTextDocument(uri);
    return codings.of(uri);
  }

  /** With what was not said asked for; undefined where the person declined, or the token is none. */
  async #request(
    words: string,
    given: Arguments,
    texts: CaseTexts,
    here: vscode.Range,
  ): Promise<MaskRequest | undefined> {
    const { scope, anyCase = false } = given;
    const where = scope ? { scope, anyCase } : await askWhere(words, texts, here);
    if (!where) return undefined;
    const asked = { words, ...where };
    const token = given.token ?? (await askToken(asked, texts, this.#tokens.get(keyOf(words, texts))));
    if (token === undefined) return undefined;
    const fault = tokenFault(token, new NameFinder(asked));
    return fault === null ? { ...asked, token } : tellRefused(fault);
  }
}

function readingCase(coded: CodedTranscript, index: StudyIndex): Thenable<CaseTexts> {
  const title = vscode.l10n.t('Looking through the case…');
  const options = { location: vscode.ProgressLocation.Window, title };
  return vscode.window.withProgress(options, () => readCase(coded, index));
}

function keyOf(words: string, { name, texts }: CaseTexts): string {
  const own = texts[0]?.uri.toString() ?? '';
  return `${name ?? own}\n${words.toLowerCase()}`;
}

/** The words selected; else asked, beginning with the word at the cursor. */
async function wordsMeant(coded: CodedTranscript): Promise<string | undefined> {
  const editor = editorOf(coded);
  if (!editor) return askWords('');
  const { document, selection } = editor;
  if (!selection.isEmpty) return document.getText(selection).trim().replace(/\s+/gu, ' ');
  const word = document.getWordRangeAtPosition(selection.active, nameAtCursor);
  return askWords(word ? document.getText(word) : '');
}
