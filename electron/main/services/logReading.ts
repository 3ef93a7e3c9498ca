/** @file What a log holds, and whether it is whole, read beside whatever else the shell has to do. */
import type { FileHandle } from 'node:fs/promises';
import { setImmediate as breathe } from 'node:timers/promises';
import type { LogRow } from '#shared/shell/contract.ts';
import { frameAt, headerEnd, type OpenLog, pageBytes, readAt, resync } from './logFile.ts';
import { decodeFrame, emptyLog, frameLength, logHeader } from './logFrames.ts';

export interface LogPage {
  readonly rows: LogRow[];
  /** Where the next page begins; undefined at the end. */
  readonly next: number | undefined;
  /** False where something was passed over that is no frame, or no whole one. */
  readonly isWhole: boolean;
}

/** Rows from a place in the file on, some megabytes at a time. The first place is 0. */
export async function pageFrom(file: FileHandle, length: number, from: number): Promise<LogPage> {
  const rows: LogRow[] = [];
  let isWhole = true;
  let at = Math.max(from, logHeader.length);
  for (let read = 0; at < length && read < pageBytes; ) {
    const frame = decodeFrame(await frameAt(file, at, length));
    // Opening has checked the end alone; what else is damaged is mended by `verify`.
    if (!frame) {
      isWhole = false;
      at = (await resync(file, at + 1, length)) ?? length;
      continue;
    }
    rows.push(...frame.rows);
    at += frame.length;
    read += frame.length;
  }
  return { rows, next: at < length ? at : undefined, isWhole };
}

/** What is read and checked before others have their turn: a few milliseconds. */
const windowBytes = 512 * 1024;

/** Every frame up to this length verifies, names the one before, and the last one is this end. */
export async function isWhole({ file, length, end }: Readonly<OpenLog>): Promise<boolean> {
  let at = await headerEnd(file, length);
  if (at === undefined) return false;
  let last = emptyLog;
  while (at < length) {
    const window = await readAt(file, at, Math.min(windowBytes, length - at));
    let checked = 0;
    for (;;) {
      const rest = window.subarray(checked);
      const size = frameLength(rest);
      const isCut = size === undefined || size > rest.length;
      // It begins the next window; one that is larger than a window is read by itself.
      if (isCut && checked > 0) break;
      const frame = decodeFrame(isCut ? await frameAt(file, at, length) : rest);
      if (!frame?.before.equals(last.checksum) || frame.end.number !== last.number + 1) return false;
      last = frame.end;
      checked += frame.length;
      if (isCut) break;
    }
    at += checked;
    await breathe();
  }
  return last.checksum.equals(end.checksum);
}
