import * as vscode from 'vscode';
import type { Study } from '../../engine/study/types';
import type { Codings } from '../../store/codings';
import { coderPattern, idFromName, type Identities, type Identity } from '../../store/identity';

import { argumentsOf } from './targets';

export type CoderQuestion = Pick<Identities, 'current' | 'use'>;

interface CoderItem extends vscode.QuickPickItem {
  readonly identity?: Identity;
}

/** Asks who codes: one of the study's people, or somebody else by name. Undefined where the person declined. */
export async function askForCoder(
  question: CoderQuestion,
  study: Study | null,
): Promise<Identity | undefined> {
  const listed = study?.coders.filter(({ role }) => role !== 'consensus') ?? [];
  const identity = listed.length > 0 ? await pick(listed, question.current) : await askForName();
  if (identity) await question.use(identity);
  return identity;
}

async function pick(listed: Study['coders'], current: Identity | undefined): Promise<Identity | undefined> {
  const people: CoderItem[] = listed.map(({ id, name, role }) => ({
    label: name ?? id,
    description: [name ? id : '', roleWord(role), id === current?.id ? vscode.l10n.t('now') : '']
      .filter(Boolean)
      .join(' · '),
    identity: { id, role },
  }));
  const other: CoderItem = { label: vscode.l10n.t('$(add) Someone else…'), alwaysShow: true };
  const chosen = await vscode.window.showQuickPick([...people, other], {
    title: vscode.l10n.t('Who is coding?'),
    placeHolder: vscode.l10n.t('Your annotations go into a file of your own'),
  });
  return chosen && (chosen.identity ?? (await askForName()));
}

function roleWord(role: string): string {
  return role === 'supervisor' ? vscode.l10n.t('supervisor') : vscode.l10n.t('coder');
}

async function askForName(): Promise<Identity | undefined> {
  const value = await vscode.window.showInputBox({
    title: vscode.l10n.t('Who is coding?'),
    prompt: vscode.l10n.t(
      'A short name for you. It stands in the name of your annotation files, so choose a pseudonym if they are shared.',
    ),
    placeHolder: 'alice',
    validateInput: (text) => {
      const id = idFromName(text);
      if (text === '' || id === text) return null;
      if (!coderPattern.test(id) || id === 'consensus') return vscode.l10n.t('Use letters or digits.');
      const message = vscode.l10n.t('Your files will say “{0}”.', id);
      return { message, severity: vscode.InputBoxValidationSeverity.Info };
    },
  });
  const id = value === undefined ? '' : idFromName(value);
  return coderPattern.test(id) && id !== 'consensus' ? { id, role: 'coder' } : undefined;
}

export function registerChoosing(identities: Identities, codings: Codings): vscode.Disposable {
  return vscode.commands.registerCommand('alliance.chooseCoder', async (first: unknown) => {
    const { coder, role } = argumentsOf(first);
    // The study lists its people; it may still be on its way.
    if (codings.active) await codings.loaded(codings.active);
    if (coder === undefined) return askForCoder(identities, codings.active?.study ?? null);
    if (!coderPattern.test(coder) || coder === 'consensus') return undefined;
    const listed = codings.active?.study?.coders.find(({ id }) => id === coder);
    const identity: Identity = {
      id: coder,
      role: role === 'supervisor' ? 'supervisor' : (listed?.role ?? 'coder'),
    };
    await identities.use(identity);
    return identity;
  });
}
