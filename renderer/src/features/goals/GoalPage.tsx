import './goals.css';
import { Link, useLocation } from 'wouter';
import { goalStates } from '#shared/domain/goal.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { deleteAll } from '../../journal/deleting.ts';
import { personShown } from '../../journal/people.ts';
import { useComplete, useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { OtherVersionsNotice, useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { useDayWords } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PersonLine } from '../../ui/PersonMark.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { toast } from '../../ui/Toast.tsx';
import { CheckIns } from './CheckIns.tsx';
import { GoalCommitments } from './GoalCommitments.tsx';
import { GoalFields } from './GoalFields.tsx';
import { GoalToRead } from './GoalToRead.tsx';
import { checkInsOf, goalStateNames } from './goalsView.ts';

export function GoalPage({ id }: { readonly id: string }) {
  const goal = useView((view) => view.get('goal', id as IdOf<'goal'>));
  const complete = useComplete();
  if (goal) return <OneGoal goal={goal} />;
  return complete ? (
    <PageHeader title="No such goal">
      It may have been deleted. <Link href="/goals">All goals</Link>
    </PageHeader>
  ) : null;
}

/** One goal: its check-ins first, what was written at the beginning beside them. */
function OneGoal({ goal }: { readonly goal: Entry<'goal'> }) {
  const journal = useJournal();
  const days = useDayWords();
  const [, go] = useLocation();
  const { body, change } = useDraft('goal', goal.id, goal.body);
  const person = useView((view) => personShown(view, body.person));
  const earlierVersions = useEarlierVersions(goal.id, 'Of the goal and its check-ins.');
  const isMine = mayWrite('goal', journal.me, goal.author);

  const become = async (state: (typeof goalStates)[number]) => {
    await journal.drafts.settle(goal.id);
    const current = journal.view.get('goal', goal.id)?.body;
    if (!current) return;
    await journal.write([{ op: 'put', kind: 'goal', id: goal.id, body: { ...current, state } }]);
  };

  const remove = async () => {
    const own = checkInsOf(journal.view, goal.id).filter(({ author }) => author === journal.me);
    const undo = await deleteAll(journal, [goal, ...own]);
    if (!undo) return;
    toast({ message: 'Goal deleted.', action: { label: 'Undo', onPress: undo } });
    go('/goals');
  };

  return (
    <div className="goal">
      <PageHeader
        eyebrow={<Link href="/goals">Goals</Link>}
        title={body.name.trim() || 'A goal without a name'}
        meta={[
          <PersonLine key="person" person={person.side}>
            {person.side === 'me' ? 'Yours' : <bdi>{person.name}</bdi>}
          </PersonLine>,
          `since ${days.words(body.day, 'long')}`,
          ...(isMine
            ? []
            : [
                goalStateNames[body.state],
                <span key="from">
                  from <bdi>{person.name}</bdi>’s journal
                </span>,
              ]),
        ]}
        actions={
          <Menu
            label="More for this goal"
            trigger={<IconButton icon="more" label="More for this goal" />}
            items={[
              earlierVersions,
              ...(isMine
                ? [
                    'line' as const,
                    {
                      id: 'delete',
                      label: 'Delete goal',
                      icon: 'trash' as const,
                      danger: true,
                      onAction: () => void remove(),
                    },
                  ]
                : []),
            ]}
          />
        }
      />
      <OtherVersionsNotice id={goal.id} />
      <div className="goal-parts">
        <CheckIns goal={goal} person={person} />
        <section className="goal-part" aria-labelledby="goal-words">
          <SectionHeading id="goal-words">What it is</SectionHeading>
          {isMine ? (
            <div className="goal-fields">
              <Segmented
                label="Where it is"
                value={body.state}
                onChange={(state) => void become(state)}
                choices={goalStates.map((state) => ({ value: state, label: goalStateNames[state] }))}
              />
              <TextField
                label="Name"
                words
                value={body.name}
                onChange={(name) => change({ name })}
                maxLength={500}
                problem={body.name.trim() === '' ? 'Give it a name, a few words will do.' : undefined}
              />
              <GoalFields words={body} onChange={change} />
            </div>
          ) : (
            <GoalToRead goal={body} />
          )}
        </section>
        <GoalCommitments goal={goal} />
      </div>
    </div>
  );
}
