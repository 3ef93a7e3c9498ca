import { Link } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { Select } from '../../ui/Select.tsx';
import { offspringOf, possibleOrigins } from './questionsView.ts';

const nothing = 'none';

/** Its earlier wordings, what it grew out of, and what grew out of it. */
export function Lineage({
  question,
  canWrite,
}: {
  readonly question: Entry<'question'>;
  readonly canWrite: boolean;
}) {
  const journal = useJournal();
  const days = useDayWords();
  const { id, body } = question;
  const { origins, offspring, parent } = useView((view) => ({
    origins: possibleOrigins(view, id),
    offspring: offspringOf(view, id),
    parent: view.get('question', body.grewOutOf?.[0]),
  }));
  const choose = async (chosen: string) => {
    await journal.drafts.settle(id);
    const current = journal.view.get('question', id)?.body ?? body;
    const { grewOutOf: _before, ...rest } = current;
    const next = chosen === nothing ? rest : { ...rest, grewOutOf: [chosen as IdOf<'question'>] };
    await journal.write([{ op: 'put', kind: 'question', id, body: next }]);
  };
  return (
    <>
      {body.earlier.length > 0 ? (
        <section className="question-part">
          <SectionHeading>Earlier wordings</SectionHeading>
          <ul>
            {body.earlier.toReversed().map(({ wording, until }) => (
              <li key={`${until} ${wording}`}>
                <span className="words" dir="auto">
                  {wording}
                </span>
                <span className="aside">until {days.words(until, 'long')}</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {parent || offspring.length > 0 || (canWrite && origins.length > 0) ? (
        <section className="question-part">
          <SectionHeading>How it grew</SectionHeading>
          {canWrite && origins.length > 0 ? (
            <Select
              label="Grew out of"
              value={parent?.id ?? nothing}
              onChange={(chosen) => void choose(chosen)}
              choices={[
                { value: nothing, label: 'Nothing in particular' },
                ...origins.map((each) => ({ value: each.id as string, label: each.body.wording })),
              ]}
            />
          ) : null}
          {parent ? (
            <p>
              <span className="aside">Out of</span>{' '}
              <Link href={`/questions/${parent.id}`}>{parent.body.wording}</Link>
            </p>
          ) : null}
          <ul>
            {offspring.map((each) => (
              <li key={each.id}>
                <Link href={`/questions/${each.id}`}>{each.body.wording}</Link>
                <span className="aside">grew out of it</span>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </>
  );
}
