/** Whether a word is one of a closed list. */
export function isOneOf<T extends string>(list: readonly T[], word: string): word is T {
  return list.some((each) => each === word);
}
