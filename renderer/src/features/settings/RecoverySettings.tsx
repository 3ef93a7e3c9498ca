import { useLocation } from 'wouter';
import { unreachable } from '#shared/base/assert.ts';
import { dayOf } from '#shared/base/time.ts';
import type { RecoveryState } from '../../journal/recovery.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useRecovery } from '../../journal/useRecovery.ts';
import { Button } from '../../ui/Button.tsx';
import { longDay } from '../../ui/days.ts';
import { SettingsSection } from './SettingsSection.tsx';

/** The sheet in the drawer: whether there is one, and the way to another. */
export function RecoverySettings() {
  const { isReadOnly } = useJournal();
  const { recovery } = useRecovery();
  const [, go] = useLocation();
  if (!recovery) return null;
  return (
    <SettingsSection title="Recovery sheet">
      <p>{sentenceFor(recovery)}</p>
      {isReadOnly ? null : (
        <Button onPress={() => go('/recovery-sheet?then=settings')}>
          {recovery.state === 'none' ? 'Make a recovery sheet' : 'Make a new recovery sheet'}
        </Button>
      )}
    </SettingsSection>
  );
}

function sentenceFor(recovery: RecoveryState): string {
  switch (recovery.state) {
    case 'none':
      return 'There is none yet. A page of words in a drawer opens the journal when the passphrase is forgotten, and its backups when this computer is gone.';
    case 'unconfirmed':
      return 'One was shown, but two of its groups have not been typed back, so nobody knows whether it is in a drawer.';
    case 'confirmed':
      return `You checked it on ${longDay(dayOf(recovery.confirmedAt))}. It opens the journal when the passphrase is forgotten, and its backups when this computer is gone.`;
    default:
      return unreachable(recovery);
  }
}
