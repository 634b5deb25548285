import * as vscode from 'vscode';
import { showQuickPick } from '../picks';
import type { Code, Codebook } from '../../engine/codebook/types';
import { familyLetter } from '../../engine/codebook/keys';
import { idAndKeys } from '../codeCard';

interface CodeItem extends vscode.QuickPickItem {
  readonly code?: Code;
}

/** Any code by search: by label, id or definition, family by family, each family with its key. */
export async function pickCode(codebook: Codebook, title: string): Promise<Code | undefined> {
  const items = codebook.families.flatMap((family): CodeItem[] => [
    {
      label: `${familyLetter(codebook, family.id)}  ${family.label}`,
      kind: vscode.QuickPickItemKind.Separator,
    },
    ...[...codebook.codes.values()]
      .filter((code) => code.family === family.id)
      .map((code) => item(code, codebook)),
  ]);
  const chosen = await showQuickPick(items, {
    title,
    placeHolder: vscode.l10n.t('Type a part of a code, or of its definition'),
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return chosen?.code;
}

function item(code: Code, codebook: Codebook): CodeItem {
  const depth = code.id.split('.').length - 1;
  return {
    label: `${'\u2003'.repeat(depth)}${code.label}`,
    description: idAndKeys(code, codebook),
    detail: `${'\u2003'.repeat(depth)}${code.definition}`,
    code,
  };
}
