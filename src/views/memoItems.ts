import * as vscode from 'vscode';
import type { Sight } from '../engine/study/blinding';
import type { ShownMemo } from '../store/memos';

/** A memo in the Annotations view. `memo` is what menu commands take as their argument. */
export interface MemoNode {
  readonly kind: 'memo';
  readonly memo: ShownMemo;
}

export function memoTreeItem(node: MemoNode, { nameOf }: Sight): vscode.TreeItem {
  const { key, editable, own, memo, about } = node.memo;
  const coder = nameOf(node.memo.coder);
  const where =
    about === 'session'
      ? vscode.l10n.t('session')
      : about === 'lost'
        ? vscode.l10n.t('without a place')
        : vscode.l10n.t('turn {0}', about.number);
  const words = memo.text.replaceAll(/\s+/g, ' ').trim();
  const item = new vscode.TreeItem(words.slice(0, 90));
  item.id = `memo ${key}`;
  item.description = own ? where : `${where} · ${coder}`;
  item.iconPath = new vscode.ThemeIcon('note');
  item.tooltip = memo.text;
  item.contextValue = editable ? 'memo' : 'memo-sealed';
  item.accessibilityInformation = { label: [vscode.l10n.t('Memo'), where, coder, words].join(', ') };
  if (typeof about !== 'string') {
    const goTo = { turns: [about.number] };
    item.command = { command: 'alliance.goToTurn', title: vscode.l10n.t('Go to Turn'), arguments: [goTo] };
  } else if (editable) {
    const edit = { id: memo.id };
    item.command = { command: 'alliance.memo', title: vscode.l10n.t('Edit Memo'), arguments: [edit] };
  }
  return item;
}
