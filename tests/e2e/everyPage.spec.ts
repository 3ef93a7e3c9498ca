import { expect, type Page } from '@playwright/test';
import { expectAccessible, expectContrast } from '../support/axe.ts';
import { atRest, everyPage } from '../support/everyPage.ts';
import { test } from '../support/launch.ts';
import { Share } from './pages/share.ts';

/** Nothing lies to the right of what can be seen. */
async function expectWithinWidth(page: Page): Promise<void> {
  const beyond = await page
    .getByRole('main')
    .evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth);
  expect(beyond).toBe(0);
}

test('the sample journal fills every page, accessible and in sight in both themes, in the smallest window', async ({
  stringwalk,
  page,
}) => {
  test.setTimeout(180_000);
  const resize = (width: number, height: number) =>
    stringwalk.app.evaluate(
      ({ BrowserWindow }, size) => BrowserWindow.getAllWindows()[0]?.setContentSize(...size),
      [width, height] as const,
    );
  const turn = async (theme: 'light' | 'dark') => {
    await stringwalk.app.evaluate(({ nativeTheme }, source) => {
      nativeTheme.themeSource = source;
    }, theme);
    const shown = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
    await expect.poll(shown).toBe(theme === 'dark');
    await atRest(page);
  };
  /** What is named is the same in both; the colours are not. */
  const expectGoodInBoth = async () => {
    await expectAccessible(page);
    await expectWithinWidth(page);
    await turn('dark');
    await expectContrast(page);
    await expectWithinWidth(page);
    await turn('light');
  };
  await turn('light');
  await resize(1000, 700);
  await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
  await expectGoodInBoth();
  await page.getByRole('button', { name: 'Open the sample journal' }).click();
  await expect(page.getByText('A sample journal.')).toBeVisible();
  // Laid out for a larger window first: it is to give that width back.
  const whatLeaves = async () => {
    await resize(1280, 800);
    await new Share(stringwalk).choose({ Sessions: ['Nearly three'] });
    await atRest(page);
    await resize(1000, 700);
    await expect.poll(() => page.evaluate(() => innerWidth)).toBe(1000);
  };
  for (const { name, open } of [...everyPage, { name: 'what leaves', open: whatLeaves }]) {
    await test.step(name, async () => {
      await open(page);
      await atRest(page);
      await expectGoodInBoth();
    });
  }
});
