import { Link, useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';

/** The question I carry, large. Others I carry stand below it, smaller. */
export function CarriedQuestion(props: {
  readonly questions: readonly Entry<'question'>[];
  readonly grewOutOf: ReadonlyMap<string, string>;
  readonly today: Day;
}) {
  const [, go] = useLocation();
  const days = useDayWords();
  const [first, ...others] = props.questions;
  if (!first) {
    return (
      <section className="today-carry" data-person="me" aria-label="The question you carry">
        <p className="today-invite">
          A good question is short, alive, and yours. Carrying one makes the next walk easier to begin.
        </p>
        <Button look="quiet" icon="plus" onPress={() => go('/questions?new')}>
          Draft a question
        </Button>
      </section>
    );
  }
  const origin = props.grewOutOf.get(first.id);
  return (
    <section className="today-carry" data-person="me" aria-label="The question you carry">
      <p className="today-question words">
        <Link href={`/questions/${first.id}`}>{first.body.wording}</Link>
      </p>
      <p className="aside">
        The question you carry, since {days.words(first.body.since, 'long')}.
        {origin ? <> It grew out of “{origin}”</> : null}
      </p>
      {others.length > 0 ? (
        <ul className="today-others">
          {others.map(({ id, body }) => (
            <li key={id} className="words">
              <Link href={`/questions/${id}`}>{body.wording}</Link>
            </li>
          ))}
        </ul>
      ) : null}
    </section>
  );
}
