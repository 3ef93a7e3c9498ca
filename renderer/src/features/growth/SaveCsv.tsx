import { type GrowthRow, growthCsv } from '#shared/review/growthTable.ts';
import type { PersonShown } from '../../journal/people.ts';
import { sessionName } from '../../journal/sessions.ts';
import { shell } from '../../journal/shell.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { ConfirmDialog } from '../../ui/ConfirmDialog.tsx';
import { toast } from '../../ui/Toast.tsx';

interface SaveCsvProps {
  readonly rows: readonly GrowthRow[];
  readonly person: PersonShown;
  /** The measure's name. */
  readonly measure: string;
}

/** Saves exactly what is drawn, after saying that the file is not protected. */
export function SaveCsv({ rows, person, measure }: SaveCsvProps) {
  const { view } = useJournal();

  async function save() {
    const text = growthCsv(rows, {
      person: person.name,
      measure,
      titleOf: (id) => {
        const session = view.get('session', id);
        return session ? sessionName(session.body) : '';
      },
    });
    // Suggested names tell nothing of what is inside.
    const saved = await shell.saveFile({
      kind: 'csv',
      name: 'growth',
      value: new TextEncoder().encode(text),
    });
    if (saved.ok) toast({ message: 'The table is saved.' });
    else if (saved.error === 'cannot-write')
      toast({ message: 'The table could not be saved there. Please choose another place.' });
  }

  return (
    <ConfirmDialog
      title="Save this table outside the journal?"
      confirmLabel="Choose where"
      onConfirm={() => void save()}
      trigger={
        <Button size="s" icon="file">
          Save as CSV
        </Button>
      }
    >
      Whoever can open the file can read these figures and words: it is not encrypted. Your journal stays as
      it is.
    </ConfirmDialog>
  );
}
