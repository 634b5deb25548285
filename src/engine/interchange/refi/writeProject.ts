import type {
  QdaCase,
  QdaCode,
  QdaCoding,
  QdaLink,
  QdaNote,
  QdaProject,
  QdaSelection,
  QdaSource,
  QdaValue,
} from './model';
import { container, element, textElement } from './writeXml';

const projectNamespace = 'urn:QDA-XML:project:1.0';
const codebookNamespace = 'urn:QDA-XML:codebook:1.0';

const declaration = '<?xml version="1.0" encoding="utf-8"?>';

/** `project.qde`, its elements in the order of the schema, which some programs insist on. */
export function projectXml(project: QdaProject): string {
  const { name, origin, creatingUser, created, codes } = project;
  const users = project.users.map(({ guid, name: called, id }) =>
    element('User', { guid, name: called, id }),
  );
  const variables = project.variables.map(({ guid, name: called, type }) =>
    element('Variable', { guid, name: called, typeOfVariable: type }),
  );
  const root = element(
    'Project',
    { xmlns: projectNamespace, name, origin, creatingUserGUID: creatingUser, creationDateTime: created },
    [
      ...container('Users', users),
      ...container('CodeBook', container('Codes', codes.map(codeXml))),
      ...container('Variables', variables),
      ...container('Cases', project.cases.map(caseXml)),
      ...container('Sources', project.sources.map(sourceXml)),
      ...container(
        'Notes',
        project.notes.map((note) => textXml('Note', note, [], references('NoteRef', note.noteRefs))),
      ),
      ...container('Links', project.links.map(linkXml)),
      ...textElement('Description', project.description),
      ...references('NoteRef', project.noteRefs),
    ],
  );
  return `${declaration}\n${root}\n`;
}

/** A codebook by itself, as programs exchange it: not zipped, and without notes. */
export function codebookXml(codes: readonly QdaCode[], origin: string): string {
  const bare = (code: QdaCode): QdaCode => ({ ...code, noteRefs: [], children: code.children.map(bare) });
  const root = element(
    'CodeBook',
    { xmlns: codebookNamespace, origin },
    container('Codes', codes.map(bare).map(codeXml)),
  );
  return `${declaration}\n${root}\n`;
}

function codeXml({ guid, name, isCodable, color, description, noteRefs, children }: QdaCode): string {
  return element('Code', { guid, name, isCodable, color }, [
    ...textElement('Description', description),
    ...references('NoteRef', noteRefs),
    ...children.map(codeXml),
  ]);
}

function caseXml({ guid, name, description, values, sources }: QdaCase): string {
  return element('Case', { guid, name }, [
    ...textElement('Description', description),
    ...values.map(valueXml),
    ...references('SourceRef', sources),
  ]);
}

function valueXml({ variable, type, value }: QdaValue): string {
  return element('VariableValue', {}, [
    element('VariableRef', { targetGUID: variable }),
    ...textElement(`${type}Value`, value),
  ]);
}

function sourceXml(source: QdaSource): string {
  return textXml('TextSource', source, source.selections.map(selectionXml), [
    ...source.codings.map(codingXml),
    ...references('NoteRef', source.noteRefs),
    ...source.values.map(valueXml),
  ]);
}

function textXml(
  tag: string,
  source: QdaNote,
  selections: readonly string[],
  rest: readonly string[],
): string {
  const { guid, name, plainTextPath, richTextPath, user, created, description, content } = source;
  return element(
    tag,
    { guid, name, richTextPath, plainTextPath, creatingUser: user, creationDateTime: created },
    [
      ...textElement('Description', description),
      ...textElement('PlainTextContent', content ?? ''),
      ...selections,
      ...rest,
    ],
  );
}

function selectionXml(selection: QdaSelection): string {
  const { guid, name, start, end, user, created, description, codings, noteRefs } = selection;
  return element(
    'PlainTextSelection',
    { guid, name, startPosition: start, endPosition: end, creatingUser: user, creationDateTime: created },
    [
      ...textElement('Description', description),
      ...codings.map(codingXml),
      ...references('NoteRef', noteRefs),
    ],
  );
}

function codingXml({ guid, user, created, code, noteRefs }: QdaCoding): string {
  return element('Coding', { guid, creatingUser: user, creationDateTime: created }, [
    ...references('CodeRef', [code]),
    ...references('NoteRef', noteRefs),
  ]);
}

function linkXml({ guid, name, direction, origin, target, noteRefs }: QdaLink): string {
  return element(
    'Link',
    { guid, name, direction, originGUID: origin, targetGUID: target },
    references('NoteRef', noteRefs),
  );
}

function references(name: string, guids: readonly string[]): readonly string[] {
  return guids.map((guid) => element(name, { targetGUID: guid }));
}
