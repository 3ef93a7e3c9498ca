import { cp, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { beginJournal } from '../support/begin.ts';
import { test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';

const root = join(import.meta.dirname, '../..');

/** A copy of the built app from which the code of one page has gone, as from an installation that was damaged. */
async function copyWithout(page: string, to: string): Promise<void> {
  await cp(join(root, 'package.json'), join(to, 'package.json'));
  await cp(join(root, 'out/app'), join(to, 'out/app'), { recursive: true });
  const assets = join(to, 'out/app/renderer/assets');
  const code = (await readdir(assets)).filter((name) => new RegExp(`^${page}-[^.]*\\.js$`).test(name));
  expect(code).toHaveLength(1);
  for (const name of code) await rm(join(assets, name));
}

test.describe('a page that stumbles', () => {
  // What Chromium and React have to say about the code that is not there.
  test.use({
    expectedErrors: /Failed to load resource|Failed to fetch dynamically imported module: .*GrowthPage/,
  });

  test('says that nothing was lost, and nothing was', async ({ launch, folder }) => {
    const appFolder = join(folder, 'damaged');
    await copyWithout('GrowthPage', appFolder);
    const { page } = await launch({ appFolder });
    await beginJournal(page);
    const sessions = new Sessions(page);
    await sessions.create({ day: '08112024', title: 'Holt Wood in the rain' });
    await sessions.write('First half', 'Tom', 'Typed just before');
    const places = page.getByRole('navigation', { name: 'Journal' });
    await places.getByRole('link', { name: 'Growth', exact: true }).click();
    const stumbled = page.getByRole('alert').filter({ hasText: 'This page stumbled' });
    await expect(stumbled).toContainText('Nothing you wrote is lost: it was kept as you typed.');
    await expectAccessible(page);

    // Every other page is still there.
    await places.getByRole('link', { name: 'Sessions', exact: true }).click();
    await expect(stumbled).toBeHidden();
    await sessions.open(/^Holt Wood in the rain/);
    await expect(sessions.notes('First half', 'Tom')).toHaveText('Typed just before');
    await sessions.write('First half', 'Tom', ', and after');

    await places.getByRole('link', { name: 'Growth', exact: true }).click();
    await stumbled.getByRole('button', { name: 'Open the journal again' }).click();
    await expect(page.getByRole('heading', { level: 1, name: /Tom$/ })).toBeVisible();
    await sessions.open(/^Holt Wood in the rain/);
    await expect(sessions.notes('First half', 'Tom')).toHaveText('Typed just before, and after');
  });
});
