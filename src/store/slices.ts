/** Shorter than what is felt between a key and its letter. */
const sliceMilliseconds = 8;

/** Work in slices: whoever works long asks here at every step, and waits when others are to have their turn. */
export class Slices {
  #since = performance.now();

  async pause(): Promise<void> {
    if (performance.now() - this.#since < sliceMilliseconds) return;
    await new Promise((next) => setTimeout(next, 0));
    this.#since = performance.now();
  }
}
