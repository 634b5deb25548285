import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { showInformationMessage } from '../messages';
import { idFromName, isPersonId } from '../../engine/study/coderId';
import { putCoder } from '../../engine/study/editStudy';
import type { Study } from '../../engine/study/types';
import type { CodedTranscript } from '../../store/codedTranscript';
import type { Codings } from '../../store/codings';
import type { Identities, Identity } from '../../store/identity';
import type { StudyFiles } from '../../store/studyFiles';
import type { StudyIndex } from '../../store/studyIndex';
import { tellStudyFault } from '../study/tellingStudy';
import { argumentsOf } from './targets';

interface CoderItem extends vscode.QuickPickItem {
  readonly identity?: Identity;
}

/** Who codes: asked when nobody has said so, and at the first act of a window when it may be one of several. */
export class CoderQuestion {
  readonly #identities: Identities;
  readonly #files: StudyFiles;

  constructor(identities: Identities, files: StudyFiles) {
    this.#identities = identities;
    this.#files = files;
  }

  /** Who acts on a transcript; undefined where that has to be asked. */
  known({ study }: CodedTranscript): Identity | undefined {
    const { current, isConfirmed } = this.#identities;
    return isConfirmed || listedIn(study).length < 2 ? current : undefined;
  }

  /** Who acts on a transcript. Undefined where the person declined to say. */
  async answer(coded: CodedTranscript): Promise<Identity | undefined> {
    return this.known(coded) ?? this.ask(coded);
  }

  /** Asks: one of the study's people, or somebody else by name. The study is the transcript's, unless another is given. */
  async ask(coded: CodedTranscript | undefined, study = coded?.study ?? null): Promise<Identity | undefined> {
    const listed = listedIn(study);
    const chosen = listed.length > 0 ? await pick(listed, this.#identities.current) : 'somebody-else';
    if (chosen !== 'somebody-else') return chosen && this.#use(chosen);
    const name = await askForName();
    if (name === undefined) return undefined;
    const known = listed.find(({ id }) => id === name.id);
    if (coded && study && !known) this.#offerToList(coded.document.uri, name);
    return this.#use({ id: name.id, role: known?.role ?? 'coder' });
  }

  async #use(identity: Identity): Promise<Identity> {
    await this.#identities.use(identity);
    return identity;
  }

  /** The study names its people: one who is missing there is no error, but a report would lack the name. */
  #offerToList(transcript: vscode.Uri, { id, typed }: TypedName): void {
    const add = vscode.l10n.t('Add to the Study File');
    const message = vscode.l10n.t('The study file does not list “{0}” among its coders.', id);
    void showInformationMessage(message, add).then(async (choice) => {
      const found = choice === add ? await this.#files.near(transcript) : null;
      if (!found) return;
      const entry = { id, name: typed === id ? null : typed, role: 'coder' } as const;
      const fault = await this.#files.edit(found.uri, putCoder(entry));
      if (fault) tellStudyFault(fault);
    });
  }
}

function listedIn(study: Study | null): Study['coders'] {
  return study?.coders.filter(({ role }) => role !== 'consensus') ?? [];
}

async function pick(
  listed: Study['coders'],
  current: Identity | undefined,
): Promise<Identity | 'somebody-else' | undefined> {
  const people = listed.map(({ id, name, role }): CoderItem => {
    const now = id === current?.id ? vscode.l10n.t('now') : '';
    const description = [name ? id : '', roleWord(role), now].filter(Boolean).join(' · ');
    return { label: name ?? id, description, identity: { id, role } };
  });
  const isListed = listed.some(({ id }) => id === current?.id);
  const unlisted: CoderItem[] =
    current && !isListed
      ? [{ label: current.id, description: vscode.l10n.t('now, not in the study file'), identity: current }]
      : [];
  // Whoever coded last comes first, so that Enter takes them.
  const first = [...unlisted, ...people].sort(
    (a, b) => Number(b.identity?.id === current?.id) - Number(a.identity?.id === current?.id),
  );
  const other: CoderItem = {
    label: vscode.l10n.t('Someone else…'),
    iconPath: new vscode.ThemeIcon('add'),
    alwaysShow: true,
  };
  const chosen = await showQuickPick([...first, other], {
    title: vscode.l10n.t('Who is coding?'),
    placeHolder: vscode.l10n.t('Your annotations go into a file of your own'),
  });
  return chosen && (chosen.identity ?? 'somebody-else');
}

function roleWord(role: string): string {
  return role === 'supervisor' ? vscode.l10n.t('supervisor') : vscode.l10n.t('coder');
}

interface TypedName {
  readonly id: string;
  readonly typed: string;
}

async function askForName(): Promise<TypedName | undefined> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who is coding?'),
    prompt: vscode.l10n.t(
      'A short name for you. It stands in the name of your annotation files, so choose a pseudonym if they are shared.',
    ),
    placeHolder: 'alice',
    validateInput: (text) => {
      const id = idFromName(text);
      if (text === '' || id === text) return null;
      if (!isPersonId(id)) return vscode.l10n.t('Use Latin letters or digits.');
      const message = vscode.l10n.t('Your files will say “{0}”.', id);
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  const typed = value?.trim() ?? '';
  const id = idFromName(typed);
  return isPersonId(id) ? { id, typed } : undefined;
}

export function registerChoosing(
  question: CoderQuestion,
  identities: Identities,
  codings: Codings,
  index: StudyIndex,
): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.chooseCoder', async (first: unknown) => {
    const { coder, role } = argumentsOf(first);
    // The study lists its people; it may still be on its way.
    if (codings.active) await codings.loaded(codings.active);
    // Before a session is open, the study is that of the window.
    const study = (codings.active ?? index.outline ?? (await index.look()))?.study ?? null;
    if (coder === undefined) return question.ask(codings.active, study);
    if (!isPersonId(coder)) return undefined;
    const listed = study?.coders.find(({ id }) => id === coder);
    const identity: Identity = {
      id: coder,
      role: role === 'supervisor' ? 'supervisor' : (listed?.role ?? 'coder'),
    };
    await identities.use(identity);
    return identity;
  });
}
