import { useState } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import { realEraser } from '../../journal/eraser.ts';
import { type ErasingProblem, eraseForGood } from '../../journal/erasing.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { useVault } from '../../journal/useVault.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/Toast.tsx';
import type { Discard } from './trash.ts';

/** The one act in this journal that cannot be taken back; it says so, and what it cannot reach. */
export function EraseForGood({ discard }: { readonly discard: Discard }) {
  const journal = useJournal();
  const parts = useVault();
  const [isErasing, setErasing] = useState(false);
  const { root, members } = discard;
  const { what, name, person } = root.naming;

  const erase = async () => {
    setErasing(true);
    const records = [root, ...members].map(({ record }) => record);
    const outcome = await eraseForGood(journal, realEraser(journal, parts), records);
    setErasing(false);
    toast({ message: outcome.ok ? 'Erased for good.' : problemWords(outcome.error) });
  };

  return (
    <footer className="history-erase">
      <p className="aside">
        It can also be erased, with every version there ever was. Then nothing brings it back.
      </p>
      <ConfirmDialog
        title="Erase this for good?"
        confirmLabel="Erase for good"
        danger
        onConfirm={() => void erase()}
        trigger={
          <Button size="s" isPending={isErasing}>
            Erase for good
          </Button>
        }
      >
        <p>
          <bdi>{person || name === '' ? what : `${what}: ${name}`}</bdi>
          {members.length > 0 ? `, with ${members.length} more that belong to it,` : ''} leaves this journal
          with every earlier version and cannot be brought back.
        </p>
        <p>
          A copy you have already shared cannot be called back. Backups made until now still hold it, those in
          other folders as well; those that Stringwalk makes by itself go as newer ones take their place,
          after a year or so of regular writing. Copies made before an upgrade, what was set aside, and
          folders no longer copied to keep it until you remove them.
        </p>
      </ConfirmDialog>
    </footer>
  );
}

function problemWords(problem: ErasingProblem): string {
  switch (problem) {
    case 'not-yet-removed':
      return 'It is gone from your journal. The last of its sealed bytes go at the next start.';
    case 'disk-full':
    case 'no-room':
      return 'The disk is full, so it could not be erased. It is still among deleted things.';
    case 'not-saved':
    case 'read-only':
      return 'It could not be erased just now. It is still among deleted things.';
    default:
      return unreachable(problem);
  }
}
