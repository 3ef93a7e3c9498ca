import { execFile } from 'node:child_process';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { spokenWords } from '#shared/share/spokenWords.ts';
import { expectAccessible } from '../support/axe.ts';
import { openJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { readPdf } from '../support/pdfText.ts';
import { lockedJournal, type PreparedJournal, passphrase } from '../support/prepared.ts';
import { tryPassphrase, unlockWith } from './pages/lock.ts';
import { Recovery } from './pages/recovery.ts';
import { Settings } from './pages/settings.ts';
import { Welcome } from './pages/welcome.ts';

const run = promisify(execFile);

async function beginProtected(page: Page): Promise<void> {
  const welcome = new Welcome(page);
  await welcome.fill('Judith', 'Kofi');
  await welcome.protectWith(passphrase);
  await welcome.begin();
}

/** What was on the sheet of the journal below, which says it nowhere in its folder. */
let sheet: Awaited<ReturnType<Recovery['read']>>;

/** Begun with a passphrase and locked, its sheet seen and put off. */
const putOff: PreparedJournal = {
  make: async ({ page }) => {
    await beginProtected(page);
    const recovery = new Recovery(page);
    sheet = await recovery.read();
    await recovery.later.click();
  },
  open: lockedJournal.open,
};
const putOffTest = test.extend({ startsOn: putOff });

/** What `age` itself makes of a recovery slot with a key. */
async function openedByAge(dataFolder: string, text: string, folder: string): Promise<string> {
  const key = join(folder, 'key.txt');
  await writeFile(key, `${text}\n`);
  const slot = join(dataFolder, 'journal', 'slots', 'recovery.age');
  const { stdout } = await run('age', ['-d', '-i', key, slot]);
  return stdout;
}

/** Files below a folder in which the key lies, as text or as any group of its words, in UTF-8 or UTF-16. */
async function filesWithKey(dataFolder: string, groups: readonly string[], text: string): Promise<string[]> {
  const sought = [text, text.slice(16), ...groups, ...groups.map((group) => group.replaceAll(' ', '\n'))];
  const bytes = sought.flatMap((each) => [Buffer.from(each), Buffer.from(each, 'utf16le')]);
  const found: string[] = [];
  for (const entry of await readdir(dataFolder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const content = await readFile(path);
    if (bytes.some((each) => content.includes(each))) found.push(path);
  }
  return found;
}

test('a journal begins with its recovery sheet, which is taken along and typed back', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(180_000);
  await beginProtected(page);
  const recovery = new Recovery(page);
  const { groups, text } = await recovery.read();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('img', { name: 'The same key, for a camera' })).toBeVisible();
  await expectAccessible(page);

  const pdf = join(folder, 'sheet.pdf');
  await stringwalk.saveTo(pdf);
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.getByText('The sheet is saved.')).toBeVisible();
  const said = readPdf(await readFile(pdf));
  expect(said.pages).toBe(1);
  for (const group of groups) expect(said.text).toContain(group.replaceAll(' ', ''));
  expect(said.text).toContain(text);
  expect(said.text).toContain('Date');
  expect(said.text).not.toContain('Judith');
  expect(said.text).not.toContain('Continue');

  await recovery.goOn();
  await expect(recovery.sheet).toBeHidden();
  const [first, second] = await recovery.asked();
  await expect(first?.field ?? page.locator('none')).toBeFocused();
  // A slip of the pen, and the words of another group.
  const slip = (groups[(first?.number ?? 0) - 1] ?? '').replace(/ (\w+)$/, ' $1x');
  await first?.field.fill(slip);
  await second?.field.fill(groups[second.number % 8] ?? '');
  await recovery.check();
  await expect(
    page.getByText(/^Group \d: ‘\w+x’ is not one of the words; did you mean ‘\w+’\?$/),
  ).toBeVisible();
  await expect(page.getByText(/^Something in group \d does not fit|^That is not what group/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Back to the sheet' }).click();
  expect((await recovery.read()).text).toBe(text);
  await recovery.goOn();
  await recovery.typeAsked(groups);
  await recovery.check();
  await expect(page.getByText('The sheet is right.')).toBeVisible();
  await expect(page.getByRole('heading', { level: 1, name: /Judith/ })).toBeVisible();

  await stringwalk.restart();
  await unlockWith(stringwalk.page, passphrase);
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await expect(settings.section('Recovery sheet')).toContainText(/You checked it on \d+ \w+ \d{4}/);

  // From the outside, in ten years: what the sheet opens is what opens the journal.
  const keyring = await openedByAge(stringwalk.dataFolder, text, folder);
  expect(keyring).toMatch(/^(AGE-SECRET-KEY-1[0-9A-Z]{58}\n)+$/);
  expect(keyring).not.toContain(text);
  await stringwalk.close();
  expect(await filesWithKey(stringwalk.dataFolder, groups, text)).toEqual([]);
});

putOffTest(
  'a forgotten passphrase is replaced with the sheet, and a typo names its group',
  async ({ stringwalk, page: locked }) => {
    test.setTimeout(180_000);
    const { groups, text } = sheet;
    const recovery = new Recovery(locked);
    await recovery.forgot();
    await expect(recovery.key).toBeFocused();
    await expectAccessible(locked);

    const word = groups[2]?.split(' ')[1] ?? '';
    const typo = groups
      .with(2, groups[2]?.replace(new RegExp(` ${word}\\b`), ` ${word}x`) ?? '')
      .map((group) => group.toUpperCase());
    await recovery.open(typo.map((group, index) => `${index + 1}. ${group}`).join('\n'));
    const sentence = `Group 3: ‘${word}x’ is not one of the words; did you mean ‘${word}’?`;
    await expect(locked.getByText(sentence)).toBeVisible();
    await expect(locked.getByText('7 of 8 groups fit so far.')).toBeVisible();
    const others = spokenWords.filter((other) => !groups.join(' ').includes(other));
    const changed = groups.with(4, `${groups[4]?.split(' ').slice(0, 3).join(' ')} ${others[0]}`);
    await recovery.open(changed.join(', '));
    await expect(locked.getByText(/in group 5 does not fit|do not open this journal/)).toBeVisible();
    await expectAccessible(locked);

    await recovery.open(groups.join('\n'));
    await expect(locked.getByRole('heading', { name: 'The sheet is right' })).toBeVisible();
    await expectAccessible(locked);
    await recovery.choose('heron');
    await expect(locked.getByText('Use at least 8 characters')).toBeVisible();
    const next = 'heron kettle brass monday';
    await recovery.choose(next);
    await openJournal(locked);
    // A sheet that was just used need not be asked for.
    const settings = new Settings(locked);
    await settings.open();
    await expect(settings.section('Recovery sheet')).toContainText('You checked it on');

    const again = await stringwalk.lockedWindow(() =>
      locked.getByRole('button', { name: 'Lock', exact: true }).click(),
    );
    await tryPassphrase(again, passphrase);
    await expect(again.getByText('That is not the passphrase.')).toBeVisible({ timeout: 30_000 });
    await unlockWith(again, next);
    await stringwalk.close();
    expect(await filesWithKey(stringwalk.dataFolder, groups, text)).toEqual([]);
  },
);

test('a sheet that is put off is asked for kindly, once a day, and a new one replaces it', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(180_000);
  await new Welcome(page).fill('Judith', 'Kofi');
  await new Welcome(page).begin();
  const earlier = await new Recovery(page).read();
  await new Recovery(page).later.click();
  const notice = () => stringwalk.page.getByText('Your recovery sheet has not been checked yet.');
  await stringwalk.restart();
  await expect(stringwalk.page.getByRole('heading', { level: 1, name: /Judith/ })).toBeVisible();
  await expect(stringwalk.page.getByRole('main')).toContainText('Notes between walks');
  await expect(notice()).toBeHidden();

  // The next day, as far as anybody remembers.
  await stringwalk.close();
  const path = join(stringwalk.dataFolder, 'settings.json');
  const kept = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...kept, recoveryAskedOn: '2026-01-01' }));
  await stringwalk.start();
  await expect(notice()).toBeVisible();
  await expectAccessible(stringwalk.page);
  await stringwalk.page.getByRole('link', { name: 'Goals', exact: true }).click();
  await stringwalk.page.getByRole('link', { name: 'Today', exact: true }).click();
  await expect(notice()).toBeVisible();

  await stringwalk.page.getByRole('button', { name: 'Make it now' }).click();
  await expect(stringwalk.page.getByText('It holds until you show a new one')).toBeVisible();
  // Nothing has happened yet.
  expect(await openedByAge(stringwalk.dataFolder, earlier.text, folder)).toMatch(/^AGE-SECRET-KEY-1/);
  await expectAccessible(stringwalk.page);
  await stringwalk.page.getByRole('button', { name: 'Show a new sheet' }).click();
  const recovery = new Recovery(stringwalk.page);
  const { groups, text } = await recovery.read();
  await expect(stringwalk.page.getByText('keep that one')).toBeHidden();
  expect(text).not.toBe(earlier.text);
  await expect(openedByAge(stringwalk.dataFolder, earlier.text, folder)).rejects.toThrow(
    'no identity matched',
  );
  await recovery.goOn();
  await recovery.typeAsked(groups);
  await recovery.check();
  await expect(stringwalk.page.getByText('The sheet is right.')).toBeVisible();
  await expect(notice()).toBeHidden();

  // A checked sheet holds until another one is checked.
  const settings = new Settings(stringwalk.page);
  await settings.open();
  await settings.section('Recovery sheet').getByRole('button', { name: 'Make a new recovery sheet' }).click();
  await stringwalk.page.getByRole('button', { name: 'Show a new sheet' }).click();
  const third = await recovery.read();
  await expect(stringwalk.page.getByText('Until then your earlier sheet does: keep that one.')).toBeVisible();
  expect(third.text).not.toBe(text);
  await recovery.later.click();
  await expect(stringwalk.page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
  expect(await openedByAge(stringwalk.dataFolder, text, folder)).toMatch(/^AGE-SECRET-KEY-1/);
  await expect(openedByAge(stringwalk.dataFolder, third.text, folder)).rejects.toThrow('no identity matched');
});

putOffTest(
  'a key of another journal, a file that is damaged and one that is gone get a sentence each',
  async ({ stringwalk, launch }) => {
    test.setTimeout(180_000);
    const other = await launch();
    await new Welcome(other.page).fill('Grace', 'Ada');
    await new Welcome(other.page).begin();
    const theirs = await new Recovery(other.page).read();
    await other.close();

    const { groups } = sheet;
    const recovery = () => new Recovery(stringwalk.page);
    await recovery().forgot();
    await recovery().open(theirs.groups.join('\n'));
    await expect(stringwalk.page.getByText('they do not open this journal')).toBeVisible();
    await recovery().open('AGE-SECRET-KEY-1QQPZRY');
    await expect(stringwalk.page.getByText('is not whole, or has a slip in it')).toBeVisible();

    const places = ['slots', 'spare'].map((name) =>
      join(stringwalk.dataFolder, 'journal', name, 'recovery.age'),
    );
    for (const place of places) await cp(place, `${place}.whole`);
    for (const place of places) await writeFile(place, 'age-encryption.org/v1\n-> X25519');
    await recovery().open(groups.join('\n'));
    await expect(
      stringwalk.page.getByText('The recovery file of this journal could not be read.'),
    ).toBeVisible();
    for (const place of places) await rm(place);
    await recovery().open(groups.join('\n'));
    await expect(stringwalk.page.getByText('Your pages are untouched.')).toBeVisible();

    // Put back, it opens: nothing was lost by trying.
    for (const place of places) await cp(`${place}.whole`, place);
    await recovery().open(groups.join('\n'));
    await expect(stringwalk.page.getByRole('heading', { name: 'The sheet is right' })).toBeVisible();
  },
);

test('everything can be done by the keyboard alone', async ({ stringwalk, page }) => {
  test.setTimeout(120_000);
  await stringwalk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    const asked: unknown[] = [];
    Object.assign(globalThis, { askedToPrint: asked });
    // Only the system's own dialog is replaced: somebody looks at it and closes it.
    if (window)
      window.webContents.print = (options, done) => {
        asked.push(options);
        done?.(false, 'Print job canceled');
      };
  });
  await new Welcome(page).fill('Judith', 'Kofi');
  await page.getByRole('button', { name: 'Begin', exact: true }).press('Enter');
  const recovery = new Recovery(page);
  const { groups } = await recovery.read();
  const pressed = async (name: string) => {
    const button = page.getByRole('button', { name, exact: true });
    for (let steps = 0; steps < 12; steps += 1) {
      if (await button.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await expect(button).toBeFocused();
    await page.keyboard.press('Enter');
  };
  await pressed('Print');
  await expect(page.getByRole('button', { name: 'Print' })).toBeEnabled();
  const printed = await stringwalk.app.evaluate(
    () => (globalThis as unknown as { askedToPrint: unknown[] }).askedToPrint,
  );
  expect(printed).toEqual([{ pageSize: 'A4', printBackground: true }]);
  await expect(page.getByText('No printer answered.')).toBeHidden();

  await pressed('Continue');
  const fields = await recovery.asked();
  for (const [place, { number, field }] of fields.entries()) {
    await expect(field).toBeFocused();
    await page.keyboard.type(groups[number - 1] ?? '');
    await page.keyboard.press(place === 0 ? 'Tab' : 'Enter');
  }
  await expect(page.getByText('The sheet is right.')).toBeVisible();
});

test('the sample journal has no sheet and asks for none', async ({ page }) => {
  await new Welcome(page).openSample();
  await expect(page.getByRole('heading', { level: 1, name: /Judith/ })).toBeVisible();
  await expect(page.getByText('Your journal has no recovery sheet yet.')).toBeHidden();
  await new Settings(page).open();
  await expect(page.getByRole('region', { name: 'Recovery sheet' })).toBeHidden();
});

test('a printer that does not answer, or a folder that cannot be written, is said to be so', async ({
  stringwalk,
  page,
  folder,
}) => {
  await stringwalk.app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows();
    if (window) window.webContents.print = (_options, done) => done?.(false, 'Invalid printer settings');
  });
  await new Welcome(page).fill('Judith', 'Kofi');
  await new Welcome(page).begin();
  await new Recovery(page).read();
  await page.getByRole('button', { name: 'Print' }).click();
  await expect(page.getByText('No printer answered.')).toBeVisible();
  await writeFile(join(folder, 'file'), '');
  await stringwalk.saveTo(join(folder, 'file', 'sheet.pdf'));
  await page.getByRole('button', { name: 'Save as PDF' }).click();
  await expect(page.getByText('The sheet could not be saved there.')).toBeVisible();
});
