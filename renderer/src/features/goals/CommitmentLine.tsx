import { useState } from 'react';
import { Link } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import type { CommitmentState } from '#shared/domain/commitment.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { deleteAll } from '../../journal/deleting.ts';
import { personShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { commitmentStateNames } from '../../journal/words.ts';
import { useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { IfThen, PromiseFacts, PromiseMark } from '../../ui/PromiseParts.tsx';
import { toast } from '../../ui/Toast.tsx';
import { CommitmentDialog } from './CommitmentDialog.tsx';
import { settledDay } from './goalsView.ts';
import { SettleDialog } from './SettleDialog.tsx';

const outcomes = [
  { state: 'kept', label: 'Kept' },
  { state: 'partly', label: 'Partly' },
  { state: 'notKept', label: 'Not' },
  { state: 'letGo', label: 'Let go' },
] as const satisfies readonly { readonly state: CommitmentState; readonly label: string }[];

/** One commitment in its exact words; its author can say how it went. */
export function CommitmentLine({ promise }: { readonly promise: Entry<'commitment'> }) {
  const journal = useJournal();
  const days = useDayWords();
  const { body } = promise;
  const person = useView((view) => personShown(view, body.person));
  const goal = useView((view) => view.get('goal', body.goal));
  const turn = useView((view) => view.get('turn', body.turn));
  const [asked, setAsked] = useState<CommitmentState>();
  const [isEditing, setEditing] = useState(false);
  const earlierVersions = useEarlierVersions(promise.id);
  const isMine = mayWrite('commitment', journal.me, promise.author);
  const byDay = (day: Day) => days.words(day, 'long');

  const remove = async () => {
    const undo = await deleteAll(journal, [promise]);
    if (undo) toast({ message: 'Commitment deleted.', action: { label: 'Undo', onPress: undo } });
  };

  return (
    <li className="commitment" data-person={person.side}>
      <PromiseMark state={body.state} />
      <div className="commitment-words">
        <p className="words" dir="auto">
          {body.what}
        </p>
        <p className="aside">
          {body.state === 'open' ? null : (
            <>
              <strong>{commitmentStateNames[body.state]}</strong>, {days.words(settledDay(promise), 'brief')}.{' '}
            </>
          )}
          {person.side === 'me' ? 'Yours' : <bdi>{person.name}</bdi>}, from{' '}
          {turn ? <Link href={`/sessions/${turn.body.session}`}>{byDay(body.day)}</Link> : byDay(body.day)}
          {goal ? (
            <>
              , for{' '}
              <Link href={`/goals/${goal.id}`}>
                <bdi>{goal.body.name}</bdi>
              </Link>
            </>
          ) : null}
          {body.state === 'open' ? (
            <>
              {body.due ? ', ' : '. '}
              <PromiseFacts promise={body} byDay={byDay} />
            </>
          ) : body.ifThen?.trim() ? (
            <>
              . <IfThen words={body.ifThen} />
            </>
          ) : null}
        </p>
        {body.state !== 'open' && body.learned?.trim() ? (
          <p className="words commitment-learned" dir="auto">
            {body.learned}
          </p>
        ) : null}
        {isMine && body.state === 'open' ? (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form; these are four buttons on one line
          <div className="commitment-outcomes" role="group" aria-label={`How did it go: ${body.what}`}>
            {outcomes.map(({ state, label }) => (
              <Button key={state} size="s" onPress={() => setAsked(state)}>
                {label}
              </Button>
            ))}
          </div>
        ) : null}
      </div>
      {isMine ? (
        <Menu
          label={`More for: ${body.what}`}
          trigger={<IconButton icon="more" size="s" label={`More for: ${body.what}`} />}
          items={[
            ...(body.state === 'open'
              ? []
              : [
                  {
                    id: 'again',
                    label: 'How did it go?',
                    icon: 'undo' as const,
                    onAction: () => setAsked(body.state),
                  },
                ]),
            { id: 'edit', label: 'Edit', icon: 'edit', onAction: () => setEditing(true) },
            earlierVersions,
            {
              id: 'delete',
              label: 'Delete commitment',
              icon: 'trash',
              danger: true,
              onAction: () => void remove(),
            },
          ]}
        />
      ) : null}
      {asked ? <SettleDialog promise={promise} outcome={asked} onClose={() => setAsked(undefined)} /> : null}
      {isEditing ? <CommitmentDialog promise={promise} onClose={() => setEditing(false)} /> : null}
    </li>
  );
}
