/** @file The open vault, for the few pages that change how it is kept: settings, and joining another journal. */
import { createContext, useContext } from 'react';
import { invariant } from '#shared/base/assert.ts';
import type { Surroundings } from './openVault.ts';
import type { Keyring, Vault } from './vault.ts';

export interface VaultParts extends Surroundings {
  readonly vault: Vault;
  readonly keyring: Keyring;
}

export const VaultContext = createContext<VaultParts | undefined>(undefined);

export function useVault(): VaultParts {
  const parts = useContext(VaultContext);
  invariant(parts !== undefined, 'the vault is open while pages stand');
  return parts;
}
