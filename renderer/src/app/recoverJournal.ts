/** @file Opening a locked journal from its recovery sheet. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DoorProblem } from '../features/recovery/ForgotPassphrase.tsx';
import type { ProtectProblem } from '../features/recovery/PassphraseStep.tsx';
import type { Surroundings } from '../journal/openVault.ts';
import { noteUsedSheet, openWithRecoveryKey } from '../journal/recovery.ts';
import { rekey } from '../journal/rekey.ts';
import { shell } from '../journal/shell.ts';
import { writePassphraseSlot } from '../journal/slots.ts';
import { type OpenParts, opening, openWithKeyring, reopenWith } from './openJournal.ts';

const problems = {
  'other-pages': 'other-pages',
  'not-written': 'not-opened',
  'no-room': 'no-room',
} as const;

/** The journal, opened; nothing is written before it was, so that no key can take the place of the right one. */
export async function openBySheet(
  around: Surroundings,
  typed: string,
): Promise<Result<OpenParts, DoorProblem>> {
  // Until the journal is handed over: a machine that falls asleep meanwhile locks it like any other.
  opening.set(true);
  try {
    const opened = await open(around, typed);
    if (!opened.ok) opening.set(false);
    return opened;
  } catch {
    opening.set(false);
    // A disk that does not answer: the page says so, and can be asked again.
    return err({ why: 'not-opened' });
  }
}

async function open(around: Surroundings, typed: string): Promise<Result<OpenParts, DoorProblem>> {
  const keyring = await openWithRecoveryKey(await shell.readSlots(), typed);
  if (!keyring.ok) return keyring;
  const opened = await openWithKeyring(around, keyring.value);
  if (!opened.ok) return err({ why: problems[opened.error] });
  if (!around.isReadOnly) await noteUsedSheet(opened.value, typed, around.clock.now());
  return opened;
}

/** The passphrase from now on; the keys stay. The old one opens only what copies there are of its file. */
export async function protectAnew(
  opened: OpenParts,
  passphrase: string,
): Promise<Result<OpenParts, ProtectProblem>> {
  try {
    const written = await writePassphraseSlot(opened.keyring, passphrase);
    return written.ok ? ok(opened) : written;
  } catch {
    return err('not-written');
  }
}

/**
 * The first passphrase of a journal whose key lay on the disk as it is: everything is sealed anew, under one that never
 * did. What cannot be sealed now is due at the next start.
 */
export async function protectFirst(
  opened: OpenParts,
  passphrase: string,
): Promise<Result<OpenParts, ProtectProblem>> {
  const renewed = await rekey(opened.keyring, { present: undefined, next: passphrase }).catch(() =>
    err('not-written' as const),
  );
  if (!renewed.ok) return err(renewed.error === 'still-open' ? 'still-open' : 'not-written');
  const anew = await reopenWith(opened, renewed.value).catch(() => undefined);
  if (anew?.state === 'open') return ok(anew.parts);
  // The passphrase holds, and the journal as it was opened is over. The page begins anew, at a door that asks for it.
  location.reload();
  return new Promise(() => undefined);
}
