import { useState } from 'react';
import { commitmentStates } from '#shared/domain/commitment.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { deleteAll } from '../../journal/deleting.ts';
import { personShown } from '../../journal/people.ts';
import { settlePromise } from '../../journal/promises.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { commitmentStateNames } from '../../journal/words.ts';
import { useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { weekdayAndDay } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PromiseFacts, PromiseMark } from '../../ui/PromiseParts.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';

/** One promise: its words, by when, and how it went. */
export function PromiseLine({ promise }: { readonly promise: Entry<'commitment'> }) {
  const journal = useJournal();
  const { body, change } = useDraft('commitment', promise.id, promise.body);
  const person = useView((view) => personShown(view, body.person));
  const [isEditing, setEditing] = useState(false);
  const earlierVersions = useEarlierVersions(promise.id);
  const isMine = mayWrite('commitment', journal.me, promise.author);

  const remove = async () => {
    const undo = await deleteAll(journal, [promise]);
    if (undo) toast({ message: 'Commitment deleted.', action: { label: 'Undo', onPress: undo } });
  };

  return (
    <li className="promise" data-person={person.side} data-state={body.state}>
      <PromiseMark state={body.state} />
      <div className="promise-words">
        <p className="words" dir="auto">
          {body.what}
        </p>
        <p className="aside">
          {body.state === 'open' ? null : <strong>{commitmentStateNames[body.state]}. </strong>}
          <PromiseFacts promise={body} byDay={weekdayAndDay} />
        </p>
        {isMine && body.state !== 'open' ? (
          <TextField
            label={`What was learned: ${body.what}`}
            hideLabel
            words
            multiline
            value={body.learned ?? ''}
            onChange={(learned) => change({ learned })}
            placeholder="What was learned"
          />
        ) : null}
        {!isMine && body.learned ? (
          <p className="words promise-learned" dir="auto">
            {body.learned}
          </p>
        ) : null}
      </div>
      {isMine ? (
        <Menu
          label={`How it went: ${body.what}`}
          trigger={<IconButton icon="more" size="s" label={`How did it go: ${body.what}`} />}
          items={[
            ...commitmentStates.map((state) => ({
              id: state,
              label: commitmentStateNames[state],
              icon: state === body.state ? ('check' as const) : undefined,
              onAction: () => void settlePromise(journal, promise.id, { state }),
            })),
            'line' as const,
            { id: 'edit', label: 'Edit', icon: 'edit' as const, onAction: () => setEditing(true) },
            earlierVersions,
            {
              id: 'delete',
              label: 'Delete commitment',
              icon: 'trash' as const,
              danger: true,
              onAction: () => void remove(),
            },
          ]}
        />
      ) : null}
      {isEditing ? (
        <PromiseDialog turn={body.turn} person={person} promise={promise} onClose={() => setEditing(false)} />
      ) : null}
    </li>
  );
}
