import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { atRest, everyPage, goTo, openSearch } from '../support/everyPage.ts';
import { test } from '../support/launch.ts';

const folder = join(import.meta.dirname, '../../out/tour');

test('walks through the sample journal and keeps what it saw', async ({ stringwalk, page }) => {
  test.setTimeout(180_000);
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  let count = 0;
  const picture = async (name: string) => {
    await atRest(page);
    count += 1;
    await page.screenshot({ path: join(folder, `${String(count).padStart(2, '0')}-${name}.png`) });
  };

  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  await picture('welcome');
  await page.getByRole('button', { name: 'Open the sample journal' }).click();
  await page.getByRole('navigation', { name: 'Journal' }).waitFor();
  for (const { name, open } of everyPage) {
    await open(page);
    await picture(name);
  }
  await openSearch(page, 'walk');
  await picture('search');
  await page.keyboard.press('Escape');

  await goTo(page, 'Share');
  await stringwalk.saveTo(join(folder, 'sample.stringwalk'));
  await exportEverythingShown();
  await expect(page.getByText(/^Saved/).first()).toBeVisible();

  async function exportEverythingShown(): Promise<void> {
    await page.getByRole('button', { name: 'Export a share' }).click();
    await page.getByRole('checkbox').first().check();
  }
});
