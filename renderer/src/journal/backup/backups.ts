/**
 * @file Making backups: by themselves while the journal is open, and whenever somebody asks. Each is read back and
 * decrypted to its last byte before it counts, then copied into the second folder, and only then may old ones go.
 */
import { takeTurns } from '#shared/base/inTurn.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { BackupManifest } from '#shared/share/backupManifest.ts';
import type { BackupFacts, BackupList, BackupPlace } from '#shared/shell/backupContract.ts';
import type { Journal } from '../journal.ts';
import { personShown } from '../people.ts';
import { isSample } from '../sample.ts';
import { Observable } from '../saving.ts';
import { onMessage, shell } from '../shell.ts';
import { readTally, type Tally } from '../tally.ts';
import type { VaultParts } from '../useVault.ts';
import { BackupWork, type Stopped } from './backupClient.ts';
import type { SizedFile } from './backupMessages.ts';
import { factsOf } from './known.ts';
import { letGo } from './letGo.ts';
import type { MadeBackup } from './makeBackup.ts';
import { recoveryNoteIn } from './recoveryNote.ts';
import { hourMs, isDue, isHeld, notReadBack, toCopy } from './schedule.ts';

export type BackupProblem =
  | Stopped
  /** It was written, and did not read back as it should: it was removed again. */
  | 'damaged'
  /** It was written; reading it back was stopped, or broke off. It stays, and is read back once more. */
  | 'read-back-stopped'
  | 'read-back-failed';

/** Why one did not read back: it is not whole, or not ours; or the disk did not give its bytes. */
type Unread = 'damaged' | 'cannot-read';

/** What is being done. `done` goes from 0 to 1 in each. */
export type BackupState =
  | { readonly doing: 'nothing' }
  | { readonly doing: 'writing' | 'checking' | 'copying'; readonly done: number };

/** A backup that stands, and what was found in it. */
export interface StandingBackup {
  readonly name: string;
  readonly facts: BackupFacts;
  /** Copying it into the second folder was stopped by hand. */
  readonly isCopyStopped: boolean;
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
  #making: Promise<MadeOutcome> | undefined;
  /** What is being done, and what waits for it: each ends when it is told to. */
  readonly #underWay = new Set<AbortController>();
  readonly #inTurn = takeTurns();
  #isLooking = false;
  /** A copy that somebody stopped: it is not begun again by itself, the next one is. */
  #stoppedCopy: string | undefined;
  /** One that failed is not begun again before. */
  #copyAgainAt = 0;
  /** Whoever waits for a backup that was found whole, and not for its copy. */
  readonly #whenWhole = new Set<() => void>();

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
    return this.#once((stop) => this.#make(stop));
  }

  /**
   * Before something large joins the journal. That only ever adds, so a backup that fails does not stand in its way, and
   * its copy into the second folder goes on meanwhile.
   */
  async makeBefore(): Promise<void> {
    try {
      const [list, rows] = await this.#standing();
      if (isHeld(list, rows, this.#journal.clock.now())) return;
      const isWhole = new Promise<void>((resolve) => this.#whenWhole.add(resolve));
      await Promise.race([isWhole, this.#makeOrFinish(list, rows)]);
    } catch {
      // A disk that does not even tell which there are.
    }
  }

  /** Ends all that is being done. What was begun goes, or stays as one that was not read back yet. */
  cancel(): void {
    for (const each of this.#underWay) each.abort();
  }

  /** Reads one through again. What is found is remembered, damage too; where it is stopped, nothing is. */
  check(
    place: BackupPlace,
    { file, size }: SizedFile & { readonly file: { readonly name: string } },
  ): Promise<Result<undefined, Stopped | Unread>> {
    return this.#alone(async (stop) => {
      const { name } = file;
      const checked = await withWork(stop, (work) => this.#readBack(work, { place, name }, size));
      const { files } = await shell.listBackups({ second: 'now' });
      const known = files.find((each) => each.place === place && each.name === name)?.facts;
      const now = this.#journal.clock.now();
      if (!checked.ok) {
        // What nobody knew before may be another journal's.
        if (checked.error === 'damaged' && known)
          await shell.noteBackup({ place, name, facts: { ...known, verifiedAt: undefined, damagedAt: now } });
        return checked;
      }
      const rows = known?.rows ?? checked.value.revisions;
      await shell.noteBackup({
        place,
        name,
        facts: factsOf(checked.value, { bytes: size, rows, tally: known?.tally, verifiedAt: now }),
      });
      return ok(undefined);
    });
  }

  async #makeIfDue(): Promise<void> {
    // What may be let go at any moment is nobody's journal.
    if (isSample(this.#journal.view) || this.#journal.isReadOnly || !this.#journal.complete.get()) return;
    // A disk that takes longer than until the next look is not asked twice.
    if (this.#isLooking) return;
    this.#isLooking = true;
    try {
      const [list, rows] = await this.#standing();
      if (isDue(list, rows, this.#journal.clock.now())) await this.#makeOrFinish(list, rows);
      else await this.#catchUp();
    } finally {
      this.#isLooking = false;
    }
  }

  /** The backups there are, and what they should hold. */
  async #standing(): Promise<readonly [BackupList, Tally | undefined]> {
    const { db } = this.#vault;
    const [list, rows] = await Promise.all([shell.listBackups({ second: 'as-seen' }), db.meta.get('rows')]);
    return [list, readTally(rows?.sealed)];
  }

  /** What could not be copied into the second folder when it was made is copied once that is back. */
  async #catchUp(): Promise<void> {
    const list = await shell.listBackups({ second: 'now' });
    const now = this.#journal.clock.now();
    const name = toCopy(list, now);
    if (name === undefined || name === this.#stoppedCopy || now < this.#copyAgainAt) return;
    const copied = await this.#alone((stop) => this.#copy(name, stop));
    this.#copyAgainAt = copied === 'failed' ? now + hourMs : 0;
  }

  /** One that holds all there is, and was only not read back to its end, is as good as a new one. */
  async #makeOrFinish(list: BackupList, rows: Tally | undefined): Promise<void> {
    const begun = notReadBack(list, rows, this.#journal.clock.now());
    if (!begun) {
      await this.make();
      return;
    }
    const { name, facts } = begun;
    await this.#once((stop) => withWork(stop, (work) => this.#stand(work, stop, name, facts)));
  }

  /** The one that is being made, or this one. Whatever breaks it, the next can be made. */
  #once(work: (stop: AbortSignal) => Promise<MadeOutcome>): Promise<MadeOutcome> {
    this.#making ??= this.#alone(work)
      .catch((): MadeOutcome => err('failed'))
      .then((outcome) => {
        this.#making = undefined;
        this.last.set(outcome);
        return outcome;
      });
    return this.#making;
  }

  /** One thing at a time: two would share one bar, and one disk. */
  #alone<T>(work: (stop: AbortSignal) => Promise<T>): Promise<T> {
    const controller = new AbortController();
    this.#underWay.add(controller);
    return this.#inTurn(async () => {
      try {
        return await work(controller.signal);
      } finally {
        this.#underWay.delete(controller);
        this.state.set({ doing: 'nothing' });
      }
    });
  }

  async #make(stop: AbortSignal): Promise<MadeOutcome> {
    if (stop.aborted) return err('cancelled');
    // From its first moment on: until there is something to see, there is nothing to stop.
    this.state.set({ doing: 'writing', done: 0 });
    const begun = await shell.beginBackup();
    if (!begun.ok) return begun;
    const { name } = begun;
    try {
      return await withWork(stop, async (work) => {
        const written = await this.#write(work);
        if (!written.ok) return written;
        const finished = await shell.finishBackup();
        if (!finished.ok) return finished;
        const { manifest, rows, tally } = written.value;
        const facts = factsOf(manifest, { bytes: finished.bytes, rows, tally });
        await shell.noteBackup({ place: 'own', name, facts });
        return this.#stand(work, stop, name, facts, manifest);
      });
    } finally {
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

  /** One that was written is read back, and only then copied, and only then may others go. */
  async #stand(
    work: BackupWork,
    stop: AbortSignal,
    name: string,
    facts: BackupFacts,
    written?: BackupManifest,
  ): Promise<MadeOutcome> {
    const file = { place: 'own', name } as const;
    const checked = await this.#readBack(work, file, facts.bytes);
    // A disk that gives no bytes may give them the next time. After that, what it holds is no backup.
    const isRead =
      checked.ok || checked.error === 'damaged' || (checked.error === 'cannot-read' && written === undefined);
    if (!isRead) return err(checked.error === 'cancelled' ? 'read-back-stopped' : 'read-back-failed');
    if (!checked.ok || (written && checked.value.backup !== written.backup)) {
      await shell.removeBackup(file);
      return err('damaged');
    }
    const verified = { ...facts, verifiedAt: this.#journal.clock.now() };
    await shell.noteBackup({ ...file, facts: verified });
    for (const goOn of this.#whenWhole) goOn();
    this.#whenWhole.clear();
    const isCopyStopped = (await this.#copy(name, stop)) === 'stopped';
    await letGo(await shell.listBackups({ second: 'now' }), name);
    return ok({ name, facts: verified, isCopyStopped });
  }

  async #readBack(
    work: BackupWork,
    file: { readonly place: BackupPlace; readonly name: string },
    size: number,
  ): Promise<Result<BackupManifest, Stopped | Unread>> {
    const onProgress = (done: number) => this.state.set({ doing: 'checking', done });
    onProgress(0);
    const { keyring } = this.#vault;
    const checked = await work.run({ work: 'verify', file, size, keyring }, { onProgress });
    if (!checked.ok) return checked;
    if (checked.value.ok) return checked.value;
    return err(checked.value.error.why === 'cannot-read' ? 'cannot-read' : 'damaged');
  }

  /** What is wrong with the second folder is shown where it is chosen; the backup stands. */
  async #copy(name: string, stop: AbortSignal): Promise<'copied' | 'stopped' | 'failed'> {
    const copied = await this.#copied(name, stop);
    if (copied === 'stopped') this.#stoppedCopy = name;
    return copied;
  }

  async #copied(name: string, stop: AbortSignal): Promise<'copied' | 'stopped' | 'failed'> {
    if (stop.aborted) return 'stopped';
    const tell = (done: number) => this.state.set({ doing: 'copying', done });
    tell(0);
    const endHearing = onMessage('backupCopied', tell);
    const end = () => void shell.stopCopy();
    stop.addEventListener('abort', end);
    try {
      const copied = await shell.copyBackup({ name });
      if (copied.ok) return 'copied';
      return copied.error === 'stopped' ? 'stopped' : 'failed';
    } finally {
      stop.removeEventListener('abort', end);
      endHearing();
    }
  }
}

/** A worker that ends with the work, or as soon as that is to stop. */
async function withWork<T>(stop: AbortSignal, act: (work: BackupWork) => Promise<T>): Promise<T> {
  const work = new BackupWork();
  const end = () => work.close();
  stop.addEventListener('abort', end);
  if (stop.aborted) end();
  try {
    return await act(work);
  } finally {
    end();
  }
}
