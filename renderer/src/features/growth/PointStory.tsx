import type { GrowthPoint } from '#shared/review/growthSeries.ts';
import { useView } from '../../journal/useJournal.ts';
import { useDayWords } from '../../ui/days.ts';
import { readingInWords } from '../../ui/readingScale.ts';
import { placeWords } from './growthView.ts';

/** What lies behind a point: a low one opens a story, not a warning. */
export function PointStory({ point }: { readonly point: GrowthPoint }) {
  const days = useDayWords();
  const place = useView((view) => placeWords(view, point));
  const [before, after] = [point.before?.value, point.after?.value];
  return (
    <>
      <p className="growth-story-day">{days.words(point.day, 'long')}</p>
      <p className="aside">{place}</p>
      <p className="growth-story-values">
        {point.kind === 'alone' ? after : readingInWords({ before, after })}
      </p>
      {point.before?.words ? <p className="words growth-story-words">{point.before.words}</p> : null}
      {point.after?.words ? <p className="words growth-story-words">{point.after.words}</p> : null}
    </>
  );
}
