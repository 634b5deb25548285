import { strToU8, zipSync } from 'fflate';

/** Packages as other programs write them, made by hand: Ann and Bo, two codes, one text. */

/** A GUID that ends with these digits. */
export function guid(digits: string): string {
  return `00000000-0000-4000-8000-${digits.padStart(12, '0')}`;
}

export interface Foreign {
  readonly origin?: string;
  /** Inside `TextSource`. */
  readonly source?: string;
  /** Attributes of `TextSource`, where they are not as usual. */
  readonly attributes?: string;
  /** Behind `Sources`. */
  readonly behind?: string;
  /** Before `Sources`. */
  readonly before?: string;
  readonly codes?: string;
  readonly text?: string | Uint8Array;
  readonly namespace?: string;
  readonly qde?: string;
  readonly folder?: string;
  readonly files?: Readonly<Record<string, string>>;
}

export const dialogue = 'T: So how was it?\nC: Fine, I guess.\nT: You guess?\nC: Yes.\n';

const codes = `<Code guid="${guid('c1')}" name="Trust" isCodable="true" color="#00F"><Description>Trusts.</Description></Code>
<Code guid="${guid('c2')}" name="Doubt" isCodable="true"><Code guid="${guid('c3')}" name="Open doubt" isCodable="true"/></Code>`;

export function foreign(given: Foreign = {}): Uint8Array {
  const { origin = 'Some Program 1.0', folder = 'sources', text = dialogue } = given;
  const xml = `<?xml version="1.0" encoding="utf-8"?>
<Project xmlns="${given.namespace ?? 'urn:QDA-XML:project:1.0'}" name="P"${origin === '' ? '' : ` origin="${origin}"`}>
<Users><User guid="${guid('a1')}" name="Ann Müller"/><User guid="${guid('b1')}" name="Consensus"/></Users>
<CodeBook><Codes>${given.codes ?? codes}</Codes></CodeBook>${given.before ?? ''}
<Sources><TextSource guid="${guid('50')}" name="one.txt" ${given.attributes ?? `plainTextPath="internal://${guid('50')}.txt"`}>
${given.source ?? ''}</TextSource></Sources>${given.behind ?? ''}
</Project>`;
  return zipSync({
    [given.qde ?? 'project.qde']: strToU8(xml),
    [`${folder}/${guid('50')}.txt`]: typeof text === 'string' ? strToU8(text) : text,
    ...Object.fromEntries(
      Object.entries(given.files ?? {}).map(([name, content]) => [name, strToU8(content)]),
    ),
  });
}

/** A selection with a coding for each code; `user` is that of selection and codings. */
export function selection(
  start: number,
  end: number,
  {
    name = '',
    user = 'a1',
    code = ['c1'],
    id = `${start}${end}`,
    inside = '',
  }: {
    readonly name?: string;
    readonly user?: string;
    readonly code?: readonly string[];
    readonly id?: string;
    readonly inside?: string;
  } = {},
): string {
  const codings = code.map(
    (each, index) =>
      `<Coding guid="${guid(`d${index}${id}`)}" creatingUser="${guid(user)}"><CodeRef targetGUID="${guid(each)}"/></Coding>`,
  );
  return `<PlainTextSelection guid="${guid(`e${id}`)}" name="${name}" startPosition="${start}" endPosition="${end}" creatingUser="${guid(user)}" creationDateTime="2026-03-02T10:00:00Z">${inside}${codings.join('')}</PlainTextSelection>`;
}
