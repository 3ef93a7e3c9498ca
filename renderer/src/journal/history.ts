/**
 * @file Everything that was ever written about a record. Memory holds only what stands now; the rest is in its rows,
 * and only opening a row tells which record it is of. So the first history reads them all (a decade in a second or
 * two) and notes where each record's rows lie; the next one opens just those.
 */
import type { RecordId } from '#shared/base/ids.ts';
import { holderOf } from '#shared/domain/belonging.ts';
import { photosIn, type RichText } from '#shared/domain/richText.ts';
import { isFromNewer, type Revision } from '#shared/revisions/revision.ts';
import type { Database, SealedRow } from './db.ts';
import type { Journal } from './journal.ts';
import { openRevision, rowsAfter } from './rows.ts';
import type { Vault } from './vault.ts';

export interface HistoryParts {
  readonly db: Database;
  readonly vault: Vault;
  readonly breathe: () => Promise<void>;
}

export interface Asked {
  /** Also what was ever part of the records: a session's halves and what was said in them. */
  readonly withMembers: boolean;
  readonly signal: AbortSignal;
  /** How far the first reading has come: rows read, of so many. */
  readonly onProgress: (read: number, total: number) => void;
}

/** What a record left in the journal. */
export interface Traces {
  readonly rows: readonly SealedRow[];
  /** Names of attachments. */
  readonly photos: readonly string[];
}

/** Rows opened between two breaths: some 15 ms. */
const batch = 250;

export class History {
  readonly #parts: HistoryParts;
  /** Where the rows of each record lie, in the order of writing. */
  readonly #rows = new Map<RecordId, number[]>();
  /** What was ever said to be part of a record. */
  readonly #members = new Map<RecordId, Set<RecordId>>();
  /** Which records ever showed a photo. */
  readonly #photos = new Map<string, Set<RecordId>>();
  #lastRow = 0;
  #reading: Promise<unknown> = Promise.resolve();

  constructor(parts: HistoryParts) {
    this.#parts = parts;
  }

  /**
   * Every revision of these records, and of all that was ever part of them if `withMembers`, in the order of writing.
   * Rejects with the signal's reason when stopped; what was read by then is not read again.
   */
  revisionsOf(
    records: readonly RecordId[],
    { withMembers, signal, onProgress }: Asked,
  ): Promise<readonly Revision[]> {
    return this.#inTurn(async () => {
      const wanted = () => (withMembers ? this.#withMembers(records) : records);
      const rows = await this.#rowsOf(wanted, { signal, onProgress });
      return rows.flatMap((row) => openRevision(row, this.#parts.vault) ?? []);
    });
  }

  /** Every row of these records, and the photos that none but they ever showed: all that there is to erase. */
  tracesOf(records: readonly RecordId[]): Promise<Traces> {
    return this.#inTurn(async () => {
      const signal = new AbortController().signal;
      const rows = await this.#rowsOf(() => records, { signal, onProgress: () => undefined });
      const gone = new Set(records);
      const photos = [...this.#photos].filter(([, showing]) =>
        [...showing].every((record) => gone.has(record)),
      );
      return { rows, photos: photos.map(([name]) => name) };
    });
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const next = this.#reading.then(work);
    this.#reading = next.catch(() => undefined);
    return next;
  }

  async #rowsOf(
    wanted: () => readonly RecordId[],
    { signal, onProgress }: Pick<Asked, 'signal' | 'onProgress'>,
  ): Promise<readonly SealedRow[]> {
    for (;;) {
      await this.#readOn(signal, onProgress);
      const places = wanted().flatMap((record) => this.#rows.get(record) ?? []);
      const rows = await this.#parts.db.rows.bulkGet(places.sort((a, b) => a - b));
      const found = rows.flatMap((row) => (row ? [row] : []));
      if (found.length === rows.length) return found;
      // Rows that have gone were sealed again or erased: what lies where has to be found out anew.
      this.#forget();
    }
  }

  #withMembers(records: readonly RecordId[]): readonly RecordId[] {
    const found = new Set(records);
    // Grows while it is walked: a session has halves, and halves have notes.
    for (const each of found) for (const member of this.#members.get(each) ?? []) found.add(member);
    return [...found];
  }

  async #readOn(signal: AbortSignal, onProgress: Asked['onProgress']): Promise<void> {
    const { db, breathe } = this.#parts;
    const left = await rowsAfter(db, this.#lastRow).count();
    for (let read = 0; ; ) {
      signal.throwIfAborted();
      const rows = await rowsAfter(db, this.#lastRow).limit(batch).toArray();
      for (const row of rows) this.#note(row);
      read += rows.length;
      if (rows.length < batch) return;
      onProgress(read, left);
      await breathe();
    }
  }

  #note(row: SealedRow): void {
    this.#lastRow = row.seq;
    const revision = openRevision(row, this.#parts.vault);
    if (!revision) return;
    const { record, kind, body } = revision;
    for (const { attachment } of isFromNewer(revision) ? [] : photosIn(wordsOf(body))) {
      const showing = this.#photos.get(attachment);
      if (showing) showing.add(record);
      else this.#photos.set(attachment, new Set([record]));
    }
    const rows = this.#rows.get(record);
    if (rows) rows.push(row.seq);
    else this.#rows.set(record, [row.seq]);
    const holder = holderOf(kind, body);
    if (holder === undefined) return;
    const members = this.#members.get(holder);
    if (members) members.add(record);
    else this.#members.set(holder, new Set([record]));
  }

  #forget(): void {
    this.#rows.clear();
    this.#members.clear();
    this.#photos.clear();
    this.#lastRow = 0;
  }
}

/** The rich text in a body that was judged when it was written or joined; notes and noticings have one. */
function wordsOf(body: Revision['body']): RichText {
  const text = body?.text as RichText | undefined;
  return text?.type === 'doc' ? text : { type: 'doc' };
}

const histories = new WeakMap<Journal, History>();

/** The one history of an open journal: what it found out stays known until the journal is locked. */
export function historyOf(journal: Journal, parts: HistoryParts): History {
  const known = histories.get(journal);
  if (known) return known;
  const made = new History(parts);
  histories.set(journal, made);
  return made;
}
