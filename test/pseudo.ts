/** A language nobody speaks: readable, a third longer than English, and without one letter of ASCII. */

const small = [...'ȧƀƈḓḗƒɠħīĵķŀḿƞǿƥɋřşŧŭṽẇẋẏẑ'];
const capital = [...'ȦƁƇḒḖƑƓĦĪĴĶĿḾȠǾƤɊŘŞŦŬṼẆẊẎẐ'];
const vowels = 'aeou';

/** What a translator leaves as it is: placeholders, icons, code, and where a link leads. */
const kept = /(\{\w+\}|\$\([\w-]+\)|`[^`]*`|\]\([^)]*\))/;

/** A message in that language, with its placeholders, icons, code and links as they were. */
export function pseudo(message: string): string {
  return message
    .split(kept)
    .map((piece, index) => (index % 2 === 1 ? piece : [...piece].map(letter).join('')))
    .join('');
}

/** Every value of a table of messages in that language. */
export function pseudoTable(messages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).map(([key, message]) => [key, pseudo(message)]));
}

/** The placeholders of a message, sorted. */
export function placeholders(message: string): string[] {
  return [...message.matchAll(/\{\w+\}/g)].map(([placeholder]) => placeholder).toSorted();
}

function letter(character: string): string {
  const lower = character.toLowerCase();
  const index = lower.charCodeAt(0) - 97;
  const strange = (character === lower ? small : capital)[index] ?? character;
  return vowels.includes(lower) ? strange + (small[index] ?? '') : strange;
}
