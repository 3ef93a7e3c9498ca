import { access, constants, mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { takeTurns } from '#shared/base/inTurn.ts';
import { err, ok, type Result } from '#shared/base/result.ts';
import type {
  BackupFolder,
  BackupFolderProblem,
  BackupList,
  BackupPlace,
  ListedBackup,
} from '#shared/shell/backupContract.ts';
import type { Contract } from '#shared/shell/contract.ts';
import { draftsIn } from '../drafts.ts';
import { flushFolder, isAbsence, readWhole, writeWhole } from '../files.ts';
import { pageFrom } from '../logReading.ts';
import { BackupIndex } from './backupIndex.ts';
import { backupNameAt, madeAt, unfinishedSuffix } from './backupNames.ts';
import { hasRoom } from './backupRoom.ts';
import { upgradeCopies } from './beforeUpgrade.ts';
import { copyWhole } from './copyWhole.ts';
import { NewBackup } from './newBackup.ts';
import { writeProblem } from './writeProblem.ts';

/** The files that open a backup with a passphrase or a recovery key; a copy of each lies beside the backups. */
const keyFiles = { passphrase: 'passphrase.age', recovery: 'recovery.age' } as const;

/** Whether there is room is asked anew after so many bytes. */
const askForRoomEvery = 16 * 1024 * 1024;

/** Larger than any of them. */
const largestKeyFile = 1024 * 1024;

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
  #lastProblem: BackupFolderProblem | undefined;
  #cleared: Promise<void> | undefined;
  readonly #onCopied: (done: number) => void;
  #copying = new AbortController();

  /**
   * @param storeBytes How large the journal's store is; a backup leaves four times that free.
   * @param onCopied Hears how far a copy into the second folder has come, 0 to 1.
   */
  constructor(dataFolder: string, storeBytes: () => number, onCopied: (done: number) => void) {
    this.#dataFolder = dataFolder;
    this.#ownFolder = join(dataFolder, 'backups');
    this.#storeBytes = storeBytes;
    this.#onCopied = onCopied;
    this.#index = new BackupIndex(this.#ownFolder);
  }

  async list(): Promise<BackupList> {
    await this.#clearUnfinished();
    const own: BackupFolder = { place: 'own', path: this.#ownFolder };
    const files = await this.#filesIn('own', this.#ownFolder).catch(() => []);
    const upgrades = [...(await upgradeCopies(this.#ownFolder).catch(() => []))];
    const second = this.#index.secondFolder;
    if (second === undefined) return { folders: [own], files, upgrades };
    const there: Result<readonly ListedBackup[], BackupFolderProblem> = await this.#filesIn(
      'second',
      second,
    ).then(ok, (error) => err(isAbsence(error) ? 'absent' : 'cannot-read'));
    const problem = there.ok ? ((await writingProblem(second)) ?? this.#lastProblem) : there.error;
    const folder: BackupFolder = { place: 'second', path: second, ...(problem ? { problem } : {}) };
    return { folders: [own, folder], files: [...files, ...(there.ok ? there.value : [])], upgrades };
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

  /** Copies a backup that was found whole into the second folder; reads it back there, byte for byte. */
  async copy(name: string): Promise<Contract['copyBackup']['output']> {
    // Before anything is waited for: whoever asks may think better of it at once.
    this.#copying = new AbortController();
    const { signal } = this.#copying;
    await this.#copyKeys(this.#ownFolder);
    const folder = this.#index.secondFolder;
    if (folder === undefined) return err('absent');
    const copied = await this.#copyInto(folder, name, signal);
    // Another folder was chosen meanwhile, or none: nothing that is said of this one counts any more.
    if (this.#index.secondFolder !== folder) return err('absent');
    if (copied.ok) this.#lastProblem = undefined;
    // Nothing is wrong with the folder where somebody stopped it.
    else if (copied.error !== 'stopped') this.#lastProblem = copied.error;
    return copied;
  }

  /** Nothing of a copy that is being made stays. */
  stopCopy(): void {
    this.#copying.abort();
  }

  /** The keys have changed: what lies beside the backups that there are must open them as well. */
  async renewKeys(): Promise<void> {
    const { folders, files } = await this.list();
    for (const { place, path } of folders) {
      if (files.some((file) => file.place === place)) await this.#copyKeys(path);
    }
  }

  async remove(place: BackupPlace, name: string): Promise<Contract['removeBackup']['output']> {
    const path = this.#pathOf(place, name);
    if (path === undefined) return err('absent');
    try {
      await rm(path, { force: true });
      await flushFolder(dirname(path));
      return this.#index.note(place, name, undefined);
    } catch (error) {
      return isAbsence(error) ? err('absent') : err('cannot-write');
    }
  }

  /** A folder of this journal's own inside the one that was chosen, so that two journals may share that. */
  async chooseSecond(parent: string, label: string): Promise<Contract['chooseBackupFolder']['output']> {
    const folder = basename(parent) === `stringwalk-${label}` ? parent : join(parent, `stringwalk-${label}`);
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      if ((await writingProblem(folder)) !== undefined) return err('cannot-write');
      this.stopCopy();
      const chosen = await this.#index.chooseSecond(folder);
      this.#lastProblem = undefined;
      return chosen.ok ? { ok: true, path: folder } : chosen;
    } catch {
      return err('cannot-write');
    }
  }

  forgetSecond(): Promise<Contract['forgetBackupFolder']['output']> {
    this.stopCopy();
    this.#lastProblem = undefined;
    return this.#index.chooseSecond(undefined);
  }

  /** A file the person chose, with what lies beside it that may open it. */
  async choose(path: string): Promise<Contract['chooseBackup']['output']> {
    try {
      const { size } = await stat(path);
      this.#chosen = path;
      const slots: { passphrase?: Uint8Array; recovery?: Uint8Array } = {};
      for (const slot of ['passphrase', 'recovery'] as const) {
        const beside = await readWhole(join(dirname(path), keyFiles[slot]), largestKeyFile);
        if (beside.ok) slots[slot] = beside.value;
      }
      return { ok: true, name: basename(path), bytes: size, slots };
    } catch {
      return err('cannot-read');
    }
  }

  async #filesIn(place: BackupPlace, folder: string): Promise<ListedBackup[]> {
    const files: ListedBackup[] = [];
    for (const name of await readdir(folder)) {
      const at = madeAt(name);
      if (at === undefined) continue;
      const { size } = await stat(join(folder, name));
      const facts = this.#index.factsOf(place, name, size);
      files.push({ place, name, at, bytes: size, ...(facts ? { facts } : {}) });
    }
    return files;
  }

  async #copyInto(
    folder: string,
    name: string,
    stop: AbortSignal,
  ): Promise<Result<void, BackupFolderProblem | 'stopped'>> {
    const from = join(this.#ownFolder, name);
    try {
      const { size } = await stat(from);
      // Never made anew: where a stick was pulled out, its place may be an empty folder of this disk.
      await access(folder, constants.F_OK);
      await clearUnfinishedIn(folder);
      if (!(await this.#fits(folder, size))) return err('no-room');
      await copyWhole(from, join(folder, name), { onDone: this.#onCopied, stop });
      await this.#copyKeys(folder);
      if (this.#index.secondFolder !== folder) return err('absent');
      return this.#index.note('second', name, this.#index.factsOf('own', name, size));
    } catch (error) {
      if (stop.aborted) return err('stopped');
      return err(isAbsence(error) ? 'absent' : writeProblem(error));
    }
  }

  /** The passphrase of today opens all backups, older ones too: whatever opened them before is in the keyring. */
  async #copyKeys(folder: string): Promise<void> {
    for (const name of Object.values(keyFiles)) {
      const key = await readWhole(join(this.#dataFolder, 'journal', 'slots', name), largestKeyFile);
      if (!key.ok) continue;
      const there = await readWhole(join(folder, name), largestKeyFile);
      const isSame = there.ok && Buffer.from(there.value).equals(key.value);
      if (!isSame) await writeWhole(join(folder, name), key.value);
    }
  }

  #pathOf(place: BackupPlace, name: string): string | undefined {
    const folder = place === 'own' ? this.#ownFolder : this.#index.secondFolder;
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

async function clearUnfinishedIn(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    const isOurs =
      name.endsWith(unfinishedSuffix) && madeAt(name.slice(0, -unfinishedSuffix.length)) !== undefined;
    if (isOurs) await rm(join(folder, name), { force: true }).catch(() => undefined);
  }
}

/** Tried, not asked: permission bits say nothing about full disks and read-only mounts. */
async function writingProblem(folder: string): Promise<BackupFolderProblem | undefined> {
  const probe = join(folder, `.stringwalk-${process.pid}`);
  try {
    const file = await open(probe, 'w', 0o600);
    await file.close();
    await rm(probe);
    return undefined;
  } catch (error) {
    return isAbsence(error) ? 'absent' : writeProblem(error);
  }
}
