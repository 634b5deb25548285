/** A language nobody speaks: readable, a third longer than English, and without one letter of ASCII. */

const small = 'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ';
const capital = 'ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ';
const vowels = 'aeou';

/** What a translator leaves as it is: placeholders, icons, code, and where a link leads. */
const kept = /(\{\w+\}|\$\([\w-]+\)|`[^`]*`|\]\([^)]*\))/;

/** A message in that language, with its placeholders, icons, code and links as they were. */
export function pseudo(message: string): string {
  return message
    .split(kept)
    .map((piece, index) => (index % 2 === 1 ? piece : piece.replace(/[a-z]/gi, letter)))
    .join('');
}

/** A JSON table of messages, every value in that language. */
export function pseudoTable(json: string): Record<string, string> {
  return Object.fromEntries(Object.entries(messagesOf(json)).map(([key, message]) => [key, pseudo(message)]));
}

/**
 * A JSON table of messages.
 * @throws Error where it is something else.
 */
export function messagesOf(json: string): Readonly<Record<string, string>> {
  const value: unknown = JSON.parse(json);
  if (typeof value !== 'object' || value === null) throw new Error('no table of messages');
  return Object.fromEntries(
    Object.entries(value).map(([key, message]: [string, unknown]) => {
      if (typeof message !== 'string') throw new Error(`“${key}” is no message`);
      return [key, message];
    }),
  );
}

/** The placeholders of a message, sorted. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).toSorted();
}

function letter(character: string): string {
  const lower = character.toLowerCase();
  const index = lower.charCodeAt(0) - 97;
  const strange = (character === lower ? small : capital).charAt(index);
  return vowels.includes(lower) ? strange + small.charAt(index) : strange;
}
