import { Link } from 'wouter';
import type { PersonId } from '#shared/domain/record.ts';
import { pathToHistory } from '../../journal/paths.ts';
import { usePair } from '../../journal/people.ts';
import { useDraft, useJournal, useView } from '../../journal/useJournal.ts';
import { DayField } from '../../ui/DayField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { NameField } from './NameField.tsx';
import { SettingsSection } from './SettingsSection.tsx';

/** Who the two are, since when, and where they usually walk. */
export function PairSettings() {
  const { me, buddy, buddyship } = usePair();
  const { clock } = useJournal();
  const { body, change } = useDraft('buddyship', buddyship.id, buddyship.body);
  return (
    <SettingsSection title="The two of you">
      <div className="settings-pair">
        <PersonName label="Your name" id={me.id} />
        <PersonName label="Your buddy's name" id={buddy.id} />
        <DayField
          label="Buddies since"
          value={body.since}
          onChange={(since) => since && change({ since })}
          max={clock.today()}
        />
        <TextField
          label="Your usual walk"
          value={body.usualWalk}
          onChange={(usualWalk) => change({ usualWalk })}
          maxLength={120}
          autoComplete="off"
          dir="auto"
        />
      </div>
      <p className="aside">
        Earlier versions of <Link href={pathToHistory(me.id)}>your name</Link>,{' '}
        <Link href={pathToHistory(buddy.id)}>your buddy’s name</Link>, and{' '}
        <Link href={pathToHistory(buddyship.id)}>since when and where</Link>
      </p>
    </SettingsSection>
  );
}

function PersonName({ label, id }: { readonly label: string; readonly id: PersonId }) {
  const person = useView((view) => view.get('person', id));
  const { body, change } = useDraft('person', id, person?.body ?? { name: '' });
  return <NameField label={label} name={body.name} onChange={(name) => change({ name })} />;
}
