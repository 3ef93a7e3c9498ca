import { randomFill } from 'node:crypto';
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const fillAtRandom = promisify<Uint8Array, Uint8Array>(randomFill);

const megabyte = 1024 * 1024;

const leastFree = 200 * megabyte;
/** Given up for the last words, when there is no other room. */
const ballastBytes = 32 * megabyte;
/** With the ballast gone, words may use all but this. */
const lastReserve = megabyte;

/**
 * Below this nothing more is written: a full disk is how a database is lost.
 *
 * @param storeBytes How large what is kept twice is, in one place.
 */
export function leastFreeBytes(storeBytes: number): number {
  return Math.max(leastFree, 4 * storeBytes);
}

/** Watches that the disk has room before anything is written, and keeps some back for the last words. */
export class Room {
  readonly #folder: string;
  readonly #ballast: string;
  readonly #storeBytes: () => number;
  #isForLastWords = false;

  /** @param storeBytes How large what is kept twice is, in one place. */
  constructor(dataFolder: string, storeBytes: () => number) {
    this.#folder = dataFolder;
    this.#ballast = join(dataFolder, 'journal', 'ballast.bin');
    this.#storeBytes = storeBytes;
  }

  /** `last-words`: only because the ballast was given up, and not for the database. */
  async state(): Promise<'ample' | 'last-words' | 'low'> {
    const free = await freeBytes(this.#folder);
    if (free >= leastFreeBytes(this.#storeBytes())) {
      this.#isForLastWords = false;
      return 'ample';
    }
    return this.#isForLastWords && free > lastReserve ? 'last-words' : 'low';
  }

  /** Puts the ballast in its place, where there is more room than it needs. */
  async lay(): Promise<void> {
    const isThere = await stat(this.#ballast).then(
      ({ size }) => size === ballastBytes,
      () => false,
    );
    if (isThere || (await freeBytes(this.#folder)) < leastFree + 2 * ballastBytes) return;
    await fill(this.#ballast, ballastBytes);
  }

  /** Gives the ballast up, so that what is on the page can be written down. */
  async giveUpBallast(): Promise<void> {
    await rm(this.#ballast, { force: true });
    const folder = await open(dirname(this.#ballast), 'r').catch(() => undefined);
    await folder?.sync().catch(() => undefined);
    await folder?.close();
    this.#isForLastWords = true;
  }
}

/** Where it cannot be told, writing is tried: a refusal that is wrong would lose words as well. */
async function freeBytes(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

/**
 * A megabyte at a time, so that the shell never holds it whole. Cut short, it is too small, and laid anew. Random,
 * because some file systems squeeze what repeats itself to nothing, and would give nothing back.
 */
async function fill(path: string, bytes: number): Promise<void> {
  const chunk = new Uint8Array(megabyte);
  try {
    await mkdir(dirname(path), { recursive: true, mode: 0o700 });
    const file = await open(path, 'w', 0o600);
    try {
      for (let written = 0; written < bytes; written += chunk.length) {
        await fillAtRandom(chunk);
        await file.write(chunk);
      }
      await file.sync();
    } finally {
      await file.close();
    }
  } catch {
    // Without it nothing is lost but some room.
  }
}
