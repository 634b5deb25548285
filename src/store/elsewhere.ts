/**
 * Which entries of a file were changed elsewhere (another window, git, an editor), and before which of one's own acts: an
 * undo does not take back somebody else's work.
 */
export class Elsewhere {
  #times = 0;
  readonly #changed = new Map<string, number>();

  /** Counts the changes from elsewhere. */
  get times(): number {
    return this.#times;
  }

  /** `entries` as `annotations/k7f3m2q9`. */
  note(entries: readonly string[]): void {
    this.#times++;
    for (const entry of entries) this.#changed.set(entry, this.#times);
  }

  /** Whether an entry was changed elsewhere since `times` was what it was then. */
  isChangedSince(entry: string, times: number): boolean {
    return (this.#changed.get(entry) ?? 0) > times;
  }
}
