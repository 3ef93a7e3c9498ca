import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Log } from '#electron/main/services/log.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { noise } from './damage.ts';

/** One frame of a log that was written whole: where it lies, and what is in it. */
export interface FrameOnDisk {
  readonly from: number;
  readonly to: number;
  readonly rows: readonly LogRow[];
}

/** A log as the service wrote it. */
export interface LogOnDisk {
  readonly bytes: Uint8Array;
  readonly frames: readonly FrameOnDisk[];
}

/** A data folder of its own for each try. */
export class LogFolder {
  readonly path: string;
  readonly logFolder: string;
  readonly file: string;

  private constructor(path: string) {
    this.path = path;
    this.logFolder = join(path, 'journal', 'log');
    this.file = join(this.logFolder, 'rows.log');
  }

  static async make(): Promise<LogFolder> {
    return new LogFolder(await mkdtemp(join(tmpdir(), 'stringwalk-log-')));
  }

  /** A service as a new start makes it. */
  open(): Log {
    return new Log(this.path, takeTurns());
  }

  /** As a start finds it when these bytes lie there; undefined: no file. */
  async put(bytes: Uint8Array | undefined): Promise<void> {
    await rm(this.logFolder, { recursive: true, force: true });
    await mkdir(this.logFolder, { recursive: true });
    if (bytes) await writeFile(this.file, bytes);
  }

  read(): Promise<Uint8Array> {
    return readFile(this.file);
  }

  /** What was kept beside the log, by the word in its name. */
  async kept(word: 'aside' | 'torn'): Promise<readonly Buffer[]> {
    const names = (await readdir(this.logFolder)).filter((name) => name.startsWith(`rows.log.${word}-`));
    return Promise.all(names.map((name) => readFile(join(this.logFolder, name))));
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

/** A row as the window hands it over. What is sealed in it does not matter here. */
export function rowNumber(n: number, length = 20 + ((n * 37) % 90), journal = 'a'): LogRow {
  return {
    id: n.toString(16).padStart(32, journal),
    keyId: journal.repeat(16),
    sealed: noise(length, n + 1),
  };
}

/** Writes a log of frames with these numbers of rows, through the service itself. */
export async function writeLog(rowsInFrames: readonly number[], journal = 'a'): Promise<LogOnDisk> {
  const folder = await LogFolder.make();
  const log = folder.open();
  const frames: FrameOnDisk[] = [];
  let [n, from] = [0, (await log.state()).bytes];
  for (const count of rowsInFrames) {
    const rows = Array.from({ length: count }, () => rowNumber(n++, undefined, journal));
    const outcome = await log.append(rows);
    if (!outcome.ok) throw new Error(outcome.error);
    const to = (await log.state()).bytes;
    frames.push({ from, to, rows });
    from = to;
  }
  const bytes = new Uint8Array(await folder.read());
  await log.close();
  await folder.remove();
  return { bytes, frames };
}

export async function readAll(log: Log): Promise<readonly LogRow[]> {
  const rows: LogRow[] = [];
  for (let from: number | undefined = 0; from !== undefined; ) {
    const page: Awaited<ReturnType<Log['read']>> = await log.read(from);
    rows.push(...page.rows);
    from = page.next;
  }
  return rows;
}
