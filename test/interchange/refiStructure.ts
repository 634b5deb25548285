import { XmlElement } from '@rgrove/parse-xml';

/**
 * What REFI-QDA 1.0 demands of the elements that are written here: attributes (those with `!` are required) and children in their
 * order (`?` at most one, `*` any number, `+` at least one, nothing: exactly one). Written down from the specification.
 */
const shapes: Readonly<Record<string, { readonly attributes: string; readonly children: string }>> = {
  Project: {
    attributes: 'name! origin creatingUserGUID creationDateTime modifyingUserGUID modifiedDateTime basePath',
    children: 'Users? CodeBook? Variables? Cases? Sources? Notes? Links? Sets? Graphs? Description? NoteRef*',
  },
  Users: { attributes: '', children: 'User+' },
  User: { attributes: 'guid! name id', children: '' },
  CodeBook: { attributes: '', children: 'Codes' },
  Codes: { attributes: '', children: 'Code+' },
  Code: { attributes: 'guid! name! isCodable! color', children: 'Description? NoteRef* Code*' },
  Variables: { attributes: '', children: 'Variable+' },
  Variable: { attributes: 'guid! name! typeOfVariable!', children: 'Description?' },
  Cases: { attributes: '', children: 'Case+' },
  Case: {
    attributes: 'guid! name',
    children: 'Description? CodeRef* VariableValue* SourceRef* SelectionRef*',
  },
  VariableValue: {
    attributes: '',
    children: 'VariableRef TextValue? BooleanValue? IntegerValue? FloatValue? DateValue? DateTimeValue?',
  },
  Sources: { attributes: '', children: 'TextSource+' },
  TextSource: {
    attributes:
      'guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime',
    children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
  },
  PlainTextSelection: {
    attributes:
      'guid! name startPosition! endPosition! creatingUser creationDateTime modifyingUser modifiedDateTime',
    children: 'Description? Coding* NoteRef*',
  },
  Coding: { attributes: 'guid! creatingUser creationDateTime', children: 'CodeRef NoteRef*' },
  Notes: { attributes: '', children: 'Note+' },
  Note: {
    attributes:
      'guid! name richTextPath plainTextPath creatingUser creationDateTime modifyingUser modifiedDateTime',
    children: 'Description? PlainTextContent? PlainTextSelection* Coding* NoteRef* VariableValue*',
  },
  Links: { attributes: '', children: 'Link+' },
  Link: { attributes: 'guid! name direction color originGUID targetGUID', children: 'NoteRef*' },
};

const guid =
  /^(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\})$/i;
const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?$/;

/** The forms of attributes and of elements that hold a value only. */
const forms: Readonly<Record<string, RegExp>> = {
  guid,
  targetGUID: guid,
  originGUID: guid,
  creatingUser: guid,
  creatingUserGUID: guid,
  creationDateTime: dateTime,
  isCodable: /^(?:true|false|0|1)$/,
  color: /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i,
  startPosition: /^\d+$/,
  endPosition: /^\d+$/,
  direction: /^(?:Associative|OneWay|Bidirectional)$/,
  typeOfVariable: /^(?:Text|Boolean|Integer|Float|Date|DateTime)$/,
  IntegerValue: /^[+-]?\d+$/,
  FloatValue: /^[+-]?\d+(?:\.\d+)?$/,
  DateValue: /^\d{4}-\d\d-\d\d$/,
};

/** What is not as the specification has it, as `Element: what`. */
export function structureFaults(element: XmlElement): readonly string[] {
  const { name, attributes } = element;
  const shape = shapes[name] ?? leaf(name);
  const wanted = shape.attributes.split(' ').filter((each) => each !== '');
  const known = new Set(wanted.map((each) => each.replace('!', '')));
  const given = Object.keys(attributes).filter((key) => key !== 'xmlns');
  const children = element.children.filter((child) => child instanceof XmlElement);
  return [
    ...wanted
      .filter((each) => each.endsWith('!') && !given.includes(each.slice(0, -1)))
      .map((each) => `lacks ${each}`),
    ...given.filter((key) => !known.has(key)).map((key) => `has ${key}`),
    ...given
      .filter((key) => forms[key]?.test(attributes[key] ?? '') === false)
      .map((key) => `${key} is malformed`),
    ...(forms[name]?.test(element.text) === false ? ['is malformed'] : []),
    ...(isInOrder(children, shape.children) ? [] : ['has other children, or in another order']),
  ]
    .map((what) => `${name}: ${what}`)
    .concat(children.flatMap(structureFaults));
}

function leaf(name: string): { readonly attributes: string; readonly children: string } {
  return { attributes: name.endsWith('Ref') ? 'targetGUID!' : '', children: '' };
}

function isInOrder(children: readonly XmlElement[], shape: string): boolean {
  const pattern = shape.replace(/(\w+)([?*+]?)/g, '(?:$1 )$2').replaceAll(/(?<=[)?*+]) /g, '');
  return new RegExp(`^${pattern}$`).test(children.map(({ name }) => `${name} `).join(''));
}
