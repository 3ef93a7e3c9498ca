import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { happeningsIn, noteHappenings, sentenceOf } from '../journal/happenings.ts';
import type { Healed } from '../journal/healing.ts';
import { useJournal } from '../journal/useJournal.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { Notice } from '../ui/Notice.tsx';

/** What had to be made good before this page could stand: one sentence, and a way to see more. */
export function MadeGood({ healed }: { readonly healed: Healed | undefined }) {
  const { clock } = useJournal();
  const [isOpen, setOpen] = useState(true);
  const happenings = healed ? happeningsIn(healed) : [];
  const [last] = happenings.slice(-1);

  useEffect(() => {
    if (healed) void noteHappenings(happeningsIn(healed), clock.now());
  }, [healed, clock]);

  if (!isOpen || !last) return null;
  return (
    <div className="frame-notice">
      <Notice
        title={healed?.isInDoubt ? 'Not everything may have come back.' : 'Something was put right.'}
        action={
          <IconButton icon="close" size="s" label="Close this message" onPress={() => setOpen(false)} />
        }
      >
        {sentenceOf(last)}{' '}
        {healed?.isInDoubt ? (
          <>
            The log was damaged as well, so something may still be missing.{' '}
            <Link href="/settings/backups">Compare with a backup</Link>
          </>
        ) : (
          <>
            Nothing that was saved is lost. <Link href="/settings?safety">See more</Link>
          </>
        )}
      </Notice>
    </div>
  );
}
