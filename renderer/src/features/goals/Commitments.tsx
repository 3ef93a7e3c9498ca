import { useMemo, useState } from 'react';
import { queryWords } from '#shared/search/fold.ts';
import { useMarkedWords } from '../../journal/marked.ts';
import { useJournal, useVersion, useView } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useDayWords } from '../../ui/days.ts';
import { CommitmentLine } from './CommitmentLine.tsx';
import { CommitmentSection } from './CommitmentSection.tsx';
import { holdsAll, openPromises, settledByMonth } from './goalsView.ts';

/** So many months at first: a decade has a hundred and twenty. */
const monthsAtFirst = 6;

/** What the two promised: open ones to be looked back at, and those that were. */
export function Commitments() {
  return (
    <CommitmentSection
      id="commitments"
      className="commitments"
      promises={useView(openPromises)}
      label="Open commitments"
      none={
        <p className="commitments-none">
          Nothing is open. A commitment is one small thing with a day, and somebody who will ask kindly how it
          went.
        </p>
      }
    >
      <Settled />
    </CommitmentSection>
  );
}

function Settled() {
  const { view } = useJournal();
  const version = useVersion();
  const days = useDayWords();
  const [isOpen, setOpen] = useState(false);
  const [isWhole, setWhole] = useState(false);
  const searched = queryWords(useMarkedWords() ?? '');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const months = useMemo(() => settledByMonth(view), [view, version]);
  if (months.length === 0) return null;
  const shown = months.filter((month, at) => isWhole || at < monthsAtFirst || holdsAll(month, searched));
  // What a search led to must be there to be found; the disclosure then opens by itself.
  const isThere = isOpen || months.some((month) => holdsAll(month, searched));
  return (
    <Disclosure title="Looked back on" isExpanded={isOpen} onExpandedChange={setOpen}>
      {isThere
        ? shown.map(({ month, day, promises }) => (
            <section key={month} className="commitments-month" aria-labelledby={`settled-${month}`}>
              <h3 id={`settled-${month}`}>{days.words(day, 'month')}</h3>
              <ul>
                {promises.map((promise) => (
                  <CommitmentLine key={promise.id} promise={promise} />
                ))}
              </ul>
            </section>
          ))
        : null}
      {isOpen && shown.length < months.length ? (
        <Button size="s" onPress={() => setWhole(true)}>
          Show earlier months
        </Button>
      ) : null}
    </Disclosure>
  );
}
