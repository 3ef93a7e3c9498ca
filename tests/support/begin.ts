import type { Page } from '@playwright/test';

export interface Names {
  readonly me?: string;
  readonly buddy?: string;
}

/** Begins a new journal through the welcome page, as a person would, and waits for Today. */
export async function beginJournal(page: Page, { me = 'Tom', buddy = 'Maya' }: Names = {}): Promise<void> {
  await page.getByLabel('Your name', { exact: true }).fill(me);
  await page.getByLabel("Your buddy's name").fill(buddy);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('navigation', { name: 'Journal' }).waitFor();
}
