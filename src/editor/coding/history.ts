import type { Change } from '../../engine/annotations/change';
import type { PersonFile } from '../../store/personFile';

/** A coding act that can be taken back and done again. */
export interface Act {
  /** What was done, in the person's language: "Tag as Bond". */
  readonly label: string;
  readonly change: Change;
  readonly inverse: Change;
  /** Annotations that got another place: the marks that keep both stretches, whatever is typed since. */
  readonly moved?: readonly Moved[];
  /** The turns that count as judged because of it: the marks that keep them, whatever is typed since. */
  readonly judged?: readonly string[];
}

export interface Moved {
  /** The mark of the annotation. */
  readonly mark: string;
  /** The marks that keep the two stretches; null where it had no place, or has none. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Stacks {
  readonly undo: Act[];
  readonly redo: Act[];
}

/** Undo and redo of coding acts, apart from the text's own, unlimited as long as the file stays the one it was. */
export class History {
  readonly #stacks = new WeakMap<PersonFile, Stacks>();

  did(file: PersonFile, act: Act): void {
    const stacks = this.#of(file);
    stacks.undo.push(act);
    stacks.redo.length = 0;
  }

  /** The last act goes on: both are one, which is taken back at once. */
  amend(file: PersonFile, last: Act, { label, change, inverse, judged = [] }: Act): Act {
    const stacks = this.#of(file);
    const both = {
      ...last,
      label,
      change: [...last.change, ...change],
      inverse: [...inverse, ...last.inverse],
      judged: [...(last.judged ?? []), ...judged],
    };
    stacks.undo.pop();
    this.did(file, both);
    return both;
  }

  /** The act that an undo takes back, or a redo does again. */
  next(file: PersonFile, direction: 'undo' | 'redo'): Act | undefined {
    return this.#of(file)[direction].at(-1);
  }

  /** It was done; `back` is what turns it round once more. */
  turned(file: PersonFile, direction: 'undo' | 'redo', back: Change): void {
    const stacks = this.#of(file);
    const act = stacks[direction].pop();
    if (!act) return;
    if (direction === 'undo') stacks.redo.push({ ...act, change: back });
    else stacks.undo.push({ ...act, inverse: back });
  }

  #of(file: PersonFile): Stacks {
    const stacks = this.#stacks.get(file) ?? { undo: [], redo: [] };
    this.#stacks.set(file, stacks);
    return stacks;
  }
}
