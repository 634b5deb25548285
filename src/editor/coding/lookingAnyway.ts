import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage, showWarningMessage } from '../messages';
import * as z from 'zod/mini';
import { look } from '../../engine/annotations/acts';
import type { CodedTranscript } from '../../store/codedTranscript';
import { baseName } from '../../store/nearest';
import type { HiddenPerson } from '../../store/person';
import { hiddenWord } from '../hiddenWord';
import type { Acting } from './acting';
import { codedOf } from './targets';

/** What a script says: whose coding, why, and that nobody is to be asked whether they mean it. */
const lookArguments = z.object({
  about: z.string(),
  reason: z.optional(z.string()),
  confirmed: z.optional(z.boolean()),
});

/** Somebody hidden in the Annotations view, or in the Study view, there with the session. */
const hiddenNode = z.object({
  person: z.object({ coder: z.string() }),
  session: z.optional(z.object({ uri: z.custom<vscode.Uri>((value) => value instanceof vscode.Uri) })),
});

/** Looking at somebody's coding before the gate is open: with a reason, which is logged. Returns whether it is shown now. */
export function registerLookingAnyway(acting: Acting): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.lookAnyway', async (first: unknown) => {
    const node = hiddenNode.safeParse(first);
    const given = lookArguments.safeParse(first);
    const coded = await codedMeant(acting, first, node.data?.session?.uri);
    const me = coded && (await acting.coder(coded));
    if (!coded || me === undefined) return false;
    await acting.codings.loaded(coded);
    const about = node.data?.person.coder ?? given.data?.about;
    const person = about === undefined ? await choose(coded) : whoIsHidden(coded, about);
    return person ? lookAt(acting, coded, { me, person }, given.data) : false;
  });
}

/** The transcript of the session that was clicked, else the one that is looked at. */
async function codedMeant(
  { codings }: Acting,
  node: unknown,
  session: vscode.Uri | undefined,
): Promise<CodedTranscript | undefined> {
  if (!session) return codedOf(codings);
  await vscode.commands.executeCommand('alliance.openSession', node);
  return codings.of(session);
}

async function choose(coded: CodedTranscript): Promise<HiddenPerson | undefined> {
  const { unseen, sight } = coded;
  if (unseen.length === 0) return tellNobody();
  const items = unseen.map((person) => ({
    label: sight.nameOf(person.coder),
    description: hiddenWord(person.reason),
    person,
  }));
  const title = vscode.l10n.t('Look Anyway: At Whose Coding?');
  return (await showQuickPick(items, { title }))?.person;
}

/** By the id, or by the name in its place where the study hides names. */
function whoIsHidden({ unseen, sight }: CodedTranscript, about: string): HiddenPerson | undefined {
  return unseen.find(({ coder }) => coder === about || sight.nameOf(coder) === about) ?? tellNobody();
}

function tellNobody(): undefined {
  void showInformationMessage(vscode.l10n.t('Nobody’s coding of this session is hidden from you.'));
  return undefined;
}

async function lookAt(
  acting: Acting,
  coded: CodedTranscript,
  { me, person: { coder } }: { readonly me: string; readonly person: HiddenPerson },
  { reason: given, confirmed }: Partial<z.infer<typeof lookArguments>> = {},
): Promise<boolean> {
  if (confirmed !== true && !(await agreed(coded, me, coder))) return false;
  const reason = (given ?? (await askReason(coded, coder)))?.trim();
  if (!reason) return false;
  return acting.exclusive(coded, async () => {
    const own = await acting.begin(coded, true);
    if (!own) return false;
    own.file.act((file) => look(file, coder, reason, now()));
    await acting.shownAndWritten(coded, own);
    await acting.codings.reload(coded);
    return coded.people.some(({ file }) => file.file.coding.coder === coder);
  });
}

async function agreed(coded: CodedTranscript, me: string, coder: string): Promise<boolean> {
  const { study, sight, document } = coded;
  const [who, name] = [sight.nameOf(coder), baseName(document.uri)];
  const isReview = study?.coders.some(({ id, role }) => id === me && role === 'supervisor');
  const detail = [
    isReview
      ? vscode.l10n.t('The coder has not released it: what you say of it may change what is coded.')
      : vscode.l10n.t(
          'From then on your coding of this session is not independent of theirs, and once released it stays as it is.',
        ),
    vscode.l10n.t('Your file will say that you looked, when, and why.'),
  ].join('\n\n');
  const message = vscode.l10n.t('Look at the coding of {0} in {1} before you may see it?', who, name);
  const yes = vscode.l10n.t('Look Anyway');
  return (await showWarningMessage(message, { modal: true, detail }, yes)) === yes;
}

function askReason({ sight }: CodedTranscript, coder: string): Thenable<string | undefined> {
  return vscode.window.showInputBox({
    title: vscode.l10n.t('Look at the Coding of {0}', sight.nameOf(coder)),
    prompt: vscode.l10n.t('Why? It is written into your file.'),
    placeHolder: vscode.l10n.t('training session, technical fault, …'),
    ignoreFocusOut: true,
    validateInput: (typed) => (typed.trim() === '' ? vscode.l10n.t('A reason is needed.') : null),
  });
}

function now(): string {
  return `${new Date().toISOString().slice(0, 19)}Z`;
}
