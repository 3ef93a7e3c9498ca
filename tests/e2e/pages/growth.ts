import type { Locator, Page } from '@playwright/test';

export interface NewReading {
  readonly day: string;
  readonly value: number;
  readonly words: string;
}

/** The Growth page as people use it. */
export class Growth {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goTo(): Promise<void> {
    const navigation = this.#page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Growth', exact: true }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'Growth' }).waitFor();
  }

  /** The chart of one measure and person, named as it is for people who do not see it: "Clarity, you". */
  chart(of: string): Locator {
    return this.#page.getByRole('group', { name: new RegExp(`^${of}: `) });
  }

  points(of: string): Locator {
    return this.chart(of).getByRole('link');
  }

  get table(): Locator {
    return this.#page.getByRole('table');
  }

  get rows(): Locator {
    return this.table.locator('tbody').getByRole('row');
  }

  async choosePeriod(name: string): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: 'Period' }).getByText(name, { exact: true }).click();
  }

  async choosePerson(name: string): Promise<void> {
    await this.#page.getByRole('radiogroup', { name: 'Whose' }).getByText(name, { exact: true }).click();
  }

  async chooseMeasure(name: string): Promise<void> {
    await this.#page.getByRole('button', { name: /Measure$/ }).click();
    await this.#page.getByRole('option', { name }).click();
  }

  /** Types a day, as digits in British order, over the one that stands there, and leaves the field. */
  async typeDay(label: 'From' | 'To', digits: string): Promise<void> {
    await this.#page.getByRole('group', { name: label, exact: true }).getByRole('spinbutton').first().focus();
    await this.#page.keyboard.type(digits);
    await this.#page.keyboard.press('Tab');
    await this.#page.keyboard.press('Tab');
  }

  /** Presses Save as CSV and answers the question. Where to is up to `stringwalk.saveTo`. */
  async saveCsv(): Promise<void> {
    await this.#page.getByRole('button', { name: 'Save as CSV' }).click();
    const question = this.#page.getByRole('alertdialog', { name: 'Save this table outside the journal?' });
    await question.getByRole('button', { name: 'Choose where' }).click();
  }

  /** Adds a reading between sessions to the measure and person shown; the day as digits in British order. */
  async addReading(measure: string, { day, value, words }: NewReading): Promise<void> {
    await this.#page.getByRole('button', { name: 'Add a reading' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Add a reading' });
    await dialog.getByRole('group', { name: 'Day' }).getByRole('spinbutton').first().focus();
    await this.#page.keyboard.type(day);
    await dialog.getByRole('spinbutton', { name: measure }).fill(String(value));
    await dialog.getByRole('textbox', { name: 'What makes it that?' }).fill(words);
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }
}
