import { expect, type Locator, type Page } from '@playwright/test';

/** The recovery sheet, where it is shown and where it is needed. */
export class Recovery {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get sheet(): Locator {
    return this.#page.getByRole('article', { name: 'Recovery sheet' });
  }

  get key(): Locator {
    return this.#page.getByLabel('Recovery key');
  }

  get later(): Locator {
    return this.#page.getByRole('button', { name: 'Later', exact: true });
  }

  /** The eight groups and the text of the key, read from the sheet. */
  async read(): Promise<{ readonly groups: readonly string[]; readonly text: string }> {
    await this.sheet.waitFor({ timeout: 30_000 });
    const items = await this.sheet.getByRole('listitem').allInnerTexts();
    const groups = items.slice(0, 8).map((item) =>
      item
        .replace(/^\s*\d\s*/, '')
        .replace(/\s+/g, ' ')
        .trim(),
    );
    const text = /AGE-SECRET-KEY-1[0-9A-Z]{58}/.exec((await this.sheet.textContent()) ?? '')?.[0] ?? '';
    for (const group of groups) expect(group).toMatch(/^[a-z]+( [a-z]+){3}$/);
    return { groups, text };
  }

  async goOn(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(
      this.#page.getByRole('heading', { level: 1, name: 'Two groups, from the paper' }),
    ).toBeVisible();
  }

  /** The two fields, and the numbers they ask for. */
  async asked(): Promise<readonly { readonly number: number; readonly field: Locator }[]> {
    const fields = await this.#page.getByLabel(/^Group \d$/).all();
    const labels = await this.#page.getByText(/^Group \d$/).allInnerTexts();
    return fields.map((field, index) => ({ field, number: Number(labels[index]?.slice(-1)) }));
  }

  async typeAsked(groups: readonly string[]): Promise<void> {
    for (const { number, field } of await this.asked()) await field.fill(groups[number - 1] ?? '');
  }

  async check(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Check', exact: true }).click();
  }

  /** From the lock page to the field for the words. */
  async forgot(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Forgot passphrase?' }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'Forgot the passphrase?' }).waitFor();
  }

  async open(typed: string): Promise<void> {
    await this.key.fill(typed);
    await this.#page.getByRole('button', { name: 'Open with the sheet' }).click();
  }

  async choose(passphrase: string): Promise<void> {
    await this.#page.getByLabel('New passphrase', { exact: true }).fill(passphrase);
    await this.#page.getByLabel('New passphrase again').fill(passphrase);
    await this.#page.getByRole('button', { name: 'Set it and open the journal' }).click();
  }
}
