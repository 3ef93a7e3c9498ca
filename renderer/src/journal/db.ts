/**
 * @file IndexedDB, through Dexie. What lies here is sealed; readable are a random row id, the key's id, a running
 * number and a padded size. Rows are only ever added.
 */
import { Dexie, type EntityTable } from 'dexie';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';

export interface SealedRow {
  /** Running number in this database, given by it. */
  readonly seq: number;
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** One open text. Overwritten while somebody types. */
export interface SealedDraft {
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface CheckpointChunk {
  readonly index: number;
  /** All chunks of one checkpoint carry the same. */
  readonly generation: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export interface MetaRow {
  /**
   * `replica`: whose copy this is, sealed. `rows`: the tally of all rows (see `tally.ts`). `sealedUnder`: the key
   * under which everything has been sealed anew (see `reseal.ts`).
   */
  readonly key: 'replica' | 'rows' | 'sealedUnder';
  readonly sealed: Uint8Array<ArrayBuffer>;
}

/** The name is part of where the data lives and never changes. */
export const databaseName = 'stringwalk';
const databaseVersion = 1;

export class Database extends Dexie {
  declare readonly rows: EntityTable<SealedRow, 'seq'>;
  declare readonly drafts: EntityTable<SealedDraft, 'id'>;
  declare readonly checkpoint: EntityTable<CheckpointChunk, 'index'>;
  declare readonly meta: EntityTable<MetaRow, 'key'>;
  #wasLost = false;

  constructor() {
    const watched = watchForLoss(globalThis.indexedDB, () => {
      this.#wasLost = true;
    });
    super(databaseName, { chromeTransactionDurability: 'strict', indexedDB: watched });
    // Dexie's versions count stores only; bodies are moved by shared/migrate.
    this.version(databaseVersion).stores({
      rows: '++seq, &id',
      drafts: 'id',
      checkpoint: 'index',
      meta: 'key',
    });
  }

  /** Chromium said that it found this database damaged, and emptied it. */
  get wasLost(): boolean {
    return this.#wasLost;
  }

  /**
   * Dexie opens the database of a newer version without a word. It raises the native version by itself at times, but
   * by less than a version of its own, which counts ten.
   */
  async isFromNewer(): Promise<boolean> {
    await this.open();
    return Math.floor(this.backendDB().version / 10) > databaseVersion;
  }
}

/**
 * Passes on the one sign that Chromium gives of having emptied a damaged database: `dataLoss` on the event of its being
 * made anew (not in the standard, and not seen by Dexie).
 */
function watchForLoss(factory: IDBFactory, onLoss: () => void): IDBFactory {
  const open = (name: string, version?: number): IDBOpenDBRequest => {
    const request = factory.open(name, version);
    request.addEventListener('upgradeneeded', (event) => {
      if ((event as { readonly dataLoss?: unknown }).dataLoss === 'total') onLoss();
    });
    return request;
  };
  return new Proxy(factory, {
    get: (target, name) => {
      if (name === 'open') return open;
      const found: unknown = Reflect.get(target, name);
      return typeof found === 'function' ? found.bind(target) : found;
    },
  });
}

export type SaveProblem =
  | 'disk-full'
  | 'not-saved'
  /** Little room is left, and nothing is written before the disk is full. */
  | 'no-room'
  /** A newer Stringwalk wrote this journal: it can be read here, not written. */
  | 'read-only';

/** A single operation's promise may never settle on a full disk, so every save is watched. */
export const patienceMs = 15_000;

/** Runs a writing transaction; a promise that neither keeps nor breaks counts as not saved after 15 s. */
export async function save(work: () => Promise<unknown>): Promise<Result<undefined, SaveProblem>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watchdog = new Promise<Result<undefined, SaveProblem>>((resolve) => {
    timer = setTimeout(() => resolve(err('not-saved')), patienceMs);
  });
  const attempt = (async (): Promise<Result<undefined, SaveProblem>> => {
    try {
      await work();
      return ok(undefined);
    } catch (problem) {
      return err(isQuota(problem) ? 'disk-full' : 'not-saved');
    }
  })();
  const outcome = await Promise.race([attempt, watchdog]);
  clearTimeout(timer);
  return outcome;
}

/** Whether the database itself refused, and not the shell, a clock or a mistake of ours. */
export function isOfDatabase(problem: unknown): boolean {
  return problem instanceof DOMException || problem instanceof Dexie.DexieError;
}

/** Dexie wraps the reason: the transaction rejects with AbortError, the quota is inside. */
function isQuota(problem: unknown): boolean {
  if (!(problem instanceof Error)) return false;
  if (problem.name === 'QuotaExceededError') return true;
  const inner = (problem as { inner?: unknown }).inner;
  return inner !== undefined && inner !== problem && isQuota(inner);
}
