/**
 * @file Where revisions are kept: first in the log, then in the database. A save counts when both have it. Where the
 * two came to differ, each is healed from the other (see `healing.ts`) before anything more is written.
 */
import { hex, type Random, type RevisionId } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { Revision } from '#shared/revisions/revision.ts';
import type { LogRow } from '#shared/shell/contract.ts';
import { type Database, type SaveProblem, save } from './db.ts';
import { type Healed, heal, nothingDone } from './healing.ts';
import type { Log } from './log.ts';
import { mendRows } from './mendRows.ts';
import { sealRow } from './sealing.ts';
import { isSameTally, readTally, tallyBytes, withRows } from './tally.ts';
import type { Vault } from './vault.ts';

export interface LedgerParts {
  readonly db: Database;
  readonly log: Log;
  readonly vault: Vault;
  readonly random: Random;
}

/** `throughRow` is the last row's number in the database; undefined where the database must wait for room. */
type Added = Result<{ readonly throughRow: number | undefined }, SaveProblem>;

export interface DoubtEnded {
  readonly doubtful: ReadonlySet<RevisionId>;
  readonly healed: Healed;
}

export class Ledger {
  readonly #parts: LedgerParts;
  /** The two places may differ: something failed half-way, or only one of them could be written. */
  #isInDoubt = false;
  #doubtful = new Set<RevisionId>();

  constructor(parts: LedgerParts) {
    this.#parts = parts;
  }

  get isInDoubt(): boolean {
    return this.#isInDoubt;
  }

  /** Keeps these, and lets go of the drafts they were. All, or none. */
  async add(revisions: readonly Revision[], draftRows: readonly string[]): Promise<Added> {
    const { db, log } = this.#parts;
    const rows = revisions.map((revision) => this.#sealed(revision));
    const logged = await log.append(rows);
    if (!logged.ok) {
      // One that took too long may yet be written. To ask again would give its numbers away a second time.
      if (logged.error === 'not-saved') this.#doubt(revisions);
      return logged;
    }
    if (logged.value.lastWords) {
      this.#doubt([]);
      await log.removeDrafts(draftRows).catch(() => false);
      return ok({ throughRow: undefined });
    }
    let throughRow = 0;
    const outcome = await save(async () => {
      throughRow = await addRows(db, rows, draftRows);
    });
    if (!outcome.ok) {
      this.#doubt(revisions);
      return outcome;
    }
    // Not before: until both places have the words, their drafts are the second one. Waited for: whoever leaves now must
    // not leave them behind. What a crash leaves all the same is told from what is newer at the next start.
    await log.removeDrafts(draftRows).catch(() => false);
    return ok({ throughRow });
  }

  /** The database waits for room, and the next write looks whether there is some. */
  waitForRoom(): void {
    this.#isInDoubt = true;
  }

  /**
   * Makes the two places one again. What had been in doubt is kept now, in both places or in neither.
   */
  async endDoubt(): Promise<Result<DoubtEnded, SaveProblem>> {
    const healed = await heal(this.#parts);
    if (!healed.ok) return err(healed.error);
    const doubtful = this.#doubtful;
    this.#doubtful = new Set();
    this.#isInDoubt = healed.value.waitsForRoom;
    return ok({ doubtful, healed: healed.value });
  }

  /** These could not be read after all: they may be kept, and their numbers taken. */
  stayInDoubt(doubtful: ReadonlySet<RevisionId>): void {
    this.#isInDoubt = true;
    for (const id of doubtful) this.#doubtful.add(id);
  }

  /**
   * Reads the whole log and counts the rows of the database. Undefined where all is as it should be, or where it
   * cannot be looked at now: the next start looks again.
   */
  async check(): Promise<Healed | undefined> {
    const { db, log } = this.#parts;
    try {
      const [logged, rows, meta] = await Promise.all([log.verify(), db.rows.count(), db.meta.get('rows')]);
      const tally = readTally(meta?.sealed);
      if (tally?.rows === rows && isSameTally(tally, logged)) return undefined;
    } catch {
      return undefined;
    }
    const healed = await heal(this.#parts, { isThorough: true });
    return healed.ok && !healed.value.waitsForRoom ? healed.value : undefined;
  }

  /** Rows of the database that do not open, where the log has them whole; undefined where there was nothing to do. */
  async mend(): Promise<Healed | undefined> {
    const mended = await mendRows(this.#parts).catch(() => undefined);
    return mended ? { ...nothingDone, rowsToDatabase: mended } : undefined;
  }

  #doubt(revisions: readonly Revision[]): void {
    this.stayInDoubt(new Set(revisions.map(({ id }) => id)));
  }

  #sealed(revision: Revision): LogRow & { readonly sealed: Uint8Array<ArrayBuffer> } {
    const { vault, random } = this.#parts;
    const id = hex(random.bytes(16));
    return { id, keyId: vault.keyId, sealed: sealRow(revision, { store: 'rows', id }, vault, random) };
  }
}

/** One transaction; gives the last row's number. */
async function addRows(
  db: Database,
  rows: readonly (LogRow & { readonly sealed: Uint8Array<ArrayBuffer> })[],
  draftRows: readonly string[],
): Promise<number> {
  return db.transaction('rw', db.rows, db.drafts, db.meta, async () => {
    const before = readTally((await db.meta.get('rows'))?.sealed);
    if (!before) throw new Error('The database was emptied under its journal');
    const last = await db.rows.bulkAdd([...rows]);
    await db.meta.put({ key: 'rows', sealed: tallyBytes(withRows(before, rows)) });
    // Drafts go in the same transaction: a text is a draft or a revision, never neither.
    if (draftRows.length > 0) await db.drafts.bulkDelete([...draftRows]);
    return last;
  });
}
