import type { Locator, Page } from '@playwright/test';
import type { Stringwalk } from '../../support/stringwalk.ts';

/** The Backups page, as people use it. */
export class BackupsPage {
  readonly #stringwalk: Stringwalk;

  constructor(stringwalk: Stringwalk) {
    this.#stringwalk = stringwalk;
  }

  get page(): Page {
    return this.#stringwalk.page;
  }

  async goTo(): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Settings', exact: true }).click();
    await this.page.getByRole('link', { name: 'Backups and restoring' }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Backups' }).waitFor();
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  /** One line of the table for each backup, the newest first. */
  get lines(): Locator {
    return this.page.getByRole('table', { name: 'Made so far' }).locator('tbody').getByRole('row');
  }

  /** One line for each copy that was made before an upgrade, the newest first. */
  get upgrades(): Locator {
    return this.page.getByRole('table', { name: 'Before an upgrade' }).locator('tbody').getByRole('row');
  }

  /** Reads the backup of this line back once more, and waits for what comes of it. */
  async readBackAgain(line: Locator, outcome: 'Whole on' | 'Damaged'): Promise<void> {
    await line.getByRole('button', { name: /^Read back again/ }).click();
    await line.getByRole('cell', { name: outcome }).waitFor();
  }

  /** Makes one, and waits until it was read back. */
  async backUpNow(): Promise<void> {
    const before = await this.lines.count();
    await this.button('Back up now').click();
    await this.lines.nth(before).waitFor();
    await this.lines.first().getByRole('cell', { name: 'Whole' }).waitFor();
  }

  /** Reads the backup of this line through, as far as what it would bring back. */
  async read(line: Locator): Promise<void> {
    await line.getByRole('button', { name: /^Restore/ }).click();
    await this.page.getByRole('heading', { name: 'What comes back' }).waitFor();
  }

  get whatComesBack(): Locator {
    return this.page.getByRole('list', { name: 'What comes back' });
  }

  /** Joins what was read with the journal that is open, and waits for its end. */
  async bringBack(): Promise<void> {
    await this.button('Bring it back into this journal').click();
    await this.page.getByText('It is back.').waitFor();
  }
}

/** Bringing a journal back where there is none, from the welcome page on. */
export class RestoreDoor {
  readonly #stringwalk: Stringwalk;

  constructor(stringwalk: Stringwalk) {
    this.#stringwalk = stringwalk;
  }

  get page(): Page {
    return this.#stringwalk.page;
  }

  async choose(file: string): Promise<void> {
    await this.#stringwalk.openFrom(file);
    await this.page.getByRole('button', { name: 'Restore a backup' }).click();
    await this.page.getByRole('button', { name: 'Choose the backup' }).click();
  }

  /** The other way, where both are there. */
  async openWith(key: 'The passphrase' | 'The recovery key'): Promise<void> {
    await this.page.getByText(key, { exact: true }).click();
  }

  async open(label: 'Passphrase' | 'Recovery key', typed: string): Promise<void> {
    await this.page.getByLabel(label, { exact: true }).fill(typed);
    await this.page.getByRole('button', { name: 'Open the backup' }).click();
  }

  get whatComesBack(): Locator {
    return this.page.getByRole('list', { name: 'What comes back' });
  }

  async bringBack(): Promise<void> {
    await this.page.getByRole('button', { name: 'Bring this journal back' }).click();
    await this.page.getByRole('navigation', { name: 'Journal' }).waitFor({ timeout: 30_000 });
  }
}
