import { Link } from 'wouter';
import { type Day, dayNumber } from '#shared/base/time.ts';
import { type CommitmentState, settle } from '#shared/domain/commitment.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { pathTo } from '../../journal/paths.ts';
import { personShown } from '../../journal/people.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { commitmentStateNames } from '../../journal/words.ts';
import { useDayWords } from '../../ui/days.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { toast } from '../../ui/Toast.tsx';

/** Promises that are still open, of both, in their exact words. */
export function OpenPromises({
  commitments,
  today,
}: {
  readonly commitments: readonly Entry<'commitment'>[];
  readonly today: Day;
}) {
  if (commitments.length === 0) return null;
  return (
    <section className="today-part">
      <SectionHeading aside={<Link href="/goals">All goals and promises</Link>}>
        Promises still open
      </SectionHeading>
      <ul className="today-promises">
        {commitments.map((commitment) => (
          <OpenPromise key={commitment.id} commitment={commitment} today={today} />
        ))}
      </ul>
    </section>
  );
}

const outcomes = ['kept', 'partly', 'notKept', 'letGo'] as const satisfies readonly CommitmentState[];

function OpenPromise({
  commitment,
  today,
}: {
  readonly commitment: Entry<'commitment'>;
  readonly today: Day;
}) {
  const journal = useJournal();
  const days = useDayWords();
  const { id, body } = commitment;
  const person = personShown(journal.view, body.person);
  const say = async (state: CommitmentState) => {
    const settled = await journal.write([
      { op: 'put', kind: 'commitment', id, body: settle(body, state, today) },
    ]);
    if (!settled.ok) return;
    toast({
      message: `${commitmentStateNames[state]}.`,
      action: {
        label: 'Undo',
        onPress: () => void journal.write([{ op: 'put', kind: 'commitment', id, body }]),
      },
    });
  };
  return (
    <li data-person={person.side}>
      <PersonMark person={person.side} size="dot" />
      <Link className="words" href={pathTo(journal.view, commitment)}>
        {body.what}
      </Link>
      <span className="aside">
        {person.side === 'me' ? null : (
          <>
            <bdi>{person.name}</bdi>,{' '}
          </>
        )}
        {dueWords()}
      </span>
      {mayWrite('commitment', journal.me, commitment.author) ? (
        <Menu
          trigger={<IconButton icon="more" label={`How did it go: ${body.what}`} size="s" />}
          label="How did it go?"
          items={outcomes.map((state) => ({
            id: state,
            label: commitmentStateNames[state],
            onAction: () => void say(state),
          }))}
        />
      ) : null}
    </li>
  );

  function dueWords(): string {
    if (body.due === undefined) return `since ${days.words(body.day, 'brief')}`;
    const left = dayNumber(body.due) - dayNumber(today);
    if (left < 0) return `was for ${days.words(body.due, 'brief')}`;
    return left < 14 ? days.distance(body.due, today) : `by ${days.words(body.due, 'brief')}`;
  }
}
