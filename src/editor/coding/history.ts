import type { Change } from '../../engine/annotations/change';
import type { Elsewhere } from '../../store/elsewhere';
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
  /** How many changes from elsewhere there had been when it was done (`Elsewhere.times`). */
  readonly since: number;
}

/** An act as it is done: when that was, the history knows. */
export type NewAct = Omit<Act, 'since'>;

export interface Moved {
  /** The annotation, as `annotations/k7f3m2q9`, or the comment. */
  readonly entry: string;
  /** Its mark. */
  readonly mark: string;
  /** The marks that keep the two stretches; null where it had no place, or has none. */
  readonly before: string | null;
  readonly after: string | null;
}

interface Stacks {
  readonly undo: Act[];
  readonly redo: Act[];
}

/** Undo and redo of coding acts, apart from the text's own, unlimited in a window, whatever else happens to the file. */
export class History {
  readonly #stacks = new WeakMap<Elsewhere, Stacks>();

  did(file: PersonFile, act: NewAct): Act {
    return this.#put(file, { ...act, since: file.elsewhere.times });
  }

  /** The last act goes on: both are one, which is taken back at once. */
  amend(file: PersonFile, last: Act, { label, change, inverse, judged = [] }: NewAct): Act {
    const both = {
      ...last,
      label,
      change: [...last.change, ...change],
      inverse: [...inverse, ...last.inverse],
      judged: [...(last.judged ?? []), ...judged],
    };
    this.#of(file).undo.pop();
    return this.#put(file, both);
  }

  /** The act that an undo takes back, or a redo does again. */
  next(file: PersonFile, direction: 'undo' | 'redo'): Act | undefined {
    return this.#of(file)[direction].at(-1);
  }

  /** It was done; `back` is what turns it round once more, null where nothing came of it: then it is forgotten. */
  turned(file: PersonFile, direction: 'undo' | 'redo', back: Change | null): void {
    const stacks = this.#of(file);
    const act = stacks[direction].pop();
    if (!act || !back) return;
    const since = file.elsewhere.times;
    if (direction === 'undo') stacks.redo.push({ ...act, change: back, since });
    else stacks.undo.push({ ...act, inverse: back, since });
  }

  #put(file: PersonFile, act: Act): Act {
    const stacks = this.#of(file);
    stacks.undo.push(act);
    stacks.redo.length = 0;
    return act;
  }

  /** Nothing done so far can be taken back any more. */
  forget(file: PersonFile): void {
    this.#stacks.delete(file.elsewhere);
  }

  #of(file: PersonFile): Stacks {
    const stacks = this.#stacks.get(file.elsewhere) ?? { undo: [], redo: [] };
    this.#stacks.set(file.elsewhere, stacks);
    return stacks;
  }
}
