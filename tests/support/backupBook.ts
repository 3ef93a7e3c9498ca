import { generateX25519Identity, identityToRecipient } from 'age-encryption';
import { encryptToKeys } from '#renderer/journal/ageFile.ts';
import type { MadeBackup } from '#renderer/journal/backup/makeBackup.ts';
import { makeBackup } from '#renderer/journal/backup/makeBackup.ts';
import { type OpenProblem, openBackup } from '#renderer/journal/backup/openBackup.ts';
import { openPhotos } from '#renderer/journal/backup/photos.ts';
import { platform } from '#renderer/journal/backup/platform.ts';
import { piecesOf, streamOf } from '#renderer/journal/backup/streams.ts';
import { sealBlob, sealRow } from '#renderer/journal/sealing.ts';
import { type Keyring, unlockVault, type Vault, type VaultSecret } from '#renderer/journal/vault.ts';
import { hex } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { BackupListener, WholeBackup } from '#shared/share/backupFile.ts';
import { MemoryDatabase } from '../unit/support/memoryDatabase.ts';
import { Pen, writeAnAfternoon } from './pen.ts';
import { webp } from './webp.ts';

/** As `age-keygen` writes them; they protect nothing. */
export const keyrings = {
  toms: ['AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX' as VaultSecret],
  // The example of the age manual.
  another: ['AGE-SECRET-KEY-1N9JEPW6DWJ0ZQUDX63F5A03GX8QUW7PXDE39N8UYF82VZ9PC8UFS3M7XA9' as VaultSecret],
} as const satisfies Record<string, Keyring>;

/** A journal as it lies on a disk, without the disk: sealed rows and photos, from which backups are made. */
export class BackupBook {
  readonly pen: Pen;
  readonly disk = new MemoryDatabase();
  readonly attachments = new Map<string, Uint8Array>();
  readonly keyring: Keyring;
  readonly vault: Vault;

  private constructor(keyring: Keyring, vault: Vault) {
    this.keyring = keyring;
    this.vault = vault;
    // Its words carry this vault's mark, as those of a real journal do.
    this.pen = new Pen('Tom', 'Maya', 'Tom', vault.tagKey);
  }

  static async write(keyring: Keyring = keyrings.toms): Promise<BackupBook> {
    const book = new BackupBook(keyring, await unlockVault(keyring));
    writeAnAfternoon(book.pen);
    await book.take(book.pen.revisions);
    await book.keep(webp(40, 30));
    await book.keep(book.pen.random.bytes(70_000));
    return book;
  }

  async take(revisions: readonly Revision[]): Promise<void> {
    for (const revision of revisions) await this.#addRow(revision);
  }

  async keep(bytes: Uint8Array): Promise<string> {
    const { random } = this.pen;
    const id = hex(random.bytes(16));
    this.attachments.set(id, await sealBlob(bytes, { store: 'attachments', id }, this.vault, random));
    return id;
  }

  /** Writes a note that shows a photo. */
  async show(attachment: string): Promise<void> {
    const { pen } = this;
    const photo = { type: 'photo', attrs: { attachment, alt: 'The gate' } } as const;
    pen.put('note', { person: pen.me, day: '2026-11-09' as Day, text: { type: 'doc', content: [photo] } });
    const revision = pen.revisions.at(-1);
    if (revision) await this.#addRow(revision);
  }

  async #addRow(revision: Revision): Promise<void> {
    const { random } = this.pen;
    const id = hex(random.bytes(16));
    const sealed = sealRow(revision, { store: 'rows', id }, this.vault, random);
    await this.disk.rows.bulkAdd([{ id, keyId: this.vault.keyId, sealed }]);
  }

  /** The whole file, and what was said of it. What is not listed came while it was being made. */
  async backUp(
    recipients: readonly string[] = [],
    listed: readonly string[] = [...this.attachments.keys()],
  ): Promise<{ file: Uint8Array; made: MadeBackup }> {
    const pieces: Uint8Array[] = [];
    const { me, names, replica, random } = this.pen;
    const made = await makeBackup(
      {
        keyring: this.keyring,
        recipients,
        attachments: listed,
        day: '2026-11-22',
        about: {
          madeAt: 1_795_000_000_000,
          me,
          name: names.me,
          replica,
          app: '0.1.0',
        },
      },
      {
        db: this.disk.asDatabase(),
        ...platform,
        random,
        hasPhoto: async (id) => this.attachments.has(id),
        openPhotos: (ids) =>
          openPhotos(ids, this.vault, {
            digest: platform.digest,
            readAttachment: async (id) => {
              const found = this.attachments.get(id);
              return found ? ok(found.slice()) : err('absent');
            },
          }),
        encrypt: async (zip, recipientsOfAll) => {
          const stream = await encryptToKeys(streamOf(zip), recipientsOfAll);
          for await (const piece of piecesOf(stream)) pieces.push(piece);
        },
        onProgress: () => undefined,
      },
    );
    return { file: new Uint8Array(Buffer.concat(pieces)), made };
  }

  /** The same, for a recovery key as well: all that is left when the computer is gone. */
  async backUpForPaper(): Promise<{ readonly recovery: string; readonly file: Uint8Array }> {
    const recovery = await generateX25519Identity();
    const { file } = await this.backUp([await identityToRecipient(recovery)]);
    return { recovery, file };
  }

  open(file: Uint8Array, listener: BackupListener = {}): Promise<Result<WholeBackup, OpenProblem>> {
    return openBytes(file, this.keyring, this.vault, listener);
  }
}

export function openBytes(
  file: Uint8Array,
  keyring: Keyring,
  vault: Pick<Vault, 'tagKey'>,
  listener: BackupListener = {},
): Promise<Result<WholeBackup, OpenProblem>> {
  return openBackup({
    file: {
      size: file.length,
      read: async (offset, length) => ok(file.slice(offset, offset + length)),
    },
    identities: keyring,
    tagKey: () => vault.tagKey,
    digest: platform.digest,
    listener,
  });
}
