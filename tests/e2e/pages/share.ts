import { expect, type Locator, type Page } from '@playwright/test';
import type { Stringwalk } from '../../support/stringwalk.ts';

export interface Export {
  /** Names of sessions, timelines and questions, as their boxes say. */
  readonly choose: { readonly [Tab in 'Sessions' | 'Timelines' | 'Questions']?: readonly string[] };
  /** Labels of what is held back ("Notes by Maya"), the first of each. */
  readonly holdBack?: readonly string[];
  readonly to: string;
}

/** The Share page, as people use it. */
export class Share {
  readonly #stringwalk: Stringwalk;

  constructor(stringwalk: Stringwalk) {
    this.#stringwalk = stringwalk;
  }

  get page(): Page {
    return this.#stringwalk.page;
  }

  async goTo(): Promise<void> {
    const navigation = this.page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Share', exact: true }).click();
    await this.page.getByRole('heading', { level: 1, name: 'Share' }).waitFor();
  }

  button(name: string): Locator {
    return this.page.getByRole('main').getByRole('button', { name, exact: true });
  }

  box(name: string | RegExp): Locator {
    return this.page.getByRole('checkbox', { name });
  }

  /** The five words, where they are shown. */
  get spokenWords(): Locator {
    return this.page.getByRole('status', { name: 'Passphrase' });
  }

  /** Chooses, and goes on to what leaves. */
  async choose(choose: Export['choose']): Promise<void> {
    await this.goTo();
    await this.button('Export a share').click();
    for (const [tab, names] of Object.entries(choose)) {
      await this.page.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      for (const name of names) await this.tick(new RegExp(name));
    }
    await this.button('Look at what leaves').click();
    await this.page.getByRole('heading', { name: 'What leaves' }).waitFor();
  }

  /** A person presses the box's line, not the hidden input. */
  async tick(name: string | RegExp): Promise<void> {
    const box = this.box(name).first();
    const before = await box.isChecked();
    const line = this.page.locator('label').filter({ has: this.box(name) });
    await line.first().click();
    await expect(box).toBeChecked({ checked: !before });
  }

  /** From the overview to the saved file. Answers the words to say on the walk. */
  async export({ choose, holdBack = [], to }: Export): Promise<string> {
    await this.choose(choose);
    for (const label of holdBack) await this.tick(label);
    await this.button('Choose a passphrase').click();
    const words = (await this.spokenWords.textContent()) ?? '';
    await this.#stringwalk.saveTo(to);
    await this.button('Save the share').click();
    await this.page.getByRole('heading', { name: 'Saved' }).waitFor({ timeout: 30_000 });
    await expect(this.spokenWords).toHaveText(words);
    await this.button('Done').click();
    return words;
  }

  /** Chooses a file and types its passphrase. */
  async open(file: string, passphrase: string): Promise<void> {
    await this.goTo();
    await this.#stringwalk.openFrom(file);
    await this.button('Import a share').click();
    await this.unlock(passphrase);
  }

  get passphrase(): Locator {
    return this.page.getByRole('textbox', { name: 'Passphrase' });
  }

  async unlock(passphrase: string): Promise<void> {
    await this.passphrase.fill(passphrase);
    await this.button('Open').click();
  }

  /** Waits until the share has opened and shows from whom it is. */
  async seeFrom(name: string): Promise<void> {
    await this.page.getByRole('heading', { name: `From ${name}` }).waitFor({ timeout: 30_000 });
  }

  async add(): Promise<void> {
    await this.button('Add to my journal').click();
    await this.page.getByRole('heading', { name: 'Now in your journal' }).waitFor();
  }

  /** What stands beside a word of "What it brings". */
  brings(name: string): Locator {
    const row = this.page
      .getByRole('main')
      .locator('dl > div')
      .filter({ has: this.page.getByText(name, { exact: true }) });
    return row.locator('dd');
  }
}
