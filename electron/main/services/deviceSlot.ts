import { isForEverybody } from './keyring.ts';
import type { openSlots } from './slots.ts';

type SlotFiles = Pick<ReturnType<typeof openSlots>, 'readAll' | 'remove'>;

/**
 * Every slot but one that opens for anybody: written while no key store answered, before that was looked at. It goes
 * from the disk, and the passphrase is asked for; where it cannot go, it is not used all the same.
 */
export async function readGuardedSlots(files: SlotFiles): ReturnType<SlotFiles['readAll']> {
  const { device, ...others } = await files.readAll();
  if (device === undefined) return others;
  if (!isForEverybody(device)) return { ...others, device };
  await files.remove('device');
  return others;
}
