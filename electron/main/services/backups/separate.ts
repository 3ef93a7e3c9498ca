import { spawn } from 'node:child_process';
import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { app } from 'electron';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { Contract, LogRow, SlotName } from '#shared/shell/contract.ts';
import { openAttachments } from '../attachments.ts';
import { flushFolder } from '../files.ts';
import { Log } from '../log.ts';
import { openSlots } from '../slots.ts';
import { hasRoom } from './backupRoom.ts';

type Written = Result<void, 'absent' | 'cannot-write' | 'no-room'>;

/** Where it is put together. Only when all of it is there does it become the folder's journal. */
const unfinished = '.stringwalk-unfinished';
/** All that ever lies there: a folder that holds anything else is somebody's, whatever it is called. */
const shape: ReadonlySet<string> = new Set([
  'journal',
  'journal/log',
  'journal/slots',
  'journal/attachments',
]);

/** These open it on any computer where they opened the first one; the device's own key store is bound to that. */
const carriedSlots = [
  'passphrase',
  'recovery',
  'recoveryNote',
  'open',
] as const satisfies readonly SlotName[];

/** A journal in another folder, written as this one's files are: its database makes itself from the log. */
export class SeparateJournal {
  readonly #dataFolder: string;
  readonly #storeBytes: () => number;
  readonly #inTurn = takeTurns();
  /** Where one is being put together, */
  #folder: string | undefined;
  /** and where one lies. */
  #finished: string | undefined;
  #log: Log | undefined;

  constructor(dataFolder: string, storeBytes: () => number) {
    this.#dataFolder = dataFolder;
    this.#storeBytes = storeBytes;
  }

  /** Takes a folder that is empty, but for what an earlier attempt left. Nothing stays there before the first write. */
  async choose(folder: string): Promise<Contract['chooseSeparateFolder']['output']> {
    await this.drop();
    const place = join(folder, unfinished);
    try {
      const names = await readdir(folder);
      if (names.some((name) => name !== unfinished)) return err('not-empty');
      if (names.length > 0 && !(await isOurs(place))) return err('not-empty');
      await rm(place, { recursive: true, force: true });
      // Tried, not asked: permission bits say nothing about read-only mounts.
      await mkdir(place, { mode: 0o700 });
      await rmdir(place);
      this.#folder = folder;
      return { ok: true, path: folder };
    } catch {
      return err('cannot-write');
    }
  }

  writeRows(rows: readonly LogRow[]): Promise<Written> {
    const bytes = rows.reduce((sum, { sealed }) => sum + sealed.length, 0);
    return this.#write(bytes, (_place, log) => log.addToRewrite(rows));
  }

  writeAttachment(id: string, value: Uint8Array): Promise<Written> {
    return this.#write(value.length, (place) => openAttachments(place).write(id, value));
  }

  finish(): Promise<Written> {
    return this.#write(0, async (place, log, folder) => {
      const here = await openSlots(this.#dataFolder).readAll();
      const there = openSlots(place);
      for (const slot of carriedSlots) {
        const value = here[slot];
        const written = value ? await there.write(slot, value) : ok(undefined);
        if (!written.ok) return written;
      }
      const logged = await log.finishRewrite();
      if (!logged.ok) return logged;
      await rename(join(place, 'journal'), join(folder, 'journal'));
      await rm(place, { recursive: true });
      await flushFolder(folder);
      this.#folder = undefined;
      this.#log = undefined;
      this.#finished = folder;
      return ok(undefined);
    });
  }

  /** Waits for what is being written just now; whatever is asked for later finds no folder. */
  drop(): Promise<void> {
    return this.#inTurn(async () => {
      const folder = this.#folder;
      this.#folder = undefined;
      await this.#log?.dropRewrite();
      this.#log = undefined;
      if (folder === undefined) return;
      await rm(join(folder, unfinished), { recursive: true, force: true }).catch(() => undefined);
    });
  }

  /** A Stringwalk of its own: the lock lies in the data folder, so the two do not meet. */
  open(): void {
    if (this.#finished === undefined) return;
    const own = app.isPackaged ? [] : [app.getAppPath()];
    const fence = app.commandLine.hasSwitch('no-sandbox') ? ['--no-sandbox'] : [];
    const args = [...own, `--user-data-dir=${this.#finished}`, ...fence];
    spawn(process.execPath, args, { detached: true, stdio: 'ignore' }).unref();
  }

  #write(
    bytes: number,
    write: (place: string, log: Log, folder: string) => Promise<Written>,
  ): Promise<Written> {
    return this.#inTurn(async () => {
      const folder = this.#folder;
      if (folder === undefined) return err('absent');
      try {
        const room = { folder: this.#dataFolder, storeBytes: this.#storeBytes() };
        if (!(await hasRoom(folder, bytes, room))) return err('no-room');
        const place = join(folder, unfinished);
        this.#log ??= await beginIn(place);
        return await write(place, this.#log, folder);
      } catch {
        return err('cannot-write');
      }
    });
  }
}

async function beginIn(place: string): Promise<Log> {
  await mkdir(join(place, 'journal', 'log'), { recursive: true, mode: 0o700 });
  const log = new Log(place, takeTurns());
  const begun = await log.beginRewrite();
  if (!begun.ok) throw new Error('No log could be begun there');
  return log;
}

/** Whether a folder of this name is what an attempt left that was cut short. */
async function isOurs(place: string): Promise<boolean> {
  const found = await readdir(place, { recursive: true, withFileTypes: true });
  return found.every((entry) => {
    const within = relative(place, join(entry.parentPath, entry.name));
    const folder = entry.isDirectory() ? within : dirname(within);
    return shape.has(folder.split(sep).join('/'));
  });
}
