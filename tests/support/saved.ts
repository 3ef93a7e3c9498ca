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
  const saved = await page.evaluateHandle(() => {
    const status = document.querySelector('.saved-status');
    const done = new Promise<void>((resolve) => {
      let saving = false;
      new MutationObserver((_, watcher) => {
        const words = status?.textContent ?? '';
        if (words.startsWith('Saving')) saving = true;
        if (!saving || !words.startsWith('Saved')) return;
        watcher.disconnect();
        resolve();
      }).observe(status ?? document.body, { childList: true, characterData: true, subtree: true });
    });
    return { done };
  });
  await doing();
  await saved.evaluate(({ done }) => done);
}
