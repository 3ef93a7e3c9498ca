/** @file Opening a locked journal from its recovery sheet. */
import type { Result } from '#shared/base/result.ts';
import { err } from '#shared/base/result.ts';
import type { DoorProblem } from '../features/recovery/ForgotPassphrase.tsx';
import type { Surroundings } from '../journal/openVault.ts';
import { noteUsedSheet, openWithRecoveryKey } from '../journal/recovery.ts';
import { shell } from '../journal/shell.ts';
import { writePassphraseSlot } from '../journal/slots.ts';
import { type OpenParts, openWithKeyring } from './openJournal.ts';

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
export function protectAnew(
  { keyring }: OpenParts,
  passphrase: string,
): Promise<Result<undefined, 'not-written' | 'still-open'>> {
  return writePassphraseSlot(keyring, passphrase).catch(() => err('not-written'));
}
