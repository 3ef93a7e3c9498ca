import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { atRest, everyPage, openSearch } from '../support/everyPage.ts';
import { test } from '../support/launch.ts';
import { Share } from './pages/share.ts';

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

  const words = await new Share(stringwalk).export({
    choose: { Sessions: ['Nearly three'] },
    to: join(folder, 'sample.stringwalk'),
  });
  await writeFile(join(folder, 'passphrase-of-the-sample.txt'), `${words}\n`);
});
