/**
 * @file A backup from its beginning to its last byte: rows and photos are opened, packed and encrypted as they stream
 * by, so that only a few photos are in memory at a time. Runs in a worker; plain text exists in its memory only.
 */
import type { Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err } from '#shared/base/result.ts';
import type { Kind } from '#shared/domain/record.ts';
import { kinds } from '#shared/domain/record.ts';
import { revision } from '#shared/revisions/revision.ts';
import {
  type AttachmentToWrite,
  type BackupContent,
  type Platform,
  type RevisionText,
  writeBackup,
} from '#shared/share/backupFile.ts';
import { type BackupManifest, newBackupId } from '#shared/share/backupManifest.ts';
import type { Kept } from '#shared/share/closure.ts';
import { readableText } from '#shared/share/markdown.ts';
import { photosOf } from '#shared/share/photos.ts';
import { readablePage } from '#shared/share/readable.ts';
import { wholeJournal } from '#shared/share/wholeJournal.ts';
import { recipientOf } from '../ageFile.ts';
import type { Database, SealedRow } from '../db.ts';
import { readableHeads } from '../head.ts';
import { rowsAfter } from '../rows.ts';
import { openRow } from '../sealing.ts';
import { noRows, withRows } from '../tally.ts';
import { type Keyring, keyringText, unlockVault, type Vault } from '../vault.ts';
import { View } from '../view.ts';
import type { OpenedPhoto } from './photos.ts';
import { ahead } from './streams.ts';

export interface BackupOrder {
  readonly keyring: Keyring;
  /** Whom it is encrypted to besides this journal: the recovery key, if there is one. */
  readonly recipients: readonly string[];
  readonly about: Omit<BackupContent['about'], 'backup'>;
  /** Today, as the person's calendar has it. */
  readonly day: string;
  /** The ids of all photos that lie beside the journal. */
  readonly attachments: readonly string[];
}

export interface BackupSurroundings extends Platform {
  readonly db: Database;
  readonly random: Random;
  readonly openPhotos: (ids: readonly string[], keyring: Keyring) => AsyncGenerator<OpenedPhoto>;
  /** Whether a photo lies beside the journal by now, be it readable or not. */
  readonly hasPhoto: (id: string) => Promise<boolean>;
  /** Encrypts the ZIP to these recipients and writes the file; ends when all of it is written. */
  readonly encrypt: (zip: AsyncGenerator<Uint8Array>, recipients: readonly string[]) => Promise<void>;
  /** 0 to 1. */
  readonly onProgress: (done: number) => void;
}

export interface MadeBackup {
  readonly manifest: BackupManifest;
  /** Rows the database held, */
  readonly rows: number;
  /** and which. Undefined where a photo of theirs came too late to be in it: it does not hold all they name. */
  readonly tally: string | undefined;
}

/** Rows read from the database at once. */
const rowsAtOnce = 500;
/** A photo takes about as long as so many rows. */
const rowsAPhoto = 300;

export async function makeBackup(order: BackupOrder, around: BackupSurroundings): Promise<MadeBackup> {
  const vault = await unlockVault(order.keyring);
  const counted = { rows: 0, attachments: 0 };
  const unreadable = { rows: 0, photos: [] as string[] };
  const listed = new Set(order.attachments);
  /** Photos that rows name and that were not listed: whether one's own words do. */
  const unlisted = new Map<string, boolean>();
  let isAllThere = true;
  let held = noRows;
  const view = new View(order.about.me);
  const rows = await around.db.rows.count();
  const total = Math.max(1, rows + rowsAPhoto * order.attachments.length);
  const tell = () =>
    around.onProgress(Math.min(1, (counted.rows + rowsAPhoto * counted.attachments) / total));

  /** Photos among the rows: these cost this worker's time, those the time of others. */
  async function* parts(): AsyncGenerator<RevisionText | AttachmentToWrite> {
    const photos = attachments();
    const onRows = (some: readonly SealedRow[]) => {
      held = withRows(held, some);
    };
    for await (const row of rowTexts(around.db, vault, onRows)) {
      counted.rows += 1;
      if (counted.rows % rowsAtOnce === 0) tell();
      if (row.ok) {
        view.add(readableHeads([row.value.revision]));
        const isOwn = row.value.revision.author === order.about.me;
        for (const photo of photosNamedIn(row.value))
          if (!listed.has(photo)) unlisted.set(photo, isOwn || unlisted.get(photo) === true);
        yield row.value;
      } else unreadable.rows += 1;
      if (counted.rows * order.attachments.length < (counted.attachments + 1) * rows) continue;
      const next = await photos.next();
      if (!next.done) yield next.value;
    }
    yield* photos;
  }

  async function* attachments(): AsyncGenerator<AttachmentToWrite> {
    for await (const photo of around.openPhotos(order.attachments, order.keyring)) {
      counted.attachments += 1;
      tell();
      if (photo.ok) yield photo.value;
      else unreadable.photos.push(photo.error);
    }
  }

  const readable = () => {
    const photos = new Set(order.attachments);
    const records = standing(view);
    const told = wholeJournal({ records, me: order.about.me, day: order.day });
    return {
      page: () => readablePage(told, photos),
      text: () => readableText(told, photos),
      records: records.length,
    };
  };

  const content: BackupContent = {
    about: { ...order.about, backup: newBackupId(around.random) },
    keyring: keyringText(order.keyring),
    parts: parts(),
    readable,
    unreadable: async () => {
      const absent = await stillAbsent([...unlisted.keys()], around);
      isAllThere = absent.size === unlisted.size;
      return {
        rows: unreadable.rows,
        photos: [
          ...(await namedAmong(unreadable.photos, around.db, vault)),
          // What was in one's own words was here once. What others sent may name photos that never came along.
          ...[...absent].filter((photo) => unlisted.get(photo)),
        ],
      };
    },
  };
  let manifest: BackupManifest | undefined;
  async function* zip() {
    manifest = yield* writeBackup(content, vault.tagKey, around);
  }
  const own = await recipientOf(order.keyring[0]);
  await around.encrypt(zip(), [own, ...order.recipients]);
  if (!manifest) throw new Error('A backup ends with its manifest');
  return { manifest, rows: counted.rows, tally: isAllThere ? held.tally : undefined };
}

/**
 * Every revision as the text that was sealed, one row after another. What does not open is told, and passed over.
 * `onRows` hears of the rows before they are opened.
 */
export async function* rowTexts(
  db: Database,
  vault: Vault,
  onRows: (rows: readonly SealedRow[]) => void = () => undefined,
): AsyncGenerator<Result<RevisionText, 'damaged'>> {
  for await (const rows of ahead(rowBatches(db), 1)) {
    onRows(rows);
    for (const { id, sealed } of rows) {
      const opened = openRow(sealed, { store: 'rows', id }, vault);
      const parsed = opened.ok ? revision.safeParse(opened.value) : undefined;
      yield opened.ok && parsed?.success
        ? { ok: true, value: { text: JSON.stringify(opened.value), revision: parsed.data } }
        : err('damaged');
    }
  }
}

/** Most texts name none, and are not looked into. */
function photosNamedIn({ text, revision }: RevisionText): ReadonlySet<string> {
  return text.includes('"attachment"') ? photosOf([revision]) : new Set();
}

/** Without those that were added while the backup was being made. */
async function stillAbsent(
  photos: readonly string[],
  { hasPhoto }: Pick<BackupSurroundings, 'hasPhoto'>,
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const photo of photos) if (!(await hasPhoto(photo))) found.add(photo);
  return found;
}

/** Those that some version of something names. Nobody misses what is left over of another journal in this folder. */
async function namedAmong(photos: readonly string[], db: Database, vault: Vault): Promise<readonly string[]> {
  const unseen = new Set(photos);
  if (unseen.size === 0) return [];
  for await (const row of rowTexts(db, vault)) {
    // Their names are random: also what only a newer Stringwalk can read names them by these very letters.
    if (row.ok) for (const photo of unseen) if (row.value.text.includes(photo)) unseen.delete(photo);
    if (unseen.size === 0) break;
  }
  return photos.filter((photo) => !unseen.has(photo));
}

async function* rowBatches(db: Database): AsyncGenerator<readonly SealedRow[]> {
  for (let last = 0; ; ) {
    const rows = await rowsAfter(db, last).limit(rowsAtOnce).toArray();
    yield rows;
    if (rows.length < rowsAtOnce) return;
    last = rows.at(-1)?.seq ?? last;
  }
}

function standing(view: View): readonly Kept[] {
  return kinds.flatMap<Kept>((kind: Kind) => view.all(kind));
}
