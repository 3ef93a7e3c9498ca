import { expect, type Locator, type Page } from '@playwright/test';

/** The page Settings. */
export class Settings {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async open(): Promise<void> {
    const navigation = this.#page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Settings', exact: true }).click();
    await this.#page.getByRole('region', { name: 'This copy' }).waitFor();
  }

  section(
    name:
      | 'The sample journal'
      | 'The two of you'
      | 'Appearance'
      | 'Protection'
      | 'Recovery sheet'
      | 'This copy',
  ): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  theme(name: 'Like the system' | 'Light' | 'Dark'): Locator {
    return this.section('Appearance').getByRole('radio', { name });
  }

  async chooseTheme(name: 'Like the system' | 'Light' | 'Dark'): Promise<void> {
    await this.section('Appearance').getByText(name, { exact: true }).click();
    await expect(this.theme(name)).toBeChecked();
  }

  get lockByItself(): Locator {
    return this.section('Protection').getByRole('button', { name: /Lock by itself/ });
  }

  async askForFirstPassphrase(passphrase: string): Promise<void> {
    await this.section('Protection').getByRole('button', { name: 'Choose a passphrase' }).click();
    await this.#page.getByLabel('Passphrase', { exact: true }).fill(passphrase);
    await this.#page.getByLabel('Passphrase again').fill(passphrase);
    await this.#page.getByRole('button', { name: 'Set the passphrase' }).click();
  }

  async chooseFirstPassphrase(passphrase: string): Promise<void> {
    await this.askForFirstPassphrase(passphrase);
    await this.lockNow.waitFor({ timeout: 30_000 });
  }

  async askToChange(present: string, next: string): Promise<void> {
    await this.#fillBoth(present, next);
    await this.#page.getByRole('button', { name: 'Change it' }).click();
  }

  async askToSealAnew(present: string, next: string): Promise<void> {
    await this.#fillBoth(present, next);
    await this.#page.getByRole('button', { name: 'Seal everything anew' }).click();
  }

  async #fillBoth(present: string, next: string): Promise<void> {
    await this.#page.getByLabel('Current passphrase').fill(present);
    await this.#page.getByLabel('New passphrase', { exact: true }).fill(next);
    await this.#page.getByLabel('New passphrase again').fill(next);
  }

  get lockNow(): Locator {
    return this.section('Protection').getByRole('button', { name: 'Lock now' });
  }
}
