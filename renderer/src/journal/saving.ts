import type { SaveProblem } from './db.ts';

/** What the frame says about saving. `kept` carries the time at which the last words were safe. */
export type Saving =
  | { readonly state: 'idle' }
  | { readonly state: 'saving' }
  | { readonly state: 'kept'; readonly at: number }
  | { readonly state: 'failed'; readonly problem: SaveProblem };

/** A value with listeners; enough for React's `useSyncExternalStore`. */
export class Observable<T> {
  #value: T;
  #listeners = new Set<() => void>();

  constructor(value: T) {
    this.#value = value;
  }

  readonly get = (): T => this.#value;

  set(value: T): void {
    this.#value = value;
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}
