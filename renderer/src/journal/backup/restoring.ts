/**
 * @file What a backup would bring back, and bringing it. Runs in a worker, which holds what it read until it is taken
 * or ends with it. The file is read twice: once to know what is in it, once more for the photos.
 */
import type { RecordId, ReplicaId } from '#shared/base/ids.ts';
import { hex, type Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { CensusTaker } from '#shared/revisions/census.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { Plan } from '#shared/revisions/union.ts';
import type { BackupListener } from '#shared/share/backupFile.ts';
import type { BackupAbout, BackupManifest } from '#shared/share/backupManifest.ts';
import type { Database } from '../db.ts';
import { openBlob, sealBlob, sealRow } from '../sealing.ts';
import { type Keyring, parseKeyring, unlockVault, type Vault } from '../vault.ts';
import type { Opening, OpenProblem } from './openBackup.ts';
import { release } from './release.ts';
import { censusOf, erasedElsewhere, planReturn } from './returning.ts';

export interface RestoreOrder {
  /** age identities that may open it. */
  readonly identities: readonly string[];
  /** The keys of the journal it belongs to, where they are known; else those inside it are taken. */
  readonly keyring?: Keyring | undefined;
  /** The journal that is open; none on a fresh computer. */
  readonly into?:
    | { readonly me: PersonId; readonly replica: ReplicaId; readonly lamport: number }
    | undefined;
  /** Photos that lie here already, whole or damaged. */
  readonly attachments: readonly string[];
}

export type RestoreProblem =
  | OpenProblem
  /** It holds another person's journal. */
  | { readonly why: 'another-persons'; readonly name: string };

type Counts = Readonly<Record<string, number>>;

/** What restoring would do. */
export interface RestorePreview {
  readonly about: RestoredAbout;
  /** What it had to do without when it was made. */
  readonly unread: Unread;
  /** Revisions in it. */
  readonly revisions: number;
  /** Records by kind that are not here, */
  readonly fresh: Counts;
  /** and those that are, of which it holds versions that are not. */
  readonly changed: Counts;
  /** Revisions that are here already. */
  readonly known: number;
  readonly added: number;
  /** Versions of what was erased for good: they stay out. */
  readonly erased: number;
  /** Those that cannot be read. */
  readonly refused: number;
  /** Records that are here and were erased for good in the copy that made it: here they go as well. */
  readonly goes: number;
  /** False where part of it cannot be read any more: what can be is here all the same. */
  readonly isWhole: boolean;
  /** Photos in it that are not here, that lie here damaged, and that are here. The first two come back. */
  readonly photos: { readonly missing: number; readonly damaged: number; readonly known: number };
}

/** What is known of whatever is brought back: whose it is, and when it was made. */
export type RestoredAbout = Pick<BackupAbout, 'me' | 'name' | 'madeAt' | 'recovery'>;

export interface Restored {
  readonly revisions: readonly Revision[];
  readonly keyring: Keyring;
  readonly about: RestoredAbout;
}

/** What had been passed over when a backup was made. */
export type Unread = Pick<BackupManifest, 'unreadable' | 'unreadablePhotos'>;

export interface ReadOver {
  readonly about: RestoredAbout;
  readonly unread: Unread;
  readonly isWhole: boolean;
}

/** Reads it from its beginning to its end, as often as it is asked to. */
export type ReadThrough = (
  reading: Pick<Opening, 'identities' | 'tagKey'> & { readonly listener: BackupListener },
) => Promise<Result<ReadOver, OpenProblem>>;

export interface RestoreSurroundings {
  readonly readThrough: ReadThrough;
  readonly random: Random;
  /** How much of its rows were given, 0 to 1. */
  readonly onProgress: (done: number) => void;
  /** The sealed bytes of a photo that lies here. */
  readonly readAttachment: (id: string) => Promise<Result<Uint8Array, string>>;
}

/** A row as it is sealed, without a running number. */
export interface LooseRow {
  readonly id: string;
  readonly keyId: string;
  readonly sealed: Uint8Array<ArrayBuffer>;
}

export class Restoring {
  readonly #order: RestoreOrder;
  readonly #around: RestoreSurroundings;
  #revisions: readonly Revision[] = [];
  #plan: Plan | undefined;
  #keyring: Keyring | undefined;
  #about: RestoredAbout | undefined;
  /** The keys that lie in the backup. */
  #inside: Keyring | undefined;
  /** What the photos that lie here open with. */
  #opening: Promise<Vault> | undefined;
  readonly #here: ReadonlySet<string>;
  /** Photos of which there is no whole one here. */
  readonly #lost = new Set<string>();

  constructor(order: RestoreOrder, around: RestoreSurroundings) {
    this.#order = order;
    this.#around = around;
    this.#here = new Set(order.attachments);
  }

  /** Reads all of it, and plans the union with what is here. Nothing is written. */
  async open(db: Database): Promise<Result<RestorePreview, RestoreProblem>> {
    const { into, keyring } = this.#order;
    const revisions: Revision[] = [];
    const photos = { missing: 0, damaged: 0, known: 0 };
    const opened = await this.#read({
      revision: (each) => void revisions.push(each),
      attachment: async ({ id }) => {
        const found = await this.#lookFor(id);
        photos[found] += 1;
        if (found !== 'known') this.#lost.add(id);
      },
    });
    if (!opened.ok) return opened;
    const { about, unread, isWhole } = opened.value;
    if (into && about.me !== into.me) return err({ why: 'another-persons', name: about.name });
    const found = keyring ?? this.#keyring;
    if (!found) return err({ why: 'damaged' });
    const vault = await unlockVault(found);
    const census = into ? await censusOf(db, vault, into.me) : new CensusTaker(about.me).taken();
    const plan = planReturn({ me: about.me, vault, census, into }, revisions);
    const refused = new Set(plan.refused.map(({ revision }) => revision));
    const erased = plan.refused.filter(({ why }) => why === 'erased-here').length;
    this.#revisions = revisions.filter((revision) => !refused.has(revision));
    this.#plan = plan;
    this.#keyring = found;
    this.#about = about;
    return ok({
      about,
      unread,
      revisions: revisions.length,
      fresh: countRecords(plan, (record) => !census.authors.has(record)),
      changed: countRecords(plan, (record) => census.authors.has(record)),
      known: plan.known.length,
      added: plan.added.length,
      erased,
      refused: plan.refused.length - erased,
      goes: erasedElsewhere(about.me, census, plan.added).length,
      isWhole,
      photos,
    });
  }

  /** What joins the journal. */
  taken(): Restored {
    if (!this.#plan || !this.#keyring || !this.#about) throw new Error('Nothing was opened');
    return { revisions: this.#plan.added, keyring: this.#keyring, about: this.#about };
  }

  /** The photos of which there is no whole one here, or all, sealed under the present key, one at a time. */
  async photos(
    which: 'lost' | 'all',
    keep: (id: string, sealed: Uint8Array<ArrayBuffer>) => Promise<void>,
  ): Promise<Result<undefined, RestoreProblem>> {
    if (which === 'lost' && this.#lost.size === 0) return ok(undefined);
    const vault = await this.#vault();
    const { random } = this.#around;
    const read = await this.#read({
      attachment: async ({ id, bytes }) => {
        if (which === 'all' || this.#lost.has(id))
          await keep(id, await sealBlob(bytes, { store: 'attachments', id }, vault, random));
      },
    });
    return read.ok ? ok(undefined) : read;
  }

  /** All revisions, sealed under the present key, for a journal that is to lie elsewhere. */
  async *rows(): AsyncGenerator<readonly LooseRow[]> {
    const vault = await this.#vault();
    const { random, onProgress } = this.#around;
    const revisions = this.#revisions;
    for (let start = 0; start < revisions.length; start += rowsAtOnce) {
      onProgress(start / revisions.length);
      yield revisions.slice(start, start + rowsAtOnce).map((revision) => {
        const id = hex(random.bytes(16));
        return { id, keyId: vault.keyId, sealed: sealRow(revision, { store: 'rows', id }, vault, random) };
      });
    }
  }

  #vault(): Promise<Vault> {
    return unlockVault(this.taken().keyring);
  }

  /** One that lies here counts if it opens, whatever the backup has of it: what can be seen here is never replaced. */
  async #lookFor(id: string): Promise<'missing' | 'damaged' | 'known'> {
    if (!this.#here.has(id)) return 'missing';
    const sealed = await this.#around.readAttachment(id);
    if (!sealed.ok) return 'damaged';
    const keyring = this.#order.keyring ?? this.#inside;
    if (!keyring) return 'damaged';
    this.#opening ??= unlockVault(keyring);
    const place = { store: 'attachments', id } as const;
    const opened = await openBlob(sealed.value as Uint8Array<ArrayBuffer>, place, await this.#opening);
    release(sealed.value);
    return opened.ok ? 'known' : 'damaged';
  }

  #read(listener: BackupListener) {
    const { identities, keyring } = this.#order;
    return this.#around.readThrough({
      identities,
      tagKey: async () => {
        const own = keyring ?? this.#inside;
        this.#keyring ??= own;
        return own && (await unlockVault(own)).tagKey;
      },
      listener: {
        ...listener,
        keyring: (text) => {
          this.#inside = parseKeyring(text);
        },
      },
    });
  }
}

const rowsAtOnce = 500;

/** Records by kind among what is added. */
function countRecords({ added }: Plan, counts: (record: RecordId) => boolean): Counts {
  const kindOf = new Map(
    added.filter(({ record }) => counts(record)).map(({ record, kind }) => [record, kind]),
  );
  const found: Record<string, number> = {};
  for (const kind of kindOf.values()) found[kind] = (found[kind] ?? 0) + 1;
  return found;
}
