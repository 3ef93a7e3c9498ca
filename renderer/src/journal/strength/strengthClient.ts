/** @file Judging passphrases in a worker, which begins with the first question and lives while one is being chosen. */
import type { Guess } from './strengthWords.ts';

export interface StrengthQuestion {
  readonly number: number;
  readonly passphrase: string;
  readonly names: readonly string[];
}

export interface StrengthAnswer {
  readonly number: number;
  readonly guess: Guess;
}

/** Longer is not worth waiting for: a passphrase that could not be judged is not refused. */
const patienceMs = 8000;

export class Judge {
  readonly #waiting = new Map<number, (guess: Guess | undefined) => void>();
  #worker: Worker | undefined;
  #asked = 0;

  /** Undefined where it cannot be told. */
  ask(passphrase: string, names: readonly string[]): Promise<Guess | undefined> {
    this.#worker ??= this.#begin();
    this.#asked += 1;
    const number = this.#asked;
    const answered = new Promise<Guess | undefined>((resolve) => this.#waiting.set(number, resolve));
    const timer = setTimeout(() => this.#answer(number, undefined), patienceMs);
    this.#worker.postMessage({ number, passphrase, names } satisfies StrengthQuestion);
    return answered.finally(() => clearTimeout(timer));
  }

  /** Lets go of the worker and its word lists. The next question begins another one. */
  end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const number of [...this.#waiting.keys()]) this.#answer(number, undefined);
  }

  #begin(): Worker {
    const worker = new Worker(new URL('./strengthWorker.ts', import.meta.url), {
      type: 'module',
      name: 'strength',
    });
    worker.addEventListener('message', ({ data }: MessageEvent<StrengthAnswer>) =>
      this.#answer(data.number, data.guess),
    );
    worker.addEventListener('error', () => this.end());
    return worker;
  }

  #answer(number: number, guess: Guess | undefined): void {
    this.#waiting.get(number)?.(guess);
    this.#waiting.delete(number);
  }
}
