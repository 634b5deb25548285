import * as vscode from 'vscode';
import type { Query } from '../../engine/retrieve/query';
import type { Codings } from '../../store/codings';
import type { Identities } from '../../store/identity';
import type { Found, Search, Studies } from './search';

/** What was last retrieved: one state for the tree, the page and the commands. Kept in memory only. */
export class Retrieved implements vscode.Disposable {
  readonly #search: Search;
  readonly #didChange = new vscode.EventEmitter<void>();
  readonly #disposable: vscode.Disposable;
  #found: Found | undefined;
  #stale = false;
  /** Counts the searches: only what the last one found is shown. */
  #searches = 0;
  readonly onDidChange = this.#didChange.event;

  constructor(search: Search, codings: Codings, studies: Studies, identities: Identities) {
    this.#search = search;
    this.#disposable = vscode.Disposable.from(
      this.#didChange,
      codings.onDidChange(() => this.#outdate()),
      studies.onDidChange(() => this.#outdate()),
      identities.onDidChange(() => this.#changeIdentity()),
    );
  }

  get found(): Found | undefined {
    return this.#found;
  }

  /** Something changed since; what is shown is what was found then. */
  get isStale(): boolean {
    return this.#stale;
  }

  /** Undefined where the person stopped it; then, and where something else was asked meanwhile, what is shown stays. */
  async find(query: Query): Promise<Found | undefined> {
    const search = ++this.#searches;
    const found = await this.#search.find(query);
    if (found && search === this.#searches) this.#show(found);
    return found;
  }

  clear(): void {
    this.#searches++;
    this.#show(undefined);
  }

  dispose(): void {
    this.#disposable.dispose();
  }

  #show(found: Found | undefined): void {
    this.#found = found;
    this.#stale = false;
    void vscode.commands.executeCommand('setContext', 'alliance.retrieved', found !== undefined);
    this.#didChange.fire();
  }

  #outdate(): void {
    if (!this.#found) return;
    if (!this.#stale) {
      this.#stale = true;
      this.#didChange.fire();
    }
    void this.#askGate(this.#found);
  }

  /** What may not be seen any more (a release was taken back) is not left standing until somebody asks anew. */
  async #askGate(found: Found): Promise<void> {
    if ((await this.#search.mayStillShow(found)) || this.#found !== found) return;
    this.clear();
    await this.find(found.query);
  }

  /** Somebody else codes: what the person before could see goes at once, and the same is asked anew. */
  #changeIdentity(): void {
    const query = this.#found?.query;
    this.clear();
    if (query) void this.find(query);
  }
}
