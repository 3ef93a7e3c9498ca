import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { openJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { copyJournal, passphrase, protectedJournal } from '../support/prepared.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { unlockWith } from './pages/lock.ts';
import { Settings } from './pages/settings.ts';

const appFolder = 'tests/e2e/keyStore';
const onThisComputer = { appFolder, env: { STRINGWALK_KEY_STORE: 'this computer' } };
const next = 'heron kettle brass monday';

/** The switch, on the page where it lies. */
async function stayUnlocked(page: Page): Promise<Locator> {
  await new Settings(page).open();
  return page.getByRole('switch', { name: 'Stay unlocked on this device' });
}

async function turn(stringwalk: Stringwalk, on: boolean): Promise<void> {
  const staying = await stayUnlocked(stringwalk.page);
  await stringwalk.page.getByText('Stay unlocked on this device').click();
  await expect(staying).toBeChecked({ checked: on });
}

async function expectLocked({ page }: Stringwalk): Promise<void> {
  await expect(page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
}

test('the key store of the system opens the journal at a start, and never after locking', async ({
  launch,
  folder,
  prepared,
}) => {
  test.setTimeout(120_000);
  const dataFolder = join(folder, 'protected');
  await copyJournal(await prepared(protectedJournal), dataFolder);
  const stringwalk = await launch({ ...onThisComputer, dataFolder });
  await protectedJournal.open(stringwalk.page);
  await turn(stringwalk, true);
  await expectAccessible(stringwalk.page);
  const wrapped = await readFile(join(stringwalk.dataFolder, 'journal', 'slots', 'device.bin'), 'latin1');
  expect(wrapped).not.toContain('AGE-SECRET-KEY');

  await stringwalk.restart();
  await openJournal(stringwalk.page);
  await stringwalk.lockedWindow(() => stringwalk.page.keyboard.press('Control+l'));
  await expectLocked(stringwalk);
  await stringwalk.restart();
  await expectLocked(stringwalk);
  await unlockWith(stringwalk.page, passphrase);

  // Another key for everything: the store's copy of it goes along.
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await stringwalk.page.getByRole('button', { name: 'Somebody may know my passphrase' }).click();
  await settings.askToSealAnew(passphrase, next);
  await expect(stringwalk.page.getByText('Everything is sealed anew.')).toBeVisible({ timeout: 30_000 });
  await stringwalk.restart();
  await openJournal(stringwalk.page);

  await turn(stringwalk, false);
  for (const place of ['slots', 'spare'])
    expect(existsSync(join(stringwalk.dataFolder, 'journal', place, 'device.bin'))).toBe(false);
  await stringwalk.restart();
  await expectLocked(stringwalk);
  await unlockWith(stringwalk.page, next);
});

test('a folder that came from another computer asks for the passphrase', async ({
  launch,
  folder,
  prepared,
}) => {
  test.setTimeout(120_000);
  const dataFolder = join(folder, 'protected');
  await copyJournal(await prepared(protectedJournal), dataFolder);
  const stringwalk = await launch({ ...onThisComputer, dataFolder });
  await protectedJournal.open(stringwalk.page);
  await turn(stringwalk, true);
  await stringwalk.close();
  const elsewhere = await launch({
    dataFolder: stringwalk.dataFolder,
    appFolder,
    env: { STRINGWALK_KEY_STORE: 'another computer' },
  });
  await expectLocked(elsewhere);
  await unlockWith(elsewhere.page, passphrase);
});
