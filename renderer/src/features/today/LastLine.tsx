import { Link } from 'wouter';
import { personShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { TimelineThumb } from '../../ui/canvas/TimelineThumb.tsx';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';

/** The newest line on the ground, at a glance. */
export function LastLine({ line }: { readonly line: Entry<'timeline'> }) {
  const days = useDayWords();
  const { mats, side } = useView((view) => ({
    mats: view.naming('mat', line.id).map(({ body }) => body),
    side: personShown(view, line.body.person).side,
  }));
  return (
    <section className="today-part">
      <SectionHeading>Last line laid</SectionHeading>
      <Link className="today-line" href={`/timelines/${line.id}`}>
        <span className="today-line-ground">
          <TimelineThumb path={line.body.path} mats={mats} person={side} />
        </span>
        <span className="aside">
          “{line.body.title}”, {days.words(line.body.day, 'long')}
        </span>
      </Link>
    </section>
  );
}
