import { afterEach, describe, expect, it, vi } from 'vitest';
import { Database, databaseName } from '#renderer/journal/db.ts';

afterEach(() => {
  vi.unstubAllGlobals();
});

const noStores = { length: 0, contains: () => false };

/** A request as a browser answers it: to who listens, and to the one handler of each kind that Dexie sets. */
class OpenRequest extends EventTarget {
  readonly result = new MadeDatabase();
  readonly transaction = Object.assign(new EventTarget(), { db: this.result, objectStoreNames: noStores });
  readonly onupgradeneeded: ((event: Event) => void) | null = null;
  readonly onsuccess: ((event: Event) => void) | null = null;

  tell(kind: 'upgradeneeded' | 'success', of: object = {}): void {
    const event = Object.assign(new Event(kind), of);
    this[`on${kind}`]?.(event);
    this.dispatchEvent(event);
  }
}

/** As much of a database as is asked of one while it is made; none of it is kept. */
class MadeDatabase {
  readonly version = 10;
  readonly objectStoreNames = noStores;
  readonly made: string[] = [];
  createObjectStore(name: string) {
    this.made.push(name);
    return { createIndex: () => undefined };
  }
  transaction(): never {
    throw new DOMException('There are no stores', 'NotFoundError');
  }
  close(): void {}
}

/** Answers `open` with these events. As a browser's, it serves only whoever calls it as what it is. */
class Factory {
  readonly #events: readonly object[];
  readonly requests: OpenRequest[] = [];
  readonly #deleted: string[] = [];

  constructor(upgrades: readonly object[]) {
    this.#events = upgrades;
  }

  open(): OpenRequest {
    const request = new OpenRequest();
    this.requests.push(request);
    queueMicrotask(() => {
      for (const of of this.#events) request.tell('upgradeneeded', { oldVersion: 0, ...of });
      request.tell('success');
    });
    return request;
  }

  get deleted(): readonly string[] {
    return this.#deleted;
  }

  deleteDatabase(name: string): OpenRequest {
    const request = new OpenRequest();
    this.#deleted.push(name);
    queueMicrotask(() => request.tell('success'));
    return request;
  }

  databases(): Promise<readonly unknown[]> {
    return Promise.resolve(this.#deleted);
  }
}

async function opened(upgrades: readonly object[]) {
  const factory = new Factory(upgrades);
  vi.stubGlobal('indexedDB', factory);
  const db = new Database();
  await db.open();
  return { db, factory };
}

describe('a database that Chromium emptied', () => {
  it('is known to be lost, and made anew', async () => {
    const { db, factory } = await opened([{ dataLoss: 'total', dataLossMessage: 'corrupted' }]);
    expect(db.wasLost).toBe(true);
    expect(factory.requests[0]?.result.made).toEqual(expect.arrayContaining(['rows', 'meta']));
  });

  it.each([
    ['made for the first time', [{ dataLoss: 'none' }]],
    ['made by a browser that says nothing of loss', [{}]],
    ['there already', []],
  ])('is not one that was %s', async (_, upgrades) => {
    expect((await opened(upgrades)).db.wasLost).toBe(false);
  });

  it('is watched by nothing that stands between: what else is asked of the factory reaches it', async () => {
    const { db, factory } = await opened([{ dataLoss: 'total' }]);
    await db.delete();
    expect(factory.deleted).toEqual([databaseName]);
  });
});
