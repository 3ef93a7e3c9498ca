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
    next: 'Give yourself permission to write in that folder, or free the disk if it is full or locked, then try again.',
  },
  'parts-missing': {
    title: 'Part of this journal is missing',
    what: 'The key and the pages of this journal do not fit together here. Stringwalk has not touched either, and will not start an empty journal over them.',
    next: 'If you moved or restored the folder by hand, bring all of it back and try again.',
  },
  'cannot-open': {
    title: 'The journal does not open just now',
    what: 'The pages are on this disk, but they could not be read. Nothing was changed.',
    next: 'Close other copies of Stringwalk, make sure the disk has room, and try again.',
  },
};

/** Where the journal cannot be opened: what happened, that nothing was changed, what to do next. */
export function StoppedPage({ why }: { readonly why: StopReason }) {
  const { title, what, next } = words[why];
  return (
    <main className="door" role="alert">
      <Logo size={34} />
      <h1>{title}</h1>
      <p>{what}</p>
      <p>{next}</p>
      <Button look="primary" onPress={() => location.reload()}>
        Try again
      </Button>
    </main>
  );
}
