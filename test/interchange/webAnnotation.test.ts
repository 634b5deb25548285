import assert from 'node:assert/strict';
import * as z from 'zod/mini';
import { webAnnotation } from '../../src/engine/interchange/webAnnotation';
import { coding } from '../unit/builders';
import { exportedSession } from './exportedStudies';
import { codesOf, content, dialogue, mark, studyOf, withoutText, withText } from './tableStudies';

const iri = z.string().check(z.regex(/^[^\s"<>\\^`{|}]+$/));
const words = z.strictObject({
  type: z.literal('TextualBody'),
  purpose: z.enum(['tagging', 'assessing', 'commenting']),
  format: z.literal('text/plain'),
  value: z.string(),
});
const selector = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('TextPositionSelector'), start: z.int(), end: z.int() }),
  z.strictObject({
    type: z.literal('TextQuoteSelector'),
    exact: z.string(),
    prefix: z.string(),
    suffix: z.string(),
  }),
  z.strictObject({
    type: z.literal('TurnSelector'),
    turn: z.int(),
    start: z.int(),
    endTurn: z.int(),
    end: z.int(),
  }),
]);
/** As the W3C's Web Annotation Data Model has it, as far as we use it. */
const collection = z.strictObject({
  '@context': z.tuple([z.literal('http://www.w3.org/ns/anno.jsonld'), z.record(z.string(), iri)]),
  id: iri,
  type: z.literal('AnnotationCollection'),
  label: z.string(),
  generator: z.strictObject({ id: iri, type: z.literal('Software'), name: z.string() }),
  total: z.int(),
  first: z.strictObject({
    id: iri,
    type: z.literal('AnnotationPage'),
    partOf: iri,
    startIndex: z.literal(0),
    items: z.array(
      z.strictObject({
        id: iri,
        type: z.literal('Annotation'),
        motivation: z.literal('tagging'),
        creator: z.strictObject({ id: iri, type: z.literal('Person'), nickname: z.string() }),
        created: z.optional(z.iso.datetime({ offset: true })),
        body: z.array(
          z.union([
            words,
            z.strictObject({
              type: z.literal('SpecificResource'),
              purpose: z.literal('tagging'),
              source: iri,
            }),
          ]),
        ),
        target: z.strictObject({
          type: z.literal('SpecificResource'),
          source: iri,
          selector: z.array(selector),
        }),
      }),
    ),
  }),
  last: iri,
});

function read(...args: Parameters<typeof webAnnotation>): z.infer<typeof collection> {
  return collection.parse(JSON.parse(content(webAnnotation(...args))));
}

suite('Web Annotations (jsonld)', () => {
  test('are a collection of the W3C’s model, each of its own name', () => {
    const { total, first } = read(studyOf(), withText);
    assert.equal(total, 6);
    assert.equal(new Set(first.items.map(({ id }) => id)).size, 6);
    const [item] = first.items;
    assert.equal(item?.id, 'urn:alliance-coder:annotation:c07/s04.transcript:alice:minimal1');
    assert.equal(item.target.source, 'c07/s04.transcript');
    assert.deepEqual(
      item.body.map((body) => ('value' in body ? `${body.purpose} ${body.value}` : body.source)),
      [
        'urn:alliance-coder:codebook:alliance-default:1.0.0#rupture.withdrawal.minimal',
        'tagging rupture.withdrawal.minimal',
        'assessing clarity: 2',
        'assessing impact: 3',
        'commenting =cmd|x',
      ],
    );
  });

  test('have the time they were made where it is one, a name where they have none, and a code as it is written', () => {
    const own = coding({
      annotations: [
        { ...mark('', 'ours.own', { turn: 1 }), created: '2026-03-02T10:15:00Z', ratings: { b: 1, a: 2 } },
        { ...mark('nottimed', 'bond', { turn: 2 }), created: 'yesterday' },
      ],
    });
    const session = exportedSession('s.transcript', dialogue, [own]);
    const { items } = read({ ...studyOf(), sessions: [session] }, withText).first;
    assert.deepEqual(
      items.map(({ id, created }) => [id.split(':').at(-1), created]),
      [
        ['1', '2026-03-02T10:15:00Z'],
        ['nottimed', undefined],
      ],
    );
    assert.deepEqual(
      items[0]?.body.flatMap((body) => ('value' in body ? [`${body.purpose} ${body.value}`] : [])),
      ['tagging ours.own', 'assessing a: 2', 'assessing b: 1'],
    );
  });

  test('point to the text of the transcript, in code points, over several turns too', () => {
    const text = Array.from(dialogue);
    for (const { target } of read(studyOf(), withText).first.items) {
      const [position, , quote] = target.selector;
      assert.ok(position?.type === 'TextPositionSelector' && quote?.type === 'TextQuoteSelector');
      assert.equal(text.slice(position.start, position.end).join(''), quote.exact);
      assert.equal(text.slice(position.start - 32, position.start).join(''), quote.prefix);
      assert.ok(text.slice(position.end).join('').startsWith(quote.suffix));
    }
    const last = read(studyOf(), withText).first.items[4]?.target.selector[2];
    assert.ok(last?.type === 'TextQuoteSelector');
    assert.equal(
      last.exact,
      '- so what I felt was more like 😀 panic.\n[00:08:00] T: Mm-hm.\n[00:09:00] C: Yes.',
    );
  });

  test('count a sign of two units before them as one', () => {
    const behind = coding({ annotations: [mark('behindit', 'bond', { turn: 10, start: 0, end: 3 })] });
    const [item] = read(studyOf([{ codings: [behind] }]), withText).first.items;
    const [position] = item?.target.selector ?? [];
    assert.ok(position?.type === 'TextPositionSelector');
    assert.equal(Array.from(dialogue).slice(position.start, position.end).join(''), 'Yes');
  });

  test('are without words unless text is chosen, and say what they cannot carry', () => {
    const exported = webAnnotation(studyOf(), withoutText);
    assert.doesNotMatch(content(exported), /Dunno|cmd|was angry|more like|Quote|commenting/);
    assert.deepEqual(codesOf(exported), ['without-text', 'episodes 1', 'ratings 3', 'judged-turns']);
  });
});
