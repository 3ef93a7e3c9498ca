import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal, openJournal } from '../support/begin.ts';
import { begun, test } from '../support/launch.ts';
import { Settings } from './pages/settings.ts';

test('names, colours and locking stay as they were set', async ({ stringwalk, page }) => {
  await beginJournal(page, { me: 'Judith', buddy: 'Kofi' });
  const settings = new Settings(page);
  await settings.open();
  await expectAccessible(page);

  await page.getByLabel('Your name', { exact: true }).fill('Judy');
  await page.getByLabel("Your buddy's name").fill('Kofi Mensah');
  await page.getByLabel('Your usual walk').fill('Ecclesall Woods');
  await expect(page.getByText('You and Kofi Mensah')).toBeVisible();
  await settings.chooseTheme('Dark');
  await settings.lockByItself.click();
  await page.getByRole('option', { name: 'After 20 minutes away' }).click();
  await expect(settings.lockByItself).toContainText('After 20 minutes away');
  await expectAccessible(page);

  await stringwalk.restart();
  await openJournal(stringwalk.page);
  const again = new Settings(stringwalk.page);
  await again.open();
  await expect(stringwalk.page.getByLabel('Your name', { exact: true })).toHaveValue('Judy');
  await expect(stringwalk.page.getByLabel("Your buddy's name")).toHaveValue('Kofi Mensah');
  await expect(stringwalk.page.getByLabel('Your usual walk')).toHaveValue('Ecclesall Woods');
  await expect(again.theme('Dark')).toBeChecked();
  await expect(again.lockByItself).toContainText('After 20 minutes away');
  expect(await stringwalk.app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('dark');
});

begun('colours chosen in the menu show on the page', async ({ stringwalk, page }) => {
  const settings = new Settings(page);
  await settings.open();
  await stringwalk.menu('View', 'Appearance', 'Light');
  await expect(settings.theme('Light')).toBeChecked();
});

begun('Settings stays marked on the pages it leads to', async ({ page }) => {
  await new Settings(page).open();
  const place = page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Settings' });
  await page.getByRole('link', { name: 'What is and is not protected' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is and is not protected' })).toBeVisible();
  await expect(place).toHaveAttribute('aria-current', 'page');
  await expectAccessible(page);
});

test('a name cannot be emptied', async ({ stringwalk, page }) => {
  await beginJournal(page, { me: 'Judith', buddy: 'Kofi' });
  await new Settings(page).open();
  const name = page.getByLabel("Your buddy's name");
  await name.fill(' ');
  await expect(page.getByText('A name cannot be empty.')).toBeVisible();
  await name.press('Tab');
  await expect(name).toHaveValue('Kofi');
  await stringwalk.restart();
  await openJournal(stringwalk.page);
  await expect(stringwalk.page.getByText('You and Kofi')).toBeVisible();
});

begun('the first passphrase takes the place of the open key', async ({ stringwalk, page }) => {
  const settings = new Settings(page);
  await settings.open();
  await expect(settings.section('This copy')).toContainText(stringwalk.dataFolder);
  await settings.section('Protection').getByRole('button', { name: 'Choose a passphrase' }).click();
  await expectAccessible(page);
  await page.getByLabel('Passphrase', { exact: true }).fill('short');
  await page.getByRole('button', { name: 'Set the passphrase' }).click();
  await expect(page.getByText('Use at least 8 characters')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();

  const slots = join(stringwalk.dataFolder, 'journal', 'slots');
  const recovery = ['recovery.age', 'recovery.bin'];
  expect(await readdir(slots)).toEqual(['open.txt', ...recovery]);
  await settings.chooseFirstPassphrase('lantern otter seven plaid');
  expect(await readdir(slots)).toEqual(['passphrase.age', ...recovery]);
  await expect(page.getByText('This computer has no key store')).toBeVisible();
  await expectAccessible(page);
  await settings.section('Protection').getByRole('link', { name: 'What is and is not protected' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'What is and is not protected' })).toBeVisible();
  await expect(page.getByText('How many entries, drafts and photos there are')).toBeVisible();
  await expectAccessible(page);
});

test('a data folder that cannot be written gets a sentence, and is left alone', async ({
  launch,
  folder,
}) => {
  const file = join(folder, 'a-file');
  await writeFile(file, 'not a folder');
  const { page } = await launch({ dataFolder: join(file, 'journal') });
  await expect(page.getByRole('heading', { name: 'This folder cannot be written' })).toBeVisible();
  await expect(page.getByText(join(file, 'journal'))).toBeVisible();
  await expectAccessible(page);
});

begun(
  'A setting chosen a moment before leaving is kept, also on a slow disk',
  async ({ stringwalk, page, folder }) => {
    const settings = new Settings(page);
    await settings.open();
    const gate = join(folder, 'gate');
    await mkdir(gate);
    // The disk is done only after everything else was, on the way out, and somebody outside has seen it waiting.
    await stringwalk.app.evaluate(({ app }, waitingAt) => {
      const disk = process.getBuiltinModule('node:fs/promises');
      const { watch, writeFileSync } = process.getBuiltinModule('node:fs');
      const rename = disk.rename.bind(disk);
      const opened = () =>
        new Promise<void>((resolve) => {
          const watcher = watch(waitingAt, (_, name) => {
            if (name !== 'open') return;
            watcher.close();
            resolve();
          });
          writeFileSync(`${waitingAt}/leaving`, '');
        });
      disk.rename = async (from, to) => {
        if (String(to).endsWith('settings.json'))
          await new Promise<void>((resolve) => app.once('will-quit', () => void opened().then(resolve)));
        return rename(from, to);
      };
      process.getBuiltinModule('node:module').syncBuiltinESMExports();
    }, gate);
    await settings.chooseTheme('Dark');
    await Promise.all([
      stringwalk.restart(),
      expect
        .poll(() => readdir(gate), { intervals: [20] })
        .toContain('leaving')
        .then(() => writeFile(join(gate, 'open'), '')),
    ]);
    const again = new Settings(stringwalk.page);
    await again.open();
    await expect(again.theme('Dark')).toBeChecked();
  },
);
