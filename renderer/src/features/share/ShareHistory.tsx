import { mainCountsInWords } from '../../journal/counts.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { dayAndMonth, longDay } from '../../ui/days.ts';
import { Icon } from '../../ui/Icon.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import type { HandoverLine } from './chooseView.ts';

/** What left and what came, by day. */
export function ShareHistory({ lines }: { readonly lines: readonly HandoverLine[] }) {
  const thisYear = useJournal().clock.today().slice(0, 4);
  const dayOf = ({ day }: HandoverLine) => (day.startsWith(thisYear) ? dayAndMonth(day) : longDay(day));
  return (
    <section aria-labelledby="share-history">
      <SectionHeading id="share-history">Shared so far</SectionHeading>
      <ul className="share-history">
        {lines.map((line) => (
          <li key={line.id}>
            <Icon name={line.direction === 'out' ? 'share' : 'import'} />
            <p>
              {line.direction === 'out' ? 'Shared' : 'Imported'} on {dayOf(line)}:{' '}
              {mainCountsInWords(line.counts) || 'nothing new'}
            </p>
            <p className="aside">
              {line.direction === 'out' ? 'for' : 'from'} <bdi>{line.person}</bdi>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
