import type { Page } from '@playwright/test';

export interface Names {
  readonly me?: string;
  readonly buddy?: string;
}

/** Begins a new journal through the welcome page, as a person would, and waits for Today. */
export async function beginJournal(page: Page, names: Names = {}): Promise<void> {
  await pressBegin(page, names);
  await putOffSheet(page);
}

/** As far as `Begin`. What comes next is the recovery sheet, or the share that Stringwalk was started with. */
export async function pressBegin(page: Page, { me = 'Tom', buddy = 'Maya' }: Names = {}): Promise<void> {
  await page.getByLabel('Your name', { exact: true }).fill(me);
  await page.getByLabel("Your buddy's name").fill(buddy);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
}

/** A journal begins with its recovery sheet; most tests are about something else. A passphrase takes its time before. */
export async function putOffSheet(page: Page): Promise<void> {
  await page.getByRole('heading', { level: 1, name: 'Your recovery sheet' }).waitFor({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Later', exact: true }).click();
  await page.getByRole('article', { name: 'Recovery sheet' }).waitFor({ state: 'detached' });
}

/** Waits until a journal stands open. A passphrase may have to be worked on before. */
export async function openJournal(page: Page): Promise<void> {
  await page.getByRole('navigation', { name: 'Journal' }).waitFor({ timeout: 30_000 });
}
