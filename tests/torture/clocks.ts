import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import type { Ground } from './ground.ts';
import { Count, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

const dayMs = 24 * 60 * 60 * 1000;

const jumps = {
  'a day back': -dayMs,
  'ten years ahead': 3652 * dayMs,
  'to 1970': -Date.now(),
  'to where it was': 0,
} as const;

/** The clock of the page stands somewhere else from now on, and runs on from there. */
async function setClock(page: Page, offsetMs: number): Promise<void> {
  await page.evaluate((offset) => {
    const kept = window as unknown as { RealDate?: DateConstructor };
    const Real = kept.RealDate ?? Date;
    kept.RealDate = Real;
    window.Date = class extends Real {
      constructor(...given: readonly number[]) {
        if (given.length === 0) super(Real.now() + offset);
        else super(...(given as [number]));
      }
      static override now(): number {
        return Real.now() + offset;
      }
    } as DateConstructor;
  }, offsetMs);
}

/** Clocks that jump between two words, and in the middle of one: nothing is lost, and the last words are the last. */
export async function jumpClocks(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.mayBeMissingMs = ground.mayBeMissingMs;
  const offsets = Object.values(jumps);
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await writer.write();
      await setClock(writer.page, offsets[n % offsets.length] ?? 0);
      await writer.more(' and more');
      await writer.write();
      // Without a pause, past the time within which something must have been kept, and once more on the way.
      await writer.newNote();
      const typing = writer.type(18, 40);
      await wait(500);
      await setClock(writer.page, offsets[(n + 1) % offsets.length] ?? 0);
      await typing;
      const due = await writer.kill();
      await writer.start();
      return { lost: await writer.missing(due) };
    });
  }
  await writer.close();
  return count.outcome;
}
