/** What was put in, in turn, for one who waits for it. Undefined is the end. */
export class Mailbox<T> {
  readonly #arrived: (T | undefined)[] = [];
  #wake: () => void = () => undefined;
  #fail: (problem: unknown) => void = () => undefined;

  put(item: T | undefined): void {
    this.#arrived.push(item);
    this.#wake();
  }

  /** Nothing more comes: whoever waits hears why. */
  fail(problem: unknown): void {
    this.#fail(problem);
  }

  async *items(): AsyncGenerator<T> {
    for (;;) {
      while (this.#arrived.length === 0) {
        await new Promise<void>((resolve, reject) => {
          [this.#wake, this.#fail] = [resolve, reject];
        });
      }
      const item = this.#arrived.shift();
      if (item === undefined) return;
      yield item;
    }
  }
}
