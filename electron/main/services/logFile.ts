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
  const tail = Buffer.alloc(frameTail);
  await file.read(tail, 0, frameTail, length - frameTail);
  const begin = length - frameHead - tail.readUInt32BE() - frameTail;
  return begin < logHeader.length ? undefined : decodeFrame(await frameAt(file, begin, length))?.end;
}

/** Where the first frame begins; undefined where the file does not begin as a log does. */
export async function headerEnd(file: FileHandle, length: number): Promise<number | undefined> {
  const header = Buffer.alloc(logHeader.length);
  if (length < header.length) return undefined;
  await file.read(header, 0, header.length, 0);
  return header.equals(logHeader) ? header.length : undefined;
}

/** The bytes of the frame that begins here; fewer, or none, where none does. */
export async function frameAt(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const head = Buffer.alloc(Math.min(frameHead, length - at));
  await file.read(head, 0, head.length, at);
  const size = frameLength(head);
  if (size === undefined || at + size > length) return head;
  const frame = Buffer.alloc(size);
  await file.read(frame, 0, size, at);
  return frame;
}

/** The next place at which a frame may begin. */
export async function resync(file: FileHandle, from: number, length: number): Promise<number | undefined> {
  const overlap = 3;
  for (let at = from; at < length; at += pageBytes - overlap) {
    const window = Buffer.alloc(Math.min(pageBytes, length - at));
    await file.read(window, 0, window.length, at);
    const found = nextMarker(window, 0);
    if (found !== undefined) return at + found;
  }
  return undefined;
}
