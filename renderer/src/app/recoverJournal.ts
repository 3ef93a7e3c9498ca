/** @file Opening a locked journal from its recovery sheet. */
import type { Result } from '#shared/base/result.ts';
import { err, ok } from '#shared/base/result.ts';
import type { DoorProblem, ProtectProblem } from '../features/recovery/ForgotPassphrase.tsx';
import type { Surroundings } from '../journal/openVault.ts';
import { noteUsedSheet, openWithRecoveryKey } from '../journal/recovery.ts';
import { rekey } from '../journal/rekey.ts';
import { shell } from '../journal/shell.ts';
import { writePassphraseSlot } from '../journal/slots.ts';
import { type OpenParts, openWithKeyring, reopenWith } from './openJournal.ts';

const problems = {
  damaged: 'other-pages',
  'not-written': 'not-opened',
  'no-room': 'no-room',
} as const;

/** The journal, opened; nothing is written before it was, so that no key can take the place of the right one. */
export async function openBySheet(
  around: Surroundings,
  typed: string,
): Promise<Result<OpenParts, DoorProblem>> {
  try {
    const keyring = await openWithRecoveryKey(await shell.readSlots(), typed);
    if (!keyring.ok) return keyring;
    const opened = await openWithKeyring(around, keyring.value);
    if (!opened.ok) return err({ why: problems[opened.error] });
    if (!around.isReadOnly) await noteUsedSheet(opened.value, typed, around.clock.now());
    return opened;
  } catch {
    // A disk that does not answer: the page says so, and can be asked again.
    return err({ why: 'not-opened' });
  }
}

/** The passphrase from now on. The old one, forgotten or not, opens nothing any more. */
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
  try {
    const renewed = await rekey(opened.keyring, { present: undefined, next: passphrase });
    if (!renewed.ok) return err(renewed.error === 'still-open' ? 'still-open' : 'not-written');
    const anew = await reopenWith(opened, renewed.value);
    // The journal ended and did not open anew: the door is the one of a protected journal from now on.
    if (anew?.state === 'locked') location.reload();
    return ok(anew?.state === 'open' ? anew.parts : opened);
  } catch {
    return err('not-written');
  }
}
