import { useState } from 'react';
import { type CommitmentState, commitmentStates, settle } from '#shared/domain/commitment.ts';
import type { Body } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { weekdayAndDay } from '../../journal/days.ts';
import { personShown } from '../../journal/people.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { commitmentStateNames } from '../../journal/words.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import type { IconName } from '../../ui/iconPaths.ts';
import { Menu } from '../../ui/Menu.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { PromiseDialog } from './PromiseDialog.tsx';

const stateIcons: Readonly<Record<CommitmentState, IconName | undefined>> = {
  open: undefined,
  kept: 'check',
  partly: 'minus',
  notKept: 'close',
  letGo: 'arrowRight',
};

/** One promise: its words, by when, and how it went. */
export function PromiseLine({ promise }: { readonly promise: Entry<'commitment'> }) {
  const journal = useJournal();
  const { body, change } = useDraft('commitment', promise.id, promise.body);
  const person = useView((view) => personShown(view, body.person));
  const [isEditing, setEditing] = useState(false);
  const isMine = mayWrite('commitment', journal.me, promise.author);
  const icon = stateIcons[body.state];

  const become = async (state: CommitmentState) => {
    await journal.drafts.settle(promise.id);
    const current = journal.view.get('commitment', promise.id)?.body;
    if (!current) return;
    await journal.write([
      { op: 'put', kind: 'commitment', id: promise.id, body: settle(current, state, journal.clock.today()) },
    ]);
  };

  const remove = async () => {
    await journal.drafts.settle(promise.id);
    const { id, body: last } = journal.view.get('commitment', promise.id) ?? promise;
    if (!(await journal.write([{ op: 'delete', kind: 'commitment', id }])).ok) return;
    toast({
      message: 'Commitment deleted.',
      action: {
        label: 'Undo',
        onPress: () => void journal.write([{ op: 'restore', kind: 'commitment', id, body: last }]),
      },
    });
  };

  return (
    <li className="promise" data-person={person.side} data-state={body.state}>
      <span className="promise-mark" aria-hidden="true">
        {icon ? <Icon name={icon} size={13} /> : null}
      </span>
      <div className="promise-words">
        <p className="words" dir="auto">
          {body.what}
        </p>
        <p className="aside">
          {body.state === 'open' ? null : <strong>{commitmentStateNames[body.state]}. </strong>}
          <Small promise={body} />
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
              onAction: () => void become(state),
            })),
            'line' as const,
            { id: 'edit', label: 'Edit', icon: 'edit' as const, onAction: () => setEditing(true) },
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

/** "by Tuesday, 10 November. If I stall, … How sure: 8". */
function Small({ promise: { due, ifThen, sure } }: { readonly promise: Body<'commitment'> }) {
  return (
    <>
      {due ? `by ${weekdayAndDay(due)}. ` : null}
      {ifThen?.trim() ? <bdi>{sentence(ifThen)} </bdi> : null}
      {sure === undefined ? null : `How sure: ${sure}`}
    </>
  );
}

/** With a full stop, unless it ends otherwise. */
function sentence(words: string): string {
  return words.trim().replace(/([^.!?…])$/u, '$1.');
}
