import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type { BackupFolder, BackupList, BackupPlace, ListedBackup } from '#shared/shell/backupContract.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { draftsIn } from '../drafts.ts';
import { flushFolder, isAbsence } from '../files.ts';
import { pageFrom } from '../logReading.ts';
import { Answering } from './answering.ts';
import { BackupIndex } from './backupIndex.ts';
import { backupNameAt } from './backupNames.ts';
import { hasRoom } from './backupRoom.ts';
import { upgradeCopies } from './beforeUpgrade.ts';
import { backupsIn, clearUnfinishedIn, type FoundBackup, writingProblem } from './folderOfBackups.ts';
import { copyKeys, keysIn } from './keyFiles.ts';
import { NewBackup } from './newBackup.ts';
import { type Patience, patienceWithDisks, SecondFolder } from './secondFolder.ts';
import { writeProblem } from './writeProblem.ts';

/** Whether there is room is asked anew after so many bytes. */
const askForRoomEvery = 16 * 1024 * 1024;

/** Backups on the disk, beside the journal and in a second folder. What is in them the shell cannot read. */
export class Backups {
  readonly #dataFolder: string;
  readonly #ownFolder: string;
  readonly #storeBytes: () => number;
  readonly #index: BackupIndex;
  #new: { readonly name: string; readonly file: NewBackup } | undefined;
  readonly #inTurn = takeTurns();
  /** Bytes written since it was last asked whether there is room. */
  #unasked = 0;
  #chosen: string | undefined;
  #second: SecondFolder | undefined;
  #cleared: Promise<void> | undefined;
  readonly #onCopied: (done: number) => void;
  readonly #patience: Patience;

  /**
   * @param storeBytes How large the journal's store is; a backup leaves four times that free.
   * @param onCopied Hears how far a copy into the second folder has come, 0 to 1.
   * @param patience How long the second folder may take to answer.
   */
  constructor(
    dataFolder: string,
    storeBytes: () => number,
    onCopied: (done: number) => void,
    patience = patienceWithDisks,
  ) {
    this.#dataFolder = dataFolder;
    this.#ownFolder = join(dataFolder, 'backups');
    this.#storeBytes = storeBytes;
    this.#onCopied = onCopied;
    this.#patience = patience;
    this.#index = new BackupIndex(this.#ownFolder, dataFolder);
    this.#second = this.#secondAt(this.#index.secondFolder);
  }

  /** With what lies in the second folder now, which takes some seconds where it hangs, or as it was seen last. */
  async list(second: 'now' | 'as-seen' = 'now'): Promise<BackupList> {
    await this.#clearUnfinished();
    const own: BackupFolder = { place: 'own', path: this.#ownFolder };
    const files = this.#listed('own', await backupsIn(this.#ownFolder).catch(() => []));
    const upgrades = [...(await upgradeCopies(this.#ownFolder).catch(() => []))];
    const there = this.#second;
    if (!there) return { folders: [own], files, upgrades };
    const { files: found, problem, keysOutdated } = second === 'now' ? await there.look() : there.seen;
    const folder: BackupFolder = {
      place: 'second',
      path: there.path,
      ...(problem ? { problem } : {}),
      ...(keysOutdated ? { keysOutdated } : {}),
    };
    return { folders: [own, folder], files: [...files, ...this.#listed('second', found)], upgrades };
  }

  #listed(place: BackupPlace, found: readonly FoundBackup[]): ListedBackup[] {
    return found.map((file) => {
      const facts = this.#index.factsOf(place, file.name, file.bytes);
      return { place, ...file, ...(facts ? { facts } : {}) };
    });
  }

  async begin(): Promise<Contract['beginBackup']['output']> {
    await this.drop();
    await this.#clearUnfinished();
    try {
      await mkdir(this.#ownFolder, { recursive: true, mode: 0o700 });
      if (!(await this.#fits(this.#ownFolder, await this.#expectedBytes()))) return err('no-room');
      const taken = new Set(await readdir(this.#ownFolder));
      let at = Date.now();
      while (taken.has(backupNameAt(at))) at += 1000;
      const name = backupNameAt(at);
      this.#unasked = 0;
      this.#new = { name, file: await NewBackup.begin(join(this.#ownFolder, name)) };
      return { ok: true, name };
    } catch (error) {
      return err(writeProblem(error));
    }
  }

  /** One after another, in the order in which they were asked for: several are, at once. */
  write(value: Uint8Array): Promise<Contract['writeBackup']['output']> {
    return this.#inTurn(() => this.#write(value));
  }

  async #write(value: Uint8Array): Promise<Contract['writeBackup']['output']> {
    const current = this.#new;
    if (!current) return err('absent');
    try {
      this.#unasked += value.length;
      if (this.#unasked > askForRoomEvery) {
        this.#unasked = 0;
        if (!(await this.#fits(this.#ownFolder, askForRoomEvery))) {
          await this.drop();
          return err('no-room');
        }
      }
      await current.file.write(value);
      return ok(undefined);
    } catch (error) {
      await this.drop();
      return err(writeProblem(error));
    }
  }

  async finish(): Promise<Contract['finishBackup']['output']> {
    const current = this.#new;
    if (!current) return err('cannot-write');
    try {
      const { bytes } = await current.file.flush();
      await current.file.name();
      this.#new = undefined;
      return { ok: true, bytes };
    } catch (error) {
      await this.drop();
      return err(writeProblem(error));
    }
  }

  async drop(): Promise<void> {
    const dropped = this.#new;
    this.#new = undefined;
    await dropped?.file.drop();
  }

  async read({
    file,
    offset,
    length,
  }: Contract['readBackup']['input']): Promise<Contract['readBackup']['output']> {
    const path = file === 'chosen' ? this.#chosen : this.#pathOf(file.place, file.name);
    if (path === undefined) return err('absent');
    const bytes = () => this.#bytesOf(path, offset, length);
    if (file === 'chosen' || file.place === 'own') return bytes();
    const read = await this.#second?.read(bytes);
    return read?.ok ? read.value : err('cannot-read');
  }

  async #bytesOf(path: string, offset: number, length: number): Promise<Contract['readBackup']['output']> {
    try {
      const handle = await open(path, 'r');
      try {
        const bytes = new Uint8Array(length);
        let read = 0;
        while (read < length) {
          const { bytesRead } = await handle.read(bytes, read, length - read, offset + read);
          if (bytesRead === 0) break;
          read += bytesRead;
        }
        return { ok: true, value: bytes.subarray(0, read) };
      } finally {
        await handle.close();
      }
    } catch (error) {
      return err(isAbsence(error) ? 'absent' : 'cannot-read');
    }
  }

  /** Rows of what was copied before an upgrade, and with the last the drafts. All stays as it is, damaged or not. */
  async readUpgradeCopy(name: string, from: number): Promise<Contract['readUpgradeCopy']['output']> {
    const copy = join(this.#ownFolder, name);
    try {
      const file = await open(join(copy, 'log', 'rows.log'), 'r');
      try {
        const { size } = await file.stat();
        const { rows, next, isWhole } = await pageFrom(file, size, from);
        if (next !== undefined) return { ok: true, rows, drafts: [], isWhole, next, done: next / size };
        return { ok: true, rows, drafts: await draftsIn(join(copy, 'drafts')), isWhole, done: 1 };
      } finally {
        await file.close();
      }
    } catch (error) {
      return err(isAbsence(error) ? 'absent' : 'cannot-read');
    }
  }

  note({ place, name, facts }: Contract['noteBackup']['input']): Promise<Contract['noteBackup']['output']> {
    return this.#index.note(place, name, facts);
  }

  /** Copies a backup that was found whole into the second folder, with what opens it, where they are not there yet. */
  async copy(name: string): Promise<Contract['copyBackup']['output']> {
    const second = this.#second;
    // At once: whoever asks may think better of it.
    const copying = second?.copy(join(this.#ownFolder, name), name, this.#onCopied);
    const keys = await copyKeys(this.#dataFolder, this.#ownFolder);
    const copied = (await copying) ?? err('absent');
    // Another folder was chosen meanwhile, or none: nothing that is said of this one counts any more.
    if (this.#second !== second) return err('absent');
    return copied.ok ? keys : copied;
  }

  /** Nothing of a copy that is being made stays. */
  stopCopy(): void {
    this.#second?.stopCopy();
  }

  /** The keys have changed: what lies beside the backups that there are must open them as well. */
  async renewKeys(): Promise<void> {
    const own = await backupsIn(this.#ownFolder).catch(() => []);
    if (own.length > 0) await copyKeys(this.#dataFolder, this.#ownFolder);
    await this.#second?.renewKeys();
  }

  async remove(place: BackupPlace, name: string): Promise<Contract['removeBackup']['output']> {
    const path = this.#pathOf(place, name);
    if (path === undefined) return err('absent');
    try {
      if (place === 'own') {
        await rm(path, { force: true });
        await flushFolder(dirname(path));
      } else if ((await this.#second?.remove(name))?.ok !== true) return err('cannot-write');
      return this.#index.note(place, name, undefined);
    } catch (error) {
      return isAbsence(error) ? err('absent') : err('cannot-write');
    }
  }

  /** A folder of this journal's own inside the one that was chosen, so that two journals may share that. */
  async chooseSecond(parent: string, label: string): Promise<Contract['chooseBackupFolder']['output']> {
    const folder = basename(parent) === `stringwalk-${label}` ? parent : join(parent, `stringwalk-${label}`);
    try {
      const asking = { inTurn: takeTurns(), patienceMs: this.#patience.lookMs };
      const made = await new Answering().ask(asking, async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        return writingProblem(folder);
      });
      if (!made.ok || made.value !== undefined) return err('cannot-write');
      const chosen = await this.#choose(folder);
      return chosen.ok ? { ok: true, path: folder } : chosen;
    } catch {
      return err('cannot-write');
    }
  }

  forgetSecond(): Promise<Contract['forgetBackupFolder']['output']> {
    return this.#choose(undefined);
  }

  #choose(folder: string | undefined): Promise<Result<void, 'cannot-write'>> {
    this.stopCopy();
    this.#second = this.#secondAt(folder);
    return this.#index.chooseSecond(folder);
  }

  #secondAt(path: string | undefined): SecondFolder | undefined {
    if (path === undefined) return undefined;
    const [dataFolder, storeBytes, index, patience] = [
      this.#dataFolder,
      this.#storeBytes,
      this.#index,
      this.#patience,
    ];
    return new SecondFolder({ path, dataFolder, storeBytes, index, patience });
  }

  /** A file the person chose, with what lies beside it that may open it. */
  async choose(path: string): Promise<Contract['chooseBackup']['output']> {
    try {
      const { size } = await stat(path);
      this.#chosen = path;
      return { ok: true, name: basename(path), bytes: size, slots: await keysIn(dirname(path)) };
    } catch {
      return err('cannot-read');
    }
  }

  #pathOf(place: BackupPlace, name: string): string | undefined {
    const folder = place === 'own' ? this.#ownFolder : this.#second?.path;
    return folder === undefined ? undefined : join(folder, name);
  }

  #fits(folder: string, bytes: number): Promise<boolean> {
    return hasRoom(folder, bytes, { folder: this.#dataFolder, storeBytes: this.#storeBytes() });
  }

  /** Photos do not shrink; rows do, by more than the pages for reading add. */
  async #expectedBytes(): Promise<number> {
    const folder = join(this.#dataFolder, 'journal', 'attachments');
    let bytes = this.#storeBytes();
    for (const name of await readdir(folder).catch(() => [])) bytes += (await stat(join(folder, name))).size;
    return bytes;
  }

  /** What a crash left of a backup, once a start: while this runs, only its own is being written. */
  #clearUnfinished(): Promise<void> {
    this.#cleared ??= clearUnfinishedIn(this.#ownFolder);
    return this.#cleared;
  }
}
