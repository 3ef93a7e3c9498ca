import type { SaveProblem } from '../journal/db.ts';
import { shell } from '../journal/shell.ts';
import { useJournal, useSaving } from '../journal/useJournal.ts';
import { Button } from '../ui/Button.tsx';
import { timeOf } from '../ui/days.ts';
import { Notice } from '../ui/Notice.tsx';

/** "Saved, 14:32": said only after the words are kept. */
export function SavedStatus() {
  const saving = useSaving();
  return (
    <p role="status" className="saved-status">
      {saving.state === 'saving' ? 'Saving…' : null}
      {saving.state === 'kept' ? `Saved, ${timeOf(saving.at)}` : null}
      {saving.state === 'failed' ? notSaved(saving.problem) : null}
    </p>
  );
}

function notSaved(problem: SaveProblem): string {
  return problem === 'read-only' ? 'Not saved: this journal can only be read here' : 'Not saved yet';
}

const why = {
  'disk-full':
    'This disk is full. Your words are still on the page; free some room, and they will be saved by themselves.',
  'no-room':
    'There is too little room left on this disk to write safely. Your words are still on the page; free some room, and they will be saved by themselves.',
  'not-saved': 'Your words are still on the page. Stringwalk keeps trying; do not close the window yet.',
} as const;

/** When keeping failed: what happened, that the words are still there, and what to do. It goes away by itself. */
export function SaveTrouble() {
  const { drafts } = useJournal();
  const saving = useSaving();
  if (saving.state !== 'failed') return null;
  // Said by the line above every page.
  if (saving.problem === 'read-only') return null;
  return (
    <div className="save-trouble">
      <Notice
        look="problem"
        title="This could not be saved just now."
        action={
          <>
            {saving.problem === 'no-room' ? <LastWordsButton /> : null}
            <Button onPress={() => void drafts.settleAll()}>Try again</Button>
          </>
        }
      >
        {why[saving.problem]}
      </Notice>
    </div>
  );
}

/** Room is kept back for this: what is on the page goes into the log, and into the database when there is room again. */
function LastWordsButton() {
  const { drafts } = useJournal();
  const giveUp = async () => {
    await shell.giveUpBallast();
    await drafts.settleAll();
  };
  return <Button onPress={() => void giveUp()}>Use the reserve</Button>;
}

/** A newer Stringwalk wrote this journal: said above every page, since nothing typed here would stay. */
export function ReadOnlyLine() {
  const { isReadOnly } = useJournal();
  if (!isReadOnly) return null;
  return (
    <div className="frame-notice">
      <Notice look="warn" title="This journal can only be read here.">
        A newer Stringwalk wrote it last. Everything is as it was; to write in it, open it with the newer one.
      </Notice>
    </div>
  );
}
