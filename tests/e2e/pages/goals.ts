import type { Locator, Page } from '@playwright/test';

/** The Goals page and the page of one goal, as people use them. */
export class Goals {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goTo(): Promise<void> {
    const navigation = this.#page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Goals', exact: true }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'Goals' }).waitFor();
  }

  get newGoal(): Locator {
    return this.#page.getByRole('dialog', { name: 'New goal' });
  }

  /** Begins a goal and waits for its page. */
  async create(name: string, whose?: string): Promise<void> {
    await this.goTo();
    await this.#page.getByRole('button', { name: 'New goal' }).click();
    await this.newGoal.getByRole('textbox', { name: 'Name' }).fill(name);
    if (whose) await this.newGoal.getByText(whose, { exact: true }).click();
    await this.newGoal.getByRole('button', { name: 'Begin this goal' }).click();
    await this.#page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async open(name: string): Promise<void> {
    await this.goTo();
    await this.#page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
    await this.#page.getByRole('heading', { level: 1, name }).waitFor();
  }

  /** Adds a check-in on the goal that is open; the day as digits in British order. */
  async checkIn(day: string, level: string, words: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add a check-in' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'A check-in' });
    await dialog.getByRole('group', { name: 'Day' }).getByRole('spinbutton').first().focus();
    await this.#page.keyboard.type(day);
    await dialog.getByText(level).click();
    await dialog.getByRole('textbox', { name: 'In your own words' }).fill(words);
    await dialog.getByRole('button', { name: 'Keep this check-in' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  get checkIns(): Locator {
    return this.#page
      .getByRole('table', { name: /^Check-ins/ })
      .locator('tbody')
      .getByRole('row');
  }

  get openCommitments(): Locator {
    return this.#page.getByRole('list', { name: 'Open commitments' }).getByRole('listitem');
  }

  /** Says how an open commitment went; the dialog stays open for what was learned. */
  async settle(what: string, outcome: 'Kept' | 'Partly' | 'Not' | 'Let go'): Promise<Locator> {
    const asked = this.#page.getByRole('group', { name: `How did it go: ${what}` });
    await asked.getByRole('button', { name: outcome, exact: true }).click();
    return this.#page.getByRole('dialog', { name: 'How did it go?' });
  }
}
