/** @file What sealing anew needs of the real shell. */
import type { Random } from '#shared/base/ids.ts';
import type { Database } from './db.ts';
import { renewRecoverySlot } from './recoverySlot.ts';
import { renewDeviceSlot } from './rekey.ts';
import type { ResealShell } from './reseal.ts';
import { shell } from './shell.ts';
import type { Keyring, Vault } from './vault.ts';

export function resealShell(parts: {
  readonly db: Database;
  readonly vault: Vault;
  readonly keyring: Keyring;
  readonly random: Random;
}): ResealShell {
  return {
    renewSlots: async () => (await renewRecoverySlot(parts)) && renewDeviceSlot(parts.keyring),
    attachments: () => shell.listAttachments(),
    readAttachment: async (id) => {
      const found = await shell.readAttachment({ id });
      return found.ok ? (found.value as Uint8Array<ArrayBuffer>) : undefined;
    },
    writeAttachment: async (id, value) => (await shell.writeAttachment({ id, value })).ok,
    clearDatabase: async () => {
      // Its next use opens it anew.
      parts.db.close({ disableAutoOpen: false });
      return (await shell.clearDatabase()).ok;
    },
    removeAside: async (keyIds) => (await shell.removeAside({ keyIds: [...keyIds] })).ok,
  };
}
