import { useJournal, useSaving } from '../journal/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { Notice } from '../ui/Notice.tsx';

/** "Saved, 14:32": said only after the words are kept. */
export function SavedStatus() {
  const saving = useSaving();
  return (
    <p role="status" className="saved-status">
      {saving.state === 'saving' ? 'Saving…' : null}
      {saving.state === 'kept' ? `Saved, ${timeOf(saving.at)}` : null}
      {saving.state === 'failed' ? 'Not saved yet' : null}
    </p>
  );
}

function timeOf(at: number): string {
  return new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });
}

/** When keeping failed: what happened, that the words are still there, and what to do. It goes away by itself. */
export function SaveTrouble() {
  const { drafts } = useJournal();
  const saving = useSaving();
  if (saving.state !== 'failed') return null;
  const why =
    saving.problem === 'disk-full'
      ? 'This disk is full. Your words are still on the page; free some room, and they will be saved by themselves.'
      : 'Your words are still on the page. Stringwalk keeps trying; do not close the window yet.';
  return (
    <div className="save-trouble">
      <Notice
        look="problem"
        title="This could not be saved just now."
        action={<Button onPress={() => void drafts.settleAll()}>Try again</Button>}
      >
        {why}
      </Notice>
    </div>
  );
}
