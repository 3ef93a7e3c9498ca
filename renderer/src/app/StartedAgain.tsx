import { useEffect } from 'react';
import { onMessage } from '../journal/shell.ts';
import { toast } from '../ui/Toast.tsx';

/** Says why no second window came, whatever stands in this one: whoever started Stringwalk expects a fresh one. */
export function StartedAgain() {
  useEffect(() => {
    let shown: ReturnType<typeof toast> | undefined;
    return onMessage('startedAgain', () => {
      // An impatient hand starts it several times; one message speaks for all.
      shown?.close();
      shown = toast({ message: 'Stringwalk was already open.' });
    });
  }, []);
  return null;
}
