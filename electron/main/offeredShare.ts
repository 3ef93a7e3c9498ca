import { isAbsolute, resolve } from 'node:path';

/** The `.stringwalk` file among the arguments of a start, as an absolute path. */
export function shareAmong(args: readonly string[], folder: string): string | undefined {
  const given = args
    .slice(1)
    .find((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith('.stringwalk'));
  if (given === undefined) return undefined;
  return isAbsolute(given) ? given : resolve(folder, given);
}

/** Keeps the file somebody wants to import until the window asks for it: once, however many times it is offered. */
export class OfferedShare {
  #path: string | undefined;

  get waiting(): boolean {
    return this.#path !== undefined;
  }

  offer(path: string): void {
    this.#path = path;
  }

  take(): string | undefined {
    const path = this.#path;
    this.#path = undefined;
    return path;
  }
}
