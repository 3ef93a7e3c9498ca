import { expect, type Locator, type Page } from '@playwright/test';

export type Half = 'First half' | 'Second half';

export interface NewSession {
  /** Typed into the day field as digits in British order: "08112024". Left out, it stays today. */
  readonly day?: string;
  readonly where?: string;
  readonly title?: string;
  readonly manner?: 'Walk' | 'In person' | 'Call';
  readonly first?: string;
}

/** The list of sessions and the page of one, as people use them. */
export class Sessions {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  get dialog(): Locator {
    return this.#page.getByRole('dialog', { name: 'New session' });
  }

  async goToList(): Promise<void> {
    const navigation = this.#page.getByRole('navigation', { name: 'Journal' });
    await navigation.getByRole('link', { name: 'Sessions', exact: true }).click();
    await this.#page.getByRole('heading', { level: 1, name: 'Sessions' }).waitFor();
  }

  async openDialog(): Promise<void> {
    await this.goToList();
    await this.#page.getByRole('button', { name: 'New session' }).click();
    await this.dialog.waitFor();
  }

  /** Types a day over the one that stands there. */
  async typeDay(digits: string): Promise<void> {
    const day = this.dialog.getByRole('group', { name: 'Day' });
    await day.getByRole('spinbutton').first().focus();
    await this.#page.keyboard.type(digits);
  }

  /** Begins a session and waits for its page. */
  async create({ day, where, title, manner, first }: NewSession = {}): Promise<void> {
    await this.openDialog();
    if (day !== undefined) await this.typeDay(day);
    if (where !== undefined) await this.dialog.getByRole('textbox', { name: 'Where' }).fill(where);
    if (title !== undefined) await this.dialog.getByRole('textbox', { name: /^Title/ }).fill(title);
    if (manner) await this.dialog.getByText(manner, { exact: true }).click();
    if (first) await this.dialog.getByText(first, { exact: true }).click();
    await this.dialog.getByRole('button', { name: 'Create session' }).click();
    await this.half('First half').waitFor();
  }

  /** Opens a session from the list. */
  async open(name: RegExp | string): Promise<void> {
    await this.goToList();
    await this.#page.getByRole('main').getByRole('link', { name }).click();
    await this.half('First half').waitFor();
  }

  half(name: Half): Locator {
    return this.#page.getByRole('region', { name, exact: true });
  }

  notes(half: Half, person: string): Locator {
    return this.half(half).getByRole('textbox', { name: `Notes by ${person}`, exact: true });
  }

  /** Types at the end of what stands in somebody's notes. */
  async write(half: Half, person: string, words: string): Promise<void> {
    await this.notes(half, person).click();
    await this.#page.keyboard.press('Control+End');
    await this.#page.keyboard.type(words);
  }

  async rate(half: Half, measure: string, moment: 'before' | 'after', value: number): Promise<void> {
    await this.figure(half, measure, moment).fill(String(value));
  }

  figure(half: Half, measure: string, moment: 'before' | 'after'): Locator {
    return this.half(half).getByRole('spinbutton', { name: `${measure} ${moment}` });
  }

  /** Writes a new question for a half and takes it. */
  async ask(half: Half, wording: string): Promise<void> {
    await this.half(half).getByRole('button', { name: 'Choose a question' }).click();
    const dialog = this.#page.getByRole('dialog', { name: /^A question for/ });
    await dialog.getByRole('textbox', { name: 'A new question' }).fill(wording);
    await dialog.getByRole('button', { name: 'Take this question' }).click();
    await expect(this.half(half).getByRole('link', { name: wording })).toBeVisible();
  }

  /** Something from the menu of the session that is open. */
  async choose(item: string): Promise<void> {
    await this.#page.getByRole('button', { name: 'More for this session' }).click();
    await this.#page.getByRole('menuitem', { name: item }).click();
  }

  /** Waits until the frame says that what was typed is kept. */
  async saved(): Promise<void> {
    await expect(this.#page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
  }
}
