/** Names that were given already; no two differ in capitals only, since some programs and file systems do not tell them apart. */
export class Names {
  readonly #taken = new Set<string>();

  /** The first of the choices that is free, else the last with a number. */
  give(...choices: readonly [string, ...string[]]): string {
    const free = choices.find((each) => each !== '' && !this.#taken.has(each.toLowerCase()));
    const given = free ?? this.#numbered(choices.at(-1) ?? choices[0]);
    this.#taken.add(given.toLowerCase());
    return given;
  }

  #numbered(name: string): string {
    for (let number = 2; ; number++) {
      const next = `${name} (${number})`;
      if (!this.#taken.has(next.toLowerCase())) return next;
    }
  }
}
