import { useState } from 'react';
import { Link } from 'wouter';
import { plainText } from '#shared/domain/richText.ts';
import { pathTo } from '../../journal/paths.ts';
import { type PersonShown, usePair } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry, View } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';

const shownAtFirst = 4;

/** Growth each saw in the other, as two strands of words. Not counted and not compared. */
export function Noticings() {
  const { me, buddy } = usePair();
  const received = useView((view) => noticingsBy(view, buddy, me));
  const given = useView((view) => noticingsBy(view, me, buddy));
  if (received.length === 0 && given.length === 0) return null;
  return (
    <section className="growth-part growth-noticings" aria-label="Growth seen in each other">
      <Strand noticings={received} by={buddy}>
        Growth seen by <bdi>{buddy.name}</bdi>
      </Strand>
      <Strand noticings={given} by={me}>
        Growth you saw in <bdi>{buddy.name}</bdi>
      </Strand>
    </section>
  );
}

function noticingsBy(view: View, by: PersonShown, of: PersonShown): readonly Entry<'noticing'>[] {
  return view
    .all('noticing')
    .filter(({ body }) => body.person === by.id && body.of === of.id && plainText(body.text).trim() !== '')
    .toSorted((a, b) => (a.body.day === b.body.day ? b.at - a.at : a.body.day < b.body.day ? 1 : -1));
}

interface StrandProps {
  readonly noticings: readonly Entry<'noticing'>[];
  readonly by: PersonShown;
  readonly children: React.ReactNode;
}

function Strand({ noticings, by, children }: StrandProps) {
  const { view } = useJournal();
  const days = useDayWords();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? noticings : noticings.slice(0, shownAtFirst);
  return (
    <div data-person={by.side}>
      <SectionHeading>{children}</SectionHeading>
      {noticings.length === 0 ? <p className="aside growth-strand-none">Nothing written down yet.</p> : null}
      <ul className="growth-strand">
        {shown.map((noticing) => (
          <li key={noticing.id}>
            <p className="words">{plainText(noticing.body.text)}</p>
            <p className="aside">
              <Link href={pathTo(view, noticing)}>{days.words(noticing.body.day, 'long')}</Link>
            </p>
          </li>
        ))}
      </ul>
      {shown.length < noticings.length ? (
        <Button size="s" onPress={() => setWhole(true)}>
          Show earlier ones
        </Button>
      ) : null}
    </div>
  );
}
