/**
 * @file Making backups: by themselves while the journal is open, and whenever somebody asks. Each is read back and
 * decrypted to its last byte before it counts, then copied into the second folder, and only then may old ones go.
 */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { BackupManifest } from '#shared/share/backupManifest.ts';
import { type KnownBackup, outlived } from '#shared/share/rotation.ts';
import type { BackupFacts, BackupList, BackupPlace } from '#shared/shell/backupContract.ts';
import type { Journal } from '../journal.ts';
import { personShown } from '../people.ts';
import { isSample } from '../sample.ts';
import { Observable } from '../saving.ts';
import { shell } from '../shell.ts';
import type { VaultParts } from '../useVault.ts';
import { BackupWork, type Stopped } from './backupClient.ts';
import type { SizedFile } from './backupMessages.ts';
import type { MadeBackup } from './makeBackup.ts';
import { recoveryNoteIn } from './recoveryNote.ts';
import { isDue, isHeld } from './schedule.ts';

export type BackupProblem =
  | Stopped
  /** It was written, and did not read back as it should: it was removed again. */
  | 'damaged';

/** What is being done. `done` goes from 0 to 1 in each. */
export type BackupState =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'writing' | 'checking' | 'copying'; readonly done: number };

/** A backup that stands, and what was found in it. */
export interface StandingBackup {
  readonly name: string;
  readonly facts: BackupFacts;
}

export type MadeOutcome = Result<StandingBackup, BackupProblem>;

/** How long after opening the first one may begin: people are looking for their page then. */
const settledMs = 20_000;
const lookMs = 5 * 60_000;

export class Backups {
  readonly state = new Observable<BackupState>({ doing: 'nothing' });
  /** What came of the last one that was made by itself or asked for. */
  readonly last = new Observable<MadeOutcome | undefined>(undefined);
  readonly #journal: Journal;
  readonly #vault: VaultParts;
  #work: BackupWork | undefined;
  #making: Promise<MadeOutcome> | undefined;

  constructor(journal: Journal, vault: VaultParts) {
    this.#journal = journal;
    this.#vault = vault;
  }

  /** Makes backups by itself until the returned function is called. */
  begin(): () => void {
    const look = () => void this.#makeIfDue();
    const first = setTimeout(look, settledMs);
    const every = setInterval(look, lookMs);
    return () => {
      clearTimeout(first);
      clearInterval(every);
      this.cancel();
    };
  }

  /** Makes one now; if one is being made, that one. */
  make(): Promise<MadeOutcome> {
    this.#making ??= this.#make().then((outcome) => {
      this.#making = undefined;
      this.#work = undefined;
      this.state.set({ doing: 'nothing' });
      this.last.set(outcome);
      return outcome;
    });
    return this.#making;
  }

  /** Before something large joins the journal. That only ever adds, so a backup that fails does not stand in its way. */
  async makeBefore(): Promise<void> {
    const [list, rows] = await Promise.all([shell.listBackups(), this.#vault.db.rows.count()]);
    if (!isHeld(list, rows, this.#journal.clock.now())) await this.make();
  }

  cancel(): void {
    this.#work?.close();
  }

  /** Reads one through again. What is found is remembered. */
  async check(place: BackupPlace, { file, size }: SizedFile & { readonly file: { readonly name: string } }) {
    const work = new BackupWork();
    const { keyring } = this.#vault;
    const checked = await work.run(
      { work: 'verify', file, size, keyring },
      {
        onProgress: (done) => this.state.set({ doing: 'checking', done }),
      },
    );
    work.close();
    this.state.set({ doing: 'nothing' });
    if (!checked.ok || !checked.value.ok) return false;
    const found = checked.value.value;
    const facts = factsOf(found, {
      bytes: size,
      rows: found.revisions,
      verifiedAt: this.#journal.clock.now(),
    });
    await shell.noteBackup({ place, name: file.name, facts });
    return true;
  }

  async #makeIfDue(): Promise<void> {
    // What may be let go at any moment is nobody's journal.
    if (isSample(this.#journal.view) || this.#journal.isReadOnly || !this.#journal.complete.get()) return;
    const [list, rows] = await Promise.all([shell.listBackups(), this.#vault.db.rows.count()]);
    if (isDue(list, rows, this.#journal.clock.now())) await this.make();
  }

  async #make(): Promise<MadeOutcome> {
    const begun = await shell.beginBackup();
    if (!begun.ok) return begun;
    const work = new BackupWork();
    this.#work = work;
    try {
      const written = await this.#write(work);
      if (!written.ok) return written;
      const finished = await shell.finishBackup();
      if (!finished.ok) return finished;
      return await this.#check(work, begun.name, finished.bytes, written.value);
    } finally {
      work.close();
      await shell.dropBackup();
    }
  }

  async #write(work: BackupWork): Promise<Result<MadeBackup, BackupProblem>> {
    const { view, me, clock, replica } = this.#journal;
    const { keyring, vault } = this.#vault;
    const [slots, start, attachments] = await Promise.all([
      shell.readSlots(),
      shell.getStart(),
      shell.listAttachments(),
    ]);
    const recovery = recoveryNoteIn(slots, vault);
    const order = {
      keyring,
      recipients: recovery ? [recovery.recipient] : [],
      about: {
        madeAt: clock.now(),
        me,
        name: personShown(view, me).name,
        replica,
        ...(recovery ? { recovery } : {}),
        app: start.versions.app,
      },
      day: clock.today(),
      attachments,
    };
    return work.run(
      { work: 'make', order },
      {
        onProgress: (done) => this.state.set({ doing: 'writing', done }),
      },
    );
  }

  async #check(work: BackupWork, name: string, bytes: number, made: MadeBackup): Promise<MadeOutcome> {
    const { backup } = made.manifest;
    const facts = factsOf(made.manifest, { bytes, rows: made.rows });
    const file = { place: 'own', name } as const;
    await shell.noteBackup({ ...file, facts });
    const { keyring } = this.#vault;
    const checked = await work.run(
      { work: 'verify', file, size: bytes, keyring },
      {
        onProgress: (done) => this.state.set({ doing: 'checking', done }),
      },
    );
    const isWhole = checked.ok && checked.value.ok && checked.value.value.backup === backup;
    if (!isWhole) {
      await shell.removeBackup(file);
      return err(checked.ok ? 'damaged' : checked.error);
    }
    const verified = { ...facts, verifiedAt: this.#journal.clock.now() };
    await shell.noteBackup({ ...file, facts: verified });
    this.state.set({ doing: 'copying', done: 0 });
    // What is wrong with the second folder is shown where it is chosen; this backup stands all the same.
    await shell.copyBackup({ name });
    await letGo(await shell.listBackups(), name);
    return ok({ name, facts: verified });
  }
}

function factsOf(
  { revisions, records, attachments, unreadable, unreadablePhotos }: BackupManifest,
  of: Pick<BackupFacts, 'bytes' | 'rows' | 'verifiedAt'>,
): BackupFacts {
  return { ...of, revisions, records, attachments, unreadable, unreadablePhotos };
}

/** Removes what has had its time, in either folder. What this journal does not know stays. */
async function letGo({ files }: BackupList, made: string): Promise<void> {
  for (const place of ['own', 'second'] as const) {
    const known = files.flatMap(({ place: where, name, at, facts }): readonly KnownBackup[] =>
      where === place && facts
        ? [
            {
              name,
              at,
              verified: facts.verifiedAt !== undefined,
              revisions: facts.revisions,
              attachments: facts.attachments,
              unreadable: facts.unreadable,
              unreadablePhotos: facts.unreadablePhotos,
            },
          ]
        : [],
    );
    for (const name of outlived(known, made)) await shell.removeBackup({ place, name });
  }
}
