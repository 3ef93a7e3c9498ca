import { createHash, type Hash } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from '../files.ts';
import { unfinishedSuffix } from './backupNames.ts';

/** A backup while it is written: under another name, until every byte of it is on the disk. */
export class NewBackup {
  readonly #path: string;
  readonly #file: FileHandle;
  readonly #sum: Hash | undefined;
  #bytes = 0;

  private constructor(path: string, file: FileHandle, isSummed: boolean) {
    this.#path = path;
    this.#file = file;
    this.#sum = isSummed ? createHash('sha256') : undefined;
  }

  /** @param isSummed Whether it is to be told what was written; a backup that is decrypted again needs no sum. */
  static async begin(path: string, isSummed = false): Promise<NewBackup> {
    return new NewBackup(path, await open(`${path}${unfinishedSuffix}`, 'w', 0o600), isSummed);
  }

  async write(bytes: Uint8Array): Promise<void> {
    for (let written = 0; written < bytes.length; ) {
      const { bytesWritten } = await this.#file.write(bytes, written, bytes.length - written);
      written += bytesWritten;
    }
    this.#sum?.update(bytes);
    this.#bytes += bytes.length;
  }

  /** What was written so far is on the disk: a flush of hundreds of megabytes could not be stopped. */
  settle(): Promise<void> {
    return this.#file.datasync();
  }

  /** The bytes are on the disk, still under the other name. Answers what they are. */
  async flush(): Promise<{ readonly bytes: number; readonly sha256: string | undefined }> {
    await this.#file.sync();
    await this.#file.close();
    return { bytes: this.#bytes, sha256: this.#sum?.digest('hex') };
  }

  async name(): Promise<void> {
    await rename(`${this.#path}${unfinishedSuffix}`, this.#path);
    await flushFolder(dirname(this.#path));
  }

  async drop(): Promise<void> {
    // Closed already where the flush failed.
    await this.#file.close().catch(() => undefined);
    await rm(`${this.#path}${unfinishedSuffix}`, { force: true }).catch(() => undefined);
  }
}
