import type { XmlElement } from '@rgrove/parse-xml';
import type { ImportFormat } from './format';
import { noFacts, refused, type SourceFacts, type SourceReading, type Speech } from './imported';
import { problem } from './problems';
import { readingOf } from './readingOf';
import type { OpenedSource } from './source';
import { SourceTimes, type Span } from './sourceTimes';
import { speechInOrder } from './timeline';
import { speechOf } from './utterances';
import { attributeOf, elementIn, elementsIn, isProblem, localName, readXml, textOf } from './xml';

/** ELAN: tiers of annotations, each tier of one person; tiers that depend on another describe what is said in it. */
export const elan: ImportFormat = {
  id: 'elan',
  title: 'ELAN',
  looksLike: ({ text }) => /^\s*</.test(text) && text.slice(0, 4096).includes('<ANNOTATION_DOCUMENT'),
  read,
};

function read(source: OpenedSource): SourceReading {
  const root = readXml(source.text, source.name);
  if (isProblem(root)) return refused(root);
  if (localName(root) !== 'ANNOTATION_DOCUMENT') {
    const reason = `${localName(root)} in the place of ANNOTATION_DOCUMENT`;
    return refused(problem('malformed', { format: 'elan', place: '', reason }, 1));
  }
  const times = new SourceTimes(1000);
  const spanOf = spansOf(root, times);
  const tiers = elementsIn(root, 'TIER');
  const speaking = tiers.filter((tier) => isSpoken(tier, tiers));
  return readingOf(source, 'elan', {
    entries: speechInOrder(speaking.map((tier) => speechIn(tier, spanOf))),
    unit: 'cues',
    facts: factsOf(root),
    ignored: [{ what: 'tiers', count: tiers.filter(hasWords).length - speaking.length }],
    warnings: times.warnings(),
  });
}

/** Tiers of their own; and where such a one only divides time and has no words, those that depend on it. */
function isSpoken(tier: XmlElement, tiers: readonly XmlElement[]): boolean {
  const parent = attributeOf(tier, 'PARENT_REF');
  if (!hasWords(tier) || parent === null) return hasWords(tier);
  const above = tiers.find((each) => attributeOf(each, 'TIER_ID') === parent);
  return !above || (attributeOf(above, 'PARENT_REF') === null && !hasWords(above));
}

function hasWords(tier: XmlElement): boolean {
  return annotationsIn(tier).some((annotation) => wordsOf(annotation) !== '');
}

function annotationsIn(tier: XmlElement): XmlElement[] {
  return elementsIn(tier, 'ANNOTATION').flatMap((annotation) => elementsIn(annotation));
}

function wordsOf(annotation: XmlElement): string {
  return elementsIn(annotation, 'ANNOTATION_VALUE').map(textOf).join(' ').trim();
}

function speechIn(tier: XmlElement, spanOf: (annotation: XmlElement) => Span): Speech[] {
  const name = attributeOf(tier, 'PARTICIPANT')?.trim() || attributeOf(tier, 'TIER_ID')?.trim() || null;
  return annotationsIn(tier).flatMap((annotation, index) => {
    return speechOf(wordsOf(annotation), name, spanOf(annotation), index + 1);
  });
}

/** When each annotation is: between two slots of time, which may have none, or with the annotation that it refers to. */
function spansOf(root: XmlElement, times: SourceTimes): (annotation: XmlElement) => Span {
  const order = elementIn(root, 'TIME_ORDER');
  const slots = new Map(
    (order ? elementsIn(order, 'TIME_SLOT') : []).map((slot, index) => [
      attributeOf(slot, 'TIME_SLOT_ID') ?? '',
      times.seconds(attributeOf(slot, 'TIME_VALUE'), index + 1),
    ]),
  );
  const all = elementsIn(root, 'TIER').flatMap(annotationsIn);
  const byId = new Map(all.map((each) => [attributeOf(each, 'ANNOTATION_ID') ?? '', each]));
  return (annotation) => {
    const aligned = alignedBy(annotation, byId);
    const slotOf = (name: string): number | null => slots.get(attributeOf(aligned, name) ?? '') ?? null;
    return { start: slotOf('TIME_SLOT_REF1'), end: slotOf('TIME_SLOT_REF2') };
  };
}

/** Follows references, which may go round in a circle in a broken file, to what has times. */
function alignedBy(annotation: XmlElement, byId: ReadonlyMap<string, XmlElement>): XmlElement {
  const passed = new Set<XmlElement>();
  let at = annotation;
  while (!passed.has(at)) {
    passed.add(at);
    at = byId.get(attributeOf(at, 'ANNOTATION_REF') ?? '') ?? at;
  }
  return at;
}

/** Where a recording lies is nobody's business; what it is called is. */
function factsOf(root: XmlElement): SourceFacts {
  const header = elementIn(root, 'HEADER');
  const media = header && elementIn(header, 'MEDIA_DESCRIPTOR');
  const url = media && (attributeOf(media, 'MEDIA_URL') ?? attributeOf(media, 'RELATIVE_MEDIA_URL'));
  return { ...noFacts, media: url?.split(/[/\\]/).at(-1) || null };
}
