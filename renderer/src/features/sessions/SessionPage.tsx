import './session.css';
import { useState } from 'react';
import { Link } from 'wouter';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { halfName, turnsOf } from '../../journal/sessions.ts';
import { useComplete, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { HalfSection } from './HalfSection.tsx';
import { SessionHeader } from './SessionHeader.tsx';
import { WholeSessionNotes } from './WholeSessionNotes.tsx';

export function SessionPage({ id }: { readonly id: string }) {
  const session = useView((view) => view.get('session', id as IdOf<'session'>));
  return session ? <OpenSession session={session} /> : <NoSession />;
}

function OpenSession({ session }: { readonly session: Entry<'session'> }) {
  const { clock } = useJournal();
  const turns = useView((view) => turnsOf(view, session.id));
  const missing = [1, 2].filter((order) => !turns.some(({ body }) => body.order === order));
  return (
    <article className="session">
      <SessionHeader session={session} turns={turns} />
      <div className="session-halves">
        {turns.map((turn) => (
          <HalfSection
            key={turn.id}
            session={session}
            turn={turn}
            isAhead={session.body.day > clock.today()}
          />
        ))}
        {missing.map((order) => (
          <MissingHalf key={order} session={session} order={order} turns={turns} />
        ))}
      </div>
      <WholeSessionNotes session={session} />
    </article>
  );
}

/** A session from elsewhere may have come with fewer halves than two. */
function MissingHalf({
  session,
  order,
  turns,
}: {
  readonly session: Entry<'session'>;
  readonly order: number;
  readonly turns: readonly Entry<'turn'>[];
}) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const [id] = useState(() => journal.newId('turn'));
  const name = halfName(order);
  const other = turns.find(({ body }) => body.order !== order);
  const explorer: PersonId = other?.body.holder ?? (order === 1 ? me.id : buddy.id);
  const holder: PersonId = other?.body.explorer ?? (order === 1 ? buddy.id : me.id);
  const add = () =>
    journal.write([{ op: 'put', kind: 'turn', id, body: { session: session.id, order, explorer, holder } }]);
  return (
    <section className="half" aria-label={name}>
      <header className="half-header">
        <h2>{name}</h2>
        <p className="aside">Nothing is known of this half yet.</p>
      </header>
      <Button icon="plus" onPress={() => void add()}>
        Add this half
      </Button>
    </section>
  );
}

function NoSession() {
  const complete = useComplete();
  if (!complete)
    return <PageHeader title="Session">One moment, older sessions are still being read.</PageHeader>;
  return (
    <PageHeader title="Session">
      This session is not in the journal any more, or its address was mistyped.{' '}
      <Link href="/sessions">All sessions</Link> are one step away.
    </PageHeader>
  );
}
