import { lazy, Suspense, useEffect, useState } from 'react';
import { openWithoutPassphrase } from '../journal/slots.ts';
import type { Keyring } from '../journal/vault.ts';
import type { OpenParts, Stopped } from './openJournal.ts';
import { reclaimJournal } from './reclaimJournal.ts';
import { StoppedPage } from './StoppedPage.tsx';

const RestoreDoor = lazy(async () => ({
  default: (await import('../features/backups/RestoreDoor.tsx')).RestoreDoor<OpenParts>,
}));

/** Where the journal cannot be opened; by way of a backup, where one would help. */
export function StoppedDoor(props: {
  readonly stopped: Stopped;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  const { stopped, onOpened } = props;
  const { start, why, rescue } = stopped;
  const [restoring, setRestoring] = useState(false);
  const [keyring, setKeyring] = useState<Keyring>();
  const slots = rescue?.keys;

  useEffect(() => {
    if (slots) void openWithoutPassphrase(slots, start?.locked ?? true).then(setKeyring);
  }, [slots, start]);

  if (!restoring || !rescue) {
    const onRestore = rescue && (() => setRestoring(true));
    return <StoppedPage why={why} dataFolder={start?.dataFolder} onRestore={onRestore} />;
  }
  const { around } = rescue;
  return (
    <Suspense fallback={null}>
      <RestoreDoor
        isHere
        own={slots && { slots, keyring }}
        restore={(restore, lock, telling) =>
          reclaimJournal({ around, mayReplace: true }, restore, lock, telling)
        }
        onRestored={onOpened}
        onCancel={() => setRestoring(false)}
      />
    </Suspense>
  );
}
