import { type FormEvent, lazy, Suspense, useRef, useState } from 'react';
import type { Surroundings } from '../journal/openVault.ts';
import { ownNames } from '../journal/people.ts';
import type { Slots } from '../journal/slots.ts';
import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import { PassphraseField } from '../ui/PassphraseField.tsx';
import './door.css';
import { type OpenParts, opening, unlock } from './openJournal.ts';

/** From the third wrong passphrase on, the next try waits this long. Nothing worse ever happens. */
const pauseMs = 1000;

const problems = {
  'wrong-passphrase': 'That is not the passphrase. Nothing has changed; try again.',
  damaged:
    'The passphrase file of this journal could not be read. Your pages are untouched. Choose “Forgot passphrase?”: there your recovery sheet opens them, or a backup brings the key back.',
  'other-pages':
    'The passphrase is right, but the pages here are those of another journal. Nothing was removed. If you moved or restored the folder by hand, bring all of it back.',
  'no-room':
    'There is too little room on this disk to open the journal. Nothing has changed; free some room and try again.',
  'not-written': 'The journal could not be opened just now. Nothing has changed; try again.',
} as const;

const ForgotPassphrase = lazy(async () => ({
  default: (await import('../features/recovery/ForgotPassphrase.tsx')).ForgotPassphrase<OpenParts>,
}));

const RestoreDoor = lazy(async () => ({
  default: (await import('../features/backups/RestoreDoor.tsx')).RestoreDoor<OpenParts>,
}));

/** Asks for the passphrase, or for the recovery sheet where it is forgotten. */
export function UnlockPage(props: {
  readonly around: Surroundings;
  readonly slots: Slots;
  readonly onOpened: (parts: OpenParts) => void;
}) {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<keyof typeof problems>();
  const [wrong, setWrong] = useState(0);
  const [busy, setBusy] = useState(false);
  const wasProtected = props.slots.passphrase !== undefined;
  // Also beside a passphrase, where the open file would not go.
  const layOpen = !wasProtected || props.slots.open !== undefined;
  const [forgot, setForgot] = useState(!wasProtected);
  const [restoring, setRestoring] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const protect = async (parts: OpenParts, chosen: string) => {
    const { protectAnew, protectFirst } = await import('./recoverJournal.ts');
    return (layOpen ? protectFirst : protectAnew)(parts, chosen);
  };

  if (restoring)
    return (
      <Suspense fallback={null}>
        <RestoreDoor
          isHere
          restore={async (restore, lock, telling) => {
            const { reclaimJournal } = await import('./reclaimJournal.ts');
            // Whoever has no key of this journal puts no other in its place.
            return reclaimJournal({ around: props.around, mayReplace: false }, restore, lock, telling);
          }}
          onRestored={props.onOpened}
          onCancel={() => setRestoring(false)}
        />
      </Suspense>
    );

  if (forgot)
    return (
      <main className="door door-wide">
        <Logo size={34} />
        <Suspense fallback={null}>
          <ForgotPassphrase
            hasFile={props.slots.recovery !== undefined}
            wasProtected={wasProtected}
            layOpen={layOpen}
            open={async (typed) => (await import('./recoverJournal.ts')).openBySheet(props.around, typed)}
            protect={props.around.isReadOnly ? undefined : protect}
            namesIn={({ journal }) => ownNames(journal.view)}
            onOpened={(parts) => {
              opening.set(false);
              props.onOpened(parts);
            }}
            onBack={() => setForgot(false)}
            onRestore={props.around.isReadOnly ? undefined : () => setRestoring(true)}
          />
        </Suspense>
      </main>
    );

  const open = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    setProblem(undefined);
    if (wrong >= 3) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    const opened = await unlock(props.around, props.slots, passphrase);
    if (opened.ok) return props.onOpened(opened.value);
    setBusy(false);
    setProblem(opened.error);
    setWrong(wrong + 1);
    const input = form.current?.querySelector('input');
    input?.focus();
    input?.select();
  };

  return (
    <main className="door">
      <Logo size={34} />
      <h1>Your journal is locked</h1>
      <form ref={form} onSubmit={(event) => void open(event)}>
        <PassphraseField
          label="Passphrase"
          value={passphrase}
          onChange={setPassphrase}
          autoFocus
          problem={problem ? problems[problem] : undefined}
        />
        <div className="door-actions">
          <Button look="primary" type="submit" isPending={busy}>
            {busy ? 'Opening…' : 'Unlock'}
          </Button>
          <Button look="plain" onPress={() => setForgot(true)} isDisabled={busy}>
            Forgot passphrase?
          </Button>
        </div>
      </form>
      <p className="aside">
        Take your time: a wrong guess costs a moment and nothing else. Stringwalk keeps no copy of your
        passphrase{otherWays(props.slots)}
      </p>
    </main>
  );
}

/** On a device where it stays unlocked, starting anew opens it as well: nothing is then the only way. */
function otherWays({ recovery, device }: Slots): string {
  if (recovery) return `; ${device ? '' : 'only '}your recovery sheet opens the journal as well.`;
  return device ? '.' : ', and there is no other way in.';
}
