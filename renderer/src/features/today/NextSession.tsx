import { Link, useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import { personShown, usePair } from '../../journal/people.ts';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { mannerNames } from '../../journal/words.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';

/** The next walk, or the way to set one; and the last one. */
export function NextSession(props: {
  readonly next: Entry<'session'> | undefined;
  readonly last: Entry<'session'> | undefined;
  readonly firstExplorer: PersonId | undefined;
  readonly today: Day;
}) {
  const { next, last, today } = props;
  const [, go] = useLocation();
  const days = useDayWords();
  const { buddy } = usePair();
  const first = useView((view) => (props.firstExplorer ? personShown(view, props.firstExplorer) : undefined));
  return (
    <>
      <section className="today-next" aria-label="Next session">
        {next ? (
          <>
            <p className="aside">
              Next {next.body.manner === 'walk' ? 'walk' : mannerNames[next.body.manner].toLowerCase()},{' '}
              {days.distance(next.body.day, today)}
            </p>
            <p className="today-day">
              {days.words(next.body.day, 'weekday')}
              {next.body.startsAt ? `, ${next.body.startsAt}` : ''}
              <br />
              {sessionName(next.body)}
            </p>
            {first ? (
              <p className="today-first">
                {first.side === 'me' ? (
                  'Your turn to explore first.'
                ) : (
                  <>
                    <bdi>{first.name}</bdi> explores first.
                  </>
                )}
              </p>
            ) : null}
            <Button look="primary" wide onPress={() => go(`/sessions/${next.id}`)}>
              Prepare
            </Button>
          </>
        ) : (
          <>
            <p className="today-day">No walk is planned yet</p>
            <p className="today-first">
              A day in both calendars is half the way. When do you meet <bdi>{buddy.name}</bdi> next?
            </p>
            <Button look="primary" wide onPress={() => go('/sessions?new')}>
              {last ? 'Plan the next one' : 'New session'}
            </Button>
          </>
        )}
      </section>
      {last ? (
        <p className="today-last aside">
          Last: <Link href={`/sessions/${last.id}`}>{sessionName(last.body)}</Link>,{' '}
          {days.distance(last.body.day, today)}
        </p>
      ) : null}
    </>
  );
}
