import * as z from 'zod/mini';
import { fault, type Fault, type FaultCode } from '../faults';
import { range, type Range } from '../position';
import { checkYamlFile, parseYamlFile } from '../yamlFile';
import { usualRole } from './labels';
import type { Line } from './lines';
import type { Header, Role, Speaker } from './types';

/** What may stand behind a key that takes one of a few words. */
export const headerChoices = {
  role: ['therapist', 'client', 'other'],
  stage: ['establishing', 'developing', 'maintaining'],
} as const;

const role = z.enum(headerChoices.role);
const speaker = z.union([role, z.object({ role: z.optional(role), name: z.optional(z.string()) }), z.null()]);
const text = z.union([z.string(), z.number()]);

const schema = z.strictObject({
  speakers: z.optional(z.record(z.string(), speaker)),
  media: z.optional(z.string()),
  // Minutes; nobody's session lasts longer than a day, and a slip of the hand must not make a million segments.
  duration: z.optional(z.number().check(z.positive(), z.lte(1440))),
  case: z.optional(text),
  session: z.optional(z.int().check(z.nonnegative())),
  date: z.optional(z.string()),
  stage: z.optional(z.enum(headerChoices.stage)),
  scores: z.optional(z.record(z.string(), z.record(z.string(), z.number()))),
  language: z.optional(z.string()),
});

type Values = z.infer<typeof schema>;

/** The keys a header may have. */
export const headerKeys: readonly string[] = Object.keys(schema.shape);

export const emptyHeader: Header = {
  speakers: null,
  media: null,
  duration: null,
  case: null,
  session: null,
  date: null,
  stage: null,
  scores: {},
};

export interface HeaderReading {
  readonly header: Header;
  readonly faults: readonly Fault[];
}

/** The line that closes the header, or 0 where there is none. A header begins on the first line or not at all. */
export function headerEnd(lines: readonly Line[]): number {
  if (!isFence(lines[0])) return 0;
  const end = lines.findIndex((line, index) => index > 0 && isFence(line));
  return Math.max(end, 0);
}

function notClosed(lines: readonly Line[]): readonly Fault[] {
  return isFence(lines[0]) && headerEnd(lines) === 0
    ? [fault('header-not-closed', range(0, 0, 0, lines[0]?.text.length ?? 0))]
    : [];
}

/** Reads the YAML between the fences. What cannot be read is a fault and counts as not said. */
export function readHeader(lines: readonly Line[]): HeaderReading {
  const end = headerEnd(lines);
  if (end === 0) return { header: emptyHeader, faults: notClosed(lines) };
  const source = lines
    .slice(1, end)
    .map((line) => line.text)
    .join('\n');
  const file = parseYamlFile(source);
  if (file.value === null) return { header: emptyHeader, faults: file.faults.map(asHeaderFault) };
  const { value, faults } = checkYamlFile(file, schema);
  return { header: headerOf(value ?? readableKeys(file.value)), faults: faults.map(asHeaderFault) };
}

function isFence(line: Line | undefined): boolean {
  return line !== undefined && /^\ufeff?---[ \t]*$/.test(line.text);
}

const headerCodes: Partial<Record<FaultCode, FaultCode>> = {
  'not-yaml': 'header-not-yaml',
  'unknown-key': 'header-unknown-key',
};

/** The YAML begins one line below the fence. */
function asHeaderFault(found: Fault): Fault {
  return fault(headerCodes[found.code] ?? 'header-value', oneLineDown(found.range), found.data);
}

function oneLineDown({ start, end }: Range): Range {
  return range(start.line + 1, start.character, end.line + 1, end.character);
}

/** A faulty key does not silence the others: each is taken that can be read. */
function readableKeys(value: unknown): Values {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  const given = new Map<string, unknown>(Object.entries(value));
  const readable = Object.entries(schema.shape).filter(
    ([key, keySchema]) => given.has(key) && keySchema.safeParse(given.get(key)).success,
  );
  const rest = schema.safeParse(Object.fromEntries(readable.map(([key]) => [key, given.get(key)])));
  return rest.success ? rest.data : {};
}

function headerOf(values: Values): Header {
  return {
    speakers: values.speakers ? new Map(Object.entries(values.speakers).map(speakerEntry)) : null,
    media: values.media ?? null,
    duration: values.duration ?? null,
    case: values.case === undefined ? null : String(values.case),
    session: values.session ?? null,
    date: values.date ?? null,
    stage: values.stage ?? null,
    scores: values.scores ?? {},
  };
}

function speakerEntry([label, value]: [string, z.infer<typeof speaker>]): [string, Speaker] {
  const said: { role?: Role | undefined; name?: string | undefined } =
    typeof value === 'string' ? { role: value } : (value ?? {});
  return [label, { label, role: said.role ?? usualRole(label), name: said.name ?? null }];
}
