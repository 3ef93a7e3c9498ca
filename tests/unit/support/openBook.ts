import { Journal } from '#renderer/journal/journal.ts';
import type { Log } from '#renderer/journal/log.ts';
import { openJournal, prefetch, readOn, renewCheckpoint } from '#renderer/journal/openVault.ts';
import { sealRow } from '#renderer/journal/sealing.ts';
import { noRows, tallyBytes } from '#renderer/journal/tally.ts';
import { unlockVault, type Vault, type VaultSecret } from '#renderer/journal/vault.ts';
import { newRecordId, newReplicaId } from '#shared/base/ids.ts';
import type { Clock, Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { paragraphs, plainText } from '#shared/domain/richText.ts';
import { MemoryDatabase } from './memoryDatabase.ts';
import { MemoryLog } from './memoryLog.ts';
import { seededRandom } from './replicas.ts';

/** As `age-keygen` writes it; it protects nothing. */
const secret = 'AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX' as VaultSecret;

export const today = '2026-05-01' as Day;

/** The app's own journal on a disk in memory: opened, written into, and opened again as after a crash. */
export class OpenBook<L extends Log = MemoryLog> {
  readonly disk = new MemoryDatabase();
  readonly log: L;
  readonly #random = seededRandom('open book');
  readonly #clock: Clock = { now: () => Date.now() as ReturnType<Clock['now']>, today: () => today };
  readonly #vault: Vault;
  journal: Journal;

  private constructor(vault: Vault, log: L) {
    this.log = log;
    const identity = { me: newRecordId('person', this.#random), replica: newReplicaId(this.#random) };
    this.#vault = vault;
    const place = { store: 'meta', id: 'replica' } as const;
    const sealed = sealRow(identity, place, vault, this.#random);
    this.disk.stored.meta.set('replica', { key: 'replica', sealed });
    this.disk.stored.meta.set('rows', { key: 'rows', sealed: tallyBytes(noRows) });
    this.journal = new Journal({ ...this.parts, identity });
    this.journal.complete.set(true);
  }

  static async begin(): Promise<OpenBook> {
    return OpenBook.beginWith(new MemoryLog());
  }

  static async beginWith<L extends Log>(log: L): Promise<OpenBook<L>> {
    return new OpenBook(await unlockVault([secret]), log);
  }

  /** What a later start finds, read to the end. The journal open until now is left as a killed process leaves it. */
  async reopen(): Promise<Journal> {
    const opened = await openJournal(this.#vault, this.parts, await prefetch(this.parts));
    if (!opened.ok) throw new Error(opened.error);
    this.journal = opened.value.journal;
    return this.journal;
  }

  readOn(): Promise<void> {
    return readOn(this.journal, this.parts);
  }

  checkpoint(): Promise<void> {
    return renewCheckpoint(this.journal, this.parts);
  }

  noteBody(words: string) {
    return { person: this.journal.me, day: today, text: paragraphs(words) } as const;
  }

  type(id: IdOf<'note'>, words: string): void {
    this.journal.drafts.change('note', id, this.noteBody(words));
  }

  /** What a note says, and how many other versions stand beside it. */
  read(id: IdOf<'note'>): readonly [string, number] | undefined {
    const entry = this.journal.view.get('note', id);
    return entry && [plainText(entry.body.text), entry.others];
  }

  /** The real parts of the app around a disk in memory. */
  get parts() {
    const breathe = () => Promise.resolve();
    return {
      db: this.disk.asDatabase(),
      log: this.log,
      clock: this.#clock,
      random: this.#random,
      vault: this.#vault,
      breathe,
    };
  }
}
