/** @file Whether a log is whole, read beside whatever else the shell has to do. */
import { setImmediate as breathe } from 'node:timers/promises';
import { frameAt, headerEnd, type OpenLog } from './logFile.ts';
import { decodeFrame, emptyLog, frameLength } from './logFrames.ts';

/** What is read and checked before others have their turn: a few milliseconds. */
const windowBytes = 512 * 1024;

/** Every frame up to this length verifies, names the one before, and the last one is this end. */
export async function isWhole({ file, length, end }: Readonly<OpenLog>): Promise<boolean> {
  let at = await headerEnd(file, length);
  if (at === undefined) return false;
  let last = emptyLog;
  while (at < length) {
    const window = Buffer.alloc(Math.min(windowBytes, length - at));
    await file.read(window, 0, window.length, at);
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
