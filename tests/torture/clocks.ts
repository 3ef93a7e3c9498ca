import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { beginJournal } from '../support/begin.ts';
import { Stringwalk } from '../support/stringwalk.ts';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

const dayMs = 24 * 60 * 60 * 1000;

const jumps = {
  'a day back': () => -dayMs,
  'ten years ahead': () => 3652 * dayMs,
  'to 1970': () => -Date.now(),
  'to just before summer time ends in London': () => Date.UTC(2026, 9, 25, 0, 59, 58) - Date.now(),
  'to just before it begins': () => Date.UTC(2026, 2, 29, 0, 59, 58) - Date.now(),
  'to where it was': () => 0,
} as const;

/** Where the journal is taken: days end hours apart there, and begin at odd minutes. */
const zones = [
  'Europe/London',
  'Pacific/Kiritimati',
  'America/St_Johns',
  'Pacific/Pago_Pago',
  'Asia/Kathmandu',
] as const;

/** The clock of page and shell stands somewhere else from now on, and runs on from there. */
async function setClock({ page, app }: Stringwalk, offsetMs: number): Promise<void> {
  await page.evaluate(shiftDate, offsetMs);
  await app.evaluate(shiftDate, offsetMs);
}

/** Throws where a start did not find the clock there: then it was no other start. */
async function seeClocks({ page, app }: Stringwalk, offsetMs: number): Promise<void> {
  const clocks = { page: await page.evaluate(() => Date.now()), shell: await app.evaluate(() => Date.now()) };
  for (const [where, at] of Object.entries(clocks)) {
    if (Math.abs(at - Date.now() - offsetMs) > dayMs / 24)
      throw new Error(`the clock of the ${where} stands at ${at}`);
  }
}

/** In the shell it gets Electron first; the offset is what comes last. */
function shiftDate(...given: readonly unknown[]): void {
  const offset = Number(given.at(-1));
  const kept = globalThis as unknown as { RealDate?: DateConstructor };
  const Real = kept.RealDate ?? Date;
  kept.RealDate = Real;
  globalThis.Date = class extends Real {
    constructor(...parts: readonly number[]) {
      if (parts.length === 0) super(Real.now() + offset);
      else super(...(parts as [number]));
    }
    static override now(): number {
      return Real.now() + offset;
    }
  } as DateConstructor;
}

/**
 * Clocks that jump between two words and in the middle of one, and another time zone at each start: nothing is lost, and the last words are
 * the last.
 */
export async function jumpClocks(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const stringwalk = await Stringwalk.launch({
    dataFolder: join(ground.folder, 'journal'),
    appFolder: 'tests/torture/clock',
  });
  await beginJournal(stringwalk.page);
  const writer = await Writer.on(stringwalk);
  writer.mayBeMissingMs = ground.mayBeMissingMs;
  writer.isOnlyKilled = true;
  const offsets = Object.values(jumps);
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      await setClock(writer.stringwalk, offsets[n % offsets.length]?.() ?? 0);
      await writer.more(' and more');
      await writer.write();
      // Without a pause, past the time within which something must have been kept, and once more on the way.
      await writer.newNote();
      const typing = writer.type(18, 40);
      await wait(500);
      await setClock(writer.stringwalk, offsets[(n + 1) % offsets.length]?.() ?? 0);
      await typing;
      const due = await writer.kill();
      // Every jump in one zone, then all of them in the next; the clock stands where the last one has put it.
      const offset = offsets[(n + 1) % offsets.length]?.() ?? 0;
      await writer.start({
        TZ: zones[Math.floor(n / offsets.length) % zones.length] ?? 'UTC',
        STRINGWALK_CLOCK_OFFSET: `${offset}`,
      });
      await seeClocks(stringwalk, offset);
      return { lost: await writer.missing(due) };
    });
  }
  await writer.close();
  return count.outcome;
}
