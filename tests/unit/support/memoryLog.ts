import type { Log, Logged } from '#renderer/journal/log.ts';
import { noRows, withRows } from '#renderer/journal/tally.ts';
import { ok } from '#shared/base/result.ts';
import type { LogRow, LogState, SealedFile } from '#shared/shell/contract.ts';

/** The log and the draft files in memory, for tests in which time is not real. */
export class MemoryLog implements Log {
  readonly rows: LogRow[] = [];
  readonly drafts = new Map<string, Uint8Array>();
  isForLastWords = false;

  async state(): Promise<LogState> {
    const room = this.isForLastWords ? 'low' : 'ample';
    return { ...withRows(noRows, this.rows), bytes: 0, mended: 'no', room };
  }

  verify(): Promise<LogState> {
    return this.state();
  }

  async append(rows: readonly LogRow[]): Promise<Logged> {
    this.rows.push(...rows);
    return ok({ lastWords: this.isForLastWords });
  }

  async *pages() {
    if (this.rows.length > 0) yield [...this.rows];
  }

  async rewrite(pages: AsyncIterable<readonly LogRow[]>): Promise<boolean> {
    const rows: LogRow[] = [];
    for await (const page of pages) rows.push(...page);
    this.rows.splice(0, this.rows.length, ...rows);
    return true;
  }

  async setAside(): Promise<boolean> {
    this.rows.length = 0;
    return true;
  }

  async clear(): Promise<boolean> {
    this.rows.length = 0;
    this.drafts.clear();
    return true;
  }

  async writeDraft({ id, value }: SealedFile): Promise<Logged> {
    this.drafts.set(id, value);
    return ok({ lastWords: this.isForLastWords });
  }

  async removeDrafts(ids: readonly string[]): Promise<boolean> {
    for (const id of ids) this.drafts.delete(id);
    return true;
  }

  async readDrafts(): Promise<readonly SealedFile[]> {
    return [...this.drafts].map(([id, value]) => ({ id, value }));
  }
}
