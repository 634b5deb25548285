import * as vscode from 'vscode';
import type { QueryFault } from '../../engine/retrieve/parseQuery';

/** What cannot be read in a query, and what to do about it. */
export function faultWords({ code, data }: QueryFault): string {
  const { key = '', value = '', allowed = '', limit = '' } = data;
  switch (code) {
    case 'unknown-key':
      return vscode.l10n.t(
        '“{0}:” is nothing to ask for. Put it in quotation marks to find it as words.',
        key,
      );
    case 'missing-value':
      return vscode.l10n.t('“{0}:” needs a value behind it.', key);
    case 'wrong-value':
      return vscode.l10n.t('“{0}” is no value of “{1}:”. It can be: {2}', value, key, allowed);
    case 'unclosed-quote':
      return vscode.l10n.t('A quotation mark is not closed.');
    case 'too-long':
      break;
  }
  return vscode.l10n.t('A query has at most {0} characters.', limit);
}
