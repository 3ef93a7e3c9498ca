import { hasAttachment } from '../attachments.ts';
import { shell } from '../shell.ts';

/**
 * Photos on their way from a backup into this journal, and out of it again where nothing comes of the rest. Those that
 * take the place of a damaged one stay: they belong to what is here.
 */
export class LaidPhotos {
  readonly #laid: string[] = [];
  #last: Promise<unknown> = Promise.resolve();

  readonly keep = (id: string, value: Uint8Array) => {
    const kept = this.#keep(id, value);
    this.#last = kept.catch(() => undefined);
    return kept;
  };

  /** Also the one that is just being written. */
  async takeBack(): Promise<void> {
    await this.#last;
    if (this.#laid.length > 0) await shell.removeAttachments({ ids: this.#laid });
  }

  async #keep(id: string, value: Uint8Array) {
    const isNew = !(await hasAttachment(id));
    const kept = await shell.writeAttachment({ id, value });
    if (isNew) this.#laid.push(id);
    return kept;
  }
}
