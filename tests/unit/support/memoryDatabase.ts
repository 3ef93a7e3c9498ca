import type { CheckpointChunk, Database, MetaRow, SealedDraft, SealedRow } from '#renderer/journal/db.ts';

/**
 * The four tables in memory, with a disk beneath that can be made slow or refuse. Transactions run one after another,
 * in the order in which they were asked for, and leave nothing behind when they fail: as IndexedDB's do.
 */
export class MemoryDatabase {
  readonly stored = {
    rows: new Map<number, SealedRow>(),
    drafts: new Map<string, SealedDraft>(),
    checkpoint: new Map<number, CheckpointChunk>(),
    meta: new Map<string, MetaRow>(),
  };
  #lastSeq = 0;
  #turn: Promise<unknown> = Promise.resolve();
  #isInside = false;
  #disk: Promise<unknown> = Promise.resolve();
  #refusals = 0;
  #untilRefusal = 0;
  #readsUntilWiped = Number.POSITIVE_INFINITY;

  /** Everything asked for from now on waits until the returned function is called. */
  slowDown(): () => void {
    let release = () => {};
    this.#disk = new Promise<void>((resolve) => {
      release = resolve;
    });
    return release;
  }

  /** The next transactions fail, as on a full disk; or those after the next ones. */
  refuse(count: number, after = 0): void {
    this.#refusals = count;
    this.#untilRefusal = after;
  }

  /** All that is stored now, to fall back to. */
  snapshot(): () => void {
    const tables = this.#tables();
    const lastSeq = this.#lastSeq;
    return () => {
      restore(tables);
      this.#lastSeq = lastSeq;
    };
  }

  /** As a browser that found its database damaged: it is empty, and nobody is told. */
  wipe(): void {
    for (const table of Object.values(this.stored)) table.clear();
    this.#lastSeq = 0;
  }

  /** The same, just before the n-th time that rows are read from now on. */
  wipeAtRead(read: number): void {
    this.#readsUntilWiped = read;
  }

  readonly rows = {
    bulkAdd: (rows: readonly Omit<SealedRow, 'seq'>[]) =>
      this.#run(() => {
        for (const row of rows) {
          this.#lastSeq += 1;
          this.stored.rows.set(this.#lastSeq, { ...row, seq: this.#lastSeq });
        }
        return this.#lastSeq;
      }),
    bulkGet: (seqs: readonly number[]) =>
      this.#run(() => seqs.map((seq): SealedRow | undefined => this.stored.rows.get(seq))),
    bulkDelete: (seqs: readonly number[]) =>
      this.#run(() => {
        for (const seq of seqs) this.stored.rows.delete(seq);
      }),
    count: () => this.#run(() => this.stored.rows.size),
    orderBy: () => ({ last: () => this.#run(() => [...this.stored.rows.values()].at(-1)) }),
    where: () => ({
      equals: (id: string) => ({
        modify: (change: Partial<SealedRow>) =>
          this.#run(() => {
            for (const row of this.stored.rows.values()) {
              if (row.id === id) this.stored.rows.set(row.seq, { ...row, ...change });
            }
          }),
      }),
      above: (seq: number) => {
        const found = (limit: number) => () =>
          this.#run(() => {
            this.#readsUntilWiped -= 1;
            if (this.#readsUntilWiped === 0) this.wipe();
            return [...this.stored.rows.values()].filter((row) => row.seq > seq).slice(0, limit);
          });
        const all = found(Number.POSITIVE_INFINITY);
        const count = async () => (await all()).length;
        return { toArray: all, count, limit: (limit: number) => ({ toArray: found(limit) }) };
      },
    }),
  };

  readonly drafts = {
    put: (draft: SealedDraft) => this.#run(() => this.stored.drafts.set(draft.id, draft)),
    bulkDelete: (ids: readonly string[]) =>
      this.#run(() => {
        for (const id of ids) this.stored.drafts.delete(id);
      }),
    toArray: () => this.#run(() => [...this.stored.drafts.values()]),
    count: () => this.#run(() => this.stored.drafts.size),
  };

  readonly checkpoint = {
    get: (index: number) => this.#run(() => this.stored.checkpoint.get(index)),
    clear: () => this.#run(() => this.stored.checkpoint.clear()),
    bulkPut: (chunks: readonly CheckpointChunk[]) =>
      this.#run(() => {
        for (const chunk of chunks) this.stored.checkpoint.set(chunk.index, chunk);
      }),
  };

  readonly meta = {
    get: (key: string) => this.#run(() => this.stored.meta.get(key)),
    put: (row: MetaRow) => this.#run(() => this.stored.meta.set(row.key, row)),
    bulkDelete: (keys: readonly string[]) =>
      this.#run(() => {
        for (const key of keys) this.stored.meta.delete(key);
      }),
  };

  isFromNewer(): Promise<boolean> {
    return Promise.resolve(false);
  }

  transaction(_mode: string, ...rest: readonly unknown[]): Promise<unknown> {
    const work = rest.at(-1) as () => Promise<unknown>;
    return this.#next(async () => {
      const before = this.#tables();
      this.#isInside = true;
      try {
        return await work();
      } catch (problem) {
        restore(before);
        throw problem;
      } finally {
        this.#isInside = false;
      }
    });
  }

  asDatabase(): Database {
    return this as unknown as Database;
  }

  #tables(): Tables {
    return Object.values(this.stored).map((table) => [table as Map<unknown, unknown>, [...table]] as const);
  }

  #run<T>(work: () => T): Promise<T> {
    return this.#isInside ? Promise.resolve().then(work) : this.#next(work);
  }

  #next<T>(work: () => T | Promise<T>): Promise<T> {
    const next = this.#turn.then(async () => {
      await this.#disk;
      if (this.#untilRefusal > 0) this.#untilRefusal -= 1;
      else if (this.#refusals > 0) {
        this.#refusals -= 1;
        throw new DOMException('There is no room', 'QuotaExceededError');
      }
      return work();
    });
    this.#turn = next.catch(() => undefined);
    return next;
  }
}

type Tables = readonly (readonly [Map<unknown, unknown>, readonly (readonly [unknown, unknown])[]])[];

function restore(tables: Tables): void {
  for (const [table, entries] of tables) {
    table.clear();
    for (const [key, value] of entries) table.set(key, value);
  }
}
