/** @file What erasing needs of the real shell. */
import type { ErasingParts } from './erasing.ts';
import type { Journal } from './journal.ts';
import { renewCheckpoint } from './openVault.ts';
import { shell } from './shell.ts';
import type { VaultParts } from './useVault.ts';

export function realEraser(journal: Journal, parts: VaultParts): ErasingParts {
  return {
    ...parts,
    removeAttachments: async (ids) => (await shell.removeAttachments({ ids: [...ids] })).ok,
    renewCheckpoint: () => renewCheckpoint(journal, parts),
  };
}
