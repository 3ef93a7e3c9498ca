import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bech32 } from '@scure/base';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeAside } from '#electron/main/services/aside.ts';
import { type ResealParts, reseal } from '#renderer/journal/reseal.ts';
import { isResealingDue } from '#renderer/journal/resealDue.ts';
import { openBlob, openRow, sealBlob, sealRow } from '#renderer/journal/sealing.ts';
import { noRows, tallyBytes } from '#renderer/journal/tally.ts';
import { unlockVault, type Vault, type VaultSecret } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import { DiskLog } from '../../support/diskLog.ts';
import { MemoryDatabase } from '../../support/memoryDatabase.ts';
import { seededRandom } from '../../support/replicas.ts';

/** As `age-keygen` writes them; they protect nothing. */
const secretOf = (byte: number) =>
  bech32.encodeFromBytes('age-secret-key-', new Uint8Array(32).fill(byte)).toUpperCase() as VaultSecret;
const former = secretOf(1);
const present = secretOf(2);

const photo = 'ab'.repeat(16);
const draft = 'cd'.repeat(16);

let folder: string;
let disk: Disk;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'stringwalk-reseal-'));
  disk = await Disk.lay(folder);
});
afterEach(async () => {
  await disk.log.rest();
  await rm(folder, { recursive: true, force: true });
});

describe('sealing anew', () => {
  it('seals the same rows under the same names, and leaves nothing that the former key opens', async () => {
    const before = await disk.rows(disk.both);
    expect(await isResealingDue(disk.db.asDatabase(), disk.both)).toBe(true);
    expect(await reseal(disk.parts())).toEqual({
      ok: true,
      value: { rows: before.size, photos: 1, unreadable: 0 },
    });
    expect(await disk.rows(disk.after)).toEqual(before);
    expect(disk.rowsInDatabase(disk.after)).toEqual(before);
    expect(await disk.leftUnder(disk.before)).toEqual([]);
    expect(await isResealingDue(disk.db.asDatabase(), disk.both)).toBe(false);
  });

  it('keeps a damaged row as it is, and says so', async () => {
    await disk.addDamagedRow();
    const outcome = await reseal(disk.parts());
    expect(outcome).toMatchObject({ ok: true, value: { unreadable: 1 } });
    expect((await disk.rows(disk.after)).size).toBe(disk.count);
  });

  for (let moment = 1; moment <= 12; moment += 1) {
    it(`goes on where it was cut short, at the ${moment}. thing it writes`, async () => {
      const before = await disk.rows(disk.both);
      disk.failAt(moment);
      const first = await reseal(disk.parts());
      disk.failAt(Number.POSITIVE_INFINITY);
      expect(await disk.rows(disk.both)).toEqual(before);
      expect((await reseal(disk.parts())).ok).toBe(true);
      expect(await disk.rows(disk.after)).toEqual(before);
      expect(disk.rowsInDatabase(disk.after)).toEqual(before);
      expect(await disk.leftUnder(disk.before)).toEqual([]);
      // The last moments lie behind the end: then nothing was cut short.
      if (moment <= 6) expect(first.ok).toBe(false);
    });
  }

  it('stops when asked, with everything readable, and goes on', async () => {
    const asked = new AbortController();
    const before = await disk.rows(disk.both);
    const stopped = await reseal(disk.parts(), {
      signal: asked.signal,
      onProgress: () => asked.abort(),
    });
    expect(stopped).toEqual({ ok: false, error: 'stopped' });
    expect(await disk.rows(disk.both)).toEqual(before);
    expect((await reseal(disk.parts())).ok).toBe(true);
    expect(await disk.rows(disk.after)).toEqual(before);
  });

  for (let read = 1; read <= 8; read += 1) {
    it(`loses no row while the database vanishes under it, at the ${read}. reading`, async () => {
      const before = await disk.rows(disk.both);
      disk.db.wipeAtRead(read);
      await reseal(disk.parts());
      disk.db.wipeAtRead(Number.POSITIVE_INFINITY);
      expect(await disk.rows(disk.both)).toEqual(before);
      expect((await reseal(disk.parts())).ok).toBe(true);
      expect(await disk.rows(disk.after)).toEqual(before);
      expect(disk.rowsInDatabase(disk.after)).toEqual(before);
    });
  }

  it('takes from the log what lies damaged in the database alone', async () => {
    const before = await disk.rows(disk.both);
    const [seq, row] = [...disk.db.stored.rows][3] ?? [];
    if (seq === undefined || !row) throw new Error('There are rows');
    const sealed = row.sealed.map((byte, place) => (place === 60 ? byte ^ 1 : byte));
    disk.db.stored.rows.set(seq, { ...row, sealed });
    expect(await reseal(disk.parts())).toMatchObject({ ok: true, value: { unreadable: 0 } });
    expect(await disk.rows(disk.after)).toEqual(before);
  });

  it('begins with nothing while a slot does not take the new key', async () => {
    const before = await disk.rows(disk.before);
    const parts = disk.parts();
    const shell = { ...parts.shell, renewSlots: async () => false };
    expect(await reseal({ ...parts, shell })).toEqual({ ok: false, error: 'keys-behind' });
    expect(await disk.rows(disk.before)).toEqual(before);
  });

  it('puts the old log back when the new one does not read back as it was', async () => {
    const before = await disk.rows(disk.both);
    disk.log.spoilNextRewrite();
    expect(await reseal(disk.parts())).toEqual({ ok: false, error: 'not-verified' });
    expect(await disk.rows(disk.both)).toEqual(before);
    expect(disk.rowsInDatabase(disk.both)).toEqual(before);
  });

  it('removes what was set aside of our own log, and nothing of others', async () => {
    const aside = join(folder, 'journal', 'log', 'rows.log.aside-1');
    const others = join(folder, 'journal', 'log', 'rows.log.aside-2');
    await writeFile(aside, await readFile(join(folder, 'journal', 'log', 'rows.log')));
    await writeFile(others, 'the log of somebody else');
    expect((await reseal(disk.parts())).ok).toBe(true);
    await expect(readFile(aside)).rejects.toThrow();
    expect(await readFile(others, 'utf8')).toBe('the log of somebody else');
  });
});

/** A journal of a few rows, a photo and a draft, sealed under the former key: a real log, the rest in memory. */
class Disk {
  readonly db = new MemoryDatabase();
  readonly log: DiskLog;
  readonly count = 40;
  readonly #folder: string;
  readonly #random = seededRandom('reseal');
  readonly #photos = new Map<string, Uint8Array<ArrayBuffer>>();
  /** Each draft that was written under the former key, as it lay there. */
  readonly #sealedDrafts: Buffer[] = [];
  #writes = 0;
  #failAt = Number.POSITIVE_INFINITY;

  /** Knows the former key alone. */
  readonly before: Vault;
  readonly both: Vault;
  /** Knows the present key alone. */
  readonly after: Vault;

  private constructor(where: string, before: Vault, both: Vault) {
    this.before = before;
    this.both = both;
    this.after = { ...both, former: [] };
    this.#folder = where;
    this.log = new DiskLog(where, () => this.#write());
  }

  static async lay(where: string): Promise<Disk> {
    const both = await unlockVault([present, former]);
    const made = new Disk(where, await unlockVault([former]), both);
    await made.#fill();
    return made;
  }

  failAt(moment: number): void {
    this.#writes = 0;
    this.#failAt = moment;
  }

  parts(): ResealParts {
    return {
      db: this.db.asDatabase(),
      log: this.log,
      vault: this.both,
      random: this.#random,
      breathe: () => Promise.resolve(),
      shell: {
        renewSlots: async () => this.#write(),
        attachments: async () => [...this.#photos.keys()],
        readAttachment: async (id) => this.#photos.get(id),
        writeAttachment: async (id, value) => {
          if (!this.#write()) return false;
          this.#photos.set(id, value as Uint8Array<ArrayBuffer>);
          return true;
        },
        clearDatabase: async () => {
          if (!this.#write()) return false;
          for (const table of Object.values(this.db.stored)) table.clear();
          return true;
        },
        removeAside: async (keyIds) => this.#write() && (await removeAside(this.#folder, keyIds)).ok,
      },
    };
  }

  /** What the log's rows say, by their names: those that this vault opens. */
  async rows(vault: Vault): Promise<Map<string, unknown>> {
    const found = new Map<string, unknown>();
    for await (const page of this.log.pages()) {
      for (const { id, sealed } of page) take(found, id, sealed, vault);
    }
    return found;
  }

  rowsInDatabase(vault: Vault): Map<string, unknown> {
    const found = new Map<string, unknown>();
    for (const { id, sealed } of this.db.stored.rows.values()) take(found, id, sealed, vault);
    return found;
  }

  async leftUnder(vault: Vault): Promise<readonly string[]> {
    const left = [...(await this.rows(vault)).keys(), ...this.rowsInDatabase(vault).keys()];
    for (const { id, value } of await this.log.readDrafts()) {
      if (openRow(value, { store: 'drafts', id }, vault).ok) left.push(id);
    }
    const draftFiles = join(this.#folder, 'journal', 'drafts');
    for (const name of await readdir(draftFiles)) {
      const file = await readFile(join(draftFiles, name));
      if (this.#sealedDrafts.some((sealed) => file.includes(sealed))) left.push(name);
    }
    for (const { id, sealed } of this.db.stored.drafts.values()) {
      if (openRow(sealed, { store: 'drafts', id }, vault).ok) left.push(id);
    }
    for (const [id, sealed] of this.#photos) {
      if ((await openBlob(sealed, { store: 'attachments', id }, vault)).ok) left.push(id);
    }
    const replica = this.db.stored.meta.get('replica');
    if (replica && openRow(replica.sealed, { store: 'meta', id: 'replica' }, vault).ok) left.push('replica');
    return left;
  }

  async addDamagedRow(): Promise<void> {
    const id = hex(this.#random.bytes(16));
    await this.#add([{ id, keyId: this.before.keyId, sealed: new Uint8Array(300) }]);
  }

  async #fill(): Promise<void> {
    const vault = this.before;
    const rows = Array.from({ length: this.count }, (_, number) => {
      const id = hex(this.#random.bytes(16));
      const sealed = sealRow(
        { number, said: 'x'.repeat(number * 20) },
        { store: 'rows', id },
        vault,
        this.#random,
      );
      return { id, keyId: vault.keyId, sealed };
    });
    this.db.stored.meta.set('rows', { key: 'rows', sealed: tallyBytes(noRows) });
    await this.#add(rows);
    const replica = sealRow({ replica: 'r' }, { store: 'meta', id: 'replica' }, vault, this.#random);
    this.db.stored.meta.set('replica', { key: 'replica', sealed: replica });
    for (const words of ['uns', 'unsa', 'unsaid']) {
      const value = sealRow({ words }, { store: 'drafts', id: draft }, vault, this.#random);
      await this.log.writeDraft({ id: draft, value });
      this.db.stored.drafts.set(draft, { id: draft, keyId: vault.keyId, sealed: value });
      this.#sealedDrafts.push(Buffer.from(value));
    }
    const picture = this.#random.bytes(5000);
    const place = { store: 'attachments', id: photo } as const;
    this.#photos.set(photo, await sealBlob(picture, place, vault, this.#random));
    this.failAt(Number.POSITIVE_INFINITY);
  }

  async #add(rows: readonly { id: string; keyId: string; sealed: Uint8Array<ArrayBuffer> }[]): Promise<void> {
    await this.log.append(rows);
    await this.db.rows.bulkAdd(rows);
    this.db.stored.meta.delete('rows');
  }

  /** One more thing reaches the disk; false where it does not. */
  #write(): boolean {
    this.#writes += 1;
    return this.#writes !== this.#failAt;
  }
}

function take(found: Map<string, unknown>, id: string, sealed: Uint8Array, vault: Vault): void {
  const opened = openRow(sealed, { store: 'rows', id }, vault);
  if (opened.ok) found.set(id, opened.value);
}
