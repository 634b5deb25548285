import { compareText } from '../../compareText';
import { Remarks } from '../../annotations/threads';
import type { Annotation, Coding, Episode } from '../../annotations/types';
import { codeFor } from '../../codebook/keys';
import type { ExportedCoding, ExportedSession } from '../exported';
import type { WrittenCodes } from './codesOut';
import { createdAt } from './dates';
import { guidOf } from './guids';
import { ratingFacts, resolutionOf } from './judged';
import type { QdaLink, QdaNote, QdaSelection } from './model';
import type { Names } from './names';
import type { SourceText, Span } from './sourceText';
import { placeOf } from '../threadPlace';
import { beginningOf, describedAs, type Described, type Fact } from './words';
import { storable } from './writeXml';

/** What other programs know as a note, with the text of its file. */
export interface WrittenNote {
  readonly note: QdaNote;
  readonly text: string;
}

/** What one coder's file of one session comes to. */
export interface WrittenCoding {
  readonly selections: readonly QdaSelection[];
  readonly notes: readonly WrittenNote[];
  readonly links: readonly QdaLink[];
  /** Notes on the session as a whole. */
  readonly onSession: readonly string[];
  /** Annotations that stand nowhere for certain, and those that share passage and code with another of the same coder. */
  readonly missing: number;
  readonly doubles: number;
}

/** What all of an export is written with. */
export interface Writing {
  readonly codes: WrittenCodes;
  readonly noteNames: Names;
  readonly userOf: (coder: string) => string;
  readonly nameOf: (coder: string) => string;
  /** What a transcript is called, by its path. */
  readonly sourceName: (path: string) => string;
}

/** Annotations of one coder with one code on one passage: other programs have one of them. */
export interface Passage extends Span {
  readonly guid: string;
  readonly code: string;
  readonly annotations: readonly Annotation[];
}

/** The passages of a coding, in the order of the text; the same in whatever order its annotations are. */
export function passagesOf(
  { coding, places }: ExportedCoding,
  { path, codebook }: Pick<ExportedSession, 'path' | 'codebook'>,
  text: SourceText,
  codes: WrittenCodes,
): readonly Passage[] {
  const found = new Map<string, Passage>();
  for (const annotation of [...coding.annotations].sort((a, b) => compareText(a.id, b.id))) {
    const at = places.get(annotation);
    const span = at && text.spanOf(at);
    if (!span) continue;
    const code = codes.guidOf(codebook, annotation.code);
    const key = `${span.start} ${span.end} ${code}`;
    const known = found.get(key);
    const guid = guidOf('selection', path, coding.coder, annotation.id);
    found.set(
      key,
      known
        ? { ...known, annotations: [...known.annotations, annotation] }
        : { guid, ...span, code, annotations: [annotation] },
    );
  }
  return [...found.values()].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Writes what one person coded in one session. */
export class CodingWriter {
  readonly #exported: ExportedCoding;
  readonly #session: ExportedSession;
  readonly #said: Remarks;
  readonly #text: SourceText;
  readonly #writing: Writing;
  readonly #passages: readonly Passage[];
  readonly #passageOf = new Map<string, Passage>();
  readonly #notes: WrittenNote[] = [];
  readonly #onSession: string[] = [];

  constructor(exported: ExportedCoding, session: ExportedSession, text: SourceText, writing: Writing) {
    this.#exported = exported;
    this.#session = session;
    this.#said = new Remarks(session.codings.map(({ coding }) => coding));
    this.#text = text;
    this.#writing = writing;
    this.#passages = passagesOf(exported, session, text, writing.codes);
    for (const passage of this.#passages) {
      for (const { id } of passage.annotations) this.#passageOf.set(id, passage);
    }
  }

  write(): WrittenCoding {
    const { annotations, episodes } = this.#coding;
    const selections = this.#passages.map((passage) => this.#selection(passage));
    const links = episodes.flatMap((episode) => this.#links(episode));
    const remarks = this.#remarks();
    const placed = this.#passages.reduce((sum, passage) => sum + passage.annotations.length, 0);
    return {
      selections: [...selections, ...remarks],
      notes: this.#notes,
      links,
      onSession: this.#onSession,
      missing: annotations.length - placed,
      doubles: placed - this.#passages.length,
    };
  }

  get #coding(): Coding {
    return this.#exported.coding;
  }

  #guid(kind: string, id: string): string {
    return guidOf(kind, this.#session.path, this.#coding.coder, id);
  }

  #made(created: string | undefined): { readonly user: string; readonly created: string } {
    return {
      user: this.#writing.userOf(this.#coding.coder),
      created: createdAt(created, this.#coding, this.#session.facts),
    };
  }

  #selection({ guid, start, end, words: said, code, annotations }: Passage): QdaSelection {
    const made = this.#made(annotations[0]?.created);
    const notes = annotations.flatMap(({ note }) => note ?? []);
    const words = notes.join('\n');
    const facts = annotations.flatMap((annotation) => this.#factsOf(annotation));
    const turn = this.#turnOf(annotations[0]);
    const noteRefs = words === '' ? [] : [this.#note(guid, 'Note', turn, { words, facts: [] }, made.created)];
    return {
      guid,
      name: beginningOf(said),
      start,
      end,
      ...made,
      description: describedAs({ words, facts }),
      codings: [{ guid: guidOf('coding', guid), code, noteRefs: [], ...made }],
      noteRefs,
    };
  }

  #factsOf(annotation: Annotation): Fact[] {
    const { codebook } = this.#session;
    const own = ratingFacts(annotation.ratings ?? {}, codebook);
    const decided: readonly (readonly [string, string | undefined])[] = [
      ['From', annotation.from?.join(', ')],
      ['Decision', annotation.decision],
      ['Reason', annotation.reason],
      ['By', annotation.by],
    ];
    const facts = decided.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]));
    return [...own, ...this.#episodeFacts(annotation), ...facts];
  }

  /** In words, too, since some programs drop links. */
  #episodeFacts({ id }: Annotation): Fact[] {
    return this.#coding.episodes.flatMap((episode): Fact[] => {
      const { ruptures, repairs } = episode;
      const others: readonly (readonly [string, readonly string[]])[] = [
        ['Repaired by', ruptures.includes(id) ? repairs : []],
        ['Repairs', repairs.includes(id) ? ruptures : []],
      ];
      const said = others.flatMap(([name, ids]) => ids.map((other): Fact => [name, this.#called(other)]));
      return said.length > 0 || ruptures.includes(id)
        ? [...said, ...resolutionOf(episode, this.#session)]
        : said;
    });
  }

  /** A passage in other people's words: its code, where it is, how it begins. */
  #called(id: string): string {
    const annotation = this.#coding.annotations.find((each) => each.id === id);
    if (!annotation) return id;
    const { codebook } = this.#session;
    const label = codeFor(codebook, annotation.code)?.label ?? annotation.code;
    const turn = this.#turnOf(annotation);
    return turn === null ? label : `${label}, turn ${turn}`;
  }

  #turnOf(annotation: Annotation | undefined): number | null {
    return (annotation && this.#exported.places.get(annotation)?.turn) ?? null;
  }

  /** Every rupture is linked with the first repair, and every repair with the first rupture: so the episode is one. */
  #links(episode: Episode): readonly QdaLink[] {
    const guidsOf = (ids: readonly string[]): string[] => [
      ...new Set(ids.flatMap((id) => this.#passageOf.get(id)?.guid ?? [])),
    ];
    const [ruptures, repairs] = [guidsOf(episode.ruptures), guidsOf(episode.repairs)];
    const facts: Fact[] = [
      ...episode.ruptures.map((id): Fact => ['Rupture', this.#called(id)]),
      ...episode.repairs.map((id): Fact => ['Repair', this.#called(id)]),
      ...resolutionOf(episode, this.#session),
    ];
    const first = this.#coding.annotations.find(
      ({ id }) => id === (episode.ruptures[0] ?? episode.repairs[0]),
    );
    const guid = this.#guid('episode', episode.id);
    const described = { words: episode.note ?? '', facts };
    const note = this.#note(guid, 'Episode', this.#turnOf(first), described, this.#made(undefined).created);
    const pairs = ruptures.flatMap((rupture, index) =>
      (index === 0 ? repairs : repairs.slice(0, 1)).map((repair) => [rupture, repair] as const),
    );
    if (pairs.length === 0) this.#onSession.push(note);
    return pairs.map(([origin, target]) => ({
      guid: guidOf('link', guid, origin, target),
      name: 'repaired by',
      direction: 'OneWay',
      origin,
      target,
      noteRefs: [note],
    }));
  }

  /** Memos and comments: a passage without a code, or a note on the session. */
  #remarks(): readonly QdaSelection[] {
    const { coder, memos, comments } = this.#coding;
    const remarks = [
      ...memos.map(({ id, text, at }) => ({
        id,
        kind: 'Memo',
        words: text,
        at,
        facts: [],
        created: undefined,
      })),
      ...comments.flatMap((comment) => {
        const { id, text, about, reply_to: to, created } = comment;
        const subject = this.#said.subjectOf({ key: `${coder}/${id}`, coder, comment });
        // Of work that is not exported, because it may not be seen perhaps, it would tell something.
        if (!subject) return [];
        const facts: Fact[] = [
          ['Comment', id],
          ...(about ? [['About', about] as const] : []),
          ...(to ? [['Reply to', to] as const] : []),
        ];
        return {
          id,
          kind: 'Comment',
          words: text,
          at: placeOf(subject, this.#session),
          facts,
          created,
        };
      }),
    ];
    const said = remarks.filter(({ words }) => words.trim() !== '');
    return said.flatMap(({ id, kind, words, at, facts, created }) => {
      const guid = this.#guid('selection', id);
      const span = at ? this.#text.spanOf(at) : null;
      const made = this.#made(created);
      const note = this.#note(guid, kind, at?.turn ?? null, { words, facts }, made.created);
      if (!span) this.#onSession.push(note);
      if (!span) return [];
      const { words: there, ...place } = span;
      const name = beginningOf(there);
      const description = describedAs({ words, facts });
      return [{ guid, name, ...place, ...made, description, codings: [], noteRefs: [note] }];
    });
  }

  /** Puts a note among the notes, and gives its GUID. `about` is what it is on. */
  #note(about: string, kind: string, turn: number | null, described: Described, created: string): string {
    const guid = guidOf('note', about);
    const { user } = this.#made(undefined);
    const who = this.#writing.nameOf(this.#coding.coder);
    const where = turn === null ? '' : `, turn ${turn}`;
    const name = this.#writing.noteNames.give(
      `${kind} (${who}) on ${this.#writing.sourceName(this.#session.path)}${where}`,
    );
    const text = storable(describedAs(described))
      .replace(/^\ufeff+/, '')
      .replace(/\r\n?/g, '\n');
    const note: QdaNote = {
      guid,
      name,
      plainTextPath: `internal://${guid}.txt`,
      richTextPath: null,
      content: null,
      description: '',
      noteRefs: [],
      user,
      created,
    };
    this.#notes.push({ note, text });
    return guid;
  }
}
