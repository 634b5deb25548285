import * as vscode from 'vscode';
import { plainRows } from '../../editor/picks';
import { formatQuery } from '../../engine/retrieve/formatQuery';
import { parseQuery } from '../../engine/retrieve/parseQuery';
import { everything, type Query, type QueryKey, type Scope } from '../../engine/retrieve/query';
import { Matchers } from '../../engine/retrieve/satisfies';
import { suggest, type Suggestion } from '../../engine/retrieve/suggest';
import { countWords } from '../../words/passages';
import { faultWords } from './faultWords';
import type { FoundPassage, Search } from './search';

interface QueryItem extends vscode.QuickPickItem {
  /** The line with it taken; without one, the query as it stands is meant. */
  readonly line?: string;
}

/**
 * Asks for a query: one line to type, and below it how it could go on, each with what it would find. Undefined where the
 * person declined.
 */
export function askQuery(search: Search, before: Query | undefined): Promise<Query | undefined> {
  return new Promise((answer) => {
    const box = new QueryBox(search, (query) => {
      // First, since a box that goes says that it was left.
      answer(query);
      box.dispose();
    });
    box.show(before ? formatQuery(before) : '');
  });
}

class QueryBox {
  readonly #search: Search;
  readonly #pick = vscode.window.createQuickPick<QueryItem>();
  /** All passages of a scope, asked for once; null while they are looked for. */
  readonly #known = new Map<Scope, readonly FoundPassage[] | null>();
  #looking = 0;
  readonly #disposable: vscode.Disposable;

  constructor(search: Search, done: (query: Query | undefined) => void) {
    this.#search = search;
    const pick = this.#pick;
    pick.title = vscode.l10n.t('Retrieve Passages');
    pick.placeholder = 'code:rupture coder:alice role:client "dunno"';
    this.#disposable = vscode.Disposable.from(
      pick,
      pick.onDidChangeValue(() => this.#update()),
      pick.onDidHide(() => done(undefined)),
      pick.onDidAccept(() => {
        const [item] = pick.activeItems;
        if (item?.line === undefined) return done(parseQuery(pick.value).query);
        pick.value = item.line;
        this.#update();
      }),
    );
  }

  show(line: string): void {
    this.#pick.value = line === '' ? '' : `${line} `;
    this.#update();
    this.#pick.show();
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #update(): void {
    const { value } = this.#pick;
    const { query, faults } = parseQuery(value);
    const all = this.#passagesOf(query.scope);
    const matchers = new Matchers(query);
    const found = all?.filter((passage) => matchers.fits(passage));
    const ways = suggest(value, all ?? []).map(suggestionItem);
    const show: QueryItem = {
      label: vscode.l10n.t('Show'),
      iconPath: new vscode.ThemeIcon('search'),
      description: found ? countWords(found, vscode.l10n.t) : '',
      alwaysShow: true,
    };
    const wrong = faults.map((fault): QueryItem => {
      return { label: faultWords(fault), iconPath: new vscode.ThemeIcon('warning'), alwaysShow: true };
    });
    // A value half typed finds nothing yet: Enter completes it.
    const isHalf = ways.length > 0 && (found?.length === 0 || faults.some(({ end }) => end === value.length));
    const goOn = [separator(vscode.l10n.t('go on with')), ...ways];
    this.#pick.busy = this.#looking > 0;
    this.#pick.items = plainRows(
      isHalf ? [...goOn, separator(''), show, ...wrong] : [show, ...wrong, ...goOn],
    );
  }

  #passagesOf(scope: Scope): readonly FoundPassage[] | null {
    const known = this.#known.get(scope);
    if (known === undefined) void this.#lookIn(scope);
    return known ?? null;
  }

  /** Where the person stops it, nothing is known: the line can be typed and asked all the same. */
  async #lookIn(scope: Scope): Promise<void> {
    this.#known.set(scope, null);
    this.#looking++;
    try {
      const found = await this.#search.find({ ...everything, scope });
      this.#known.set(scope, found?.passages ?? null);
    } finally {
      this.#looking--;
      this.#update();
    }
  }
}

function separator(label: string): QueryItem {
  return { label, kind: vscode.QuickPickItemKind.Separator };
}

function suggestionItem({ key, value, line, count }: Suggestion): QueryItem {
  return value === null
    ? { label: `${key}:`, description: keyWords(key), line, alwaysShow: true }
    : {
        // Without the key, nothing of what is typed is found in it: a list that matches would be sorted anew.
        label: value,
        description: count === null ? scopeWords(value) : String(count),
        line,
        alwaysShow: true,
      };
}

function keyWords(key: QueryKey): string {
  switch (key) {
    case 'code':
      return vscode.l10n.t('a code, with all below it');
    case 'with':
      return vscode.l10n.t('a code that lies on the same words');
    case 'kind':
      return vscode.l10n.t('what the code is in an episode');
    case 'coder':
      return vscode.l10n.t('who coded it');
    case 'role':
      return vscode.l10n.t('who speaks: therapist, client, other');
    case 'speaker':
      return vscode.l10n.t('who speaks, by label');
    case 'case':
      return vscode.l10n.t('the case');
    case 'session':
      return vscode.l10n.t('the number of the session');
    case 'note':
      return vscode.l10n.t('words in the coder’s note');
    case 'state':
      return vscode.l10n.t('certain, unconfirmed, or lost');
    case 'in':
      return vscode.l10n.t('where to look: this session, its case, the study');
    case 'text':
      break;
  }
  return vscode.l10n.t('words of the passage');
}

function scopeWords(scope: string): string {
  if (scope === 'session') return vscode.l10n.t('the transcript last looked at');
  return scope === 'case' ? vscode.l10n.t('all sessions of its case') : vscode.l10n.t('the whole study');
}
