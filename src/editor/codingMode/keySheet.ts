import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import { choicesUnder, keysOf } from '../../engine/codebook/keyPath';
import type { Code, Codebook } from '../../engine/codebook/types';

interface KeyItem extends vscode.QuickPickItem {
  /** A code to apply. */
  readonly code?: Code;
  /** A key to press. */
  readonly key?: string;
}

/** What was chosen on the sheet. */
export type Chosen = { readonly code: Code } | { readonly key: string };

/** The keys of the current codebook and of coding mode, searchable; the choices of an open code come first. */
export async function chooseFromKeys(codebook: Codebook, open: Code | null): Promise<Chosen | undefined> {
  const items = [
    ...openItems(codebook, open),
    ...codebook.families.flatMap((family) => itemsOf(codebook, family)),
  ];
  const chosen = await showQuickPick([...items, ...actItems()], {
    title: vscode.l10n.t('Keys of “{0}”', codebook.title),
    placeHolder: vscode.l10n.t('Type a part of a code or of its definition. Enter applies it.'),
    matchOnDescription: true,
  });
  if (chosen?.code) return { code: chosen.code };
  return chosen?.key === undefined ? undefined : { key: chosen.key };
}

function openItems(codebook: Codebook, open: Code | null): KeyItem[] {
  if (!open) return [];
  const choices = choicesUnder(codebook, open).map((code) => itemOf(code.key ?? '', code));
  return [separator(vscode.l10n.t('Now: {0}', open.label)), ...choices];
}

function itemsOf(codebook: Codebook, family: Code): KeyItem[] {
  const codes = [...codebook.codes.values()].filter((code) => code.family === family.id);
  const items = codes.flatMap((code) => {
    const keys = keysOf(codebook, code);
    return keys ? [itemOf(keys.join(' '), code)] : [];
  });
  return items.length > 0 ? [separator(family.label), ...items] : [];
}

function itemOf(keys: string, code: Code): KeyItem {
  return {
    label: `${keys}\u2003${code.label}`,
    description: code.definition,
    code,
  };
}

function actItems(): KeyItem[] {
  const act = (keys: string, words: string, key?: string): KeyItem => ({
    label: `${keys}\u2003${words}`,
    ...(key === undefined ? {} : { key }),
  });
  return [
    separator(vscode.l10n.t('Moving')),
    act('j ↓', vscode.l10n.t('Next turn; the one left counts as judged'), 'j'),
    act('k ↑', vscode.l10n.t('Previous turn'), 'k'),
    act('u', vscode.l10n.t('Next turn that nobody judged'), 'u'),
    act('Alt+↓ ⌥↓', vscode.l10n.t('Next annotation'), 'alt+down'),
    act('Alt+↑ ⌥↑', vscode.l10n.t('Previous annotation'), 'alt+up'),
    separator(vscode.l10n.t('Changing')),
    act('.', vscode.l10n.t('The last code once more, here'), '.'),
    act('0–9', vscode.l10n.t('Value of the first scale that has it')),
    act('e', vscode.l10n.t('Wider: word, sentence, turn'), 'e'),
    act('E', vscode.l10n.t('Narrower: turn, sentence, word'), 'E'),
    act('n', vscode.l10n.t('Note on the annotation'), 'n'),
    act('m', vscode.l10n.t('Memo on the turn'), 'm'),
    act('l', vscode.l10n.t('Link rupture and repair'), 'l'),
    act('⌫', vscode.l10n.t('Delete the annotation'), 'backspace'),
    act(',', vscode.l10n.t('Next annotation to confirm'), ','),
    act('Enter', vscode.l10n.t('Confirm the passage'), 'enter'),
    act('-', vscode.l10n.t('The passage is not here'), '-'),
    act('Ctrl+Z ⌘Z', vscode.l10n.t('Undo coding'), 'undo'),
    act('Ctrl+Y ⌘Y', vscode.l10n.t('Redo coding'), 'redo'),
  ];
}

function separator(label: string): KeyItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}
