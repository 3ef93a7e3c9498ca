import type { Page } from '@playwright/test';
import { openJournal } from '../../support/begin.ts';

/** Types a passphrase on the lock page and presses Unlock. */
export async function tryPassphrase(page: Page, passphrase: string): Promise<void> {
  await page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
  await page.getByRole('button', { name: 'Unlock' }).click();
}

export async function unlockWith(page: Page, passphrase: string): Promise<void> {
  await tryPassphrase(page, passphrase);
  await openJournal(page);
}
