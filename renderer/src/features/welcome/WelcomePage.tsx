import './welcome.css';
import { useState } from 'react';
import type { Result } from '#shared/base/result.ts';
import type { Day } from '#shared/base/time.ts';
import type { Beginning } from '../../journal/beginning.ts';
import { Button } from '../../ui/Button.tsx';
import { Logo } from '../../ui/Logo.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { WelcomeDrawing } from './WelcomeDrawing.tsx';
import { WelcomeForm } from './WelcomeForm.tsx';

export interface WelcomePageProps<Parts> {
  readonly today: Day;
  readonly begin: (beginning: Beginning, passphrase: string) => Promise<Result<Parts, 'not-written'>>;
  readonly beginSample: () => Promise<Result<Parts, 'not-written'>>;
  /** The journal is open; it begins at `path`, if there is one. */
  readonly onBegun: (parts: Parts, path?: string) => void;
  /** There is a backup to bring back. */
  readonly onRestore: () => void;
}

type Busy = 'beginning' | 'sealing' | 'sample' | undefined;

/** The first thing anybody sees: what this is, who can read it, and a few questions. */
export function WelcomePage<Parts>({
  today,
  begin,
  beginSample,
  onBegun,
  onRestore,
}: WelcomePageProps<Parts>) {
  const [busy, setBusy] = useState<Busy>();
  const [failed, setFailed] = useState(false);
  const [importing, setImporting] = useState(false);

  const open = async (how: NonNullable<Busy>, opening: Promise<Result<Parts, 'not-written'>>) => {
    setBusy(how);
    setFailed(false);
    const begun = await opening;
    if (begun.ok) return onBegun(begun.value, how === 'sample' ? undefined : sheetPath(importing));
    setBusy(undefined);
    setFailed(true);
  };

  return (
    <main className="welcome">
      <section className="welcome-ground" aria-label="About Stringwalk">
        <Logo size={30} withName />
        <div className="welcome-words">
          <h1>For two people who walk beside each other, for years</h1>
          <p>
            What you explored, what you promised, what you saw growing in each other: kept in your own words,
            on this computer.
          </p>
        </div>
        <WelcomeDrawing />
        <p className="welcome-readers">
          <strong>Who else can read this?</strong> With a passphrase nobody, unless you hand it to them.
          Stringwalk never goes online.
        </p>
      </section>
      <section className="welcome-questions" aria-label="Begin">
        {failed ? (
          <Notice look="problem" title="The journal could not be begun.">
            This computer did not let Stringwalk write to the disk. Nothing was kept; free some room and try
            again.
          </Notice>
        ) : null}
        {importing ? (
          <Notice
            title="First, a journal of your own. "
            action={
              <Button look="plain" size="s" onPress={() => setImporting(false)}>
                Not now
              </Button>
            }
          >
            Answer these and begin; then you are asked for the file that was shared with you.
          </Notice>
        ) : null}
        <WelcomeForm
          today={today}
          isBusy={busy !== undefined}
          onBegin={(beginning, passphrase) =>
            void open(passphrase === '' ? 'beginning' : 'sealing', begin(beginning, passphrase))
          }
        />
        {busy === 'sealing' ? (
          <div className="welcome-sealing">
            <Progress label="Making the lock for your passphrase" value={undefined} detail="" />
            <p className="aside">
              This takes a few seconds on purpose: it makes every guess slow for anybody else.
            </p>
          </div>
        ) : null}
        {busy === 'sample' ? (
          <Progress label="Laying out three years of the sample journal" value={undefined} detail="" />
        ) : null}
        {busy === undefined && !importing ? (
          <p className="welcome-otherwise">
            <span>Or</span>
            <Button look="plain" onPress={() => void open('sample', beginSample())}>
              Open the sample journal
            </Button>
            <Button look="plain" onPress={() => setImporting(true)}>
              Import a share
            </Button>
            <Button look="plain" onPress={onRestore}>
              Restore a backup
            </Button>
          </p>
        ) : null}
      </section>
    </main>
  );
}

/** A journal of one's own begins with its recovery sheet, and goes on from there. */
function sheetPath(importing: boolean): string {
  return importing ? '/recovery-sheet?then=import' : '/recovery-sheet';
}
