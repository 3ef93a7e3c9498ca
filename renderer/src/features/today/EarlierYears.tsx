import { Link } from 'wouter';
import { personShown } from '../../journal/people.ts';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import type { Ago } from './todayView.ts';

/** What was said around this day in earlier years. */
export function EarlierYears({ ago }: { readonly ago: readonly Ago[] }) {
  return ago.map((each) => <OneYear key={each.session.id} ago={each} />);
}

function OneYear({ ago }: { readonly ago: Ago }) {
  const days = useDayWords();
  const person = useView((view) => (ago.person ? personShown(view, ago.person) : undefined));
  const { id, body } = ago.session;
  const whose = person && person.side !== 'me' ? `${person.name}’s half` : 'your half';
  return (
    <section className="today-part today-ago">
      <SectionHeading aside={days.words(body.day, 'long')}>
        This week, {ago.years === 1 ? 'a year' : `${ago.years} years`} ago
      </SectionHeading>
      {ago.words === '' ? null : <p className="words">{ago.words}</p>}
      <p className="aside">
        {ago.words === '' ? 'You met: ' : `From ${whose} of `}
        <Link href={`/sessions/${id}`}>{sessionName(body)}</Link>
      </p>
    </section>
  );
}
