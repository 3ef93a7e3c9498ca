import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { unfinishedSuffix } from './backupNames.ts';
import { NewBackup } from './newBackup.ts';

export interface Copying {
  /** Hears how far it has come, 0 to 1: written, then read back. */
  readonly onDone: (done: number) => void;
  /** Hears of every piece that went by. */
  readonly onPiece: () => void;
  readonly stop: AbortSignal;
}

/** So many bytes at most wait to be on the disk: a flush cannot be stopped, and would take as long as all of them. */
const unsettledBytes = 8 * 1024 * 1024;

/**
 * Copies a backup as one is written: under another name until all of it is on the disk and reads back the same. Rejects
 * where it cannot, or was stopped; then nothing of it is there.
 */
export async function copyWhole(from: string, to: string, { onDone, onPiece, stop }: Copying): Promise<void> {
  const { size } = await stat(from);
  const told = { bytes: 0, percent: 0 };
  const goOn = (bytes: number) => {
    stop.throwIfAborted();
    onPiece();
    told.bytes += bytes;
    const done = Math.min(1, told.bytes / (2 * size));
    if (Math.floor(100 * done) === told.percent) return;
    told.percent = Math.floor(100 * done);
    onDone(done);
  };
  const copy = await NewBackup.begin(to, true);
  try {
    let unsettled = 0;
    for await (const piece of piecesOf(from)) {
      await copy.write(piece);
      unsettled += piece.length;
      if (unsettled >= unsettledBytes) {
        await copy.settle();
        unsettled = 0;
      }
      goOn(piece.length);
    }
    const { sha256 } = await copy.flush();
    const sum = createHash('sha256');
    for await (const piece of piecesOf(`${to}${unfinishedSuffix}`)) {
      sum.update(piece);
      goOn(piece.length);
    }
    if (sum.digest('hex') !== sha256) throw new Error('It reads back differently');
    await copy.name();
  } catch (error) {
    await copy.drop();
    throw error;
  }
}

function piecesOf(path: string): AsyncIterable<Buffer> {
  return createReadStream(path, { highWaterMark: 1024 * 1024 });
}
