import { Link } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { halfName, sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { linesFor, usesOf } from './questionsView.ts';

/** The halves in which the question was walked, and the lines laid for it. */
export function QuestionUses({ id }: { readonly id: IdOf<'question'> }) {
  const days = useDayWords();
  const { uses, lines } = useView((view) => ({ uses: usesOf(view, id), lines: linesFor(view, id) }));
  return (
    <section className="question-part">
      <SectionHeading>Where it was walked</SectionHeading>
      {uses.length === 0 && lines.length === 0 ? (
        <p className="aside">Nowhere yet. Choose it for a half of your next session.</p>
      ) : null}
      <ul>
        {uses.map(({ turn, session }) => (
          <li key={turn.id}>
            <Link href={`/sessions/${session.id}`}>{sessionName(session.body)}</Link>
            <span className="aside">
              {days.words(session.body.day, 'long')}, {halfName(turn.body.order).toLowerCase()}
            </span>
          </li>
        ))}
        {lines.map(({ id: line, body }) => (
          <li key={line}>
            <Link href={`/timelines/${line}`}>{body.title}</Link>
            <span className="aside">{days.words(body.day, 'long')}, a line</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
