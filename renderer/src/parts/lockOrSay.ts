import { unreachable } from '#shared/base/assert.ts';
import type { Journal } from '../journal/journal.ts';
import { lock } from '../journal/lock.ts';
import { toast } from '../ui/Toast.tsx';

/** Locks, or says why the journal stays open. `go` leads to where a passphrase is chosen. */
export async function lockOrSay(journal: Journal, go: (path: string) => void): Promise<void> {
  const locked = await lock(journal);
  if (locked.ok) return;
  switch (locked.error) {
    case 'not-kept':
      toast({ message: 'Something could not be saved yet, so the journal stays open.' });
      return;
    case 'no-passphrase':
      toast({
        message: 'This journal has no working passphrase here, so there is nothing to lock it with.',
        action: { label: 'Choose one', onPress: () => go('/settings') },
      });
      return;
    default:
      unreachable(locked.error);
  }
}
