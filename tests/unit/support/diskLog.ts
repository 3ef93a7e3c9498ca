import { openDrafts } from '#electron/main/services/drafts.ts';
import { Log as LogFile } from '#electron/main/services/log.ts';
import type { Log, Logged } from '#renderer/journal/log.ts';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { LogRow, LogState, SealedFile } from '#shared/shell/contract.ts';

/**
 * The shell's real log and draft files, without the shell between. `mayWrite` is asked before each write; how much
 * room the disk has is said, not measured.
 */
export class DiskLog implements Log {
  room: 'ample' | 'last-words' | 'low' = 'ample';
  /** Called whenever reading begins: something may happen just then. */
  onPages = (): void => undefined;
  readonly #folder: string;
  readonly #mayWrite: () => boolean;
  #log: LogFile;
  #drafts: ReturnType<typeof openDrafts>;
  #isSpoiled = false;

  constructor(folder: string, mayWrite: () => boolean = () => true) {
    this.#folder = folder;
    this.#mayWrite = mayWrite;
    [this.#log, this.#drafts] = open(folder);
  }

  /** Another start: what the last one knew is forgotten, and what is on the disk counts. */
  async restart(): Promise<void> {
    await this.#log.close();
    [this.#log, this.#drafts] = open(this.#folder);
  }

  /** Everything asked for so far is done, and no file is open. */
  rest(): Promise<void> {
    return this.#log.close();
  }

  /** The next new log loses a row on its way to the disk. */
  spoilNextRewrite(): void {
    this.#isSpoiled = true;
  }

  async state(): Promise<LogState> {
    return { ...(await this.#log.state()), room: this.room === 'ample' ? 'ample' : 'low' };
  }

  async verify(): Promise<LogState> {
    return { ...(await this.#log.verify()), room: this.room === 'ample' ? 'ample' : 'low' };
  }

  append(rows: readonly LogRow[]): Promise<Logged> {
    return this.#withRoom(() => this.#log.append(rows));
  }

  async *pages() {
    this.onPages();
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

  writeDraft({ id, value }: SealedFile, isAlone?: boolean): Promise<Logged> {
    return this.#withRoom(() => this.#drafts.write(id, value, isAlone));
  }

  async removeDrafts(ids: readonly string[]): Promise<boolean> {
    return (await this.#drafts.remove(ids)).ok;
  }

  readDrafts(): Promise<readonly SealedFile[]> {
    return this.#drafts.readAll();
  }

  async #withRoom(write: () => Promise<Result<void, 'cannot-write'>>): Promise<Logged> {
    if (this.room === 'low') return err('no-room');
    return this.#mayWrite() && (await write()).ok
      ? ok({ lastWords: this.room === 'last-words' })
      : err('not-saved');
  }
}

function open(folder: string): [LogFile, ReturnType<typeof openDrafts>] {
  const inTurn = takeTurns();
  return [new LogFile(folder, inTurn), openDrafts(folder, inTurn)];
}
