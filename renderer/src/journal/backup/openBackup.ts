/** @file Reading a backup back: decrypted and checked to its last byte before anything in it counts. Runs in a worker. */
import { letGo } from '#shared/base/letGo.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { inspectHeader } from '#shared/share/ageHeader.ts';
import {
  type BackupListener,
  type Platform,
  readBackup,
  type WholeBackup,
} from '#shared/share/backupFile.ts';
import type { BackupProblem } from '#shared/share/backupManifest.ts';
import { decryptWithKeys } from '../ageFile.ts';
import type { ReadThrough } from './restoring.ts';
import { ahead, piecesOf, streamOf } from './streams.ts';

export type OpenProblem =
  | BackupProblem
  | { readonly why: 'empty' }
  /** None of the keys opens it: it is another journal's, or its first bytes were changed. */
  | { readonly why: 'wrong-key' }
  /** Encrypted to a passphrase or in some other way that no backup is. */
  | { readonly why: 'not-a-backup' }
  /** The disk did not give its bytes. */
  | { readonly why: 'cannot-read' };

export interface BackupBytes {
  readonly size: number;
  /** Fewer bytes than asked for at the end only. */
  readonly read: (offset: number, length: number) => Promise<Result<Uint8Array, string>>;
}

export interface Opening {
  readonly file: BackupBytes;
  /** age identities, any of which may open it. */
  readonly identities: readonly string[];
  /** Marks this journal's own; asked for once everything was read. */
  readonly tagKey: () => Uint8Array | undefined | Promise<Uint8Array | undefined>;
  readonly digest: Platform['digest'];
  readonly listener?: BackupListener;
  readonly onProgress?: (done: number) => void;
}

/** Enough for any header that is looked at. */
const headerBytes = 80 * 1024;
const pieceBytes = 1024 * 1024;
const piecesAhead = 4;

class CannotRead extends Error {}

/** The same for whoever brings a backup back: one that opens is whole. */
export function backupReader(around: Pick<Opening, 'file' | 'digest' | 'onProgress'>): ReadThrough {
  return async (reading) => {
    const opened = await openBackup({ ...around, ...reading });
    if (!opened.ok) return opened;
    const { about, manifest } = opened.value;
    const { unreadable, unreadablePhotos } = manifest;
    return ok({ about, unread: { unreadable, unreadablePhotos }, isWhole: true });
  };
}

export async function openBackup(opening: Opening): Promise<Result<WholeBackup, OpenProblem>> {
  const { file, identities, tagKey, digest, listener, onProgress } = opening;
  if (file.size === 0) return err({ why: 'empty' });
  const start = await file.read(0, Math.min(headerBytes, file.size));
  if (!start.ok) return err({ why: 'cannot-read' });
  const header = inspectHeader(start.value);
  if (!header.ok) return err({ why: header.error === 'damaged' ? 'damaged' : 'not-a-backup' });
  if (!header.value.onlyKeys || header.value.armored) return err({ why: 'not-a-backup' });
  const encrypted = new Given(ahead(bytesOf(file, onProgress), piecesAhead));
  const source = streamOf(encrypted.pieces());
  let plain: ReadableStream<Uint8Array>;
  try {
    plain = await decryptWithKeys(source, identities);
  } catch (problem) {
    return err({ why: problem instanceof CannotRead ? 'cannot-read' : 'wrong-key' });
  }
  try {
    return await readBackup(encrypted.until(checked(plain)), tagKey, digest, listener);
  } catch (problem) {
    if (problem instanceof CannotRead) return err({ why: 'cannot-read' });
    if (problem instanceof Broken) return err({ why: 'damaged' });
    throw problem;
  }
}

/** What age says of a payload that was changed or cut. */
class Broken extends Error {}

async function* checked(plain: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(plain);
  } catch (problem) {
    throw problem instanceof CannotRead ? problem : new Broken();
  }
}

/** Encrypted pieces on their way to age, which does not say when it is done with one. */
class Given {
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #underWay: { readonly piece: Uint8Array; readonly end: number }[] = [];
  #given = 0;
  #opened = 0;

  constructor(source: AsyncIterable<Uint8Array>) {
    this.#source = source;
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for await (const piece of this.#source) {
      this.#given += piece.length;
      this.#underWay.push({ piece, end: this.#given });
      yield piece;
    }
  }

  /** What comes out is shorter than what it came from: a piece is done with once as much as its end has come out. */
  async *until(opened: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
    for await (const plain of opened) {
      this.#opened += plain.length;
      for (let [first] = this.#underWay; first && first.end <= this.#opened; [first] = this.#underWay) {
        letGo(first.piece);
        this.#underWay.shift();
      }
      yield plain;
    }
  }
}

async function* bytesOf(
  { size, read }: BackupBytes,
  onProgress: Opening['onProgress'],
): AsyncGenerator<Uint8Array> {
  for (let offset = 0; offset < size; ) {
    const piece = await read(offset, Math.min(pieceBytes, size - offset));
    if (!piece.ok) throw new CannotRead();
    // Shorter than it should be: age finds that its end is missing.
    if (piece.value.length === 0) return;
    offset += piece.value.length;
    onProgress?.(offset / size);
    yield piece.value;
  }
}
