import { access, constants, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupFolderProblem } from '#shared/shell/backupContract.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { flushFolder, isAbsence } from '../files.ts';
import { Answering } from './answering.ts';
import type { BackupIndex } from './backupIndex.ts';
import { hasRoom } from './backupRoom.ts';
import { copyWhole } from './copyWhole.ts';
import { backupsIn, clearUnfinishedIn, type FoundBackup, writingProblem } from './folderOfBackups.ts';
import { copyKeys, outdatedKeys } from './keyFiles.ts';
import { writeProblem } from './writeProblem.ts';

/** What was found there when it was last looked at. */
export interface Seen {
  readonly files: readonly FoundBackup[];
  readonly problem?: BackupFolderProblem | undefined;
  /** The files that open a backup are not those of today. */
  readonly keysOutdated: boolean;
}

/** How long is waited. */
export interface Patience {
  readonly lookMs: number;
  /** For a copy or a read without a byte going by. */
  readonly workMs: number;
  /** For a copy that was stopped to be gone. */
  readonly stopMs: number;
}

/** A stick may take half a minute for what was given to it at once. */
export const patienceWithDisks: Patience = { lookMs: 5_000, workMs: 60_000, stopMs: 1_000 };

export interface SecondFolderParts {
  readonly path: string;
  readonly dataFolder: string;
  readonly storeBytes: () => number;
  readonly index: BackupIndex;
  readonly patience: Patience;
}

const nothingSeen: Seen = { files: [], keysOutdated: false };

/**
 * The folder the person chose, on a disk that may be pulled out, full, or no longer answering. Looking and copying take
 * turns there, and so do reads: two calls at most are out at a time.
 */
export class SecondFolder {
  readonly path: string;
  readonly #parts: SecondFolderParts;
  readonly #answering = new Answering();
  readonly #inTurn = takeTurns();
  readonly #readInTurn = takeTurns();
  #seen = nothingSeen;
  /** What was wrong when something was last copied there, and no look can tell. */
  #lastProblem: BackupFolderProblem | undefined;
  #copying: AbortController | undefined;

  constructor(parts: SecondFolderParts) {
    this.path = parts.path;
    this.#parts = parts;
  }

  /** What was found last; nothing is waited for. */
  get seen(): Seen {
    return { ...this.#seen, problem: this.#seen.problem ?? this.#lastProblem };
  }

  /** What is there now; as it was found last while a copy is made, which may take long. */
  async look(): Promise<Seen> {
    if (this.#copying) return this.seen;
    const { lookMs } = this.#parts.patience;
    const looked = await this.#answering.ask({ inTurn: this.#inTurn, patienceMs: lookMs }, () =>
      this.#look(),
    );
    this.#seen = looked.ok ? looked.value : { ...nothingSeen, problem: looked.error };
    return this.seen;
  }

  async #look(): Promise<Seen> {
    const { path } = this;
    try {
      const files = await backupsIn(path);
      const problem = await writingProblem(path);
      return { files, problem, keysOutdated: (await outdatedKeys(this.#parts.dataFolder, path)).length > 0 };
    } catch (error) {
      return { ...nothingSeen, problem: isAbsence(error) ? 'absent' : 'cannot-read' };
    }
  }

  /** Copies a backup and what opens it, and reads it back; or only the latter, where the backup lies there whole. */
  async copy(from: string, name: string, onDone: (done: number) => void): Promise<Copied> {
    const copying = new AbortController();
    const { signal } = copying;
    this.#copying = copying;
    const asking = { inTurn: this.#inTurn, patienceMs: this.#parts.patience.workMs };
    const work = this.#answering.ask(asking, (goOn) =>
      this.#copy(from, name, { onDone, onPiece: goOn, stop: signal }),
    );
    try {
      const asked = await Promise.race([work, stoppedFor(this.#parts.patience.stopMs, signal)]);
      const copied = asked.ok ? asked.value : asked;
      // What comes back one day does not go on.
      if (!asked.ok) copying.abort();
      if (copied.ok) this.#lastProblem = undefined;
      else if (copied.error === 'no-room' || copied.error === 'cannot-write')
        this.#lastProblem = copied.error;
      return copied;
    } finally {
      if (this.#copying === copying) this.#copying = undefined;
    }
  }

  async #copy(from: string, name: string, how: Parameters<typeof copyWhole>[2]): Promise<Copied> {
    const { dataFolder, storeBytes, index } = this.#parts;
    const { path } = this;
    try {
      const { size } = await stat(from);
      // Never made anew: where a stick was pulled out, its place may be an empty folder of this disk.
      await access(path, constants.F_OK);
      const isThere = await this.#isWhole(name, size);
      if (!isThere) {
        await clearUnfinishedIn(path);
        const journal = { folder: dataFolder, storeBytes: storeBytes() };
        if (!(await hasRoom(path, size, journal))) return err('no-room');
        await copyWhole(from, join(path, name), how);
      }
      const keys = await copyKeys(dataFolder, path);
      if (index.secondFolder !== path) return err('absent');
      const noted = isThere
        ? ok(undefined)
        : await index.note('second', name, index.factsOf('own', name, size));
      return keys.ok ? noted : keys;
    } catch (error) {
      if (how.stop.aborted) return err('stopped');
      return err(isAbsence(error) ? 'absent' : writeProblem(error));
    }
  }

  /** It was copied there, and nothing else was found in it since. */
  async #isWhole(name: string, size: number): Promise<boolean> {
    const there = await stat(join(this.path, name)).catch(() => undefined);
    return there?.size === size && this.#parts.index.factsOf('second', name, size)?.verifiedAt !== undefined;
  }

  /** Nothing of a copy that is being made stays. */
  stopCopy(): void {
    this.#copying?.abort();
  }

  /** The keys have changed: what lies there must open with those of today. */
  async renewKeys(): Promise<void> {
    const { files, problem } = await this.look();
    if (problem !== undefined || files.length === 0) return;
    const { dataFolder, patience } = this.#parts;
    await this.#answering.ask({ inTurn: this.#inTurn, patienceMs: patience.workMs }, () =>
      copyKeys(dataFolder, this.path),
    );
  }

  /** Some bytes of a file that lies there. */
  async read<T>(work: () => Promise<T>): Promise<Result<T, 'cannot-read'>> {
    const { workMs } = this.#parts.patience;
    const read = await this.#answering.ask({ inTurn: this.#readInTurn, patienceMs: workMs }, work);
    return read.ok ? read : err('cannot-read');
  }

  async remove(name: string): Promise<Result<void, 'cannot-write'>> {
    const path = join(this.path, name);
    const { workMs } = this.#parts.patience;
    const removed = await this.#answering.ask({ inTurn: this.#inTurn, patienceMs: workMs }, async () => {
      await rm(path, { force: true });
      await flushFolder(dirname(path));
    });
    return removed.ok ? ok(undefined) : err('cannot-write');
  }
}

type CopyOutput = Contract['copyBackup']['output'];
export type Copied = Result<void, Extract<CopyOutput, { readonly ok: false }>['error']>;

/** Whoever stops a copy waits for its end no longer than that takes on a disk that answers. */
function stoppedFor(ms: number, stop: AbortSignal): Promise<Copied & { readonly ok: false }> {
  return new Promise((resolve) => {
    stop.addEventListener('abort', () => setTimeout(resolve, ms, err('stopped')), { once: true });
  });
}
