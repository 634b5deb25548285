/** Modes in which single keys act: one at a time has the keys. */
export class KeyModes {
  readonly #leaving = new Map<string, () => Promise<unknown>>();

  /** `leave` gives up the keys, where the mode has them. */
  add(mode: string, leave: () => Promise<unknown>): void {
    this.#leaving.set(mode, leave);
  }

  /** A mode takes the keys: resolves when the others have given them up. */
  async enter(mode: string): Promise<void> {
    for (const [other, leave] of this.#leaving) if (other !== mode) await leave();
  }
}
