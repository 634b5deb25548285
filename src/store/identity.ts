import * as vscode from 'vscode';
import type { CoderRole } from '../engine/annotations/types';

/** Who codes in this window. */
export interface Identity {
  readonly id: string;
  readonly role: CoderRole;
}

/** Product section 3: a coder's id. */
export const coderPattern = /^[a-z0-9][a-z0-9_-]{0,31}$/;

const key = 'alliance.coder';

/** Remembers who codes: for a workspace where that was chosen, else as last chosen anywhere on this machine. */
export class Identities implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #didChange = new vscode.EventEmitter<Identity | undefined>();
  readonly onDidChange = this.#didChange.event;

  constructor(context: vscode.ExtensionContext) {
    this.#context = context;
  }

  get current(): Identity | undefined {
    return (
      valid(this.#context.workspaceState.get(key)) ?? valid(this.#context.globalState.get(key)) ?? undefined
    );
  }

  async use(identity: Identity): Promise<void> {
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
  return typeof id === 'string' && coderPattern.test(id) && (role === 'coder' || role === 'supervisor')
    ? { id, role }
    : null;
}

/** The id a person most likely means by a name: `Alice Müller` becomes `alice-muller`. */
export function idFromName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9_-]+/g, '-')
    .replace(/^[-_]+|-+$/g, '')
    .slice(0, 32);
}
