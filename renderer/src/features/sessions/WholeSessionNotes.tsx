import { usePair } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { NotesBy } from '../../parts/NotesBy.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';

/** Notes that belong to the session and to neither half. They are shown where there are any. */
export function WholeSessionNotes({ session }: { readonly session: Entry<'session'> }) {
  const { me, buddy } = usePair();
  const writers = useView((view) =>
    view
      .naming('note', session.id)
      .filter(({ body }) => body.about === session.id)
      .map(({ body }) => body.person),
  );
  if (writers.length === 0) return null;
  return (
    <section className="session-whole" aria-labelledby="session-whole">
      <SectionHeading id="session-whole">The session as a whole</SectionHeading>
      {[me, buddy]
        .filter(({ id }) => writers.includes(id))
        .map((person) => (
          <NotesBy key={person.id} about={session.id} day={session.body.day} person={person} placeholder="" />
        ))}
    </section>
  );
}
