import './frame.css';
import { type ReactNode, useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { type Place, placeNames, places } from '#shared/shell/commands.ts';
import type { Start } from '#shared/shell/contract.ts';
import type { Healed } from '../journal/healing.ts';
import { markedWords } from '../journal/marked.ts';
import { usePair } from '../journal/people.ts';
import { useJournal } from '../journal/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { dayWords } from '../ui/days.ts';
import { Icon } from '../ui/Icon.tsx';
import { Logo } from '../ui/Logo.tsx';
import { PersonPair } from '../ui/PersonMark.tsx';
import { MadeGood } from './MadeGood.tsx';
import { NotCopied } from './NotCopied.tsx';
import { isAt, placePaths } from './routes.tsx';
import { SampleLine } from './SampleLine.tsx';
import { ReadOnlyLine, SavedStatus, SaveTrouble } from './SavedStatus.tsx';
import { useCommands } from './useCommands.tsx';
import { useMarks } from './useMarks.ts';

export interface FrameProps {
  readonly start: Start;
  /** What had to be made good while the journal was opened. */
  readonly healed: Healed | undefined;
  readonly children: ReactNode;
}

/** The sidebar, and the page beside it. */
export function Frame({ start, healed, children }: FrameProps) {
  const { drafts } = useJournal();
  const [location] = useLocation();
  const page = useRef<HTMLElement>(null);
  const { run, dialogs } = useCommands(start);

  // Going elsewhere keeps what was typed here, and begins the new page at its top and its heading.
  const shownLocation = useRef(location);
  useEffect(() => {
    if (shownLocation.current === location) return;
    shownLocation.current = location;
    void drafts.settleAll();
    markedWords.set(undefined);
    page.current?.scrollTo(0, 0);
    page.current?.focus({ preventScroll: true });
  }, [location, drafts]);

  useMarks(page);

  return (
    <div className="frame">
      <aside className="frame-side">
        <div className="frame-mark">
          <Logo withName />
        </div>
        <PairLine />
        <SampleLine />
        <Button look="quiet" icon="search" onPress={() => run({ name: 'search' })} wide>
          Search
        </Button>
        <nav aria-label="Journal">
          <ul>
            {places.map((place) => (
              <li key={place} className="frame-place">
                <PlaceLink place={place} current={isAt(place, location)} />
              </li>
            ))}
          </ul>
        </nav>
        <div className="frame-foot">
          <SavedStatus />
          <Button look="plain" size="s" icon="lock" onPress={() => run({ name: 'lock' })}>
            Lock
          </Button>
        </div>
      </aside>
      {/* Leaving a field is the moment to keep what was typed in it. */}
      <main className="frame-page" ref={page} tabIndex={-1} onBlur={() => void drafts.settleAll()}>
        <ReadOnlyLine />
        <MadeGood healed={healed} />
        <NotCopied why={start.notCopied} />
        <SaveTrouble />
        {children}
      </main>
      {dialogs}
    </div>
  );
}

function PlaceLink({ place, current }: { readonly place: Place; readonly current: boolean }) {
  return (
    // The question mark leaves behind what a page was asked to do, such as ?new.
    <Link href={`${placePaths[place]}?`} aria-current={current ? 'page' : undefined}>
      <Icon name={place} />
      {placeNames[place]}
    </Link>
  );
}

function PairLine() {
  const { me, buddy, buddyship } = usePair();
  return (
    <div className="frame-pair">
      <PersonPair people={[me, buddy].map(({ side, name }) => ({ person: side, name }))} />
      <p>
        <strong>
          You and <bdi>{buddy.name}</bdi>
        </strong>
        since {dayWords(buddyship.body.since, 'month')}
      </p>
    </div>
  );
}
