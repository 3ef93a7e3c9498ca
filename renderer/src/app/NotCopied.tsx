import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Start } from '#shared/shell/contract.ts';
import { useLastBackup } from '../journal/backup/useBackups.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';

const words = {
  'no-room':
    'There was too little room on this disk to copy your journal before this version of Stringwalk opened it. Nothing is lost; free some room, then make a backup.',
  'cannot-write':
    'Your journal could not be copied before this version of Stringwalk opened it. Nothing is lost; make a backup, best with a second folder on another disk.',
} as const satisfies Record<NonNullable<Start['notCopied']>, string>;

/** No copy was made before an upgrade. A backup is as good, so it is asked for until there is one. */
export function NotCopied({ why }: { readonly why: Start['notCopied'] }) {
  const [, go] = useLocation();
  const last = useLastBackup();
  const [isOpen, setOpen] = useState(true);
  if (!why || !isOpen || last?.ok) return null;
  return (
    <div className="frame-notice">
      <Notice
        look="warn"
        title="There is no copy from before the upgrade."
        action={
          <>
            <Button size="s" onPress={() => go('/settings/backups')}>
              Look at backups
            </Button>
            <IconButton icon="close" size="s" label="Close this message" onPress={() => setOpen(false)} />
          </>
        }
      >
        {words[why]}
      </Notice>
    </div>
  );
}
