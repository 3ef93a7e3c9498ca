import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { BackupsPage } from '../e2e/pages/backups.ts';
import { Settings } from '../e2e/pages/settings.ts';
import { Share } from '../e2e/pages/share.ts';
import { passphrase as sharePassphrase } from '../support/mayasShare.ts';
import type { Ground } from './ground.ts';
import { Count, moment, type Outcome } from './outcome.ts';
import { Writer } from './writer.ts';

/** So many tries share a journal: beginning one takes longer than a try. */
const triesPerJournal = 25;

/** Tries on journals that are replaced now and then. What the last try left open is closed. */
async function onJournals(
  ground: Ground,
  times: number,
  passphrase: string | undefined,
  oneTry: (writer: Writer, n: number) => Promise<{ readonly lost?: readonly string[] }>,
): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  let writer: Writer | undefined;
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      if (n % triesPerJournal === 0) {
        await writer?.close();
        writer = await Writer.begin(join(ground.folder, `journal-${n}`), passphrase);
        writer.mayBeMissingMs = ground.mayBeMissingMs;
        writer.isOnlyKilled = true;
      }
      if (!writer) throw new Error('there is no journal');
      return oneTry(writer, n);
    });
  }
  await writer?.close();
  // Where nothing was ever called saved, nothing was tried.
  if (writer && writer.promises.length === 0 && times > 3)
    throw new Error('Nothing was saved in all of this');
  return count.outcome;
}

/** From a first word, which may be missing, to a sentence whose beginning must be there. The last of few is such a one. */
function momentOfTyping(ground: Ground, n: number, times: number): number {
  const longMs = ground.mayBeMissingMs + 2000;
  return ground.isShort && n === times - 1 ? longMs : moment(n, 200, 6000);
}

/** The whole process group, in the middle of a sentence. */
export function killWhileTyping(ground: Ground, times: number): Promise<Outcome> {
  return onJournals(ground, times, undefined, async (writer, n) => {
    const typing = writer.type(60, 20 + (n % 5) * 30).catch(() => undefined);
    await wait(momentOfTyping(ground, n, times));
    const due = await writer.kill();
    await typing;
    await writer.start();
    return { lost: await writer.missing(due) };
  });
}

/** The page's process alone; the shell offers to open it again. */
export function killPage(ground: Ground, times: number): Promise<Outcome> {
  return onJournals(ground, times, undefined, async (writer, n) => {
    await writer.stringwalk.answerWith('Open again');
    const typing = writer.type(60, 20 + (n % 5) * 30).catch(() => undefined);
    await wait(momentOfTyping(ground, n, times));
    const pid = await writer.stringwalk.pageProcess();
    let due: readonly string[] = [];
    await writer.stringwalk.lockedWindow(async () => {
      due = writer.mustBeThere(Date.now());
      process.kill(pid, 'SIGKILL');
    });
    await typing;
    await writer.opened();
    return { lost: await writer.missing(due) };
  });
}

const anywhere = async (_: Writer, n: number, add: () => Promise<void>) => {
  // The kill may come before the click.
  void add().catch(() => undefined);
  await wait(moment(n, 0, 300));
};

/** When it is killed: somewhere from the click on, when the page has its rows ready, and when the shell writes them. */
const importMoments = [
  anywhere,
  (writer: Writer, _: number, add: () => Promise<void>) => writer.untilAsked('appendRows', add),
  anywhere,
  async (writer: Writer, n: number, add: () => Promise<void>) => {
    const letGo = await writer.untilAsked('appendRows', add);
    letGo();
    await wait(moment(n, 0, 30));
  },
] as const;

/**
 * While a share joins the journal: all of it is there afterwards, or nothing. The backup that a journal makes before
 * this is there already; every second kill falls into its writing.
 */
export async function killWhileImporting(ground: Ground, times: number): Promise<Outcome> {
  const count = new Count(times, ground.progress);
  const file = await ground.share();
  const [whole, backups] = [join(ground.folder, 'whole'), join(ground.folder, 'journal', 'backups')];
  const writer = await Writer.begin(join(ground.folder, 'journal'));
  writer.isOnlyKilled = true;
  const { dataFolder } = writer.stringwalk;
  await writer.write();
  const page = new BackupsPage(writer.stringwalk);
  await page.goTo();
  await page.backUpNow();
  await writer.close();
  await cp(dataFolder, whole, { recursive: true });
  const made = await readdir(backups);
  const ended = { all: 0, nothing: 0 };
  for (let n = 0; n < times; n += 1) {
    await count.try(async () => {
      await rm(dataFolder, { recursive: true });
      await cp(whole, dataFolder, { recursive: true });
      await writer.start();
      const share = new Share(writer.stringwalk);
      await share.open(file, sharePassphrase);
      await share.seeFrom('Maya');
      const brings = await share.brings('New').textContent();
      await importMoments[n % importMoments.length]?.(writer, n, () =>
        share.button('Add to my journal').click(),
      );
      const due = await writer.kill();
      if (`${await readdir(backups)}` !== `${made}`) throw new Error('it was killed in a backup');
      await writer.start();
      const lost = await writer.missing(due);
      await share.open(file, sharePassphrase);
      await share.seeFrom('Maya');
      const known = writer.page.getByText('Everything in this share is already in your journal.');
      await known.or(share.brings('New')).first().waitFor();
      const isAll = await known.isVisible();
      const isPart = !isAll && (await share.brings('New').textContent()) !== brings;
      await writer.close();
      ended[isAll ? 'all' : 'nothing'] += 1;
      return { lost: isPart ? [...lost, 'a part of a share'] : lost };
    });
  }
  ground.progress(`all was there ${ended.all} times, nothing ${ended.nothing} times`);
  if (!ground.isShort && Math.min(ended.all, ended.nothing) === 0)
    await count.try(() => Promise.reject(new Error('every kill fell on the same side of the writing')));
  return count.outcome;
}

/** While a passphrase takes the place of another: one of the two opens the journal, and what was said is true. */
export function killWhileChangingPassphrase(ground: Ground, times: number): Promise<Outcome> {
  return onJournals(ground, times, 'lantern otter seven plaid', async (writer, n) => {
    const [present, next] = [writer.passphrase ?? '', `lantern otter seven plaid ${n}`];
    await writer.write();
    const settings = new Settings(writer.page);
    await settings.open();
    await settings.section('Protection').getByRole('button', { name: 'Change the passphrase' }).click();
    await settings.askToChange(present, next);
    await wait(moment(n, 0, 5000));
    const isSaid = await writer.page.getByText('The passphrase is set.').isVisible();
    const due = await writer.kill();
    await writer.stringwalk.start();
    writer.passphrase = await writer.whichOpens(isSaid ? [next] : [next, present]);
    return { lost: await writer.missing(due) };
  });
}
