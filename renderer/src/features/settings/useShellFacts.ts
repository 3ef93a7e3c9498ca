import { useCallback, useEffect, useState } from 'react';
import type { Settings, Start } from '#shared/shell/contract.ts';
import { onMessage, shell } from '../../journal/shell.ts';
import type { Slots } from '../../journal/slots.ts';

/** What the shell knows and this page shows. */
export interface ShellFacts {
  readonly start: Start;
  readonly slots: Slots;
}

/** The shell's facts, kept up to date while the page stands; undefined for the moment it takes to ask. */
export function useShellFacts(): {
  readonly facts: ShellFacts | undefined;
  readonly changeSettings: (patch: Partial<Settings>) => void;
  /** Asks again how the journal is protected. */
  readonly refresh: () => Promise<void>;
} {
  const [facts, setFacts] = useState<ShellFacts>();

  const refresh = useCallback(async () => {
    const [start, slots] = await Promise.all([shell.getStart(), shell.readSlots()]);
    setFacts({ start, slots });
  }, []);

  useEffect(() => void refresh(), [refresh]);

  useEffect(
    () =>
      onMessage('settingsChanged', (settings) =>
        setFacts((current) => current && { ...current, start: { ...current.start, settings } }),
      ),
    [],
  );

  // What changed comes back as a message, from here as from the menu.
  const changeSettings = useCallback((patch: Partial<Settings>) => void shell.changeSettings(patch), []);
  return { facts, changeSettings, refresh };
}
