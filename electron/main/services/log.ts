import { copyFile, type FileHandle, link, mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { LogRow, LogState } from '#shared/shell/contract.ts';
import { flushFolder } from './files.ts';
import type { InTurn } from './inTurn.ts';
import {
  addToTally,
  decodeFrame,
  emptyLog,
  encodeFrame,
  frameHead,
  frameLength,
  frameTail,
  type LogEnd,
  logHeader,
  nextMarker,
} from './logFrames.ts';

/** What a page of rows holds at most, unless one frame is larger. */
const pageBytes = 4 * 1024 * 1024;

/** What the file itself tells. */
type Standing = Omit<LogState, 'room'>;

type Written = Result<void, 'cannot-write'>;

/** A log that can be added to. */
interface Open {
  readonly file: FileHandle;
  /** Where the next frame goes. */
  length: number;
  end: LogEnd;
}

/**
 * The second copy of every row, in a file that only grows. The database of a browser can vanish without a word; this
 * cannot. What comes here is sealed already, and is on the disk when a call answers.
 */
export class Log {
  readonly #path: string;
  #open: Open | undefined;
  #rewriting: Open | undefined;
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

  /** Reads every frame and checks it against its neighbours; damage is mended as at the start. */
  verify(): Promise<Standing> {
    return this.#inTurn(async () => {
      const log = await this.#opened();
      await this.#readThrough(log);
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
  read(from: number): Promise<{ rows: LogRow[]; next: number | undefined }> {
    return this.#inTurn(async () => {
      const { file, length } = await this.#opened();
      const rows: LogRow[] = [];
      let at = Math.max(from, logHeader.length);
      for (let read = 0; at < length && read < pageBytes; ) {
        const frame = decodeFrame(await frameAt(file, at, length));
        // Opening has checked the end alone; what else is damaged is mended by `verify`.
        if (!frame) {
          at = (await resync(file, at + 1, length)) ?? length;
          continue;
        }
        rows.push(...frame.rows);
        at += frame.length;
        read += frame.length;
      }
      return { rows, next: at < length ? at : undefined };
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

  async #opened(): Promise<Open> {
    if (this.#open) return this.#open;
    await mkdir(dirname(this.#path), { recursive: true, mode: 0o700 });
    const file = await openIfThere(this.#path);
    if (!file) {
      this.#open = await create(this.#path);
      await flushFolder(dirname(this.#path));
      return this.#open;
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

  /**
   * Reads everything. A file with a torn end loses that end; one with other damage is set aside for a whole one.
   * Where there is no room to do so it is used as it is: every frame can be verified by itself.
   */
  async #readThrough(log: Open): Promise<Open> {
    const { file, length } = log;
    let end = emptyLog;
    let [rows, tally] = [0, emptyLog.tally];
    let at = await headerEnd(file, length);
    let isWhole = at !== undefined;
    at ??= 0;
    let wholeUntil = at;
    while (at < length) {
      const frame = decodeFrame(await frameAt(file, at, length));
      if (!frame) {
        const next = await resync(file, at + 1, length);
        if (next === undefined) break;
        isWhole = false;
        at = next;
        continue;
      }
      if (!frame.before.equals(end.checksum) || frame.end.number !== end.number + 1) isWhole = false;
      end = frame.end;
      rows += frame.rows.length;
      tally = frame.rows.reduce(addToTally, tally);
      at += frame.length;
      wholeUntil = at;
    }
    if (isWhole && wholeUntil === length) this.#open = { file, length, end };
    else if (isWhole) this.#open = await this.#cut(file, wholeUntil, length, end);
    else
      this.#open = await this.#rescue(file, length).catch(() => ({
        file,
        length,
        end: { ...end, rows, tally },
      }));
    return this.#open;
  }

  /** What lies behind the last whole frame was never acknowledged; a copy of it is kept if it can be. */
  async #cut(file: FileHandle, at: number, length: number, end: LogEnd): Promise<Open> {
    const torn = Buffer.alloc(length - at);
    await file.read(torn, 0, torn.length, at);
    const copy = `${this.#path}.torn-${Date.now()}`;
    try {
      await keepAside(copy, torn);
      await file.truncate(at);
      await file.sync();
      this.#mended = this.#mended === 'no' ? 'cut' : this.#mended;
    } catch {
      // The next frame is written over it, or the next start cuts it.
    }
    return { file, length: at, end };
  }

  /** Writes every frame that verifies into a new log, and sets the damaged file aside, untouched. */
  async #rescue(file: FileHandle, length: number): Promise<Open> {
    const rescued = await create(`${this.#path}.new`);
    try {
      for (let at = 0; at < length; ) {
        const frame = decodeFrame(await frameAt(file, at, length));
        if (frame) await addFrame(rescued, frame.rows);
        const next = frame ? at + frame.length : await resync(file, at + 1, length);
        if (next === undefined) break;
        at = next;
      }
      await rescued.file.sync();
      // Under both names until the new one takes its own: a crash in between finds a log, damaged or mended.
      if (length > 0) await keepUnder(this.#path, `${this.#path}.aside-${Date.now()}`);
      await rename(`${this.#path}.new`, this.#path);
    } catch (problem) {
      await rescued.file.close();
      throw problem;
    }
    await file.close();
    await flushFolder(dirname(this.#path)).catch(() => undefined);
    this.#mended = 'rescued';
    return rescued;
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

  #stateOf({ end, length }: Open): Standing {
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

async function create(path: string): Promise<Open> {
  const file = await open(path, 'w+', 0o600);
  try {
    await file.write(logHeader, 0, logHeader.length, 0);
    await file.sync();
    return { file, length: logHeader.length, end: emptyLog };
  } catch (problem) {
    await file.close();
    throw problem;
  }
}

/** Where writing fails half-way, what was written of the frame is cut off again. */
async function addFrame(log: Open, rows: readonly LogRow[]): Promise<void> {
  const { frame, end } = encodeFrame(rows, log.end);
  try {
    for (let written = 0; written < frame.length; ) {
      const { bytesWritten } = await log.file.write(
        frame,
        written,
        frame.length - written,
        log.length + written,
      );
      written += bytesWritten;
    }
  } catch (problem) {
    await log.file.truncate(log.length).catch(() => undefined);
    throw problem;
  }
  log.length += frame.length;
  log.end = end;
}

/** Where the log stands, told by its last frame alone; undefined where there is none or it is not whole. */
async function endOf(file: FileHandle, length: number): Promise<LogEnd | undefined> {
  if ((await headerEnd(file, length)) === undefined) return undefined;
  if (length === logHeader.length) return emptyLog;
  const tail = Buffer.alloc(frameTail);
  await file.read(tail, 0, frameTail, length - frameTail);
  const begin = length - frameHead - tail.readUInt32BE() - frameTail;
  return begin < logHeader.length ? undefined : decodeFrame(await frameAt(file, begin, length))?.end;
}

async function headerEnd(file: FileHandle, length: number): Promise<number | undefined> {
  const header = Buffer.alloc(logHeader.length);
  if (length < header.length) return undefined;
  await file.read(header, 0, header.length, 0);
  return header.equals(logHeader) ? header.length : undefined;
}

/** The bytes of the frame that begins here; fewer, or none, where none does. */
async function frameAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(frameHead, length - at));
  await file.read(head, 0, head.length, at);
  const size = frameLength(head);
  if (size === undefined || at + size > length) return head;
  const frame = Buffer.alloc(size);
  await file.read(frame, 0, size, at);
  return frame;
}

/** The next place at which a frame may begin. */
async function resync(file: FileHandle, from: number, length: number): Promise<number | undefined> {
  const overlap = 3;
  for (let at = from; at < length; at += pageBytes - overlap) {
    const window = Buffer.alloc(Math.min(pageBytes, length - at));
    await file.read(window, 0, window.length, at);
    const found = nextMarker(window, 0);
    if (found !== undefined) return at + found;
  }
  return undefined;
}

/** Undefined where there is none. A file that is there but does not open is never taken for none. */
async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r+');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
}

/** Gives a file a second name; a copy of it where the file system knows no such thing. */
async function keepUnder(path: string, name: string): Promise<void> {
  await link(path, name).catch(() => copyFile(path, name));
}

async function keepAside(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
