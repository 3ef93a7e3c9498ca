/** @file Wires the real parts: the only place where the real clock and real chance are made. */
import type { Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { type Clock, dayOf, type Instant } from '#shared/base/time.ts';
import type { Start } from '#shared/shell/contract.ts';
import { type Beginning, beginJournal, beginWith } from '../journal/beginning.ts';
import { Database, databaseName, isOfDatabase, type SaveProblem } from '../journal/db.ts';
import { clearGround, finishClearing, takeGround } from '../journal/ground.ts';
import type { Healed } from '../journal/healing.ts';
import type { Journal } from '../journal/journal.ts';
import { shellLog } from '../journal/log.ts';
import {
  type OpenProblem,
  type Prefetched,
  prefetch,
  type Surroundings,
  whenRead,
} from '../journal/openVault.ts';
import type { ResealProblem } from '../journal/reseal.ts';
import { isAnyUnder } from '../journal/rows.ts';
import { Observable } from '../journal/saving.ts';
import { shell } from '../journal/shell.ts';
import {
  openWithoutPassphrase,
  openWithPassphrase,
  type SlotProblem,
  type Slots,
  writeOpenSlot,
  writePassphraseSlot,
} from '../journal/slots.ts';
import { type Keyring, unlockVault, type Vault } from '../journal/vault.ts';
import { bringingBack, openBroughtBack } from './bringingBack.ts';
import { sealing, sealWhatIsDue } from './sealAnew.ts';

const clock: Clock = {
  now: () => Date.now() as Instant,
  today: () => dayOf(Date.now()),
};

const random: Random = {
  bytes: (length) => crypto.getRandomValues(new Uint8Array(length)),
};

/** Lets the page paint: the next idle moment, or a tenth of a second if there is none. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => requestIdleCallback(() => resolve(), { timeout: 100 }));

/** An open journal with what the pages around it need. */
export interface OpenParts extends Surroundings {
  readonly journal: Journal;
  readonly vault: Vault;
  readonly keyring: Keyring;
  /** What had to be made good on the way, for the person to be told. */
  readonly healed?: Healed | undefined;
  /** Something still lies sealed under a former key; undefined where all is as it should be. */
  readonly unsealed?: ResealProblem | undefined;
}

export type StartUp =
  | { readonly state: 'welcome'; readonly start: Start; readonly around: Surroundings }
  | { readonly state: 'locked'; readonly start: Start; readonly around: Surroundings; readonly slots: Slots }
  | { readonly state: 'open'; readonly start: Start; readonly parts: OpenParts }
  | Stopped;

export interface Stopped {
  readonly state: 'stopped';
  readonly start: Start | undefined;
  readonly why: StopReason;
  /** Where a backup helps: with the keys that lie here, if nothing says that they are not this journal's. */
  readonly rescue?: { readonly around: Surroundings; readonly keys?: Slots };
}

export type StopReason =
  /** The data folder takes no writing. */
  | 'cannot-write'
  /** There is no journal yet, and the disk has no room to begin one. */
  | 'no-room-to-begin'
  /** A key without pages, pages without a key, or the two do not fit. Never taken for a first run. */
  | 'parts-missing'
  /** The database does not open. */
  | 'cannot-open'
  /** A newer program wrote here, and this one would destroy its database by opening it. */
  | 'newer-browser'
  /** The database is to be filled from the log, and the disk has too little room for it. */
  | 'no-room';

/** Whether a journal is being opened: its keys are here before its pages are. */
export const opening = new Observable(false);

/** The real clock, real chance and the real database. */
export function realSurroundings(): Surroundings {
  return { db: new Database(), log: shellLog, clock, random, breathe };
}

/** `other-pages`: the key is a key, but the pages here do not open with it. */
type PartsProblem = 'other-pages' | 'not-written' | 'no-room';

const problems = {
  'not-this-journal': 'other-pages',
  'not-healed': 'not-written',
  'no-room': 'no-room',
} as const satisfies Record<Exclude<OpenProblem, 'stopped'>, PartsProblem>;

const unwritable = { 'cannot-write': 'cannot-write', 'no-room': 'no-room-to-begin' } as const;

const stopped = { 'not-written': 'cannot-open', 'no-room': 'no-room' } as const;

/** Finds out what there is, and opens what needs no passphrase. */
export async function startUp(): Promise<StartUp> {
  const real = realSurroundings();
  const [start, slots, isLetGo, first] = await Promise.all([
    shell.getStart(),
    shell.readSlots(),
    shell.isLetGo(),
    inTime(prefetch(real)).then(ok, (problem: unknown) => err(problem)),
  ]);
  if (start.unwritable) return { state: 'stopped', start, why: unwritable[start.unwritable] };
  if (start.writtenBy === 'newer-browser') return { state: 'stopped', start, why: 'newer-browser' };
  const isFromNewer = start.writtenBy === 'newer-app';
  // What a newer Stringwalk wrote is not made anew by an older one.
  const found = first.ok ? first.value : isFromNewer ? undefined : await rebuilt(real, first.error);
  if (!found) {
    const rescue = { around: real, keys: slots };
    return { state: 'stopped', start, why: 'cannot-open', ...(isFromNewer ? {} : { rescue }) };
  }
  const isReadOnly = isFromNewer || found.isFromNewer;
  const around = { ...real, isReadOnly };
  const isEmpty = found.lastRow === 0 && found.logged.rows === 0;
  const hasSlot = Object.values(slots).some((slot) => slot !== undefined);
  // Left by a crash just after the beginning was through. It must not wait for a database that is lost some day.
  if (found.identity && isLetGo && !isReadOnly && !(await takeGround())) {
    return { state: 'stopped', start, why: 'cannot-write' };
  }
  if (!found.identity) {
    const isFree = (!isReadOnly && (await finishClearing(around))) || (!hasSlot && isEmpty);
    if (isFree) return { state: 'welcome', start, around };
  }
  // Pages that vanished from under their key, here and in the log. With a checkpoint there is something to open.
  if (!found.firstChunk && isEmpty) {
    const rescue = { around, keys: slots };
    return { state: 'stopped', start, why: 'parts-missing', ...(isReadOnly ? {} : { rescue }) };
  }
  // What opens without a passphrase may be damaged, or from another journal: where there is one, it is asked for.
  const elseAsk: StartUp =
    slots.passphrase || slots.recovery
      ? { state: 'locked', start, around, slots }
      : { state: 'stopped', start, why: 'parts-missing', ...(isReadOnly ? {} : { rescue: { around } }) };
  const keyring = await openWithoutPassphrase(slots, start.locked);
  if (keyring === undefined) return elseAsk;
  const opened = await openParts(around, keyring, found);
  if (opened.ok) return { state: 'open', start, parts: opened.value };
  if (opened.error === 'other-pages') return elseAsk;
  const rescue = { around, keys: slots };
  return { state: 'stopped', start, why: stopped[opened.error], ...(isReadOnly ? {} : { rescue }) };
}

/** Opens a locked journal. */
export function unlock(
  around: Surroundings,
  slots: Slots,
  passphrase: string,
): Promise<Result<OpenParts, SlotProblem | PartsProblem>> {
  opening.set(true);
  // A disk that does not answer: the page says so, and can be asked again.
  return openLocked(around, slots, passphrase)
    .catch((): Result<OpenParts, PartsProblem> => err('not-written'))
    .finally(() => opening.set(false));
}

async function openLocked(
  around: Surroundings,
  slots: Slots,
  passphrase: string,
): Promise<Result<OpenParts, SlotProblem | PartsProblem>> {
  const found = prefetch(around);
  const keyring = await openWithPassphrase(slots, passphrase);
  return keyring.ok ? openWithKeyring(around, keyring.value, found) : keyring;
}

/** Opens the journal that these keys belong to. */
export async function openWithKeyring(
  around: Surroundings,
  keyring: Keyring,
  prefetching = prefetch(around),
): Promise<Result<OpenParts, PartsProblem>> {
  const found = await prefetching.catch((problem: unknown) => rebuilt(around, problem));
  return found ? openParts(around, keyring, found) : err('not-written');
}

/** The same journal, opened anew with another keyring; undefined where some words could not be kept first. */
export async function reopenWith(
  { journal, db, log, clock, random, breathe, isReadOnly = false }: OpenParts,
  keyring: Keyring,
): Promise<
  | { readonly state: 'open'; readonly parts: OpenParts }
  | { readonly state: 'locked'; readonly around: Surroundings; readonly slots: Slots }
  | undefined
> {
  if (!(await journal.end()).ok) return undefined;
  await whenRead(journal);
  const around = { db, log, clock, random, breathe, isReadOnly };
  const opened = await openWithKeyring(around, keyring).catch(() => err('not-written'));
  if (opened.ok) return { state: 'open', parts: opened.value };
  return { state: 'locked', around, slots: await shell.readSlots() };
}

async function openParts(
  around: Surroundings,
  keyring: Keyring,
  found: Prefetched,
): Promise<Result<OpenParts, PartsProblem>> {
  try {
    return await openSealed(around, keyring, found);
  } finally {
    // Not before: until the journal stands, a page would show the door, or the journal as it was.
    sealing.set(undefined);
  }
}

async function openSealed(
  around: Surroundings,
  keyring: Keyring,
  found: Prefetched,
): Promise<Result<OpenParts, PartsProblem>> {
  const present = await unlockVault(keyring);
  const unsealed = await sealWhatIsDue({ ...around, vault: present, keyring });
  const vault = unsealed === 'keys-behind' ? await knownToAll(present, keyring, around) : present;
  const open = (from: Prefetched) => openBroughtBack(vault, around, from);
  // A page of the database that cannot be read fails late. The log has it as well.
  const opened = await open(unsealed === 'not-due' ? found : await prefetch(around)).catch(
    async (problem: unknown): ReturnType<typeof open> => {
      const again = await rebuilt(around, problem);
      return again ? open(again) : err('not-healed');
    },
  );
  bringingBack.set(undefined);
  if (!opened.ok) return err(problems[opened.error]);
  const { journal, healed } = opened.value;
  if (around.db.wasLost) void shell.noteEvent({ at: clock.now(), what: 'database-lost', rows: 0 });
  return ok({
    ...around,
    journal,
    vault,
    keyring,
    healed,
    unsealed: unsealed === 'not-due' ? undefined : unsealed,
  });
}

/**
 * While a slot does not hold the present key yet, nothing is sealed under it: whoever comes by that slot, with the
 * recovery sheet for one, would not read what was written since.
 */
async function knownToAll(present: Vault, [, ...former]: Keyring, around: Surroundings): Promise<Vault> {
  const [first, ...rest] = former;
  if (!first || (await isAnyUnder([present.keyId], around))) return present;
  return unlockVault([first, ...rest]);
}

/** Chromium may wait for a database for ever. */
const databasePatienceMs = 20_000;

function inTime<T>(work: Promise<T>): Promise<T> {
  return Promise.race([
    work,
    new Promise<never>((_, reject) =>
      setTimeout(() => reject(new Error('The database took too long')), databasePatienceMs),
    ),
  ]);
}

/**
 * A database that does not open, or cannot be read, is made anew; the log then fills it. Only where the log is whole
 * and holds something: what is in the log is all that was ever said to be saved. A database that is only slow, and
 * whatever else may go wrong, is no reason.
 */
async function rebuilt(around: Surroundings, problem: unknown): Promise<Prefetched | undefined> {
  if (!isOfDatabase(problem)) return undefined;
  const log = await around.log.verify().catch(() => undefined);
  if (!log || log.rows === 0 || log.mended === 'rescued' || log.room === 'low') return undefined;
  try {
    around.db.close({ disableAutoOpen: false });
    // Where not even deleting it works, its files are removed.
    const isGone = await inTime(Database.delete(databaseName)).then(
      () => true,
      async () => (await shell.clearDatabase()).ok,
    );
    if (!isGone) return undefined;
    await shell.noteEvent({ at: clock.now(), what: 'database-rebuilt', rows: log.rows });
    return await inTime(prefetch(around));
  } catch {
    return undefined;
  }
}

/** Makes a vault, its first slot and the first records. An empty passphrase means: not protected on this disk. */
export function begin(
  around: Surroundings,
  beginning: Beginning,
  passphrase: string,
): Promise<Result<OpenParts, 'not-written'>> {
  return beginVault(around, passphrase, (vault) => beginJournal(vault, around, beginning));
}

/** Lays out the sample journal. It has no passphrase: there is nothing of anybody's in it. */
export async function beginSample(around: Surroundings): Promise<Result<OpenParts, 'not-written'>> {
  const { sampleJournal } = await import('#shared/sample/sampleJournal.ts');
  const { me, writes } = sampleJournal(around.clock.today(), around.random);
  return beginVault(around, '', (vault) => beginWith(vault, around, me, writes));
}

function beginVault(...asked: Parameters<typeof layVault>): Promise<Result<OpenParts, 'not-written'>> {
  // A disk or shell that fails outright is one more way of not having written.
  return layVault(...asked).catch(() => err('not-written'));
}

async function layVault(
  around: Surroundings,
  passphrase: string,
  write: (vault: Vault) => Promise<Result<Journal, SaveProblem>>,
): Promise<Result<OpenParts, 'not-written'>> {
  if (!(await clearGround(around))) return err('not-written');
  const { newVaultSecret } = await import('../journal/ageFile.ts');
  const keyring: Keyring = [await newVaultSecret()];
  const slot =
    passphrase === '' ? await writeOpenSlot(keyring) : await writePassphraseSlot(keyring, passphrase);
  const vault = await unlockVault(keyring);
  const journal = slot.ok ? await write(vault) : slot;
  // What stands of it is marked: the next beginning, or the next start, clears it away.
  if (!journal.ok) return err('not-written');
  return ok({ ...around, journal: journal.value, vault, keyring });
}
