import type { Locator, Page } from '@playwright/test';

/** The Years page at all its levels. */
export class Years {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goTo(): Promise<void> {
    const navigation = this.#page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Years', exact: true }).click();
    await this.heading('Years').waitFor();
  }

  heading(name: string): Locator {
    return this.#page.getByRole('heading', { level: 1, name, exact: true });
  }

  /** A year of all years. */
  year(year: number): Locator {
    return this.#page.getByRole('group', { name: 'All years' }).getByRole('link', { name: String(year) });
  }

  /** A month, as "Apr 2023", of the year that is open. */
  month(name: string): Locator {
    return this.#page.getByRole('group', { name: /^The months of / }).getByRole('link', { name });
  }

  /** The way back up: "All years", "2023". */
  back(name: string): Locator {
    return this.#page.getByRole('navigation', { name: 'Way back' }).getByRole('link', { name });
  }
}
