/** @file The log's file, frame by frame: where one begins, where the next goes, where the file stands. */
import { type FileHandle, open } from 'node:fs/promises';
import type { LogRow } from '#shared/shell/contract.ts';
import {
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

/** What is read at once, unless one frame is larger. */
export const pageBytes = 4 * 1024 * 1024;

/** A log that can be added to. */
export interface OpenLog {
  readonly file: FileHandle;
  /** Where the next frame goes. */
  length: number;
  end: LogEnd;
}

/** The least that a disk gives or does not give. */
const sectorBytes = 4096;
/** A disk that refuses more than this at once is not damaged in places: it does not answer at all. */
const mostBadSectors = 64;

/**
 * What stands in a file. What the disk does not give any more reads as zeros: no checksum over them is right, so it is
 * damage like any other, and loses no more than the frames it lies in.
 */
export async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length);
  try {
    await file.read(bytes, 0, length, at);
    return bytes;
  } catch (problem) {
    if (!isBadSector(problem)) throw problem;
  }
  bytes.fill(0);
  let bad = 0;
  for (let from = 0; from < length; ) {
    const size = Math.min(sectorBytes - ((at + from) % sectorBytes), length - from);
    try {
      await file.read(bytes, from, size, at + from);
    } catch (problem) {
      bad += 1;
      if (!isBadSector(problem) || bad > mostBadSectors) throw problem;
      bytes.fill(0, from, from + size);
    }
    from += size;
  }
  return bytes;
}

function isBadSector(problem: unknown): boolean {
  return problem instanceof Error && 'code' in problem && problem.code === 'EIO';
}

/** An empty log, on the disk. What had this name before is gone. */
export async function create(path: string): Promise<OpenLog> {
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

/** Undefined where there is none. A file that is there but does not open is never taken for none. */
export async function openIfThere(path: string): Promise<FileHandle | undefined> {
  try {
    return await open(path, 'r+');
  } catch (problem) {
    if (problem instanceof Error && 'code' in problem && problem.code === 'ENOENT') return undefined;
    throw problem;
  }
}

/** Where writing fails half-way, what was written of the frame is cut off again. */
export async function addFrame(log: OpenLog, rows: readonly LogRow[]): Promise<void> {
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
export async function endOf(file: FileHandle, length: number): Promise<LogEnd | undefined> {
  if ((await headerEnd(file, length)) === undefined) return undefined;
  if (length === logHeader.length) return emptyLog;
  const tail = await readAt(file, length - frameTail, frameTail);
  const begin = length - frameHead - tail.readUInt32BE() - frameTail;
  return begin < logHeader.length ? undefined : decodeFrame(await frameAt(file, begin, length))?.end;
}

/** Where the first frame begins; undefined where the file does not begin as a log does. */
export async function headerEnd(file: FileHandle, length: number): Promise<number | undefined> {
  if (length < logHeader.length) return undefined;
  const header = await readAt(file, 0, logHeader.length);
  return header.equals(logHeader) ? header.length : undefined;
}

/** The bytes of the frame that begins here; fewer, or none, where none does. */
export async function frameAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const head = await readAt(file, at, Math.min(frameHead, length - at));
  const size = frameLength(head);
  return size === undefined || at + size > length ? head : readAt(file, at, size);
}

/** The next place at which a frame may begin. */
export async function resync(file: FileHandle, from: number, length: number): Promise<number | undefined> {
  const overlap = 3;
  for (let at = from; at < length; at += pageBytes - overlap) {
    const window = await readAt(file, at, Math.min(pageBytes, length - at));
    const found = nextMarker(window, 0);
    if (found !== undefined) return at + found;
  }
  return undefined;
}
