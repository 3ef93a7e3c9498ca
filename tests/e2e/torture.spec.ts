import { expect } from '@playwright/test';
import { test } from '../support/launch.ts';
import { acts } from '../torture/acts.ts';
import { whyNoSmallDisk } from '../torture/diskFull.ts';
import { makeGround } from '../torture/ground.ts';

// A word that is lost once in many times is lost: a second try must not hide it. Side by side, since they are the
// longest of all and come last.
test.describe.configure({ mode: 'parallel', retries: 0 });

/** A few of each of what `npm run torture` does in full. */
const few: Readonly<Record<string, number>> = {
  'kill-typing': 4,
  'kill-page': 2,
  'kill-importing': 2,
  'kill-passphrase': 2,
  'kill-upgrade': 2,
  'kill-backup': 2,
  'leave-typing': 3,
  'double-start': 2,
  'disk-full': 1,
  damage: 5,
  clocks: 1,
  canary: 7,
  restore: 6,
};

for (const [name, times] of Object.entries(few)) {
  test(`${name}, ${times} times: nothing that was called saved is lost`, async ({ folder }) => {
    test.setTimeout(240_000);
    const why = name === 'disk-full' ? whyNoSmallDisk(folder) : undefined;
    // biome-ignore lint/suspicious/noSkippedTests: only where a small disk can be mounted.
    test.skip(why !== undefined, why);
    const act = acts.find((each) => each.name === name);
    const outcome = await act?.run(
      makeGround(folder, () => undefined, true),
      times,
    );
    expect(outcome?.notes).toEqual([]);
    expect(outcome).toMatchObject({ tried: times, lost: 0, crashed: 0 });
  });
}
