import * as z from 'zod/mini';
import { figure, sentence } from '../part-messages';

/** What the host says of agreement, and what is asked of it there. All words arrive translated. */

const choiceKind = z.enum(['scope', 'unit', 'bands', 'coder']);

const choice = z.object({
  kind: choiceKind,
  label: z.string(),
  options: z.array(z.object({ id: z.string(), text: z.string(), chosen: z.boolean() })),
});

const cell = z.object({
  text: z.string(),
  /** Under it, small: an interval, an n, or why there is no value. */
  detail: z.string(),
});

const grid = z.object({
  caption: z.string(),
  heads: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

const link = z.object({ text: z.string(), session: z.string(), turn: z.number() });

/** What a row unfolds. */
const more = z.object({
  facts: z.array(z.object({ label: z.string(), text: z.string() })),
  grid: z.nullable(grid),
  linksHead: z.string(),
  links: z.array(link),
  /** How many more there are; empty where all are listed. */
  rest: z.string(),
  /** Names the button that copies the row as a sentence; empty where there is none. */
  copy: z.string(),
});

const row = z.object({
  key: z.string(),
  /** How far it is indented. */
  depth: z.number(),
  label: z.string(),
  cells: z.array(cell),
  more: z.nullable(more),
});

const table = z.object({
  id: z.string(),
  caption: z.string(),
  note: z.string(),
  heads: z.array(z.object({ text: z.string(), title: z.string() })),
  rows: z.array(row),
});

const leftOut = z.object({
  caption: z.string(),
  note: z.string(),
  groups: z.array(z.object({ reason: z.string(), items: z.array(z.string()) })),
});

export const agreementState = z.object({
  choices: z.array(choice),
  choicesLabel: z.string(),
  /** Whose coding is the gold, and what is to be reached; empty where there is none. */
  entry: z.array(sentence),
  sentences: z.array(sentence),
  figures: z.array(figure),
  figuresLabel: z.string(),
  tables: z.array(table),
  leftOut: z.nullable(leftOut),
  methods: z.nullable(
    z.object({ caption: z.string(), text: z.string(), copy: z.string(), export: z.string() }),
  ),
  /** Where there are no figures: what is reckoned, or why there is nothing. */
  notice: z.nullable(z.object({ title: z.string(), text: z.string(), stop: z.string() })),
});

export const toAgreement = z.object({ type: z.literal('agreement'), state: agreementState });

export const fromAgreement = z.discriminatedUnion('type', [
  z.object({ type: z.literal('ready') }),
  z.object({ type: z.literal('failed'), reason: z.string() }),
  z.object({ type: z.literal('choose'), kind: choiceKind, id: z.string() }),
  z.object({ type: z.literal('reveal'), session: z.string(), turn: z.number() }),
  z.object({ type: z.literal('copyRow'), key: z.string() }),
  z.object({ type: z.literal('act'), action: z.enum(['copyMethods', 'exportTable', 'stop']) }),
]);

export type AgreementState = z.infer<typeof agreementState>;
export type AgreementTable = z.infer<typeof table>;
export type AgreementRow = z.infer<typeof row>;
export type AgreementCell = z.infer<typeof cell>;
export type AgreementMore = z.infer<typeof more>;
export type AgreementChoice = z.infer<typeof choice>;
export type AgreementLink = z.infer<typeof link>;
export type FromAgreement = z.infer<typeof fromAgreement>;
export type ToAgreement = z.infer<typeof toAgreement>;
