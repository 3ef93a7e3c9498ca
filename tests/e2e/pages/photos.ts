import { expect, type Locator, type Page } from '@playwright/test';

export interface GivenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** The photos in one text, as people handle them. */
export class Photos {
  readonly #page: Page;
  readonly #text: Locator;
  readonly #label: string;

  constructor(page: Page, text: Locator, label: string) {
    this.#page = page;
    this.#text = text;
    this.#label = label;
  }

  /** Every photo of the text, drawn or not. */
  get all(): Locator {
    return this.#text.getByRole('figure');
  }

  /** Those that have been drawn: what nobody has come near is not. */
  get shown(): Locator {
    return this.#text.getByRole('button', { name: /^Open the photo/ });
  }

  /** Chooses files with the toolbar's button, the cursor where it stands. */
  async add(...files: readonly GivenFile[]): Promise<void> {
    const toolbar = this.#page.getByRole('toolbar', { name: `Format: ${this.#label}` });
    const asked = this.#page.waitForEvent('filechooser');
    await toolbar.getByRole('button', { name: 'Add a photo' }).click();
    await (await asked).setFiles([...files]);
  }

  /** Goes to a photo and waits until it is drawn. Gives its size in pixels. */
  async size(index = 0): Promise<readonly [number, number]> {
    await this.all.nth(index).scrollIntoViewIfNeeded();
    const image = this.all
      .nth(index)
      .getByRole('button', { name: /^Open the photo/ })
      .locator('img');
    await expect(image).toHaveJSProperty('complete', true);
    return image.evaluate((element: HTMLImageElement) => [element.naturalWidth, element.naturalHeight]);
  }

  async describe(words: string): Promise<void> {
    await this.#text.getByRole('button', { name: 'Describe this photo' }).click();
    const dialog = this.#page.getByRole('dialog', { name: 'Describe this photo' });
    await dialog.getByRole('textbox', { name: 'Description' }).fill(words);
    await dialog.getByRole('button', { name: 'Keep description' }).click();
    await dialog.waitFor({ state: 'hidden' });
  }

  /** What the system does when something is pasted into or dropped on the text. */
  async give(
    how: 'paste' | 'drop',
    given: {
      readonly html?: string;
      readonly words?: string;
      readonly file?: GivenFile;
      /** Makes the file this much longer: so many bytes are better not carried to the page. */
      readonly andZeros?: number;
    },
  ): Promise<void> {
    const { html = '', words = '', file, andZeros = 0 } = given;
    const picture = file && { name: file.name, type: file.mimeType, bytes: file.buffer.toString('base64') };
    await this.#text.evaluate(
      (element, { kind, texts, brought, zeros }) => {
        const data = new DataTransfer();
        for (const [type, text] of Object.entries(texts)) if (text) data.setData(type, text);
        if (brought) {
          const bytes = Uint8Array.from(atob(brought.bytes), (letter) => letter.charCodeAt(0));
          data.items.add(new File([bytes, new Uint8Array(zeros)], brought.name, { type: brought.type }));
        }
        // A drop falls where something can be seen.
        element.scrollIntoView({ block: 'end' });
        const { left, bottom } = element.getBoundingClientRect();
        const event = { bubbles: true, cancelable: true };
        element.dispatchEvent(
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...event, clipboardData: data })
            : new DragEvent('drop', {
                ...event,
                dataTransfer: data,
                clientX: left + 20,
                clientY: bottom - 12,
              }),
        );
      },
      { kind: how, texts: { 'text/html': html, 'text/plain': words }, brought: picture, zeros: andZeros },
    );
  }
}
