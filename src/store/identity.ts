import * as vscode from 'vscode';
import { isCoderId } from '../engine/annotations/ids';
import type { CoderRole } from '../engine/annotations/types';

/** Who codes in this window. */
export interface Identity {
  readonly id: string;
  readonly role: CoderRole;
}

const key = 'alliance.coder';

/** Remembers who codes: for a workspace where that was chosen, else as last chosen anywhere on this machine. */
export class Identities implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #didChange = new vscode.EventEmitter<Identity | undefined>();
  readonly onDidChange = this.#didChange.event;
  #confirmed = false;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  get current(): Identity | undefined {
    return (
      valid(this.#context.workspaceState.get(key)) ?? valid(this.#context.globalState.get(key)) ?? undefined
    );
  }

  /** Whether somebody said in this window who codes; else it is who did so the last time. */
  get isConfirmed(): boolean {
    return this.#confirmed;
  }

  async use(identity: Identity): Promise<void> {
    this.#confirmed = true;
    await this.#context.workspaceState.update(key, identity);
    await this.#context.globalState.update(key, identity);
    this.#didChange.fire(identity);
  }

  dispose(): void {
    this.#didChange.dispose();
  }
}

function valid(value: unknown): Identity | null {
  if (typeof value !== 'object' || value === null) return null;
  const { id, role } = value as Partial<Identity>;
  return typeof id === 'string' && isCoderId(id) && (role === 'coder' || role === 'supervisor')
    ? { id, role }
    : null;
}
