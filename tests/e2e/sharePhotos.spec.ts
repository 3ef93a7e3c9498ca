import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { openShare } from '#renderer/journal/exchange/shareWork.ts';
import type { Day } from '#shared/base/time.ts';
import { writeShare } from '#shared/share/shareFile.ts';
import { begun as test } from '../support/launch.ts';
import { shareContent } from '../support/makeShare.ts';
import { encrypted, passphrase } from '../support/mayasShare.ts';
import { Pen, writeAnAfternoon } from '../support/pen.ts';
import { webp } from '../support/webp.ts';
import { Share } from './pages/share.ts';

test('Photos travel with their texts, and stay where they are held back', async ({
  stringwalk,
  page,
  folder,
}) => {
  test.setTimeout(120_000);
  const photo = await drawnPhoto(page);
  const name = 'ab'.repeat(16);
  const maya = new Pen('Maya', 'Tom');
  const ids = writeAnAfternoon(maya);
  maya.put('note', {
    about: ids.turn,
    person: maya.me,
    day: '2026-11-08' as Day,
    text: {
      type: 'doc',
      content: [
        { type: 'paragraph', content: [{ type: 'text', text: 'Look at this:' }] },
        { type: 'photo', attrs: { attachment: name, alt: 'the gate', width: 40, height: 30 } },
      ],
    },
  });
  const write = async (file: string, bytes: Uint8Array) => {
    const content = { ...shareContent(maya, { sessions: [ids.session] }), photos: new Map([[name, bytes]]) };
    const zip = writeShare(content, maya.signingSeed);
    if (!zip.ok) throw new Error(zip.error);
    await writeFile(file, await encrypted(zip.value));
  };
  const share = new Share(stringwalk);
  const [bomb, good, other] = ['bomb', 'good', 'other'].map((each) => join(folder, `${each}.stringwalk`));
  if (!bomb || !good || !other) throw new Error('three files');

  // One that would unfold into a gigabyte of pixels stays out; its text does not.
  await write(bomb, webp(16_000, 16_000));
  await share.open(bomb, passphrase);
  await share.seeFrom('Maya');
  await expect(share.brings('Not taken')).toHaveText('1 photo that cannot be shown safely');
  await share.add();
  await expect(stringwalk.call('readAttachment', { id: name })).resolves.toMatchObject({ ok: false });

  // The photo may still come later, by itself.
  await write(good, photo);
  await share.open(good, passphrase);
  await share.seeFrom('Maya');
  await expect(share.brings('New')).toHaveText('1 photo');
  await share.add();
  const kept = async () => readFile(join(stringwalk.dataFolder, 'journal', 'attachments', name));
  const sealed = await kept();
  expect(sealed.includes(Buffer.from('WEBP'))).toBe(false);

  // And no other takes its place.
  await write(other, await drawnPhoto(page, 'red'));
  await share.open(other, passphrase);
  await share.seeFrom('Maya');
  await expect(page.getByText('Everything in this share is already in your journal.')).toBeVisible();
  await share.button('Done').click();
  expect((await kept()).equals(sealed)).toBe(true);

  const [with1, without1] = [join(folder, 'with.stringwalk'), join(folder, 'without.stringwalk')];
  const words = await share.export({ choose: { Sessions: ['In the rain'] }, to: with1 });
  expect(await photosIn(with1, words)).toEqual([[name, Buffer.from(photo)]]);
  const fewer = await share.export({
    choose: { Sessions: ['In the rain'] },
    holdBack: ['Photo: the gate'],
    to: without1,
  });
  expect(await photosIn(without1, fewer)).toEqual([]);
});

/** A real photo, as the app would keep it. */
async function drawnPhoto(page: Page, colour = 'green'): Promise<Uint8Array> {
  const bytes = await page.evaluate(async (fill) => {
    const canvas = new OffscreenCanvas(40, 30);
    const pen = canvas.getContext('2d');
    if (!pen) throw new Error('There is nothing to draw with');
    pen.fillStyle = fill;
    pen.fillRect(4, 4, 20, 20);
    const drawn = await canvas.convertToBlob({ type: 'image/webp', quality: 0.8 });
    return [...new Uint8Array(await drawn.arrayBuffer())];
  }, colour);
  return new Uint8Array(bytes);
}

async function photosIn(file: string, words: string) {
  const share = await openShare(new Uint8Array(await readFile(file)), {
    by: 'passphrase',
    passphrase: words,
  });
  if (!share.ok) throw new Error(share.error.why);
  return [...share.value.photos].map(([name, photo]) => [name, Buffer.from(photo)]);
}
