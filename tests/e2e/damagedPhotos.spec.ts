import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { hillPng } from '../support/png.ts';
import type { Stringwalk } from '../support/stringwalk.ts';
import { BackupsPage } from './pages/backups.ts';
import { Photos } from './pages/photos.ts';
import { Sessions } from './pages/sessions.ts';

/** Photos that a disk has harmed since they were kept: backups say what they had to do without, and bring it back. */

const half = 'First half';
const sizes = [
  [300, 200],
  [200, 300],
  [240, 240],
] as const;

async function addPhotos({ page }: Stringwalk): Promise<void> {
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Along the river' });
  await sessions.write(half, 'Tom', 'A kingfisher went by, twice.');
  const photos = photosIn(page, sessions);
  for (const [width, height] of sizes) {
    await photos.add({ name: 'hill.png', mimeType: 'image/png', buffer: hillPng(width, height) });
  }
  await expect(photos.shown).toHaveCount(sizes.length);
  await sessions.saved();
}

async function openPhotos({ page }: Stringwalk): Promise<Photos> {
  const sessions = new Sessions(page);
  await sessions.open(/Along the river/);
  return photosIn(page, sessions);
}

function photosIn(page: Stringwalk['page'], sessions: Sessions): Photos {
  return new Photos(page, sessions.notes(half, 'Tom'), 'Notes by Tom');
}

const attachmentsOf = ({ dataFolder }: Stringwalk) => join(dataFolder, 'journal', 'attachments');

async function sealedPhotos(stringwalk: Stringwalk): Promise<ReadonlyMap<string, Buffer>> {
  const folder = attachmentsOf(stringwalk);
  const names = await readdir(folder);
  return new Map(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name))] as const)),
  );
}

test('a backup says which photos it had to do without, and an earlier one puts them back', async ({
  stringwalk,
  page,
}) => {
  test.setTimeout(90_000);
  await addPhotos(stringwalk);
  const backups = new BackupsPage(stringwalk);
  await backups.goTo();
  await backups.backUpNow();
  await expect(backups.lines.first()).toContainText('3 photos');
  const before = await sealedPhotos(stringwalk);
  const [[harmed, sealed] = ['', Buffer.of()], [whole] = [''], [gone] = ['']] = [...before];
  const flipped = Buffer.from(sealed);
  flipped[flipped.length >> 1] = (flipped[flipped.length >> 1] ?? 0) ^ 1;
  await writeFile(join(attachmentsOf(stringwalk), harmed), flipped);
  await rm(join(attachmentsOf(stringwalk), gone));

  await backups.backUpNow();
  const said =
    '2 photos could not be read and are not in this backup. An earlier backup may still have them.';
  await expect(backups.lines.first()).toContainText(said);
  await expect(backups.lines.last()).not.toContainText('could not be read');
  await expectAccessible(page);
  const today = page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' });
  await today.click();
  const told = page.getByText('2 photos could not be read and are not in the newest backup.');
  await expect(told).toBeVisible();
  await expectAccessible(page);
  await expect((await openPhotos(stringwalk)).shown).toHaveCount(1);

  await page.getByRole('navigation', { name: 'Journal' }).getByRole('link', { name: 'Today' }).click();
  await page.getByRole('button', { name: 'Look at backups' }).click();
  await backups.read(backups.lines.first());
  await expect(page.getByText('Everything in it is in your journal already.')).toBeVisible();
  await expect(page.getByText(said)).toBeVisible();
  await page.getByRole('main').getByRole('link', { name: 'Backups' }).click();
  await backups.read(backups.lines.last());
  await expect(backups.whatComesBack.getByRole('listitem')).toHaveText([
    '1 photo',
    '1 photo, damaged here and whole in the backup',
  ]);
  await backups.bringBack();
  await backups.button('Done').click();

  // Put back at once into a backup of its own, which lacks nothing; the one that was whole was not touched.
  await expect(backups.lines).toHaveCount(3);
  await expect(backups.lines.first().getByRole('cell', { name: 'Whole' })).toBeVisible();
  await expect(backups.lines.first()).toContainText('3 photos');
  await expect(backups.lines.first()).not.toContainText('could not be read');
  const after = await sealedPhotos(stringwalk);
  expect(after.get(whole)).toEqual(before.get(whole));
  expect(after.size).toBe(sizes.length);
  await today.click();
  await expect(told).toBeHidden();
  const photos = await openPhotos(stringwalk);
  expect([await photos.size(0), await photos.size(1), await photos.size(2)]).toEqual(sizes);

  // What was lacking is still said after a restart: it is known of the backup, not of this run.
  await stringwalk.restart();
  await backups.goTo();
  await expect(backups.lines.nth(1)).toContainText(said);
});
