import { expectAccessible } from '../support/axe.ts';
import { atRest, everyPage } from '../support/everyPage.ts';
import { test } from '../support/launch.ts';

for (const theme of ['light', 'dark'] as const) {
  test(`every page is accessible, ${theme}, in the smallest window`, async ({ stringwalk, page }) => {
    test.setTimeout(180_000);
    await stringwalk.app.evaluate(({ BrowserWindow, nativeTheme }, themeSource) => {
      nativeTheme.themeSource = themeSource;
      BrowserWindow.getAllWindows()[0]?.setContentSize(1000, 700);
    }, theme);
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Open the sample journal' }).click();
    await page.getByRole('navigation', { name: 'Journal' }).waitFor();
    for (const { name, open } of everyPage) {
      await test.step(name, async () => {
        await open(page);
        await atRest(page);
        await expectAccessible(page);
      });
    }
  });
}
