import { expect, type Locator } from '@playwright/test';
import { begun as test } from '../support/launch.ts';
import { Sessions } from './pages/sessions.ts';

test('Lists and quotes are made with their buttons, taken back, and stay', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'In lists' });
  const notes = sessions.notes('First half', 'Tom');
  await notes.click();
  const tool = (name: string) =>
    page.getByRole('toolbar', { name: 'Format: Notes by Tom' }).getByRole('button', { name, exact: true });
  /** A list or a quote is left with an empty line of it. */
  const leave = async () => {
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
  };
  await tool('Bullet list').click();
  await expect(tool('Bullet list')).toHaveAttribute('aria-pressed', 'true');
  await page.keyboard.type('The gate');
  await page.keyboard.press('Enter');
  await page.keyboard.type('The heron');
  await leave();
  await expect(tool('Bullet list')).toHaveAttribute('aria-pressed', 'false');
  await tool('Numbered list').click();
  await page.keyboard.type('Ask her');
  await page.keyboard.press('Enter');
  await page.keyboard.type('Listen');
  await leave();
  await tool('Quote').click();
  await page.keyboard.type('You laughed at the stone.');
  await leave();
  await page.keyboard.type('Plain again');
  await expectAll(notes);

  // The same button makes a plain line of it again.
  const quote = notes.getByRole('blockquote');
  await quote.getByText('You laughed').click();
  await tool('Quote').click();
  await expect(quote).toHaveCount(0);
  await tool('Quote').click();
  await expectAll(notes);
  await sessions.saved();

  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.open(/^In lists/);
  await expectAll(again.notes('First half', 'Tom'));
});

async function expectAll(notes: Locator): Promise<void> {
  const [bullets, numbers] = [notes.locator('ul'), notes.locator('ol')];
  await expect(notes.getByRole('list')).toHaveCount(2);
  await expect(bullets.getByRole('listitem')).toHaveText(['The gate', 'The heron']);
  await expect(numbers.getByRole('listitem')).toHaveText(['Ask her', 'Listen']);
  await expect(notes.getByRole('blockquote')).toHaveText('You laughed at the stone.');
  await expect(notes.getByText('Plain again')).toBeVisible();
}

test('A note of 20,000 characters is kept whole and can be written on', async ({ stringwalk, page }) => {
  const sessions = new Sessions(page);
  await sessions.create({ day: '08112024', title: 'A long one' });
  const sentence = 'We walked on and the string bent left before either of us had decided it. ';
  const words = sentence.repeat(Math.ceil(20_000 / sentence.length)).slice(0, 20_000);
  const notes = sessions.notes('First half', 'Tom');
  await notes.click();
  await page.keyboard.insertText(words);
  await page.keyboard.type('and so on');
  await sessions.saved();
  await stringwalk.restart();
  const again = new Sessions(stringwalk.page);
  await again.open(/^A long one/);
  await expect(again.notes('First half', 'Tom')).toHaveText(`${words}and so on`);
});
