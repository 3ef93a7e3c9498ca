import './today.css';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useLocation } from 'wouter';
import { usePair } from '../../journal/people.ts';
import { isSample } from '../../journal/sample.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import { BackupProblem } from '../../parts/BackupProblem.tsx';
import { BackupUnread } from '../../parts/BackupUnread.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { ReadingLine } from '../../ui/ReadingLine.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { CarriedQuestion } from './CarriedQuestion.tsx';
import { EarlierYears } from './EarlierYears.tsx';
import { LastLine } from './LastLine.tsx';
import { LooseNotes } from './LooseNotes.tsx';
import { NextSession } from './NextSession.tsx';
import { OpenPromises } from './OpenPromises.tsx';
import { type Slope, todayView } from './todayView.ts';

// Hardly ever shown, and never in the first moment.
const RecoveryNotice = lazy(async () => ({
  default: (await import('./RecoveryNotice.tsx')).RecoveryNotice,
}));

/** What matters now: the next walk, the question I carry, what was promised, and a look back. */
export function TodayPage() {
  const { clock, view, isReadOnly } = useJournal();
  // Not before everything is read: the first page has enough to do.
  const mayAsk = useComplete() && !isReadOnly && !isSample(view);
  const version = useVersion();
  const { me } = usePair();
  const days = useDayWords();
  const today = clock.today();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version stands for everything the view holds
  const shown = useMemo(() => todayView(view, today), [view, today, version]);

  return (
    <div className="today">
      <div className="today-main">
        <p className="aside">{days.words(today, 'weekday')}</p>
        <h1>
          {greeting(new Date(clock.now()).getHours())}, <bdi>{me.name}</bdi>
        </h1>
        {mayAsk ? (
          <Suspense fallback={null}>
            <RecoveryNotice today={today} />
          </Suspense>
        ) : null}
        <TodaysBackup />
        <CarriedQuestion questions={shown.carried} grewOutOf={shown.grewOutOf} today={today} />
        <OpenPromises commitments={shown.commitments} today={today} />
        <EarlierYears ago={shown.ago} />
        <LooseNotes />
      </div>
      <aside className="today-side" aria-label="Next and last">
        <NextSession next={shown.next} last={shown.last} firstExplorer={shown.firstExplorer} today={today} />
        {shown.line ? <LastLine line={shown.line} /> : null}
        {shown.clarity.length > 0 ? <ClaritySlopes slopes={shown.clarity} /> : null}
      </aside>
    </div>
  );
}

/** People hardly ever look at the page of backups, and would not hear for months that none can be made, or not of all. */
function TodaysBackup() {
  const [, go] = useLocation();
  const backups = (
    <Button size="s" onPress={() => go('/settings/backups')}>
      Look at backups
    </Button>
  );
  return (
    <div className="today-notice">
      <BackupProblem action={backups} />
      <BackupUnread action={backups} />
    </div>
  );
}

function greeting(hour: number): string {
  if (hour < 5) return 'Good night';
  if (hour < 12) return 'Good morning';
  return hour < 18 ? 'Good afternoon' : 'Good evening';
}

function ClaritySlopes({ slopes }: { readonly slopes: readonly Slope[] }) {
  const days = useDayWords();
  return (
    <section className="today-part">
      <SectionHeading>Clarity, before and after</SectionHeading>
      <ul className="today-slopes">
        {slopes.map(({ session, before, after }) => (
          <li key={session.id}>
            <Link href={`/sessions/${session.id}`}>
              <span className="visually-hidden">Session of</span>
              <ReadingLine
                label={days.words(session.body.day, 'brief')}
                person="me"
                before={before}
                after={after}
                figures="last"
              />
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
