import { useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import type { Journal } from '../../journal/journal.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useRecovery } from '../../journal/useRecovery.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** Where it was asked in this window and not yet answered, so that going elsewhere and back does not take it away. */
const unanswered = new WeakSet<Journal>();

/** Asks for a recovery sheet while there is none: once a day, in passing, until it is done. */
export function RecoveryNotice({ today }: { readonly today: Day }) {
  const journal = useJournal();
  const { recovery } = useRecovery();
  const [, go] = useLocation();
  const [isShown, setShown] = useState(false);
  const isDue = recovery !== undefined && recovery.state !== 'confirmed';

  useEffect(() => {
    if (!isDue) return;
    let isGone = false;
    void shell.getSettings().then(({ recoveryAskedOn }) => {
      if (isGone || (recoveryAskedOn === today && !unanswered.has(journal))) return;
      unanswered.add(journal);
      setShown(true);
      void shell.changeSettings({ recoveryAskedOn: today });
    });
    return () => {
      isGone = true;
    };
  }, [isDue, journal, today]);

  if (!isDue || !isShown) return null;
  const answer = () => {
    unanswered.delete(journal);
    setShown(false);
  };
  return (
    <div className="today-notice">
      <Notice
        title={
          recovery.state === 'none'
            ? 'Your journal has no recovery sheet yet.'
            : 'Your recovery sheet has not been checked yet.'
        }
        action={
          <span className="today-recovery-answers">
            <Button size="s" onPress={() => go('/recovery-sheet')}>
              {recovery.state === 'none' ? 'Make the sheet' : 'Make it now'}
            </Button>
            <Button size="s" look="plain" onPress={answer}>
              Later
            </Button>
          </span>
        }
      >
        {recovery.state === 'none'
          ? 'A page of words in a drawer opens it when the passphrase is forgotten, and its backups when this computer is gone.'
          : 'Nobody knows whether it is in a drawer. It takes two minutes, and two of its groups typed back.'}
      </Notice>
    </div>
  );
}
