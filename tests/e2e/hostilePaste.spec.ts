import { expect } from '@playwright/test';
import { hostileHtml } from '../support/hostileHtml.ts';
import { begun as test } from '../support/launch.ts';
import { Photos } from './pages/photos.ts';
import { Sessions } from './pages/sessions.ts';

const half = 'First half';

/** The content policy at its work, in the document that is never shown: a style that was not taken out before, a base. */
const refusals = /^Refused to (apply inline style|set the document's base URI)/;
test.use({ expectedErrors: refusals });

test('HTML that wants to run, fetch or lead elsewhere is pasted as words and no more', async ({
  stringwalk,
  page,
}) => {
  test.setTimeout(180_000);
  const sessions = new Sessions(page);
  await sessions.create();
  const text = sessions.notes(half, 'Tom');
  await text.click();
  const dialogs: string[] = [];
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    return dialog.dismiss();
  });
  const address = page.url();
  const photos = new Photos(page, text, `Notes by Tom`);
  for (const [index, html] of hostileHtml.entries()) {
    await photos.give('paste', { html });
    if (index % 20 > 0) continue;
    const upTo = `up to ${html}`;
    expect(await text.evaluate(foreignIn), upTo).toEqual([]);
    expect(
      stringwalk.errors.filter((error) => !refusals.test(error)),
      upTo,
    ).toEqual([]);
    // A long text takes its time with every paste.
    await page.keyboard.press('Control+a');
    await page.keyboard.press('Backspace');
  }
  expect(await text.evaluate(foreignIn)).toEqual([]);
  await sessions.write(half, 'Tom', 'Behind all of it.');
  await expect(text).toContainText('Behind all of it.');
  await sessions.saved();
  expect([dialogs, page.url(), stringwalk.foreignRequests]).toEqual([[], address, []]);

  // What was kept of it is read again from the disk, and drawn again.
  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.open(/./);
  await expect(again.notes(half, 'Tom')).toContainText('Behind all of it.');
  expect(await again.notes(half, 'Tom').evaluate(foreignIn)).toEqual([]);
});

/** Whatever stands in the text that no text of ours has. */
function foreignIn(text: Element): string[] {
  const ours = /^(p|h2|h3|ul|ol|li|blockquote|strong|em|a|br|hr|label|input|span|div|img)$/;
  const found: string[] = [];
  for (const element of text.querySelectorAll('*')) {
    // A photo is drawn by the app itself, from nothing but the name it is kept under and its description.
    if (element.closest('[data-node-view-wrapper]')) continue;
    if (!ours.test(element.localName)) found.push(element.outerHTML);
    for (const { name, value } of element.attributes) {
      const isHandler = name.startsWith('on') || name === 'style' || name === 'srcset' || name === 'id';
      const isForeignLink = (name === 'href' || name === 'src') && !/^(https:\/\/|mailto:)/i.test(value);
      if (isHandler || isForeignLink) found.push(`${name}="${value}" on ${element.outerHTML}`);
    }
  }
  return found;
}
