import * as vscode from 'vscode';
import { plainRows, showQuickPick } from '../picks';
import { mentionsIn } from '../../engine/masking/maskText';
import { NameFinder, wordsRefusal } from '../../engine/masking/names';
import { nextToken, tokenKinds, tokenRefusal, tokensIn } from '../../engine/masking/tokens';
import { overlaps, type Range } from '../../engine/position';
import type { CaseTexts, MaskRequest, MaskScope } from './request';

const title = (): string => vscode.l10n.t('Mask Name');

/** The words to mask; undefined where the person declined. */
export async function askWords(suggested: string): Promise<string | undefined> {
  const words = await vscode.window.showInputBox({
    title: title(),
    prompt: vscode.l10n.t('The name to mask, spelled as in the transcript. It is kept nowhere.'),
    value: suggested,
    validateInput: (text) => (text === '' ? null : wordsFault(text)),
  });
  return words === undefined || words.trim() === '' ? undefined : words.trim();
}

/** Why words cannot be masked, in a sentence. */
export function wordsFault(words: string): string | null {
  const refusal = wordsRefusal(words);
  if (refusal === null) return null;
  return refusal === 'empty'
    ? vscode.l10n.t('A name has at least one letter or digit.')
    : vscode.l10n.t('This is too long for a name.');
}

/** Why something cannot stand for the name, in a sentence. */
export function tokenFault(token: string, name: NameFinder): string | null {
  const refusal = tokenRefusal(token, name);
  if (refusal === null) return null;
  return refusal === 'no-token'
    ? vscode.l10n.t('Write capitals in brackets, as in [NAME_1], or a pseudonym behind an asterisk: *Berta.')
    : vscode.l10n.t('This would still say the name.');
}

type Where = Pick<MaskRequest, 'scope' | 'anyCase'>;

interface ScopeItem extends vscode.QuickPickItem {
  readonly scope: MaskScope;
}

/** Where to mask, with how often the name stands there; a button looks for other capitals too. */
export function askWhere(words: string, { name, texts }: CaseTexts, here: Range): Promise<Where | undefined> {
  const pick = vscode.window.createQuickPick<ScopeItem>();
  const capitals = {
    iconPath: new vscode.ThemeIcon('case-sensitive'),
    tooltip: vscode.l10n.t('Also in other capitals'),
  };
  let anyCase = false;
  const show = (): void => {
    const finder = new NameFinder({ words, anyCase });
    const counts = texts.map(({ parsed }) => mentionsIn(parsed, finder));
    const [own = [], ...others] = counts;
    const isHere = own.some((mention) => mention.some((stretch) => overlaps(stretch, here)));
    const items = [
      { scope: 'here' as const, label: vscode.l10n.t('Here only'), description: '1' },
      {
        scope: 'transcript' as const,
        label: vscode.l10n.t('In this transcript'),
        description: vscode.l10n.t('mentions: {0}', own.length),
        detail: vscode.l10n.t('And in notes, memos and comments of the annotation files about it'),
      },
      {
        scope: 'case' as const,
        label: vscode.l10n.t('In the whole case {0}', name ?? ''),
        description: vscode.l10n.t(
          'mentions: {0}, transcripts: {1}',
          counts.reduce((sum, each) => sum + each.length, 0),
          texts.length,
        ),
        detail: vscode.l10n.t('And in notes, memos and comments of the annotation files about them'),
      },
    ];
    pick.items = plainRows(
      items.filter(
        ({ scope }) =>
          (scope !== 'here' || (isHere && own.length > 1)) && (scope !== 'case' || others.length > 0),
      ),
    );
    // The case is what a person means who masks a name.
    pick.activeItems = pick.items.slice(-1);
  };
  pick.title = title();
  pick.placeholder = vscode.l10n.t('Where?');
  pick.buttons = [capitals];
  return new Promise((answer) => {
    const disposable = vscode.Disposable.from(
      pick,
      pick.onDidTriggerButton(() => {
        anyCase = !anyCase;
        pick.placeholder = anyCase ? vscode.l10n.t('Where? In whatever capitals') : vscode.l10n.t('Where?');
        show();
      }),
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        answer(item && { scope: item.scope, anyCase });
        disposable.dispose();
      }),
      pick.onDidHide(() => {
        answer(undefined);
        disposable.dispose();
      }),
    );
    show();
    pick.show();
  });
}

interface TokenItem extends vscode.QuickPickItem {
  readonly token?: string;
}

/** What is to stand there: what stood for the same words before, the next free one of a kind, one in use, or one typed. */
export async function askToken(
  words: MaskRequest | Omit<MaskRequest, 'token'>,
  { texts }: CaseTexts,
  before: string | undefined,
): Promise<string | undefined> {
  const finder = new NameFinder(words);
  const used = tokensIn(texts.map(({ parsed }) => parsed));
  const free = tokenKinds.map((kind) => nextToken(kind, used.keys()));
  const again =
    before === undefined ? [] : [{ token: before, label: before, description: vscode.l10n.t('as before') }];
  const inUse = [...used].map(([token, count]) => ({
    token,
    label: token,
    description: vscode.l10n.t('in this case already: {0}', count),
  }));
  const items: TokenItem[] = [
    ...again,
    ...free.map((token) => ({ token, label: token, description: vscode.l10n.t('new') })),
    { label: vscode.l10n.t('Another…'), iconPath: new vscode.ThemeIcon('edit'), alwaysShow: true },
    ...inUse.filter(({ token }) => token !== before),
  ];
  const placeHolder = vscode.l10n.t('What is to stand for it? One person, one token, in the whole case');
  const chosen = await showQuickPick<TokenItem>(items, { title: title(), placeHolder });
  if (!chosen) return undefined;
  return chosen.token ?? typedToken(finder);
}

async function typedToken(finder: NameFinder): Promise<string | undefined> {
  const token = await vscode.window.showInputBox({
    title: title(),
    placeHolder: '[NAME_1], *Berta',
    validateInput: (text) => (text === '' ? null : tokenFault(text, finder)),
  });
  return token === '' ? undefined : token;
}
