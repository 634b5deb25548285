import assert from 'node:assert/strict';
import { parseXml, XmlElement } from '@rgrove/parse-xml';
import { strFromU8, unzipSync } from 'fflate';

/**
 * Reads a package as importers of other programs do, and says where they would stop, shift or lose. The rows are what was
 * observed of one of them with eighteen files; what others are known to refuse stands with them.
 */
export function importersComplain(bytes: Uint8Array): readonly string[] {
  const files = unzipSync(bytes);
  const names = Object.keys(files);
  const qde = files['project.qde'];
  if (!qde) return ['row 18: no project.qde'];
  const { root } = parseXml(strFromU8(qde));
  assert.ok(root);
  const all = [...allIn(root)];
  const of = (name: string): readonly XmlElement[] => all.filter((each) => each.name === name);
  const texts = new Map(names.map((name) => [name, files[name] ?? new Uint8Array()]));
  return [
    ...textComplaints(texts),
    ...sourceComplaints([...of('TextSource'), ...of('Note')], texts),
    ...(root.attributes['origin'] ? [] : ['row 7: no origin, a crash']),
    ...of('TextSource').flatMap((source) => selectionComplaints(source, texts, of('User'))),
    ...codeComplaints(of('Code'), of('CodeRef')),
    ...memoComplaints(all, of('Note'), of('Link'), texts),
    ...noteComplaints(of('Note')),
    ...variableComplaints(of('Variable'), of('VariableValue'), of('Case')),
    ...guidComplaints(all),
  ];
}

function* allIn(element: XmlElement): Iterable<XmlElement> {
  yield element;
  for (const child of element.children) if (child instanceof XmlElement) yield* allIn(child);
}

function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

function textComplaints(files: ReadonlyMap<string, Uint8Array>): string[] {
  const complaints = [...files.keys()]
    .filter((name) => name.startsWith('Sources/'))
    .map(() => 'row 17: folder Sources');
  for (const [name, bytes] of files) {
    if (!/^sources\//i.test(name)) continue;
    if (bytes[0] === 0xef && bytes[1] === 0xbb) complaints.push('row 2: a byte order mark shifts codings');
    if (bytes.includes(13)) complaints.push('rows 3 and 4: CRLF is counted as one or two');
  }
  return complaints;
}

function fileOf(source: XmlElement, files: ReadonlyMap<string, Uint8Array>): string | null {
  const name = /^internal:\/\/(.+)$/.exec(source.attributes['plainTextPath'] ?? '')?.[1] ?? '';
  const bytes = files.get(`sources/${name}`);
  return bytes ? strFromU8(bytes) : null;
}

function sourceComplaints(sources: readonly XmlElement[], files: ReadonlyMap<string, Uint8Array>): string[] {
  const seen = new Set<string>();
  return sources.flatMap((source) => {
    const { name = '' } = source.attributes;
    const key = `${source.name} ${name.toLowerCase()}`;
    const again = seen.has(key);
    seen.add(key);
    return [
      ...(childrenOf(source, 'PlainTextContent').length > 0 ? ['row 6: text in the XML, a crash'] : []),
      ...(fileOf(source, files) === null ? ['row 6: no text file, a crash'] : []),
      ...(again || name === '' ? ['sources and notes of one name'] : []),
    ];
  });
}

function selectionComplaints(
  source: XmlElement,
  files: ReadonlyMap<string, Uint8Array>,
  users: readonly XmlElement[],
): string[] {
  const points = Array.from(fileOf(source, files) ?? '');
  const known = new Set(users.map(({ attributes }) => attributes['guid']));
  const seen = new Set<string>();
  return childrenOf(source, 'PlainTextSelection').flatMap((selection) => {
    const {
      startPosition,
      endPosition,
      name = '',
      creatingUser = '',
      creationDateTime,
    } = selection.attributes;
    const codings = childrenOf(selection, 'Coding');
    const words = points
      .slice(Number(startPosition), Number(endPosition))
      .join('')
      .replace(/\s+/g, ' ')
      .trim();
    const [description] = childrenOf(selection, 'Description');
    const key = codings.map((coding) => childrenOf(coding, 'CodeRef')[0]?.attributes['targetGUID']).join(' ');
    const double = codings.length > 0 && seen.has(`${startPosition} ${endPosition} ${creatingUser} ${key}`);
    seen.add(`${startPosition} ${endPosition} ${creatingUser} ${key}`);
    return [
      ...(words.startsWith(name.replace(/…$/, '')) && name !== ''
        ? []
        : ['row 5: the place has other words']),
      ...(codings.length > 1 ? ['row 8: a coder is lost'] : []),
      ...(known.has(creatingUser) ? [] : ['row 9: a selection is nobody’s']),
      ...(codings.every(({ attributes }) => attributes['creatingUser'] === creatingUser)
        ? []
        : ['row 9: a coding is somebody else’s']),
      ...(codings.length === 0 && !description ? ['row 14: neither code nor words'] : []),
      ...([creationDateTime, ...codings.map(({ attributes }) => attributes['creationDateTime'])].every(
        Boolean,
      )
        ? []
        : ['a selection or coding without a date']),
      ...(double ? ['one passage twice with one code of one person'] : []),
    ];
  });
}

function codeComplaints(codes: readonly XmlElement[], references: readonly XmlElement[]): string[] {
  const names = codes.map(({ attributes }) => (attributes['name'] ?? '').toLowerCase());
  const guids = new Set(codes.map(({ attributes }) => attributes['guid']));
  return [
    ...(new Set(names).size === names.length ? [] : ['row 10: two codes of one name']),
    ...(references.every(({ attributes }) => guids.has(attributes['targetGUID']))
      ? []
      : ['row 10: no such code']),
    ...(codes.every(({ attributes }) => attributes['isCodable']) ? [] : ['a code without isCodable']),
  ];
}

function memoComplaints(
  all: readonly XmlElement[],
  notes: readonly XmlElement[],
  links: readonly XmlElement[],
  files: ReadonlyMap<string, Uint8Array>,
): string[] {
  const selections = new Map(
    all.filter(({ name }) => name === 'PlainTextSelection').map((each) => [each.attributes['guid'], each]),
  );
  const said = (guid: string | undefined): string => {
    const selection = selections.get(guid ?? '');
    return selection ? bare(childrenOf(selection, 'Description')[0]?.text ?? '') : '';
  };
  const textOf = new Map(notes.map((note) => [note.attributes['guid'], bare(fileOf(note, files) ?? '')]));
  const memos = [...selections].flatMap(([guid, selection]) =>
    childrenOf(selection, 'NoteRef').map(({ attributes }) =>
      said(guid).includes(textOf.get(attributes['targetGUID'] ?? '') ?? '\0'),
    ),
  );
  return [
    ...(memos.every(Boolean) ? [] : ['row 11: a memo stands in a note only']),
    ...(links.every(({ attributes }) => said(attributes['originGUID']).includes('Repairedby:'))
      ? []
      : ['row 11: a repair stands in a link only']),
  ];
}

function noteComplaints(notes: readonly XmlElement[]): string[] {
  return notes.flatMap(({ attributes }) => [
    ...(attributes['creationDateTime'] ? [] : ['row 12: a note without a date, a crash']),
    ...(attributes['plainTextPath'] && attributes['name'] ? [] : ['row 13: no journal entry']),
  ]);
}

function variableComplaints(
  variables: readonly XmlElement[],
  values: readonly XmlElement[],
  cases: readonly XmlElement[],
): string[] {
  const types = new Map(
    variables.map(({ attributes }) => [attributes['guid'], attributes['typeOfVariable']]),
  );
  const isTyped = values.every((value) => {
    const [reference, held] = value.children.filter((child) => child instanceof XmlElement);
    return held?.name === `${types.get(reference?.attributes['targetGUID']) ?? ''}Value`;
  });
  return [
    ...(isTyped ? [] : ['rows 15 and 16: a value of another type than its variable']),
    ...(cases.every(({ attributes }) => attributes['name']) ? [] : ['row 15: a case without a name']),
  ];
}

function guidComplaints(all: readonly XmlElement[]): string[] {
  const guids = all.flatMap(({ attributes }) => attributes['guid'] ?? []);
  return [
    ...(new Set(guids).size === guids.length ? [] : ['a GUID stands for two things']),
    ...(guids.every((guid) => /^[0-9A-F-]{36}$/.test(guid)) ? [] : ['a GUID in small letters']),
  ];
}

function bare(text: string): string {
  return text.replace(/\s/g, '');
}
