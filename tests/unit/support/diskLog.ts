import { openDrafts } from '#electron/main/services/drafts.ts';
import { takeTurns } from '#electron/main/services/inTurn.ts';
import { Log as LogFile } from '#electron/main/services/log.ts';
import type { Log, Logged } from '#renderer/journal/log.ts';
import { err, ok } from '#shared/base/result.ts';
import type { LogRow, LogState, SealedFile } from '#shared/shell/contract.ts';

/** The shell's real log and draft files, without the shell between. `mayWrite` is asked before each write. */
export class DiskLog implements Log {
  readonly #log: LogFile;
  readonly #drafts: ReturnType<typeof openDrafts>;
  readonly #mayWrite: () => boolean;
  #isSpoiled = false;

  constructor(folder: string, mayWrite: () => boolean = () => true) {
    const inTurn = takeTurns();
    this.#log = new LogFile(folder, inTurn);
    this.#drafts = openDrafts(folder, inTurn);
    this.#mayWrite = mayWrite;
  }

  /** The next new log loses a row on its way to the disk. */
  spoilNextRewrite(): void {
    this.#isSpoiled = true;
  }

  async state(): Promise<LogState> {
    return { ...(await this.#log.state()), room: 'ample' };
  }

  async verify(): Promise<LogState> {
    return { ...(await this.#log.verify()), room: 'ample' };
  }

  async append(rows: readonly LogRow[]): Promise<Logged> {
    return this.#mayWrite() && (await this.#log.append(rows)).ok
      ? ok({ lastWords: false })
      : err('not-saved');
  }

  async *pages() {
    for (let from: number | undefined = 0; from !== undefined; ) {
      const page: { rows: LogRow[]; next: number | undefined } = await this.#log.read(from);
      if (page.rows.length > 0) yield page.rows;
      from = page.next;
    }
  }

  async rewrite(pages: AsyncIterable<readonly LogRow[]>): Promise<boolean> {
    let isWhole = false;
    try {
      isWhole = this.#mayWrite() && (await this.#log.beginRewrite()).ok;
      for await (const page of pages) {
        const rows = this.#isSpoiled ? page.slice(1) : page;
        this.#isSpoiled = false;
        isWhole &&= this.#mayWrite() && (await this.#log.addToRewrite(rows)).ok;
      }
      isWhole &&= this.#mayWrite() && (await this.#log.finishRewrite()).ok;
    } finally {
      if (!isWhole) await this.#log.dropRewrite();
    }
    return isWhole;
  }

  async setAside(): Promise<boolean> {
    return this.#mayWrite() && (await this.#log.setAside()).ok;
  }

  async clear(): Promise<boolean> {
    return (await this.#log.remove()).ok && (await this.#drafts.clear()).ok;
  }

  async writeDraft({ id, value }: SealedFile): Promise<Logged> {
    return this.#mayWrite() && (await this.#drafts.write(id, value)).ok
      ? ok({ lastWords: false })
      : err('not-saved');
  }

  async removeDrafts(ids: readonly string[]): Promise<boolean> {
    return (await this.#drafts.remove(ids)).ok;
  }

  readDrafts(): Promise<readonly SealedFile[]> {
    return this.#drafts.readAll();
  }
}
