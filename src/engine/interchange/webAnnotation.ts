import { compareText } from '../compareText';
import { codeFor } from '../codebook/keys';
import { codePointLength, rangeOfAt } from '../transcript/offsets';
import type { ParsedTranscript } from '../transcript/parse';
import type { Position } from '../position';
import { codedSessions, type CodedSession, type PlacedAnnotation } from './tables/codedSessions';
import type { Export, ExportedStudy } from './exported';
import { loss, type Loss } from './losses';
import type { TableOptions } from './tables/table';
import { counted, sharedLosses, sum } from './tables/tableLosses';

/** Terms of ours beside those of the W3C: turns are counted as in annotation files. */
const terms = 'urn:alliance-coder:terms:';
const context = [
  'http://www.w3.org/ns/anno.jsonld',
  { ac: terms, TurnSelector: 'ac:TurnSelector', turn: 'ac:turn', endTurn: 'ac:endTurn' },
];

/** Code points of a text before and behind a quote. */
const around = 32;

/**
 * Annotations as W3C Web Annotations (JSON-LD): a collection with one page. Every passage is told by its position in the transcript
 * (code points, line ends as one) and by its turns; by its words as well where text is chosen.
 */
export function webAnnotation(study: ExportedStudy, options: TableOptions): Export {
  const coded = codedSessions(study);
  const items = coded.flatMap((each) => {
    const places = new TextPlaces(each.session.transcript);
    return each.annotations.map((annotation, index) => itemOf(annotation, index, each, places, options.text));
  });
  const id = `urn:alliance-coder:export:${iri(study.name)}`;
  const page = { id: `${id}#page`, type: 'AnnotationPage', partOf: id, startIndex: 0, items };
  const collection = {
    '@context': context,
    id,
    type: 'AnnotationCollection',
    label: study.name,
    generator: { id: 'urn:alliance-coder', type: 'Software', name: options.origin },
    total: items.length,
    first: page,
    last: page.id,
  };
  return {
    files: [{ name: options.name, content: `${JSON.stringify(collection, null, 2)}\n` }],
    losses: [...sharedLosses(study, coded, options), ...lossesOf(coded)],
  };
}

function itemOf(
  annotation: PlacedAnnotation,
  index: number,
  coded: CodedSession,
  places: TextPlaces,
  text: boolean,
): object {
  const { session, coding } = coded;
  const { created, id } = annotation;
  const name = id === '' ? String(index + 1) : id;
  return {
    id: `urn:alliance-coder:annotation:${iri(session.path)}:${iri(coding.coder)}:${iri(name)}`,
    type: 'Annotation',
    motivation: 'tagging',
    creator: { id: `urn:alliance-coder:coder:${iri(coding.coder)}`, type: 'Person', nickname: coding.coder },
    ...(created !== undefined && isTime(created) ? { created } : {}),
    body: bodiesOf(annotation, coded, text),
    target: {
      type: 'SpecificResource',
      source: iri(session.path),
      selector: selectorsOf(annotation, session.transcript, places, text),
    },
  };
}

function bodiesOf(
  { code: written, ratings, note }: PlacedAnnotation,
  { session: { codebook } }: CodedSession,
  text: boolean,
): object[] {
  const code = codeFor(codebook, written)?.id ?? written;
  const rated = Object.entries(ratings ?? {}).sort(([a], [b]) => compareText(a, b));
  return [
    {
      type: 'SpecificResource',
      purpose: 'tagging',
      source: `urn:alliance-coder:codebook:${iri(codebook.id)}:${iri(codebook.version)}#${iri(code)}`,
    },
    { type: 'TextualBody', purpose: 'tagging', format: 'text/plain', value: code },
    ...rated.map(([scale, value]) => ({
      type: 'TextualBody',
      purpose: 'assessing',
      format: 'text/plain',
      value: `${scale}: ${value}`,
    })),
    ...(text && note !== undefined
      ? [{ type: 'TextualBody', purpose: 'commenting', format: 'text/plain', value: note }]
      : []),
  ];
}

function selectorsOf(
  { at }: PlacedAnnotation,
  { turns }: ParsedTranscript,
  places: TextPlaces,
  text: boolean,
): object[] {
  const range = rangeOfAt(turns, at);
  const turn = {
    type: 'TurnSelector',
    turn: at.turn,
    start: at.start,
    endTurn: at.end_turn ?? at.turn,
    end: at.end,
  };
  if (!range) return [turn];
  const [start, end] = [places.at(range.start), places.at(range.end)];
  const quote = text ? [{ type: 'TextQuoteSelector', ...places.quote(start, end) }] : [];
  return [{ type: 'TextPositionSelector', start, end }, turn, ...quote];
}

/** Positions in the whole text of a transcript, in code points, without byte order mark, every line end one. */
class TextPlaces {
  readonly #lines: ParsedTranscript['lines'];
  /** Code points before each line. */
  readonly #before: readonly number[];
  #points: readonly string[] | null = null;

  constructor({ lines }: ParsedTranscript) {
    this.#lines = lines;
    let count = 0;
    this.#before = lines.map(({ text }) => {
      const start = count;
      count += codePointLength(text) + 1;
      return start;
    });
  }

  at({ line, character }: Position): number {
    const text = this.#lines[line]?.text ?? '';
    return (this.#before[line] ?? 0) + codePointLength(text.slice(0, character));
  }

  /** The words between two places, and some before and behind. */
  quote(start: number, end: number): { exact: string; prefix: string; suffix: string } {
    this.#points ??= Array.from(this.#lines.map(({ text }) => text).join('\n'));
    const points = this.#points;
    const words = (from: number, to: number): string => points.slice(Math.max(0, from), to).join('');
    return {
      exact: words(start, end),
      prefix: words(start - around, start),
      suffix: words(end, end + around),
    };
  }
}

/** Part of an IRI, or a path as a relative one. */
function iri(text: string): string {
  return text
    .replace(/\p{Cs}/gu, '\ufffd')
    .split('/')
    .map((part) => encodeURIComponent(part))
    .join('/');
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(text);
}

function lossesOf(coded: readonly CodedSession[]): Loss[] {
  return [
    ...counted('episodes', sum(coded.map(({ coding }) => coding.episodes.length))),
    ...counted('ratings', sum(coded.map(({ coding }) => coding.ratings.length))),
    ...(coded.length > 0 ? [loss('judged-turns')] : []),
  ];
}
