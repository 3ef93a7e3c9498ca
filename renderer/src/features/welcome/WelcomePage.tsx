import './welcome.css';
import { useState } from 'react';
import type { Result } from '#shared/base/result.ts';
import { addDays, type Day } from '#shared/base/time.ts';
import type { Beginning } from '../../journal/openVault.ts';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { TextField } from '../../ui/TextField.tsx';

export interface WelcomePageProps<Parts> {
  readonly today: Day;
  readonly begin: (beginning: Beginning, passphrase: string) => Promise<Result<Parts, 'not-written'>>;
  readonly onBegun: (parts: Parts) => void;
}

export function WelcomePage<Parts>({ today, begin, onBegun }: WelcomePageProps<Parts>) {
  const [myName, setMyName] = useState('');
  const [buddyName, setBuddyName] = useState('');
  const [since, setSince] = useState<Day>(addDays(today, 0));
  const submit = async () => {
    const begun = await begin({ myName, buddyName, since, usualWalk: '' }, '');
    if (begun.ok) onBegun(begun.value);
  };
  return (
    <main className="welcome">
      <h1>Welcome</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <TextField label="Your name" value={myName} onChange={setMyName} />
        <TextField label="Your buddy's name" value={buddyName} onChange={setBuddyName} />
        <DayField label="Buddies since" value={since} onChange={(day) => day && setSince(day as Day)} />
        <Button look="primary" type="submit">
          Begin
        </Button>
      </form>
    </main>
  );
}
