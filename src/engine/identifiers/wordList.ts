import { NameFinder, wordsRefusal } from '../masking/names';

/** A study's own list, `alliance.identifiers.txt`: what is an identifier here, and what is none though it looks like one. */
export interface WordList {
  readonly listed: readonly NameFinder[];
  readonly allowed: readonly NameFinder[];
}

export const emptyWordList: WordList = { listed: [], allowed: [] };

const allowing = /^ok:\s*/i;

/** One name or phrase per line; a line that begins with `ok:` is no identifier; `#` begins a remark. */
export function readWordList(text: string): WordList {
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.replace(/^\ufeff|#[^]*$/g, '').trim());
  const said = lines.filter((line) => line !== '');
  const finders = (names: readonly string[]): NameFinder[] =>
    names
      .filter((words) => wordsRefusal(words) === null)
      .map((words) => new NameFinder({ words, anyCase: true }));
  return {
    listed: finders(said.filter((line) => !allowing.test(line))),
    allowed: finders(said.filter((line) => allowing.test(line)).map((line) => line.replace(allowing, ''))),
  };
}

/** The list with one more that is no identifier. */
export function allowWords(text: string, words: string): string {
  const line = `ok: ${words.replace(/\s+/gu, ' ').replace(/#/g, '')}`;
  const eol = /\r\n/.test(text) ? '\r\n' : '\n';
  const before = text === '' || /[\r\n]$/.test(text) ? text : text + eol;
  return before + line + eol;
}
