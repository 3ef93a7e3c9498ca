import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { makeDecade } from '../bench/decadeFolder.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Refusal, Writer } from './writer.ts';

const kilobyte = 1024;
const sizesMb = [320, 640] as const;
const leftKb = [0, 4, 64, 1024] as const;
const cycles = 5;
/** So many years lie on a disk of that size: some 2,500 and 5,000 records. */
const yearsOn = { 320: 1, 640: 2 } as const;

/** Why no file system of a chosen size can be made here; undefined where it can. */
export function whyNoSmallDisk(folder: string): string | undefined {
  if (process.platform !== 'linux' || process.getuid?.() !== 0)
    return 'mounting a small disk needs root on Linux';
  try {
    mount(join(folder, 'try'), 1);
    unmount(join(folder, 'try'));
    return undefined;
  } catch {
    return 'this machine lets nobody mount a small disk';
  }
}

/** A disk that was begun and written with room, then filled to the brim, started and written to five times, and freed. */
export async function fillDisk(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const why = whyNoSmallDisk(ground.folder);
  if (why !== undefined) ground.progress(`skipped: ${why}`);
  for (let n = 0; n < times && why === undefined; n += 1) {
    const size = sizesMb[n % sizesMb.length] ?? 320;
    const left = leftKb[Math.floor(n / sizesMb.length) % leftKb.length] ?? 0;
    const disk = join(ground.folder, `disk-${n}`);
    mount(disk, size);
    try {
      await count.try(async () => {
        const dataFolder = join(disk, 'journal');
        if (!ground.isShort) await makeDecade(dataFolder, yearsOn[size], 0);
        return oneDisk(await writerIn(dataFolder, ground.isShort), disk, left);
      });
    } finally {
      unmount(disk);
    }
  }
  return count.outcome;
}

async function writerIn(dataFolder: string, isNew: boolean): Promise<Writer> {
  return isNew ? Writer.begin(dataFolder) : Writer.on(await Stringwalk.launch({ dataFolder }));
}

async function oneDisk(
  writer: Writer,
  disk: string,
  left: number,
): Promise<{ lost: readonly string[]; refused?: string }> {
  for (let n = 0; n < 3; n += 1) await writer.write();
  await writer.kill();
  await fill(disk, left * kilobyte);
  const refusals: string[] = [];
  let told = 0;
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    try {
      await writer.start();
      await writer.type(4, 10);
      const trouble = writer.page.getByText('There is too little room left on this disk');
      await trouble.waitFor();
      told += 1;
      // What is given up stays given up: the file that fills the disk takes it again.
      if (cycle === 2) await lastWords(writer);
    } catch (problem) {
      if (!(problem instanceof Refusal)) throw problem;
      refusals.push(problem.message);
    }
    await writer.kill();
    await fill(disk, left * kilobyte);
  }
  // A start that is refused has written nothing, and says nothing of writing.
  if (told < cycles) throw new Error(`it came to writing ${told} times of ${cycles}: ${refusals.join('; ')}`);
  rmSync(join(disk, 'full'));
  await writer.start();
  const lost = await writer.missing();
  await writer.write();
  await writer.newNote();
  // In the middle of a session as well, by itself.
  await fill(disk, left * kilobyte);
  await writer.type(4, 10);
  await writer.page.getByText('There is too little room left on this disk').waitFor();
  rmSync(join(disk, 'full'));
  await writer.page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
  const due = await writer.kill();
  await writer.start();
  const later = await writer.missing(due);
  await writer.close();
  return { lost: [...lost, ...later], ...(refusals.length > 0 ? { refused: refusals.join('; ') } : {}) };
}

async function lastWords(writer: Writer): Promise<void> {
  await writer.page.getByRole('button', { name: 'Use the reserve' }).click();
  await writer.page
    .getByRole('status')
    .filter({ hasText: /^Saved/ })
    .waitFor();
}

function mount(folder: string, megabytes: number): void {
  mkdirSync(folder, { recursive: true });
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder], { stdio: 'ignore' });
}

function unmount(folder: string): void {
  execFileSync('umount', ['-l', folder], { stdio: 'ignore' });
}

/** Writes a file until only so much is left. */
async function fill(disk: string, leaving: number): Promise<void> {
  const file = await open(join(disk, 'full'), 'a');
  try {
    for (;;) {
      const { bavail, bsize } = statfsSync(disk);
      const wanted = bavail * bsize - leaving;
      if (wanted <= 0) return;
      const { bytesWritten } = await file.write(Buffer.alloc(Math.min(wanted, 8 * kilobyte * kilobyte)));
      if (bytesWritten === 0) return;
    }
  } catch (problem) {
    if (!(problem instanceof Error && 'code' in problem && problem.code === 'ENOSPC')) throw problem;
  } finally {
    await file.close();
  }
}
