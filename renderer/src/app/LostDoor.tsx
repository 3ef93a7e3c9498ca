import { lazy, Suspense, useEffect, useState } from 'react';
import type { Start } from '#shared/shell/contract.ts';
import type { Surroundings } from '../journal/openVault.ts';
import { openWithoutPassphrase, type Slots } from '../journal/slots.ts';
import type { Keyring } from '../journal/vault.ts';
import type { OpenParts } from './openJournal.ts';
import { restoreJournal } from './restoreJournal.ts';
import { StoppedPage } from './StoppedPage.tsx';

const RestoreDoor = lazy(async () => ({
  default: (await import('../features/backups/RestoreDoor.tsx')).RestoreDoor<OpenParts>,
}));

/** The pages of this journal are gone, its keys are not: a backup brings the pages back to them. */
export function LostDoor(props: {
  readonly start: Start;
  readonly around: Surroundings;
  readonly slots: Slots;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  const { start, around, slots, onOpened } = props;
  const [restoring, setRestoring] = useState(false);
  const [keyring, setKeyring] = useState<Keyring>();

  useEffect(() => {
    void openWithoutPassphrase(slots, start.locked).then(setKeyring);
  }, [slots, start.locked]);

  if (!restoring) {
    return (
      <StoppedPage why="parts-missing" dataFolder={start.dataFolder} onRestore={() => setRestoring(true)} />
    );
  }
  return (
    <Suspense fallback={null}>
      <RestoreDoor
        own={{ slots, keyring }}
        restore={(restore, lock, telling) => restoreJournal(around, restore, lock, telling)}
        onRestored={onOpened}
        onCancel={() => setRestoring(false)}
      />
    </Suspense>
  );
}
