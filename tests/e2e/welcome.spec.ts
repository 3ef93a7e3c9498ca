import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { Decrypter } from 'age-encryption';
import { expectAccessible } from '../support/axe.ts';
import { openJournal, putOffSheet } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { Settings } from './pages/settings.ts';
import { Welcome } from './pages/welcome.ts';

const passphrase = 'lantern otter seven plaid';
const slotsOf = (dataFolder: string) => join(dataFolder, 'journal', 'slots');

test('a journal begins with two names and a day, and is there the next time', async ({
  stringwalk,
  page,
}) => {
  const welcome = new Welcome(page);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByText('Who else can read this?')).toBeVisible();
  await expectAccessible(page);

  await welcome.fill('Judith', 'Kofi');
  await welcome.typeSince('14022023');
  await page.getByLabel('Your usual walk').fill('Round the ponds');
  await welcome.beginAndPutOff();
  await expect(page.getByRole('heading', { level: 1, name: /Judith/ })).toBeVisible();

  await stringwalk.restart();
  await openJournal(stringwalk.page);
  await expect(stringwalk.page.getByText('You and Kofi')).toBeVisible();
  await expect(stringwalk.page.getByText('since February 2023')).toBeVisible();
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await expect(stringwalk.page.getByLabel('Your usual walk')).toHaveValue('Round the ponds');
  expect(await readdir(slotsOf(stringwalk.dataFolder))).toEqual(['open.txt', 'recovery.age', 'recovery.bin']);
});

test('Begin is in sight without scrolling, also in a small window', async ({ stringwalk, page }) => {
  await stringwalk.app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700),
  );
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeInViewport({ ratio: 1 });
  await new Welcome(page).protectNow();
  await expect(page.getByRole('button', { name: 'Begin', exact: true })).toBeInViewport({ ratio: 1 });
});

test('what is missing gets a sentence each, and nothing begins', async ({ stringwalk, page }) => {
  const welcome = new Welcome(page);
  await welcome.protectNow();
  await welcome.begin();
  await expect(page.getByText('Write your name: your words will carry it.')).toBeVisible();
  await expect(page.getByText('Write the name of the one you walk with.')).toBeVisible();
  await expect(page.getByText('Use at least 8 characters')).toBeVisible();
  await expect(welcome.myName).toBeFocused();
  await expectAccessible(page);

  await welcome.fill('   ', 'Kofi');
  await expect(page.getByText('Write the name of the one you walk with.')).toBeHidden();
  await welcome.passphrase.fill(passphrase);
  await welcome.again.fill('something else');
  await welcome.begin();
  await expect(page.getByText('Write your name: your words will carry it.')).toBeVisible();
  await expect(page.getByText('The two do not match yet.')).toBeVisible();

  await stringwalk.restart();
  await expect(new Welcome(stringwalk.page).myName).toHaveValue('');
});

for (const [digits, what, sentence] of [
  ['14021660', 'long before anybody could have begun it', /That year is too far back\. Please check it\./],
  ['14022199', 'still to come', /Choose \d+ \w+ \d{4} or an earlier day\./],
  ['31022023', 'that does not exist', /There is no 31 February 2023\./],
] as const)
  test(`a day ${what} stays, gets a sentence, and nothing begins`, async ({ page }) => {
    const welcome = new Welcome(page);
    await welcome.fill('Judith', 'Kofi');
    await welcome.typeSince(digits);
    await welcome.begin();
    const first = page.getByRole('group', { name: 'Buddies since' }).getByRole('spinbutton').first();
    await expect(first).toBeFocused();
    await expect(first).toHaveAttribute('aria-invalid', 'true');
    await expect(first).toHaveAccessibleDescription(sentence);
    await expect(page.getByText(sentence)).toBeVisible();
    await expect(first).toHaveText(digits.slice(0, 2));
    await expectAccessible(page);
    await expect(page.getByRole('navigation', { name: 'Journal' })).toBeHidden();
  });

test('names of any script and with pictures in them are names', async ({ stringwalk, page }) => {
  const welcome = new Welcome(page);
  await welcome.fill('نور الهدى', '🌿 Åse-Mél 👩‍👩‍👧');
  await welcome.beginAndPutOff();
  await stringwalk.restart();
  await openJournal(stringwalk.page);
  await expect(stringwalk.page.getByText('You and 🌿 Åse-Mél 👩‍👩‍👧')).toBeVisible();
  await expect(stringwalk.page.getByRole('heading', { level: 1, name: /نور الهدى/ })).toBeVisible();
});

test('a passphrase chosen at once is the only way in, and any age tool could use it', async ({
  stringwalk,
  page,
}) => {
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.protectWith(passphrase);
  await welcome.begin();
  await expect(page.getByText('it makes every guess slow')).toBeVisible();
  await putOffSheet(page);

  const slots = slotsOf(stringwalk.dataFolder);
  expect(await readdir(slots)).toEqual(['passphrase.age', 'recovery.age', 'recovery.bin']);
  const decrypter = new Decrypter();
  decrypter.addPassphrase(passphrase);
  const secret = await decrypter.decrypt(await readFile(join(slots, 'passphrase.age')), 'text');
  expect(secret).toMatch(/^AGE-SECRET-KEY-1[0-9A-Z]+\n$/);

  await stringwalk.restart();
  await expect(stringwalk.page.getByRole('heading', { name: 'Your journal is locked' })).toBeVisible();
});

test('where the key cannot be written, the page says so and keeps what was typed', async ({
  launch,
  folder,
}) => {
  const dataFolder = join(folder, 'blocked');
  await mkdir(join(dataFolder, 'journal'), { recursive: true });
  const folders = ['slots', 'spare'].map((name) => join(dataFolder, 'journal', name));
  // A file where each folder of keys should be; permission bits would not stop root.
  for (const place of folders) await writeFile(place, '');
  const { page } = await launch({ dataFolder });
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.begin();
  await expect(page.getByText('The journal could not be begun.')).toBeVisible();
  await expect(welcome.myName).toHaveValue('Judith');

  for (const place of folders) await rm(place);
  await welcome.beginAndPutOff();
});

test('somebody with a share in hand begins a journal first, and is then led to it', async ({ page }) => {
  await page.getByRole('button', { name: 'Import a share' }).click();
  await expect(page.getByText('First, a journal of your own.')).toBeVisible();
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.beginAndPutOff();
  await expect(page.getByRole('heading', { level: 1, name: 'Share' })).toBeVisible();
});

test.describe('the sample journal', () => {
  test('is put away for a journal of one’s own', async ({ stringwalk, page }) => {
    await new Welcome(page).openSample();
    await page.getByRole('link', { name: 'Begin your own' }).click();
    await page.getByRole('button', { name: 'Begin your own journal' }).click();
    await expect(page.getByText('goes with it')).toBeHidden();
    await page.getByRole('button', { name: 'Cancel' }).click();

    await page.getByLabel('Your usual walk').fill('Along the Limb brook');
    await page.getByRole('button', { name: 'Begin your own journal' }).click();
    await expect(page.getByText('One entry that you wrote or changed in it goes with it')).toBeVisible();
    const fresh = await stringwalk.lockedWindow(() =>
      page.getByRole('button', { name: 'Put the sample away' }).click(),
    );
    await beginOwn(fresh);

    await stringwalk.restart();
    await openJournal(stringwalk.page);
    await expect(stringwalk.page.getByText('You and Ada')).toBeVisible();
    await new Settings(stringwalk.page).open();
    await expect(new Settings(stringwalk.page).section('The sample journal')).toBeHidden();
    await stringwalk.page.getByRole('link', { name: 'Sessions', exact: true }).click();
    await expect(stringwalk.page.getByText('The first one, with a map')).toBeHidden();
  });

  test('is put away for good even when the power goes in the middle of it', async ({ stringwalk, page }) => {
    await new Welcome(page).openSample();
    // As far as `letGoOfSample` has come when its transaction is through and nothing else is.
    await writeFile(join(stringwalk.dataFolder, 'journal', 'let-go.txt'), '');
    await page.evaluate(async () => {
      const opening = indexedDB.open('stringwalk');
      await new Promise((resolve) => opening.addEventListener('success', resolve));
      const stores = ['rows', 'drafts', 'checkpoint', 'meta'];
      const transaction = opening.result.transaction(stores, 'readwrite');
      for (const store of stores) transaction.objectStore(store).clear();
      await new Promise((resolve) => transaction.addEventListener('complete', resolve));
    });
    await stringwalk.kill();
    await stringwalk.start();
    await beginOwn(stringwalk.page);
    await stringwalk.restart();
    await openJournal(stringwalk.page);
    await expect(stringwalk.page.getByText('You and Ada')).toBeVisible();
  });
});

test('a journal whose pages are gone is never taken for a new one', async ({ stringwalk, page }) => {
  await beginOwn(page);
  await stringwalk.close();
  await rm(join(stringwalk.dataFolder, 'IndexedDB'), { recursive: true });
  await rm(join(stringwalk.dataFolder, 'journal', 'log'), { recursive: true });
  await stringwalk.start();
  await expect(
    stringwalk.page.getByRole('heading', { name: 'Part of this journal is missing' }),
  ).toBeVisible();
  await expectAccessible(stringwalk.page);
  expect(await readdir(slotsOf(stringwalk.dataFolder))).toEqual(['open.txt', 'recovery.age', 'recovery.bin']);
});

async function beginOwn(page: Page): Promise<void> {
  const welcome = new Welcome(page);
  await welcome.fill('Grace', 'Ada');
  await welcome.beginAndPutOff();
}
