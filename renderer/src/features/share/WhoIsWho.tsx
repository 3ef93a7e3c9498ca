import type { PersonId } from '#shared/domain/record.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { type Choice, Select } from '../../ui/Select.tsx';
import { type Matches, type Meeting, ownPeople } from './whoIsWho.ts';

export interface WhoIsWhoProps {
  readonly meeting: Meeting;
  readonly matches: Matches;
  readonly sender: string;
  readonly onMatch: (stranger: PersonId, to: PersonId | 'new') => void;
}

/** The people a share names, each beside who they are here. Two journals begin apart; this is where they meet. */
export function WhoIsWho({ meeting, matches, sender, onMatch }: WhoIsWhoProps) {
  const { me } = useJournal();
  const people = useView(ownPeople);
  return (
    <section aria-labelledby="share-who">
      <SectionHeading id="share-who">Who is who</SectionHeading>
      <p className="aside">
        <bdi>{sender}</bdi>’s journal has its own names. Once this is right, you are not asked again.
      </p>
      <div className="share-who">
        {meeting.strangers.map(({ id, name, isSender }) => {
          // Whoever made the share is not me: my own shares are known by their tags.
          const mine = people.filter((person) => !(isSender && person.id === me));
          const choices: readonly Choice<PersonId | 'new'>[] = [
            ...mine.map((person) => ({
              value: person.id as PersonId,
              label: person.id === me ? `${person.body.name} (you)` : person.body.name,
            })),
            { value: 'new', label: 'Somebody else' },
          ];
          return (
            <Select
              key={id}
              label={isSender ? `${name}, who made it, is` : `${name} is`}
              value={matches.get(id)}
              onChange={(to) => onMatch(id, to)}
              choices={choices}
            />
          );
        })}
      </div>
    </section>
  );
}
