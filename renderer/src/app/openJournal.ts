/** @file Wires the real parts: the only place where the real clock and real chance are made. */
import type { Random } from '#shared/base/ids.ts';
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import { type Clock, dayOf, type Instant } from '#shared/base/time.ts';
import type { Start } from '#shared/shell/contract.ts';
import { Database, type SaveProblem } from '../journal/db.ts';
import { clearGround, finishClearing } from '../journal/ground.ts';
import type { Journal } from '../journal/journal.ts';
import {
  type Beginning,
  beginJournal,
  beginWith,
  openJournal,
  prefetch,
  type Surroundings,
} from '../journal/openVault.ts';
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
}

export type StartUp =
  | { readonly state: 'welcome'; readonly start: Start; readonly around: Surroundings }
  | { readonly state: 'locked'; readonly start: Start; readonly around: Surroundings; readonly slots: Slots }
  | { readonly state: 'open'; readonly start: Start; readonly parts: OpenParts }
  | { readonly state: 'stopped'; readonly start: Start | undefined; readonly why: StopReason };

export type StopReason =
  /** The data folder takes no writing. */
  | 'cannot-write'
  /** A key without pages, pages without a key, or the two do not fit. Never taken for a first run. */
  | 'parts-missing'
  /** The database does not open. */
  | 'cannot-open';

/** The real clock, real chance and the real database. */
export function realSurroundings(): Surroundings {
  return { db: new Database(), clock, random, breathe };
}

/** Finds out what there is, and opens what needs no passphrase. */
export async function startUp(): Promise<StartUp> {
  const around = realSurroundings();
  const [start, slots, found] = await Promise.all([
    shell.getStart(),
    shell.readSlots(),
    prefetch(around.db).catch(() => undefined),
  ]);
  if (!start.writable) return { state: 'stopped', start, why: 'cannot-write' };
  if (!found) return { state: 'stopped', start, why: 'cannot-open' };
  const hasSlot = Object.values(slots).some((slot) => slot !== undefined);
  if (!found.identity) {
    const isFree = (await finishClearing(around.db)) || (!hasSlot && (await around.db.rows.count()) === 0);
    return isFree ? { state: 'welcome', start, around } : { state: 'stopped', start, why: 'parts-missing' };
  }
  // Pages that vanished from under their key. With a checkpoint there is something to open.
  if (!found.firstChunk && (await around.db.rows.count()) === 0)
    return { state: 'stopped', start, why: 'parts-missing' };
  // What opens without a passphrase may be damaged, or from another journal: where there is one, it is asked for.
  const elseAsk: StartUp = slots.passphrase
    ? { state: 'locked', start, around, slots }
    : { state: 'stopped', start, why: 'parts-missing' };
  const keyring = await openWithoutPassphrase(slots, start.locked);
  if (keyring === undefined) return elseAsk;
  const vault = await unlockVault(keyring);
  const journal = await openJournal(vault, around, found);
  if (!journal.ok) return elseAsk;
  return { state: 'open', start, parts: { ...around, journal: journal.value, vault, keyring } };
}

/** Opens a locked journal. */
export function unlock(
  around: Surroundings,
  slots: Slots,
  passphrase: string,
): Promise<Result<OpenParts, SlotProblem>> {
  // A disk that does not answer: the page says so, and can be asked again.
  return openLocked(around, slots, passphrase).catch(() => err('not-written'));
}

async function openLocked(
  around: Surroundings,
  slots: Slots,
  passphrase: string,
): Promise<Result<OpenParts, SlotProblem>> {
  const [keyring, found] = await Promise.all([openWithPassphrase(slots, passphrase), prefetch(around.db)]);
  if (!keyring.ok) return keyring;
  const vault = await unlockVault(keyring.value);
  const journal = await openJournal(vault, around, found);
  if (!journal.ok) return err('damaged');
  return ok({ ...around, journal: journal.value, vault, keyring: keyring.value });
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
  if (!(await clearGround(around.db))) return err('not-written');
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
