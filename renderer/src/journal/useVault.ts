/** @file The open vault, for the few pages that change how it is kept: settings, and joining another journal. */
import { createContext, useContext } from 'react';
import { invariant } from '#shared/base/assert.ts';
import type { Surroundings } from './openVault.ts';
import type { ResealProblem } from './reseal.ts';
import type { Keyring, Vault } from './vault.ts';

export interface VaultParts extends Surroundings {
  readonly vault: Vault;
  readonly keyring: Keyring;
  /** Why some of it still lies sealed under a former key; undefined where nothing does. */
  readonly unsealed?: ResealProblem | undefined;
}

export const VaultContext = createContext<VaultParts | undefined>(undefined);

export function useVault(): VaultParts {
  const parts = useContext(VaultContext);
  invariant(parts !== undefined, 'the vault is open while pages stand');
  return parts;
}

/** `unsealed`: not all of it is sealed under the present key yet. `not-kept`: words could not be kept; it stays as it is. */
export type Reopened = 'sealed' | 'unsealed' | 'not-kept';

/** Opens the same journal anew with another keyring, sealing everything under it. */
export type Reopen = (keyring: Keyring) => Promise<Reopened>;

export const ReopenContext = createContext<Reopen | undefined>(undefined);

export function useReopen(): Reopen {
  const reopen = useContext(ReopenContext);
  invariant(reopen !== undefined, 'pages stand in a window that can open the journal anew');
  return reopen;
}
