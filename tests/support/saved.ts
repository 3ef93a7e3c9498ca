import { expect, type Page } from '@playwright/test';

/** Long enough for a machine that does other things as well. */
const patienceMs = 60_000;

/**
 * Does what is given and waits until the frame has said, after it, that everything typed is saved. The word stands
 * there from earlier, so the way through "Saving…" is what counts.
 */
export async function untilSaved(page: Page, doing: () => Promise<unknown>): Promise<void> {
  // What is being saved from before would be taken for what is to come.
  await expect(page.locator('.saved-status')).not.toHaveText(/^Saving/, { timeout: patienceMs });
  const seen = await page.evaluateHandle(() => {
    const seen = { saving: false, saved: false };
    // The whole page, and no promise: what only the page holds on to may be collected before it comes true.
    new MutationObserver((_, watcher) => {
      const words = document.querySelector('.saved-status')?.textContent ?? '';
      if (words.startsWith('Saving')) seen.saving = true;
      if (!seen.saving || !words.startsWith('Saved')) return;
      seen.saved = true;
      watcher.disconnect();
    }).observe(document.body, { childList: true, characterData: true, subtree: true });
    return seen;
  });
  await doing();
  await expect
    .poll(() => seen.evaluate(({ saved }) => saved), { timeout: patienceMs, intervals: [50] })
    .toBe(true);
}
