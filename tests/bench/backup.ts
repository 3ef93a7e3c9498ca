import { execFile, spawnSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { Stringwalk } from '../support/stringwalk.ts';
import { median, type Row, row } from './figures.ts';
import { memoryOf } from './processes.ts';

const run = promisify(execFile);
const runs = 7;
/** Long enough for the older years to be read and for what was only needed at start to be let go. */
const settledMs = 10_000;
const sampleMs = 50;
const programs = ['gpg', 'age', 'age-keygen', 'unzip', 'tar'];

/**
 * A backup of a ten-year journal with its photos, beside what `gpg -c` and `age` take for the same content, in turns:
 * the files as they lie in the backup, in one tar, with gpg's own packing and without. Ours packs, hashes and encrypts them; reading back comes on top.
 */
export async function measureBackup(withPhotos: string): Promise<readonly Row[]> {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error);
  if (missing.length > 0) {
    process.stdout.write(`Not measured, for want of ${missing.join(', ')}.\n`);
    return [];
  }
  const folder = await mkdtemp(join(tmpdir(), 'stringwalk-bench-backup-'));
  const stringwalk = await Stringwalk.launch({ dataFolder: withPhotos });
  try {
    const { page } = stringwalk;
    await openBackups(page);
    await pause(settledMs);
    const pid = stringwalk.app.process().pid ?? 0;
    const idle = (await memoryOf(pid)).proportional;
    // Not while it is timed: to look at memory takes time of its own.
    const peaks: number[] = [];
    for (let turn = 0; turn < runs; turn += 1) peaks.push(await peakMemory(pid, page));
    const content = await contentOf(withPhotos, folder);
    const taken: Taken[] = [];
    const [gpg, gpgUnpacked, age]: [number[], number[], number[]] = [[], [], []];
    for (let turn = 0; turn < runs; turn += 1) {
      taken.push(await backUp(page));
      const out = join(folder, `turn-${turn}`);
      gpg.push(await timed('gpg', [...gpgQuietly(folder), '-c', '-o', `${out}.gpg`, content.tar]));
      const unpacked = ['-z', '0', '-c', '-o', `${out}-z0.gpg`, content.tar];
      gpgUnpacked.push(await timed('gpg', [...gpgQuietly(folder), ...unpacked]));
      age.push(await timed('age', ['-r', content.recipient, '-o', `${out}.age`, content.tar]));
    }
    const speed = (seconds: readonly number[]) => content.megabytes / median(seconds);
    const writing = speed(taken.map(({ written }) => written));
    const withReading = speed(taken.map(({ whole }) => whole));
    return [
      row('backup', writing, 'MB/s', speed(gpg), 'ratio to gpg -c above 1'),
      row('backup, gpg -z 0', writing, 'MB/s', speed(gpgUnpacked), 'reported'),
      row('backup, age', writing, 'MB/s', speed(age), 'reported'),
      row('backup, read back', withReading, 'MB/s', speed(gpg), 'reported'),
      row('backup memory', (Math.max(...peaks) - idle) / 1e6, 'MB', idle / 1e6, 'at most 200 MB above idle'),
    ];
  } finally {
    await stringwalk.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Makes a journal's first backup, so that none begins by itself while something else is measured. */
export async function backUpOnce(dataFolder: string): Promise<void> {
  const stringwalk = await Stringwalk.launch({ dataFolder });
  try {
    await openBackups(stringwalk.page);
    await backUp(stringwalk.page);
  } finally {
    await stringwalk.close();
  }
}

async function openBackups(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Backups and restoring' }).click();
  await page.getByRole('button', { name: 'Back up now' }).waitFor();
}

/** Seconds from the button on. */
interface Taken {
  readonly written: number;
  readonly whole: number;
}

/** Watched from within the page: to ask it again and again would keep it drawing. */
function backUp(page: Page): Promise<Taken> {
  return page.evaluate(async () => {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    const isSaid = (words: string) => document.body.textContent?.includes(words) ?? false;
    const [button] = [...document.querySelectorAll('button')].filter(
      ({ textContent }) => textContent === 'Back up now',
    );
    button?.click();
    return new Promise<Taken>((resolve) => {
      let written: number | undefined;
      let hasBegun = false;
      new MutationObserver((_, watcher) => {
        hasBegun ||= button?.disabled === true;
        if (isSaid('Reading it back to its last word')) written ??= seconds();
        if (!hasBegun || button?.disabled) return;
        watcher.disconnect();
        // A small one is read back before the page has said so.
        resolve({ written: written ?? seconds(), whole: seconds() });
      }).observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
    });
  });
}

/** The most that was seen at once while a backup was made and read back, in bytes. */
async function peakMemory(pid: number, page: Page): Promise<number> {
  let peak = 0;
  let isDone = false;
  const done = backUp(page).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    peak = Math.max(peak, (await memoryOf(pid)).proportional);
    await pause(sampleMs);
  }
  await done;
  return peak;
}

/** What is in the newest backup, as files in one tar, and whom the journal's backups are for. */
async function contentOf(dataFolder: string, folder: string) {
  const own = join(dataFolder, 'backups');
  const name =
    (await readdir(own))
      .filter((each) => each.endsWith('.age'))
      .sort()
      .at(-1) ?? '';
  const key = join(dataFolder, 'journal/slots/open.txt');
  const [zip, files, tar] = [join(folder, 'backup.zip'), join(folder, 'files'), join(folder, 'backup.tar')];
  await run('age', ['-d', '-i', key, '-o', zip, join(own, name)]);
  await mkdir(files);
  await run('unzip', ['-q', zip, '-d', files]);
  await run('tar', ['-cf', tar, '-C', files, '.']);
  const { stdout } = await run('age-keygen', ['-y', key]);
  return { tar, recipient: stdout.trim(), megabytes: (await stat(tar)).size / 1e6 };
}

function gpgQuietly(home: string): readonly string[] {
  return [
    '--homedir',
    home,
    '--batch',
    '--pinentry-mode',
    'loopback',
    '--passphrase',
    'otter lantern june moss',
  ];
}

async function timed(program: string, args: readonly string[]): Promise<number> {
  const before = performance.now();
  await run(program, [...args]);
  return (performance.now() - before) / 1000;
}
