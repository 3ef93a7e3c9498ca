import type { InTurn } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';

export interface Asking {
  /** Those that must not be done at once. */
  readonly inTurn: InTurn;
  /** How long it may take, or go on without a sign of life. */
  readonly patienceMs: number;
}

/**
 * A folder that may stop answering: a network that is gone, a disk that hangs. A call there never comes back then, and
 * holds one of the four threads on which the journal is written too. So nobody waits for it for long, and while one is
 * out that nobody waits for any more, no other follows it.
 */
export class Answering {
  #overdue = 0;

  /** What comes of the work, which calls `goOn` while it does. Rejects as the work does. */
  ask<T>(
    { inTurn, patienceMs }: Asking,
    work: (goOn: () => void) => Promise<T>,
  ): Promise<Result<T, 'no-answer'>> {
    if (this.#overdue > 0) return Promise.resolve(err('no-answer'));
    return new Promise((resolve, reject) => {
      let isGivenUp = false;
      let timer: ReturnType<typeof setTimeout> | undefined;
      const goOn = () => {
        clearTimeout(timer);
        if (!isGivenUp) timer = setTimeout(giveUp, patienceMs);
      };
      const giveUp = () => {
        isGivenUp = true;
        this.#overdue += 1;
        resolve(err('no-answer'));
      };
      const end = () => {
        clearTimeout(timer);
        if (isGivenUp) this.#overdue -= 1;
      };
      goOn();
      inTurn(async () => {
        // Its turn came when nobody waited for it any more.
        if (!isGivenUp) resolve(ok(await work(goOn)));
      })
        .catch(reject)
        .finally(end);
    });
  }
}
