import type { Locator, Page } from '@playwright/test';
import { openJournal, putOffSheet } from '../../support/begin.ts';

/** The page of a journal that has not begun. */
export class Welcome {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get myName(): Locator {
    return this.#page.getByLabel('Your name', { exact: true });
  }

  get buddyName(): Locator {
    return this.#page.getByLabel("Your buddy's name");
  }

  get passphrase(): Locator {
    return this.#page.getByLabel('Passphrase', { exact: true });
  }

  get again(): Locator {
    return this.#page.getByLabel('Passphrase again');
  }

  async fill(me: string, buddy: string): Promise<void> {
    await this.myName.fill(me);
    await this.buddyName.fill(buddy);
  }

  /** Types over the day that stands there, as digits in British order. */
  async typeSince(digits: string): Promise<void> {
    const day = this.#page.getByRole('group', { name: 'Buddies since' });
    await day.getByRole('spinbutton').first().focus();
    await this.#page.keyboard.type(digits);
  }

  async protectNow(): Promise<void> {
    const choices = this.#page.getByRole('radiogroup', { name: 'Protect this journal with a passphrase' });
    await choices.locator('label').filter({ hasText: /^Now/ }).click();
  }

  async protectWith(passphrase: string): Promise<void> {
    await this.protectNow();
    await this.passphrase.fill(passphrase);
    await this.again.fill(passphrase);
  }

  async begin(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Begin', exact: true }).click();
  }

  /** Begins, and puts the recovery sheet off until later. */
  async beginAndPutOff(): Promise<void> {
    await this.begin();
    await putOffSheet(this.#page);
  }

  async openSample(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Open the sample journal' }).click();
    await openJournal(this.#page);
  }
}
