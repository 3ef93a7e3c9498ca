import { useEffect, useState } from 'react';
import { shell } from '../../journal/shell.ts';
import type { Slots } from '../../journal/slots.ts';
import { Notice } from '../../ui/Notice.tsx';

/** Says so where a backup would open on this computer only: then it is no help once the computer is gone. */
export function KeyNotice() {
  const [slots, setSlots] = useState<Slots>();
  useEffect(
    () =>
      void shell.readSlots().then(setSlots, () => {
        // A disk that does not answer tells nothing about keys.
      }),
    [],
  );
  if (!slots || slots.passphrase || slots.recovery) return null;
  return (
    <Notice look="warn" title="These backups open on this computer only.">
      Their key lies beside your journal and nowhere else. Choose a passphrase or make a recovery key in
      Settings, and they open on any computer.
    </Notice>
  );
}
