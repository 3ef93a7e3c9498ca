import { type CommitmentWords, worded } from '#shared/domain/commitment.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { PromiseForm } from '../../ui/PromiseForm.tsx';

export interface PromiseDialogProps {
  readonly turn: IdOf<'turn'> | undefined;
  /** Whose promise it is. */
  readonly person: PersonShown;
  /** The one to be put right; absent for a new one. */
  readonly promise?: Entry<'commitment'>;
  readonly onClose: () => void;
}

/** A promise made in a half, or put right later. */
export function PromiseDialog({ turn, person, promise, onClose }: PromiseDialogProps) {
  const journal = useJournal();

  async function keep(words: CommitmentWords) {
    const id = promise?.id ?? journal.newId('commitment');
    await journal.drafts.settle(id);
    const current = journal.view.get('commitment', id)?.body ?? {
      person: person.id,
      ...(turn ? { turn } : {}),
      day: journal.clock.today(),
      state: 'open' as const,
    };
    const outcome = await journal.write([
      { op: 'put', kind: 'commitment', id, body: worded(current, words) },
    ]);
    if (outcome.ok) onClose();
  }

  return (
    <PromiseForm
      title={promise ? 'Edit the commitment' : 'A commitment'}
      asks={person.side === 'me' ? 'What will you do' : `What will ${person.name} do`}
      person={person.side}
      initial={promise?.body ?? {}}
      onKeep={(words) => void keep(words)}
      onClose={onClose}
    />
  );
}
