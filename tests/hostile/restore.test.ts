import { readFileSync } from 'node:fs';
import { Decrypter, Encrypter, identityToRecipient } from 'age-encryption';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { backupReader } from '#renderer/journal/backup/openBackup.ts';
import { platform } from '#renderer/journal/backup/platform.ts';
import { type RestoreOrder, Restoring } from '#renderer/journal/backup/restoring.ts';
import { openBlob } from '#renderer/journal/sealing.ts';
import { newReplicaId } from '#shared/base/ids.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import { type Mark, paragraphs, type RichNode, type RichText } from '#shared/domain/richText.ts';
import { markOf } from '#shared/share/backupManifest.ts';
import { ZipWriter } from '#shared/share/zipWriter.ts';
import { BackupBook, keyrings } from '../support/backupBook.ts';
import { seededRandom } from '../unit/support/replicas.ts';

/** What is brought back, planned on a real database; and backups that must not be. */

let book: BackupBook;
let file: Uint8Array;
beforeAll(async () => {
  book = await BackupBook.write();
  file = (await book.backUp()).file;
});

function restoring(
  bytes: Uint8Array,
  order: Partial<RestoreOrder> = {},
  here: ReadonlyMap<string, Uint8Array> = book.attachments,
): Restoring {
  const { pen, keyring } = book;
  return new Restoring(
    {
      identities: keyring,
      keyring,
      into: { me: pen.me, replica: newReplicaId(pen.random), lamport: 1 },
      attachments: [],
      ...order,
    },
    {
      readThrough: backupReader({
        file: {
          size: bytes.length,
          read: async (offset, length) => ok(bytes.slice(offset, offset + length)),
        },
        digest: platform.digest,
      }),
      random: seededRandom('restoring'),
      onProgress: () => undefined,
      readAttachment: async (id) => {
        const sealed = here.get(id);
        return sealed ? ok(sealed.slice()) : err('absent');
      },
    },
  );
}

/** The same backup with members changed as somebody who holds the key could, the manifest and its mark with them. */
async function rewritten(change: (name: string, text: string) => string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(book.keyring[0]);
  const members = Object.entries(unzipSync(await decrypter.decrypt(file)));
  const zip = new ZipWriter();
  const pieces: Uint8Array[] = [];
  let manifest: Uint8Array = new Uint8Array();
  for (const [name, bytes] of members) {
    let written = new TextEncoder().encode(change(name, new TextDecoder('latin1').decode(bytes)));
    if (name.startsWith('attachments/')) written = bytes as Uint8Array<ArrayBuffer>;
    if (name === 'manifest.json') manifest = written;
    if (name === 'mark.txt') written = new TextEncoder().encode(`${markOf(manifest, book.vault.tagKey)}\n`);
    pieces.push(...zip.add(name, written));
  }
  const encrypter = new Encrypter();
  encrypter.addRecipient(await identityToRecipient(book.keyring[0]));
  return encrypter.encrypt(new Uint8Array(Buffer.concat([...pieces, zip.end()])));
}

describe('restoring', () => {
  it('into a journal that has it all brings nothing, and says so', async () => {
    const photos = [...book.attachments.keys()];
    const work = restoring(file, { attachments: photos });
    expect(await work.open(book.disk.asDatabase())).toMatchObject({
      ok: true,
      value: {
        added: 0,
        known: book.pen.revisions.length,
        fresh: {},
        changed: {},
        refused: 0,
        photos: { missing: 0, damaged: 0, known: 2 },
      },
    });
  });

  it('brings back what was lost, and only that', async () => {
    const poorer = await BackupBook.write();
    const rows = [...poorer.disk.stored.rows];
    const lost = rows.filter((_, index) => index % 3 === 0).map(([seq]) => seq);
    for (const seq of lost) poorer.disk.stored.rows.delete(seq);
    const work = restoring(file);
    const opened = await work.open(poorer.disk.asDatabase());
    expect(opened.ok && [opened.value.added, opened.value.known]).toEqual([
      lost.length,
      rows.length - lost.length,
    ]);
    const { revisions } = work.taken();
    expect(new Set(revisions)).toEqual(new Set(book.pen.revisions.filter((_, index) => index % 3 === 0)));
    const sealed = new Map<string, number>();
    await work.photos('lost', async (id, bytes) => void sealed.set(id, bytes.length));
    expect([...sealed.keys()].sort()).toEqual([...book.attachments.keys()].sort());
  });

  it('puts back each photo that is missing or does not open here, and none that opens', async () => {
    const poorer = await BackupBook.write();
    const [whole = '', flipped = '', cut = '', emptied = '', unread = '', missing = ''] = await Promise.all(
      Array.from({ length: 6 }, (_, n) => poorer.keep(new Uint8Array(900).fill(n + 1))),
    );
    const { file: earlier } = await poorer.backUp();
    const here = new Map(poorer.attachments);
    const sealed = (id: string) => here.get(id)?.slice() ?? new Uint8Array();
    const harmed = sealed(flipped);
    harmed[100] = (harmed[100] ?? 0) ^ 1;
    here.set(flipped, harmed);
    here.set(cut, sealed(cut).subarray(0, 60));
    here.set(emptied, new Uint8Array());
    here.delete(unread);
    here.delete(missing);
    const attachments = [...poorer.attachments.keys()].filter((id) => id !== missing);
    for (const keyring of [poorer.keyring, undefined]) {
      const work = restoring(earlier, { attachments, keyring }, here);
      const opened = await work.open(poorer.disk.asDatabase());
      expect(opened.ok && opened.value.photos).toEqual({ missing: 1, damaged: 4, known: 3 });
      const kept = new Map<string, Uint8Array<ArrayBuffer>>();
      await work.photos('lost', async (id, bytes) => void kept.set(id, bytes));
      expect([...kept.keys()].sort()).toEqual([flipped, cut, emptied, unread, missing].sort());
      expect(kept.has(whole)).toBe(false);
      for (const [id, bytes] of kept) {
        expect((await openBlob(bytes, { store: 'attachments', id }, poorer.vault)).ok).toBe(true);
      }
    }
  });

  it('on a computer that has nothing takes the keys from inside', async () => {
    const empty = await BackupBook.write(keyrings.another);
    empty.disk.stored.rows.clear();
    const work = restoring(file, { keyring: undefined, into: undefined });
    const opened = await work.open(empty.disk.asDatabase());
    expect(opened.ok && opened.value.added).toBe(book.pen.revisions.length);
    expect(work.taken().keyring).toEqual(book.keyring);
    let rows = 0;
    for await (const some of work.rows()) rows += some.length;
    expect(rows).toBe(book.pen.revisions.length);
  });
});

describe('what was erased for good in the copy that made the backup', () => {
  it('is told where it is here, and is no damage where its rows came along', async () => {
    const there = await BackupBook.write();
    const { pen } = there;
    const day = '2026-11-09' as Day;
    const id = pen.put('note', { person: pen.me, day, text: paragraphs('first words') });
    const here = await BackupBook.write();
    await here.take(pen.revisions.slice(-1));
    const begun = pen.revisions.length;
    pen.put('erasure', { day, records: [id] });
    await there.take(pen.revisions.slice(begun));
    const { file: backup } = await there.backUp();
    const opened = await restoring(backup).open(here.disk.asDatabase());
    expect(opened).toMatchObject({ ok: true, value: { added: 1, goes: 1, refused: 0 } });
    // Where it is nowhere, or there is no journal, nothing goes.
    const without = await restoring(backup).open(book.disk.asDatabase());
    expect(without.ok && without.value.goes).toBe(0);
    const fresh = await restoring(backup, { into: undefined }).open(here.disk.asDatabase());
    expect(fresh.ok && fresh.value.goes).toBe(0);
    // A crash came between the erasure and its rows: these stay out, and are no damage.
    await there.take(pen.revisions.slice(begun - 1, begun));
    const { file: cutShort } = await there.backUp();
    const found = await restoring(cutShort).open(book.disk.asDatabase());
    expect(found).toMatchObject({ ok: true, value: { added: 1, refused: 0 } });
  });
});

describe('what the pages kept, and no stranger may bring', () => {
  const day = '2026-11-09' as Day;
  const said = (...content: RichNode[]): RichText => ({ type: 'doc', content });
  const line = (text: string, ...marks: Mark[]): RichNode => ({
    type: 'paragraph',
    content: [{ type: 'text', text, marks }],
  });
  const list = (deep: number): RichNode => ({
    type: 'bulletList',
    content: [{ type: 'listItem', content: [line('.'), ...(deep > 1 ? [list(deep - 1)] : [])] }],
  });
  const address: Mark = { type: 'link', attrs: { href: `https://example.org/?${'a'.repeat(2100)}` } };
  const note =
    (text: RichText, on = day) =>
    ({ pen }: BackupBook) =>
      pen.put('note', { person: pen.me, day: on, text });
  const bodies: readonly (readonly [string, (beyond: BackupBook) => void])[] = [
    ['a long address', note(said(line('here', address)))],
    ['a list sixteen deep', note(said(list(16)))],
    ['a paragraph of a million letters', note(said(line('word '.repeat(220_000))))],
    ['a day far away', note(said(line('then')), '2200-01-01' as Day)],
    [
      'a passage of a hundred thousand letters',
      ({ pen }) => {
        const empty = { evidence: '', smallestStep: '', levels: ['', '', '', '', ''] as never };
        pen.put('goal', {
          ...empty,
          person: pen.me,
          day,
          name: '',
          why: 'why '.repeat(30_000),
          state: 'growing',
        });
      },
    ],
  ];

  it.each(bodies)('comes back into a journal, beside it, and where there is none: %s', async (_, write) => {
    const beyond = await BackupBook.write();
    write(beyond);
    const last = beyond.pen.revisions.slice(-1);
    await beyond.take(last);
    const { file: taken } = await beyond.backUp();
    const orders = [{}, { keyring: undefined, into: undefined }];
    for (const order of orders) {
      const work = restoring(taken, order);
      const opened = await work.open(book.disk.asDatabase());
      expect(opened.ok && opened.value.refused).toBe(0);
      expect(work.taken().revisions).toContainEqual(last[0]);
      let rows = 0;
      for await (const some of work.rows()) rows += some.length;
      expect(rows).toBe(beyond.pen.revisions.length);
    }
  });

  it('is looked through for photos, and those that are gone are told', async () => {
    const beyond = await BackupBook.write();
    const gone = '0123456789abcdef0123456789abcdef';
    const photo: RichNode = { type: 'photo', attrs: { attachment: gone, alt: '' } };
    note(said(line('here', address), photo))(beyond);
    await beyond.take(beyond.pen.revisions.slice(-1));
    expect((await beyond.backUp()).made.manifest.unreadablePhotos).toEqual([gone]);
  });
});

describe('a backup that must not be restored', () => {
  const problem = async (bytes: Uint8Array, order?: Partial<RestoreOrder>) => {
    const opened = await restoring(bytes, order).open(book.disk.asDatabase());
    return opened.ok ? 'opened' : opened.error;
  };

  it("is another person's, though their keys are the same", async () => {
    const stranger = { me: newReplicaId(book.pen.random).replace('replica', 'person') as typeof book.pen.me };
    const into = { ...stranger, replica: newReplicaId(book.pen.random), lamport: 1 };
    expect(await problem(file, { into })).toEqual({ why: 'another-persons', name: 'Tom' });
  });

  it('is of a newer version', async () => {
    const newer = await rewritten((name, text) =>
      name === 'about.json' ? text.replace('"format": 1', '"format": 2').replace('0.1.0', '9.0.0') : text,
    );
    expect(await problem(newer)).toEqual({ why: 'too-new', app: '9.0.0' });
  });

  it('has a member that is not what its manifest says', async () => {
    const same = await rewritten((_, text) => text);
    expect(await problem(same)).toBe('opened');
    for (const changed of ['index.html', 'revisions/0001.ndjson', 'keyring.txt']) {
      const other = await rewritten((name, text) => (name === changed ? `${text} ` : text));
      expect(await problem(other), changed).toEqual({ why: 'damaged' });
    }
  });
});

it('the limits are those the format document names', () => {
  const document = readFileSync(new URL('../../docs/backup-format.md', import.meta.url), 'utf8');
  for (const words of ['128 MiB', '200,000', '32 MiB', '2,000,000', '500 deep']) {
    expect(document).toContain(words);
  }
});
