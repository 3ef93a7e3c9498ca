import { existsSync } from 'node:fs';
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import * as age from 'age-encryption';
import { type Keyring, parseKeyring, unlockVault, type Vault } from '#renderer/journal/vault.ts';
import type { CallName } from '#shared/shell/channels.ts';
import { expectAccessible } from '../support/axe.ts';
import { openJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { hillPng } from '../support/png.ts';
import { begunJournal, type PreparedJournal, passphrase } from '../support/prepared.ts';
import { filesWithAny, openedBy, sealedThings } from '../support/sealedFiles.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { tryPassphrase, unlockWith } from './pages/lock.ts';
import { Photos } from './pages/photos.ts';
import { Recovery } from './pages/recovery.ts';
import { Sessions } from './pages/sessions.ts';
import { Settings } from './pages/settings.ts';

const next = 'heron kettle brass monday';
const half = 'First half';
const words = 'Where the path bends we stood for a while';
const hill = { name: 'hill.png', mimeType: 'image/png', buffer: hillPng(300, 200) };

/** An unprotected journal with a note and a photo. */
const inTheOpen: PreparedJournal = {
  after: begunJournal,
  make: async ({ page }) => {
    const sessions = new Sessions(page);
    await sessions.create({ title: 'By the ponds' });
    await sessions.write(half, 'Tom', words);
    const photos = new Photos(page, sessions.notes(half, 'Tom'), 'Notes by Tom');
    await photos.add(hill);
    await expect(photos.all).toHaveCount(1);
    await sessions.saved();
  },
  open: openJournal,
};

test.use({ startsOn: inTheOpen });

/** The key that anybody could have copied from its folder. */
async function keyInTheOpen({ dataFolder }: Stringwalk): Promise<Vault> {
  return unlockVault(
    known(parseKeyring(await readFile(join(dataFolder, 'journal', 'slots', 'open.txt'), 'utf8'))),
  );
}

function known(keyring: Keyring | undefined): Keyring {
  if (!keyring) throw new Error('The slot holds no keyring');
  return keyring;
}

async function expectWords(stringwalk: Stringwalk): Promise<void> {
  const sessions = new Sessions(stringwalk.page);
  await sessions.open(/By the ponds/);
  await expect(sessions.notes(half, 'Tom')).toContainText(words);
  const photos = new Photos(stringwalk.page, sessions.notes(half, 'Tom'), 'Notes by Tom');
  expect(await photos.size()).toEqual([300, 200]);
}

/** Nothing that is sealed now opens with the old key, and nothing sealed under it is left in any file. */
async function expectAnew(
  { dataFolder }: Stringwalk,
  old: Vault,
  before: Awaited<ReturnType<typeof sealedThings>>,
): Promise<void> {
  const now = await sealedThings(dataFolder);
  expect(now.length).toBeGreaterThanOrEqual(before.length);
  expect(await openedBy(old, now)).toEqual([]);
  expect(await filesWithAny(join(dataFolder, 'journal'), before)).toEqual([]);
  expect(await filesWithAny(join(dataFolder, 'IndexedDB'), before)).toEqual([]);
}

test('the first passphrase seals everything anew, and the key that lay open opens nothing more', async ({
  stringwalk,
}) => {
  test.setTimeout(120_000);
  const old = await keyInTheOpen(stringwalk);
  const before = await sealedThings(stringwalk.dataFolder);
  expect((await openedBy(old, before)).length).toBe(before.length);
  // As an upgrade makes one: the key in it lies in the open.
  const copy = join(stringwalk.dataFolder, 'backups', 'before-upgrade-0.0.1-to-0.1.0');
  // And as a backup that was brought back leaves them, here of this journal and of another.
  const journal = join(stringwalk.dataFolder, 'journal');
  const [ours, foreign] = [join(journal, 'aside-ours-keys-1'), join(journal, 'aside-foreign-keys-1')];
  for (const folder of [copy, ours])
    await cp(join(journal, 'slots'), join(folder, 'slots'), { recursive: true });
  await mkdir(foreign);

  const settings = new Settings(stringwalk.page);
  await settings.open();
  await settings.chooseFirstPassphrase(passphrase);
  await expect(stringwalk.page.getByText('The passphrase is set.')).toBeVisible();
  await expect(stringwalk.page.getByText('Something was put right.')).toBeHidden();
  await expectAnew(stringwalk, old, before);
  expect([copy, ours, foreign].map((folder) => existsSync(folder))).toEqual([false, false, true]);
  await expectWords(stringwalk);

  await stringwalk.restart();
  await unlockWith(stringwalk.page, passphrase);
  await expectWords(stringwalk);
  await stringwalk.lockedWindow(() => stringwalk.page.keyboard.press('Control+l'));
  await unlockWith(stringwalk.page, passphrase);
  await expectWords(stringwalk);
  await stringwalk.close();
  await expectAnew(stringwalk, old, before);
});

test('the first passphrase seals everything anew also where the sheet had to open the journal', async ({
  stringwalk,
}) => {
  test.setTimeout(120_000);
  const old = await keyInTheOpen(stringwalk);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await stringwalk.page.getByRole('button', { name: 'Make a new recovery sheet' }).click();
  await stringwalk.page.getByRole('button', { name: 'Show a new sheet' }).click();
  const { text } = await new Recovery(stringwalk.page).read();
  await stringwalk.close();
  const before = await sealedThings(stringwalk.dataFolder);
  for (const place of ['slots', 'spare'])
    await writeFile(join(stringwalk.dataFolder, 'journal', place, 'open.txt'), 'AGE-SECRET-KEY-1QQQ');

  await stringwalk.start();
  const recovery = new Recovery(stringwalk.page);
  await recovery.open(text);
  await recovery.choose(passphrase);
  await expectWords(stringwalk);
  await expectAnew(stringwalk, old, before);
  await stringwalk.restart();
  await unlockWith(stringwalk.page, passphrase);
  await expectWords(stringwalk);
});

test('the same recovery sheet opens the journal after it was sealed anew', async ({ stringwalk }) => {
  test.setTimeout(120_000);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await stringwalk.page.getByRole('button', { name: 'Make a new recovery sheet' }).click();
  await stringwalk.page.getByRole('button', { name: 'Show a new sheet' }).click();
  const sheet = await stringwalk.page.getByRole('article', { name: 'Recovery sheet' }).textContent();
  const identity = /AGE-SECRET-KEY-1[0-9A-Z]{58}/.exec(sheet ?? '')?.[0] ?? '';
  await settings.open();
  await settings.chooseFirstPassphrase(passphrase);

  const decrypter = new age.Decrypter();
  decrypter.addIdentity(identity);
  const slot = await readFile(join(stringwalk.dataFolder, 'journal', 'slots', 'recovery.age'));
  const keyring = parseKeyring(await decrypter.decrypt(new Uint8Array(slot), 'text'));
  const things = await sealedThings(stringwalk.dataFolder);
  expect(await openedBy(await unlockVault(known(keyring)), things)).toEqual(things);
});

test('a passphrase that somebody may know is replaced, with the key behind it', async ({ stringwalk }) => {
  test.setTimeout(180_000);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await settings.chooseFirstPassphrase(passphrase);
  const before = await sealedThings(stringwalk.dataFolder);

  await settings.section('Protection').getByRole('button', { name: 'Somebody may know' }).click();
  await expectAccessible(stringwalk.page);
  await settings.askToSealAnew('not this one at all', next);
  await expect(stringwalk.page.getByText('That is not the current passphrase.')).toBeVisible({
    timeout: 30_000,
  });
  await settings.askToSealAnew(passphrase, next);
  await expect(stringwalk.page.getByText('Everything is sealed anew.')).toBeVisible({ timeout: 30_000 });
  expect(await filesWithAny(join(stringwalk.dataFolder, 'journal'), before)).toEqual([]);
  expect(await filesWithAny(join(stringwalk.dataFolder, 'IndexedDB'), before)).toEqual([]);

  await stringwalk.restart();
  await tryPassphrase(stringwalk.page, passphrase);
  await expect(stringwalk.page.getByText('That is not the passphrase.')).toBeVisible({ timeout: 30_000 });
  await unlockWith(stringwalk.page, next);
  await expectWords(stringwalk);
});

for (const [moment, call, isDone] of [
  ['while photos are sealed', 'writeAttachment', false],
  ['while the new log is written', 'rewriteLog', false],
  ['with a new log and the old database', 'clearDatabase', false],
  ['with a new log and no database', 'clearDatabase', true],
  ['with all done but its mark', 'removeAside', true],
] as const satisfies readonly (readonly [string, CallName, boolean])[]) {
  test(`a crash ${moment} loses nothing, and the rest is sealed at the next start`, async ({
    stringwalk,
  }) => {
    test.setTimeout(120_000);
    const old = await keyInTheOpen(stringwalk);
    const before = await sealedThings(stringwalk.dataFolder);
    const settings = new Settings(stringwalk.page);
    await settings.open();
    await stringwalk.crashAt(call, isDone, () => settings.askForFirstPassphrase(passphrase));

    await stringwalk.start();
    await unlockWith(stringwalk.page, passphrase);
    await expect(stringwalk.page.getByText('Something was put right.')).toBeHidden();
    await expectWords(stringwalk);
    await expectAnew(stringwalk, old, before);
    // Wherever it broke off, it ends by the same mark.
    if (call !== 'removeAside') return;
    await stringwalk.restart();
    await unlockWith(stringwalk.page, passphrase);
    await expectWords(stringwalk);
  });
}

test('sealing anew can be stopped, says so, and goes on when asked', async ({ stringwalk }) => {
  test.setTimeout(120_000);
  const old = await keyInTheOpen(stringwalk);
  const before = await sealedThings(stringwalk.dataFolder);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  const held = await stringwalk.hold('writeAttachment');
  await settings.askForFirstPassphrase(passphrase);
  await held.asked();
  const { page } = stringwalk;
  await expect(page.getByRole('heading', { name: 'Sealing your journal anew' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Stop' }).click();
  await held.release();
  await expect(page.getByText('Not every page is sealed anew yet.')).toBeVisible();
  await expectAccessible(page);
  expect((await openedBy(old, await sealedThings(stringwalk.dataFolder))).length).toBeGreaterThan(0);
  await page.getByRole('button', { name: 'Go on now' }).click();
  await expect(page.getByText('Not every page is sealed anew yet.')).toBeHidden();
  await settings.lockNow.waitFor();
  await expectAnew(stringwalk, old, before);
  await expectWords(stringwalk);

  await settings.open();
  await settings.section('Protection').getByRole('button', { name: 'Somebody may know' }).click();
  const heldAgain = await stringwalk.hold('writeAttachment');
  await settings.askToSealAnew(passphrase, next);
  await heldAgain.asked();
  await page.getByRole('button', { name: 'Stop' }).click();
  await heldAgain.release();
  await expect(page.getByText('The passphrase is set.')).toBeVisible();
  await expect(page.getByText('Not every page is sealed anew yet.')).toBeVisible();
  await expect(page.getByText('Everything is sealed anew.')).toBeHidden();
});

test('a machine that sleeps while everything is sealed anew locks, and the rest comes after', async ({
  stringwalk,
}) => {
  test.setTimeout(120_000);
  const old = await keyInTheOpen(stringwalk);
  const before = await sealedThings(stringwalk.dataFolder);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  const held = await stringwalk.hold('writeAttachment');
  await settings.askForFirstPassphrase(passphrase);
  await held.asked();
  const locked = await stringwalk.lockedWindow(async () => {
    await stringwalk.system('suspend');
    await held.release();
  });
  await unlockWith(locked, passphrase);
  await expectWords(stringwalk);
  await expectAnew(stringwalk, old, before);
});
