/** @file What is done about a log that is not whole. Nothing in it is thrown away: what does not fit is kept beside it. */
import { copyFile, link, open, rename } from 'node:fs/promises';
import { dirname } from 'node:path';
import { flushFolder } from './files.ts';
import { addFrame, create, frameAt, headerEnd, type OpenLog, readAt, resync } from './logFile.ts';
import { addToTally, decodeFrame, emptyLog } from './logFrames.ts';

/** The log as it can be used now, and what had to be done for it. */
export interface Mended {
  readonly log: OpenLog;
  /** A torn end was cut off, or the damaged file was set aside for a whole one. */
  readonly mended?: 'cut' | 'rescued';
}

/**
 * Reads everything. A file with a torn end loses that end; one with other damage is set aside for a whole one.
 * Where there is no room to do so it is used as it is: every frame can be verified by itself.
 */
export async function readThrough(path: string, log: OpenLog): Promise<Mended> {
  const { file, length } = log;
  let end = emptyLog;
  let [rows, tally] = [0, emptyLog.tally];
  let at = await headerEnd(file, length);
  let isWhole = at !== undefined;
  at ??= 0;
  let wholeUntil = at;
  while (at < length) {
    const frame = decodeFrame(await frameAt(file, at, length));
    if (!frame) {
      const next = await resync(file, at + 1, length);
      if (next === undefined) break;
      isWhole = false;
      at = next;
      continue;
    }
    if (!frame.before.equals(end.checksum) || frame.end.number !== end.number + 1) isWhole = false;
    end = frame.end;
    rows += frame.rows.length;
    tally = frame.rows.reduce(addToTally, tally);
    at += frame.length;
    wholeUntil = at;
  }
  if (isWhole && wholeUntil === length) return { log: { file, length, end } };
  if (isWhole) return cut(path, { file, length: wholeUntil, end }, length);
  return rescue(path, log).catch(() => ({ log: { file, length, end: { ...end, rows, tally } } }));
}

/** What lies behind the last whole frame was never acknowledged; a copy of it is kept if it can be. */
async function cut(path: string, whole: OpenLog, fileLength: number): Promise<Mended> {
  const { file, length: at } = whole;
  const torn = await readAt(file, at, fileLength - at);
  const copy = `${path}.torn-${Date.now()}`;
  try {
    await keepAside(copy, torn);
    await file.truncate(at);
    await file.sync();
    return { log: whole, mended: 'cut' };
  } catch {
    // The next frame is written over it, or the next start cuts it.
    return { log: whole };
  }
}

/** Writes every frame that verifies into a new log, and sets the damaged file aside, untouched. */
async function rescue(path: string, { file, length }: OpenLog): Promise<Mended> {
  const rescued = await create(`${path}.new`);
  try {
    for (let at = 0; at < length; ) {
      const frame = decodeFrame(await frameAt(file, at, length));
      if (frame) await addFrame(rescued, frame.rows);
      const next = frame ? at + frame.length : await resync(file, at + 1, length);
      if (next === undefined) break;
      at = next;
    }
    await rescued.file.sync();
    // Under both names until the new one takes its own: a crash in between finds a log, damaged or mended.
    if (length > 0) await keepUnder(path, `${path}.aside-${Date.now()}`);
    await rename(`${path}.new`, path);
  } catch (problem) {
    await rescued.file.close();
    throw problem;
  }
  await file.close();
  await flushFolder(dirname(path)).catch(() => undefined);
  return { log: rescued, mended: 'rescued' };
}

/** Gives a file a second name; a copy of it where the file system knows no such thing. */
async function keepUnder(path: string, name: string): Promise<void> {
  await link(path, name).catch(() => copyFile(path, name));
}

async function keepAside(path: string, bytes: Buffer): Promise<void> {
  const file = await open(path, 'w', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}
