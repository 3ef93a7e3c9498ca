import { lazy, Suspense, useState } from 'react';
import { navigate } from 'wouter/use-hash-location';
import type { Start } from '#shared/shell/contract.ts';
import { WelcomePage } from '../features/welcome/WelcomePage.tsx';
import type { Surroundings } from '../journal/openVault.ts';
import { begin, beginSample, type OpenParts } from './openJournal.ts';
import { restoreJournal } from './restoreJournal.ts';

const RestoreDoor = lazy(async () => ({
  default: (await import('../features/backups/RestoreDoor.tsx')).RestoreDoor<OpenParts>,
}));

/** The welcome page, with what it needs to begin a journal handed in. */
export function WelcomeDoor(props: {
  readonly start: Start;
  readonly around: Surroundings;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  const [restoring, setRestoring] = useState(false);
  if (restoring) {
    return (
      <Suspense fallback={null}>
        <RestoreDoor
          restore={(restore, lock, telling) => restoreJournal(props.around, restore, lock, telling)}
          onRestored={props.onOpened}
          onCancel={() => setRestoring(false)}
        />
      </Suspense>
    );
  }
  return (
    <WelcomePage
      today={props.around.clock.today()}
      begin={(beginning, passphrase) => begin(props.around, beginning, passphrase)}
      beginSample={() => beginSample(props.around)}
      onBegun={(parts, path) => {
        if (path !== undefined) navigate(path);
        props.onOpened(parts);
      }}
      onRestore={() => setRestoring(true)}
    />
  );
}
