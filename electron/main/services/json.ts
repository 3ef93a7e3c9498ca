import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/** What a JSON file holds, or undefined. Synchronous, for the little that the first window waits for. */
export function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Replaces a JSON file at once, for what may be lost without harm (the window's place) but must be written while
 * the app is closing. Gives up silently.
 */
export function writeJsonNow(path: string, value: unknown): void {
  try {
    writeFileSync(`${path}.tmp`, JSON.stringify(value));
    renameSync(`${path}.tmp`, path);
  } catch {
    // The next start then uses the usual place.
  }
}
