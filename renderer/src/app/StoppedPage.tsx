import { Button } from '../ui/Button.tsx';
import { Logo } from '../ui/Logo.tsx';
import type { StopReason } from './openJournal.ts';
import './door.css';

const words: Readonly<
  Record<StopReason, { readonly title: string; readonly what: string; readonly next: string }>
> = {
  'cannot-write': {
    title: 'This folder cannot be written',
    what: 'Stringwalk keeps your journal in a folder of its own, and this computer does not let it write there. Nothing was changed and nothing is lost.',
    next: 'Close Stringwalk, give yourself permission to write in that folder (or make room, or choose another folder), and open it again.',
  },
  'no-room-to-begin': {
    title: 'This disk is full',
    what: 'The folder for your journal holds none yet, and there is no room left to begin one. Nothing was changed and nothing is lost.',
    next: 'Close Stringwalk, free some room on this disk, and open it again.',
  },
  'parts-missing': {
    title: 'Part of this journal is missing',
    what: 'The key and the pages of this journal do not fit together here. Stringwalk has not touched either, and will not start an empty journal over them.',
    next: 'If you moved or restored the folder by hand, bring all of it back and try again.',
  },
  'no-room': {
    title: 'Too little room on this disk',
    what: 'Part of the database is gone, and everything you saved waits in the log to be put back. There is too little room for it just now. Nothing was changed.',
    next: 'Free some room on this disk and try again.',
  },
  'newer-browser': {
    title: 'A newer Stringwalk wrote this journal',
    what: 'This older one would damage its database by opening it, so it has not. Nothing was changed and nothing is lost.',
    next: 'Open the journal with the newer Stringwalk, or install that one here.',
  },
  'cannot-open': {
    title: 'The journal does not open just now',
    what: 'What lies on this disk could not be read just now. Nothing you saved was removed.',
    next: 'Close other copies of Stringwalk, make sure the disk has room, and try again.',
  },
};

/** Where the journal cannot be opened: what happened, that nothing was changed, what to do next. */
export function StoppedPage(props: {
  readonly why: StopReason;
  readonly dataFolder: string | undefined;
  /** There may be a backup to go on with. */
  readonly onRestore: (() => void) | undefined;
}) {
  const { why, dataFolder, onRestore } = props;
  const { title, what, next } = words[why];
  return (
    <main className="door">
      <Logo size={34} />
      <div role="alert" className="door-words">
        <h1>{title}</h1>
        <p>{what}</p>
        <p>{next}</p>
        {onRestore ? (
          <p>
            A backup brings it back as well. What lies here is joined with it, or set aside where it does not
            open; nothing is deleted.
          </p>
        ) : null}
      </div>
      {dataFolder ? (
        <p className="aside">
          The folder: <code>{dataFolder}</code>
        </p>
      ) : null}
      {/* The folder is looked at once, when the program starts: there, only starting again helps. */}
      {why === 'cannot-write' || why === 'no-room-to-begin' || why === 'newer-browser' ? null : (
        <div className="door-actions">
          <Button look="primary" onPress={() => location.reload()}>
            Try again
          </Button>
          {onRestore ? <Button onPress={onRestore}>Restore a backup</Button> : null}
        </div>
      )}
    </main>
  );
}
