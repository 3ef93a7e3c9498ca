import { join } from 'node:path';
import { takeTurns } from '#shared/base/inTurn.ts';
import { readWhole, removeWhole, writeWhole } from './files.ts';

const words = 'The journal was locked: only its passphrase, or the recovery sheet, opens it again.\n';

/**
 * The mark that the journal was locked, for a start after the end of this one: the key store of the system must not
 * open what somebody locked.
 * @param removeDeviceSlot what is done where the mark cannot be written, as on a full disk: without that slot the
 * passphrase is asked for in any case
 */
export function openLockedMark(dataFolder: string, removeDeviceSlot: () => Promise<unknown>) {
  const path = join(dataFolder, 'journal', 'locked.txt');
  const inTurn = takeTurns();
  return {
    set: (): Promise<void> =>
      inTurn(async () => {
        const written = await writeWhole(path, Buffer.from(words));
        if (!written.ok) await removeDeviceSlot();
      }),
    /** Where it would not go, the passphrase is asked for once more. */
    remove: (): Promise<unknown> => inTurn(() => removeWhole(path)),
    /** Waits for a mark on its way. One that cannot be read counts: it keeps nobody out who knows the passphrase. */
    isSet: (): Promise<boolean> =>
      inTurn(async () => {
        const found = await readWhole(path);
        return found.ok || found.error !== 'absent';
      }),
  };
}
