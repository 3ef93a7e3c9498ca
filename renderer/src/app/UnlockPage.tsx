import { useState } from 'react';
import type { Surroundings } from '../journal/openVault.ts';
import type { Slots } from '../journal/slots.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { TextField } from '../ui/TextField.tsx';
import './door.css';
import { type OpenParts, unlock } from './openJournal.ts';

/** From the third wrong passphrase on, the next try waits this long. Nothing worse ever happens. */
const pauseMs = 1000;

const problems = {
  'wrong-passphrase': 'That is not the passphrase. Nothing has changed; try again.',
  damaged: 'The passphrase file of this journal could not be read. Your pages are untouched.',
  'not-written': 'The journal could not be opened just now. Nothing has changed; try again.',
} as const;

/** Asks for the passphrase. */
export function UnlockPage(props: {
  readonly around: Surroundings;
  readonly slots: Slots;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<keyof typeof problems>();
  const [wrong, setWrong] = useState(0);
  const [busy, setBusy] = useState(false);

  const open = async () => {
    setBusy(true);
    setProblem(undefined);
    if (wrong >= 3) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const opened = await unlock(props.around, props.slots, passphrase);
    setBusy(false);
    if (opened.ok) return props.onOpened(opened.value);
    setProblem(opened.error);
    setWrong(wrong + 1);
  };

  return (
    <main className="door">
      <Logo size={34} />
      <h1>Your journal is locked</h1>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (!busy) void open();
        }}
      >
        <TextField
          label="Passphrase"
          type="password"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          autoComplete="off"
          problem={problem ? problems[problem] : undefined}
        />
        <Button look="primary" type="submit" isPending={busy}>
          {busy ? 'Opening…' : 'Unlock'}
        </Button>
      </form>
    </main>
  );
}
