import type { Messages } from '#shared/shell/contract.ts';

/** Longer than any save should take; a window that needs more is asked about, never just closed. */
const answerLimitMs = 10_000;

/** Asks the window to keep what was typed, and waits for its answer. */
export class Settling {
  #requests = 0;
  readonly #waiting = new Map<number, (kept: boolean) => void>();

  /** Resolves to whether everything was kept; false also when the window does not answer in time. */
  ask(reason: Messages['settle']['reason'], send: (message: Messages['settle']) => void): Promise<boolean> {
    this.#requests += 1;
    const request = this.#requests;
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.answer(request, false), answerLimitMs);
      this.#waiting.set(request, (kept) => {
        clearTimeout(timer);
        resolve(kept);
      });
      send({ request, reason });
    });
  }

  answer(request: number, kept: boolean): void {
    this.#waiting.get(request)?.(kept);
    this.#waiting.delete(request);
  }
}
