import { useEffect, useState } from 'react';
import { shell } from '../../journal/shell.ts';
import type { Slots } from '../../journal/slots.ts';

/** What opens the journal here, as it was when the page began; undefined for the moment it takes to look. */
export function useSlots(): Slots | undefined {
  const [slots, setSlots] = useState<Slots>();
  useEffect(
    () =>
      void shell.readSlots().then(setSlots, () => {
        // A disk that does not answer tells nothing about keys.
      }),
    [],
  );
  return slots;
}
