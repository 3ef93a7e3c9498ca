import { useCallback, useEffect, useState } from 'react';
import { type RecoveryState, recoveryState } from './recovery.ts';
import { useVault } from './useVault.ts';

/** Whether there is a recovery sheet; undefined for the moment it takes to look. */
export function useRecovery(): {
  readonly recovery: RecoveryState | undefined;
  readonly refresh: () => void;
} {
  const { vault } = useVault();
  const [recovery, setRecovery] = useState<RecoveryState>();
  const refresh = useCallback(() => {
    // Slots that cannot be read just now: nothing is said about them.
    recoveryState({ vault }).then(setRecovery, () => undefined);
  }, [vault]);
  useEffect(refresh, [refresh]);
  return { recovery, refresh };
}
