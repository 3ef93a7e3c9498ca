import type { PersonId } from '#shared/domain/record.ts';
import { type PersonShown, personShown } from '../../journal/people.ts';
import { halfName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { OtherVersionsNotice } from '../../parts/EarlierVersions.tsx';
import { NotesBy } from '../../parts/NotesBy.tsx';
import { HalfDetails } from './HalfDetails.tsx';
import { HalfQuestion } from './HalfQuestion.tsx';
import { HalfReadings } from './HalfReadings.tsx';
import { HalfTimeline } from './HalfTimeline.tsx';
import { Noticed } from './Noticed.tsx';
import { Promises } from './Promises.tsx';
import { deed, howItWent, othersIn } from './sessionView.ts';

export interface HalfSectionProps {
  readonly session: Entry<'session'>;
  readonly turn: Entry<'turn'>;
  /** The session is still to come. */
  readonly isAhead: boolean;
}

/** One half: who explored what, how they were before and after, and what was said and promised. */
export function HalfSection({ session, turn, isAhead }: HalfSectionProps) {
  const { order, explorer: explorerId, holder: holderId } = turn.body;
  const explorer = usePerson(explorerId);
  const holder = usePerson(holderId);
  const name = halfName(order);
  const others = useView((view) => othersIn(view, turn).map((id) => personShown(view, id)));
  const { day } = session.body;
  return (
    <section className="half" aria-label={name} data-person={explorer.side}>
      <header className="half-header">
        <div>
          <h2>
            {name}: <Who person={explorer} /> {deed(explorer, isAhead, 'explore')}
          </h2>
          <p className="aside">
            {[
              <span key="holder">
                <Who person={holder} isFirst /> {deed(holder, isAhead, 'hold')} space
              </span>,
              ...howItWent(turn.body).map((words) => <span key={words}>, {words}</span>),
            ]}
          </p>
        </div>
        <HalfDetails turn={turn} name={name} />
      </header>
      <OtherVersionsNotice id={turn.id} />
      <HalfQuestion turn={turn} name={name} explorer={explorer} />
      <HalfTimeline session={session.id} turn={turn} />
      <HalfReadings turn={turn.id} day={day} explorer={explorer} />
      <NotesBy about={turn.id} day={day} person={explorer} placeholder={exploredPrompt(explorer)} />
      {holder.id === explorer.id ? null : (
        <>
          <NotesBy about={turn.id} day={day} person={holder} placeholder={heldPrompt(holder)} />
          <Noticed turn={turn.id} day={day} holder={holder} explorer={explorer} />
        </>
      )}
      {others.map((person) => (
        <NotesBy key={person.id} about={turn.id} day={day} person={person} placeholder="" />
      ))}
      <Promises turn={turn.id} name={name} explorer={explorer} />
    </section>
  );
}

function usePerson(id: PersonId): PersonShown {
  return useView((view) => personShown(view, id));
}

/** "you" or a name, in its own direction of writing. */
function Who({ person, isFirst = false }: { readonly person: PersonShown; readonly isFirst?: boolean }) {
  if (person.side === 'me') return isFirst ? 'You' : 'you';
  return <bdi>{person.name}</bdi>;
}

function exploredPrompt({ side, name }: PersonShown): string {
  return side === 'me' ? 'What came up for you' : `What ${name} said, in their own words`;
}

function heldPrompt({ side, name }: PersonShown): string {
  return side === 'me' ? 'What you asked, and what followed' : `What ${name} said back`;
}
