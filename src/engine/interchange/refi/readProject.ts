import type { XmlElement } from '@rgrove/parse-xml';
import { attributeOf, elementIn, elementsIn, localName, textOf } from '../xml';
import { readGuid } from './guids';
import {
  variableTypes,
  type QdaCase,
  type QdaCode,
  type QdaCoding,
  type QdaLink,
  type QdaMade,
  type QdaNote,
  type QdaProject,
  type QdaSelection,
  type QdaSource,
  type QdaValue,
} from './model';

/**
 * A project of any program: elements are known by their local names, since namespaces and prefixes differ; what is missing is
 * empty; what is not about texts is left out.
 */
export function readProject(root: XmlElement): QdaProject {
  const of = (container: string, name: string): readonly XmlElement[] => {
    const holder = elementIn(root, container);
    return holder ? elementsIn(holder, name) : [];
  };
  return {
    name: attributeOf(root, 'name') ?? '',
    origin: attributeOf(root, 'origin') ?? '',
    creatingUser: readGuid(attributeOf(root, 'creatingUserGUID')),
    created: attributeOf(root, 'creationDateTime'),
    users: of('Users', 'User').map((user) => ({
      guid: guidAt(user, 'guid'),
      name: attributeOf(user, 'name') ?? '',
      id: attributeOf(user, 'id'),
    })),
    codes: readCodes(elementIn(root, 'CodeBook')),
    variables: of('Variables', 'Variable').map((variable) => ({
      guid: guidAt(variable, 'guid'),
      name: attributeOf(variable, 'name') ?? '',
      type: variableTypes.find((type) => type === attributeOf(variable, 'typeOfVariable')) ?? 'Text',
    })),
    cases: of('Cases', 'Case').map(readCase),
    sources: of('Sources', 'TextSource').map(readSource),
    notes: of('Notes', 'Note').map(readText),
    links: of('Links', 'Link').flatMap(readLink),
    description: descriptionOf(root),
    noteRefs: referencesIn(root, 'NoteRef'),
  };
}

/** The codes of a `CodeBook` element, of a project or by itself. */
export function readCodes(codebook: XmlElement | null): readonly QdaCode[] {
  const holder = codebook && (elementIn(codebook, 'Codes') ?? codebook);
  return holder ? elementsIn(holder, 'Code').map(readCode) : [];
}

function readCode(code: XmlElement): QdaCode {
  return {
    guid: guidAt(code, 'guid'),
    name: attributeOf(code, 'name') ?? '',
    isCodable: !/^(?:false|0)$/i.test(attributeOf(code, 'isCodable') ?? ''),
    color: attributeOf(code, 'color'),
    description: descriptionOf(code),
    noteRefs: referencesIn(code, 'NoteRef'),
    children: elementsIn(code, 'Code').map(readCode),
  };
}

function readCase(element: XmlElement): QdaCase {
  return {
    guid: guidAt(element, 'guid'),
    name: attributeOf(element, 'name') ?? '',
    description: descriptionOf(element),
    values: readValues(element),
    sources: referencesIn(element, 'SourceRef'),
  };
}

function readSource(element: XmlElement): QdaSource {
  return {
    ...readText(element),
    selections: elementsIn(element, 'PlainTextSelection').map(readSelection),
    codings: readCodings(element),
    values: readValues(element),
  };
}

function readText(element: XmlElement): QdaNote {
  const content = elementIn(element, 'PlainTextContent');
  return {
    guid: guidAt(element, 'guid'),
    name: attributeOf(element, 'name') ?? '',
    plainTextPath: attributeOf(element, 'plainTextPath'),
    richTextPath: attributeOf(element, 'richTextPath'),
    content: content ? textOf(content) : null,
    description: descriptionOf(element),
    noteRefs: referencesIn(element, 'NoteRef'),
    ...madeBy(element),
  };
}

function readSelection(element: XmlElement): QdaSelection {
  return {
    guid: guidAt(element, 'guid'),
    name: attributeOf(element, 'name') ?? '',
    start: wholeNumber(attributeOf(element, 'startPosition')),
    end: wholeNumber(attributeOf(element, 'endPosition')),
    description: descriptionOf(element),
    codings: readCodings(element),
    noteRefs: referencesIn(element, 'NoteRef'),
    ...madeBy(element),
  };
}

function readCodings(element: XmlElement): readonly QdaCoding[] {
  return elementsIn(element, 'Coding').flatMap((coding) => {
    const [code] = referencesIn(coding, 'CodeRef');
    const noteRefs = referencesIn(coding, 'NoteRef');
    return code === undefined ? [] : [{ guid: guidAt(coding, 'guid'), code, noteRefs, ...madeBy(coding) }];
  });
}

function readLink(link: XmlElement): QdaLink[] {
  const origin = readGuid(attributeOf(link, 'originGUID'));
  const target = readGuid(attributeOf(link, 'targetGUID'));
  if (origin === null || target === null) return [];
  const said = attributeOf(link, 'direction');
  return [
    {
      guid: guidAt(link, 'guid'),
      name: attributeOf(link, 'name') ?? '',
      direction: said === 'OneWay' || said === 'Bidirectional' ? said : 'Associative',
      origin,
      target,
      noteRefs: referencesIn(link, 'NoteRef'),
    },
  ];
}

function readValues(element: XmlElement): readonly QdaValue[] {
  return elementsIn(element, 'VariableValue').flatMap((value) => {
    const [variable] = referencesIn(value, 'VariableRef');
    const said = elementsIn(value).find((child) => localName(child).endsWith('Value'));
    const type = variableTypes.find((each) => said && localName(said) === `${each}Value`);
    return variable && said && type ? [{ variable, type, value: textOf(said).trim() }] : [];
  });
}

function madeBy(element: XmlElement): QdaMade {
  return {
    user: readGuid(attributeOf(element, 'creatingUser')),
    created: attributeOf(element, 'creationDateTime'),
  };
}

function descriptionOf(element: XmlElement): string {
  const description = elementIn(element, 'Description');
  return description ? textOf(description) : '';
}

function referencesIn(element: XmlElement, name: string): readonly string[] {
  return elementsIn(element, name).flatMap(
    (reference) => readGuid(attributeOf(reference, 'targetGUID')) ?? [],
  );
}

function guidAt(element: XmlElement, name: string): string {
  return readGuid(attributeOf(element, name)) ?? '';
}

/** −1 where there is no number: no text has that place. */
function wholeNumber(text: string | null): number {
  const value = Number(text?.trim() || Number.NaN);
  return Number.isSafeInteger(value) ? value : -1;
}
