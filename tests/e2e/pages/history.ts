import type { Locator, Page } from '@playwright/test';

/** The page of earlier versions, as people use it. */
export class History {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get versions(): Locator {
    return this.#page.getByRole('listbox', { name: 'Versions' }).getByRole('option');
  }

  /** What is shown of the chosen version. */
  get pane(): Locator {
    return this.#page.getByRole('region', { name: 'The chosen version' });
  }

  /** Chooses a version by what its line says. */
  async choose(name: string | RegExp): Promise<void> {
    await this.versions.filter({ hasText: name }).first().click();
  }

  async look(how: 'As it was' | 'Beside the one before' | 'Beside what stands now'): Promise<void> {
    await this.pane.getByText(how, { exact: true }).click();
  }

  async bringBack(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Bring this version back' }).click();
    await this.#page.getByText('This version is back.').waitFor();
  }

  get putIn(): Locator {
    return this.pane.locator('ins');
  }

  get takenOut(): Locator {
    return this.pane.locator('del');
  }
}

/** Deleted things, as people use them. */
export class Trash {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async goTo(): Promise<void> {
    await this.#page
      .getByRole('navigation', { name: 'Journal' })
      .getByRole('link', { name: 'Settings' })
      .click();
    await this.#page.getByRole('button', { name: 'Look at deleted things' }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'Deleted things' }).waitFor();
  }

  get things(): Locator {
    return this.#page.getByRole('listbox', { name: 'Deleted things' }).getByRole('option');
  }

  get pane(): Locator {
    return this.#page.getByRole('region', { name: 'The chosen thing' });
  }

  async bringBack(): Promise<void> {
    await this.pane.getByRole('button', { name: 'Bring back', exact: true }).click();
  }
}
