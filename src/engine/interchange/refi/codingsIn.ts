import { derivedId } from '../../annotations/ids';
import { describe } from '../../annotations/quote';
import type { Annotation, Memo } from '../../annotations/types';
import type { At } from '../../transcript/at';
import { codeIdOf, type Context } from './context';
import { agrees, hasWords } from './counting';
import { dateTime } from './dates';
import { guidOf } from './guids';
import type { QdaCoding, QdaSelection } from './model';
import { factsOf, readDescription, type Fact } from './words';
import type { Person } from './people';
import type { ReadSource } from './sourcesIn';
import type { Placing } from './placing';

/** What one person has in one source. */
export interface PersonsCodings {
  readonly person: Person;
  readonly annotations: ReadAnnotation[];
  readonly memos: Memo[];
}

/** An annotation with the selection that it was, by which links find it. */
export interface ReadAnnotation {
  readonly selection: string;
  /** As the project counts. */
  readonly start: number;
  readonly end: number;
  readonly annotation: Annotation;
}

/** Reads the selections of a source, person by person. */
export class SelectionReader {
  readonly byCoder = new Map<string, PersonsCodings>();
  /** Selections without a place in a turn: they keep their words. */
  orphans = 0;
  /** Selections that have neither a place nor words. */
  lost = 0;
  readonly #source: ReadSource;
  readonly #context: Context;
  readonly #placing: Placing;
  readonly #taken = new Set<string>();

  constructor(source: ReadSource, placing: Placing, context: Context) {
    this.#source = source;
    this.#placing = placing;
    this.#context = context;
  }

  read(): void {
    const { source } = this.#source;
    for (const selection of source.selections) this.#selection(selection);
    for (const { code, user } of source.codings) {
      const id = codeIdOf(this.#context, code);
      const label = this.#context.codes.codebook.codes.get(id)?.label ?? id;
      this.#memo(user ?? source.user, `Coded as a whole: ${label}`, null, `${source.guid} ${code}`);
    }
    for (const guid of source.noteRefs) {
      const note = this.#context.notes.get(guid);
      if (note) this.#memo(note.user ?? source.user, readDescription(note.text).words, null, guid);
    }
    const { words } = readDescription(source.description);
    if (words.trim() !== '') this.#memo(source.user, words, null, `${source.guid} description`);
  }

  #selection(selection: QdaSelection): void {
    const { words, facts } = readDescription(selection.description);
    const at = this.#placeOf(selection);
    if (selection.codings.length === 0) {
      const notes = this.#notes(selection, selection.noteRefs, words);
      const text = notes === '' ? `“${this.#quote(selection) ?? ''}”` : notes;
      this.#memo(selection.user, text, at, selection.guid);
      return;
    }
    for (const coding of selection.codings) {
      const note = this.#notes(selection, [...selection.noteRefs, ...coding.noteRefs], words);
      this.#annotation(selection, coding, at, { note, facts });
    }
  }

  #annotation(
    selection: QdaSelection,
    coding: QdaCoding,
    at: At | null,
    { note, facts }: { readonly note: string; readonly facts: readonly Fact[] },
  ): void {
    const quote = at ? null : this.#quote(selection);
    if (!at && quote === null) {
      this.lost++;
      return;
    }
    if (!at) this.orphans++;
    const { turns } = this.#placing.transcript;
    const created = dateTime(coding.created) ?? dateTime(selection.created);
    const isDoubtful = at !== null && this.#isDoubtful(selection);
    const annotation: Annotation = {
      id: this.#id(`${selection.guid} ${coding.guid} ${selection.start} ${coding.code}`),
      code: codeIdOf(this.#context, coding.code),
      ...(at ? { at, ...describe(turns, at) } : {}),
      ...(isDoubtful ? { unconfirmed: { state: 'changed' as const } } : {}),
      ...(quote === null ? {} : { quote }),
      ...ratingsIn(facts),
      ...(note === '' ? {} : { note }),
      ...(created === null ? {} : { created }),
    };
    const user = coding.user ?? selection.user ?? this.#source.source.user;
    this.#of(user).annotations.push({
      selection: selection.guid,
      start: selection.start,
      end: selection.end,
      annotation,
    });
  }

  #placeOf({ start, end }: QdaSelection): At | null {
    const { ruler } = this.#source;
    const { counting } = this.#context.found;
    const [from, to] = [ruler.indexOf(start, counting), ruler.indexOf(end, counting)];
    return from === null || to === null ? null : this.#placing.at(from, to);
  }

  /** Most selections say the words that stand at their places, and this one says others. */
  #isDoubtful(selection: QdaSelection): boolean {
    const { matched, quoted, counting } = this.#context.found;
    if (matched * 2 < quoted || matched === 0 || !hasWords(selection)) return false;
    return !agrees(this.#source.ruler.slice(selection, counting), selection);
  }

  #quote(selection: QdaSelection): string | null {
    const words = this.#source.ruler.slice(selection, this.#context.found.counting) ?? '';
    const quote = words.trim() === '' ? selection.name : words;
    return quote.trim() === '' ? null : quote.trim();
  }

  /** A description and notes, each text once. The note that we write of a description is a copy, which may be the older. */
  #notes({ guid: about }: QdaSelection, guids: readonly string[], words: string): string {
    const copy = words.trim() === '' ? null : guidOf('note', about);
    const others = guids.filter((guid) => guid !== copy);
    const texts = others.flatMap((guid) => this.#context.notes.get(guid)?.text ?? []);
    const all = [words, ...texts.map((text) => readDescription(text).words)];
    const seen = new Set<string>();
    const fresh = all.filter((text) => {
      const bare = text.replace(/\s+/g, ' ').trim();
      return bare !== '' && !seen.has(bare) && seen.add(bare);
    });
    return fresh.join('\n');
  }

  #memo(user: string | null, text: string, at: At | null, key: string): void {
    const id = this.#id(`memo ${key}`);
    this.#of(user).memos.push(at ? { id, text, at: { turn: at.turn } } : { id, text });
  }

  #id(words: string): string {
    const id = derivedId(words, this.#taken);
    this.#taken.add(id);
    return id;
  }

  #of(user: string | null): PersonsCodings {
    const { byGuid, someone } = this.#context.people;
    const person = (user === null ? undefined : byGuid.get(user)) ?? someone;
    const own = this.byCoder.get(person.coder) ?? { person, annotations: [], memos: [] };
    this.byCoder.set(person.coder, own);
    return own;
  }
}

function ratingsIn(facts: readonly Fact[]): Pick<Annotation, 'ratings'> {
  const ratings = factsOf(facts, 'Rating').flatMap((value): [string, number][] => {
    const [, scale, number] = /^(.{1,100}?) (-?\d+(?:\.\d+)?)(?: \(.*\))?$/.exec(value) ?? [];
    return scale === undefined ? [] : [[scale, Number(number)]];
  });
  return ratings.length > 0 ? { ratings: Object.fromEntries(ratings) } : {};
}
