import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { expectAccessible } from '../support/axe.ts';
import { begun as test } from '../support/launch.ts';
import { hillPng, hugePng, pngSignature } from '../support/png.ts';
import { type GivenFile, Photos } from './pages/photos.ts';
import { Sessions } from './pages/sessions.ts';

const label = 'Notes by Tom';
const half = 'Second half';
const hill: GivenFile = { name: 'hill.png', mimeType: 'image/png', buffer: hillPng(2600, 1300) };
const gate: GivenFile = { name: 'gate.png', mimeType: 'image/png', buffer: hillPng(300, 400) };
const letter: GivenFile = {
  name: 'letter.png',
  mimeType: 'image/png',
  buffer: Buffer.from('Dear Maya, this only calls itself a picture.'),
};

async function filesUnder(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
}

test('A photo in a note is described, shown large, sealed on disk and still there tomorrow', async ({
  stringwalk,
  page,
}) => {
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Up the hill' });
  await sessions.write(half, 'Tom', 'We stood here.');
  const photos = new Photos(page, sessions.notes(half, 'Tom'), label);
  await photos.add(hill);
  await expect(photos.all).toHaveCount(1);
  expect(await photos.size()).toEqual([2400, 1200]);
  await page.keyboard.type('And then went down.');
  await expect(sessions.notes(half, 'Tom').locator(':scope > *').last()).toHaveText('And then went down.');

  await photos.describe('The hill above the reservoir');
  await expect(sessions.notes(half, 'Tom').getByRole('figure')).toContainText('The hill above the reservoir');
  await expectAccessible(page);
  await photos.shown.press('Enter');
  const large = page.getByRole('dialog', { name: 'The hill above the reservoir' });
  await expect(large.getByRole('img')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(photos.shown).toBeFocused();
  await sessions.saved();

  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.open(/^Up the hill/);
  const kept = new Photos(stringwalk.page, again.notes(half, 'Tom'), label);
  await expect(kept.shown).toHaveAccessibleName('Open the photo: The hill above the reservoir');
  expect(await kept.size()).toEqual([2400, 1200]);
  await stringwalk.close();

  expect(await readdir(join(stringwalk.dataFolder, 'journal', 'attachments'))).toEqual([
    expect.stringMatching(/^[0-9a-f]{32}$/),
  ]);
  const traces = [pngSignature, 'JFIF', 'WEBPVP8', 'hill.png', hill.buffer.subarray(5000, 5032)];
  for (const path of await filesUnder(stringwalk.dataFolder)) {
    const bytes = await readFile(path);
    for (const trace of traces) expect(bytes.includes(trace), `${path} holds ${trace}`).toBe(false);
  }
});

test('A photo whose file is lost keeps its place and its description, and says so', async ({
  stringwalk,
  page,
}) => {
  const sessions = new Sessions(page);
  await sessions.create({ title: 'Up the hill' });
  await sessions.notes(half, 'Tom').click();
  const photos = new Photos(page, sessions.notes(half, 'Tom'), label);
  await photos.add(gate);
  await photos.describe('The gate to the wood');
  await sessions.saved();
  await stringwalk.close();
  await rm(join(stringwalk.dataFolder, 'journal', 'attachments'), { recursive: true });

  await stringwalk.start();
  const again = new Sessions(stringwalk.page);
  await again.open(/^Up the hill/);
  await expect(again.notes(half, 'Tom').getByText('This photo is not here')).toBeVisible();
  await expect(again.notes(half, 'Tom').getByRole('figure')).toContainText('The gate to the wood');
  await expectAccessible(stringwalk.page);
});

test('What is no photo gets a sentence and changes nothing', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create();
  await sessions.write(half, 'Tom', 'We stood here.');
  const text = sessions.notes(half, 'Tom');
  const before = await text.innerHTML();
  const photos = new Photos(page, text, label);
  await photos.add(letter);
  await expect(page.getByText('“letter.png” is not a picture Stringwalk can read.')).toBeVisible();
  await photos.add({ name: 'sea.png', mimeType: 'image/png', buffer: hugePng(10_000, 6_001) });
  await expect(page.getByText('“sea.png” has more than 60 megapixels.')).toBeVisible();
  await expect(page.getByText('“letter.png”')).toBeHidden();
  await photos.give('drop', { file: { ...gate, name: 'film.png' }, andZeros: 40_000_000 });
  await expect(page.getByText('“film.png” is larger than 40 MB.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'All right' }).click();
  expect(await text.innerHTML()).toBe(before);
  await sessions.saved();
  expect(await filesUnder(stringwalk.dataFolder)).not.toContainEqual(expect.stringContaining('attachments'));
});

test('Photos come by paste and by drop, go again, and a page from elsewhere fetches none', async ({
  stringwalk,
  page,
}) => {
  const sessions = new Sessions(page);
  await sessions.create();
  const text = sessions.notes(half, 'Tom');
  await sessions.write(half, 'Tom', 'We stood here.');
  const photos = new Photos(page, text, label);

  const remote =
    '<p>copied <b>words</b><img src="https://example.org/seen.png" srcset="//example.org/2.png 2x"></p>';
  await photos.give('paste', { html: remote, words: 'copied words' });
  await expect(text.locator('strong')).toHaveText('words');
  await photos.give('drop', { html: remote });
  await expect(text.locator('strong')).toHaveCount(2);
  await expect(text.locator('img')).toHaveCount(0);
  expect(stringwalk.foreignRequests).toEqual([]);

  await photos.give('paste', { html: '<img src="https://example.org/seen.png">', file: gate });
  await expect(photos.all).toHaveCount(1);
  expect(await photos.size()).toEqual([300, 400]);
  await photos.give('drop', { file: { ...hill, buffer: hillPng(640, 480) } });
  await expect(photos.all).toHaveCount(2);
  const sizes = [await photos.size(0), await photos.size(1)];
  expect(sizes).toContainEqual([640, 480]);
  expect(stringwalk.foreignRequests).toEqual([]);

  await text.getByRole('button', { name: 'Remove this photo' }).first().click();
  await expect(photos.all).toHaveCount(1);
  await page.keyboard.press('Control+z');
  await expect(photos.all).toHaveCount(2);
  await sessions.saved();
});
