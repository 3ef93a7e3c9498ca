import { open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { InTurn } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { LogRow, LogState } from '#shared/shell/contract.ts';
import { flushFolder, makeFolder } from './files.ts';
import { addFrame, create, endOf, type OpenLog, openIfThere } from './logFile.ts';
import { emptyLog } from './logFrames.ts';
import { readThrough } from './logMending.ts';
import { isWhole, type LogPage, pageFrom } from './logReading.ts';

/** What the file itself tells. */
type Standing = Omit<LogState, 'room'>;

type Written = Result<void, 'cannot-write'>;

/**
 * The second copy of every row, in a file that only grows. The database of a browser can vanish without a word; this
 * cannot. What comes here is sealed already, and is on the disk when a call answers.
 */
export class Log {
  readonly #path: string;
  #open: OpenLog | undefined;
  #rewriting: OpenLog | undefined;
  /** What opening had to do: a damaged file was set aside, a torn end was cut. */
  #mended: LogState['mended'] = 'no';
  readonly #inTurn: InTurn;

  constructor(dataFolder: string, inTurn: InTurn) {
    this.#inTurn = inTurn;
    this.#path = join(dataFolder, 'journal', 'log', 'rows.log');
  }

  /** Bytes on the disk, as far as is known without looking. */
  get bytes(): number {
    return this.#open?.length ?? 0;
  }

  state(): Promise<Standing> {
    return this.#inTurn(async () => this.#stateOf(await this.#opened()));
  }

  /**
   * Reads every frame and checks it against its neighbours; damage is mended as at the start. Reading takes seconds
   * with the years, and nobody waits for it: only mending takes its turn.
   */
  async verify(): Promise<Standing> {
    const found = await this.#inTurn(async () => {
      const { length, end } = await this.#opened();
      return { length, end, file: await open(this.#path, 'r') };
    });
    const whole = await isWhole(found).finally(() => found.file.close());
    return this.#inTurn(async () => {
      const log = await this.#opened();
      if (!whole) await this.#readThrough(log);
      return this.#stateOf(await this.#opened());
    });
  }

  /** Adds the rows as one frame. When this answers ok they are on the disk; otherwise none of them is. */
  append(rows: readonly LogRow[]): Promise<Written> {
    return this.#inTurn(async () => {
      try {
        const log = await this.#opened();
        const { length } = log;
        await addFrame(log, rows);
        await log.file.datasync().catch(async (problem: unknown) => {
          // Refused is refused: the frame must not come to light at the next start.
          await log.file.truncate(length);
          throw problem;
        });
        return ok(undefined);
      } catch {
        await this.#close();
        return err('cannot-write');
      }
    });
  }

  /** Rows from a place in the file on, some megabytes at a time. The first place is 0. */
  read(from: number): Promise<LogPage> {
    return this.#inTurn(async () => {
      const { file, length } = await this.#opened();
      return pageFrom(file, length, from);
    });
  }

  /** Begins a new log beside the old one, which stands until the new one is whole. */
  beginRewrite(): Promise<Written> {
    return this.#inTurn(() =>
      attempt(async () => {
        await this.#dropRewrite();
        this.#rewriting = await create(`${this.#path}.new`);
      }),
    );
  }

  addToRewrite(rows: readonly LogRow[]): Promise<Written> {
    return this.#inTurn(() =>
      attempt(async () => {
        if (!this.#rewriting) throw new Error('No new log was begun');
        await addFrame(this.#rewriting, rows);
      }),
    );
  }

  /** Puts the new log in the place of the old one. */
  finishRewrite(): Promise<Written> {
    return this.#inTurn(() =>
      attempt(async () => {
        if (!this.#rewriting) throw new Error('No new log was begun');
        await this.#rewriting.file.sync();
        await this.#dropHandles();
        await rename(`${this.#path}.new`, this.#path);
        await flushFolder(dirname(this.#path));
      }),
    );
  }

  dropRewrite(): Promise<Written> {
    return this.#inTurn(() => attempt(() => this.#dropRewrite()));
  }

  /** Moves the log out of the way, untouched; the next call begins an empty one. */
  setAside(): Promise<Written> {
    return this.#inTurn(() => attempt(() => this.#setAside()));
  }

  /** Lets go of the file; the next call opens it again. */
  close(): Promise<void> {
    return this.#inTurn(() => this.#dropHandles());
  }

  /** Removes the log: what was in it is let go. */
  remove(): Promise<Written> {
    return this.#inTurn(() =>
      attempt(async () => {
        await this.#dropHandles();
        await rm(`${this.#path}.new`, { force: true });
        await rm(this.#path, { force: true });
        await flushFolder(dirname(this.#path)).catch(() => undefined);
      }),
    );
  }

  async #opened(): Promise<OpenLog> {
    if (this.#open) return this.#open;
    await makeFolder(dirname(this.#path));
    const file = await openIfThere(this.#path);
    if (!file) {
      const created = await create(this.#path);
      // Where its name does not last, nothing may be said to be in it.
      await flushFolder(dirname(this.#path)).catch(async (problem: unknown) => {
        await created.file.close();
        await rm(this.#path, { force: true });
        throw problem;
      });
      this.#open = created;
      return created;
    }
    try {
      const { size } = await file.stat();
      const end = await endOf(file, size);
      this.#open = end
        ? { file, length: size, end }
        : await this.#readThrough({ file, length: size, end: emptyLog });
      return this.#open;
    } catch (problem) {
      await file.close();
      throw problem;
    }
  }

  async #readThrough(log: OpenLog): Promise<OpenLog> {
    const read = await readThrough(this.#path, log);
    this.#open = read.log;
    // The graver of what was done since the start is told.
    if (read.mended && this.#mended !== 'rescued') this.#mended = read.mended;
    return read.log;
  }

  async #setAside(): Promise<void> {
    await this.#close();
    await rename(this.#path, `${this.#path}.aside-${Date.now()}`);
    await flushFolder(dirname(this.#path));
  }

  async #dropRewrite(): Promise<void> {
    await this.#rewriting?.file.close();
    this.#rewriting = undefined;
    await rm(`${this.#path}.new`, { force: true });
  }

  async #dropHandles(): Promise<void> {
    await this.#rewriting?.file.close();
    this.#rewriting = undefined;
    await this.#close();
  }

  /** The next call opens it anew, and sees what is really there. */
  async #close(): Promise<void> {
    const file = this.#open?.file;
    this.#open = undefined;
    await file?.close().catch(() => undefined);
  }

  #stateOf({ end, length }: OpenLog): Standing {
    return { rows: end.rows, tally: end.tally.toString('hex'), bytes: length, mended: this.#mended };
  }
}

async function attempt(work: () => Promise<unknown>): Promise<Written> {
  try {
    await work();
    return ok(undefined);
  } catch {
    return err('cannot-write');
  }
}
