/** What was put in, in turn, for one who waits for it. Undefined is the end. */
export class Mailbox<T> {
  readonly #arrived: (T | undefined)[] = [];
  #failed: { readonly problem: unknown } | undefined;
  #wake: () => void = () => undefined;

  put(item: T | undefined): void {
    this.#arrived.push(item);
    this.#wake();
  }

  /** Nothing more comes: whoever waits, now or later, hears why. */
  fail(problem: unknown): void {
    this.#failed = { problem };
    this.#wake();
  }

  async *items(): AsyncGenerator<T> {
    for (;;) {
      while (this.#arrived.length === 0) {
        if (this.#failed) throw this.#failed.problem;
        await new Promise<void>((resolve) => {
          this.#wake = resolve;
        });
      }
      const item = this.#arrived.shift();
      if (item === undefined) return;
      yield item;
    }
  }
}
