import type { Change } from '../engine/annotations/change';
import type { PersonFile } from '../store/personFile';

/** A coding act that can be taken back and done again. */
export interface Act {
  /** What was done, in the person's language: "Tag as Bond". */
  readonly label: string;
  readonly change: Change;
  readonly inverse: Change;
}

/** Undo and redo of coding acts, apart from the text's own, unlimited as long as the file stays the one it was. */
export class History {
  readonly #done = new WeakMap<PersonFile, Act[]>();
  readonly #undone = new WeakMap<PersonFile, Act[]>();

  did(file: PersonFile, act: Act): void {
    stack(this.#done, file).push(act);
    this.#undone.delete(file);
  }

  lastDone(file: PersonFile): Act | undefined {
    return stack(this.#done, file).at(-1);
  }

  lastUndone(file: PersonFile): Act | undefined {
    return stack(this.#undone, file).at(-1);
  }

  /** The last act was taken back; `act` holds what does it again. */
  undid(file: PersonFile, act: Act): void {
    stack(this.#done, file).pop();
    stack(this.#undone, file).push(act);
  }

  redid(file: PersonFile, act: Act): void {
    stack(this.#undone, file).pop();
    stack(this.#done, file).push(act);
  }
}

function stack(stacks: WeakMap<PersonFile, Act[]>, file: PersonFile): Act[] {
  const found = stacks.get(file) ?? [];
  stacks.set(file, found);
  return found;
}
