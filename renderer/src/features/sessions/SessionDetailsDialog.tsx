import { useState } from 'react';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';
import { type Facts, SessionFields } from './SessionFields.tsx';
import { refact } from './sessionChanges.ts';

export interface SessionDetailsDialogProps {
  readonly session: Entry<'session'>;
  readonly onClose: () => void;
}

/** When, how and where a session was, to be put right. */
export function SessionDetailsDialog({ session, onClose }: SessionDetailsDialogProps) {
  const journal = useJournal();
  const { day, startsAt, endsAt, manner, place } = session.body;
  const [facts, setFacts] = useState<Facts>({ day, startsAt, endsAt, manner, place });
  const [isAsked, setAsked] = useState(false);

  async function keep(form: HTMLFormElement) {
    setAsked(true);
    if (focusWrongField(form) || facts.day === undefined) return;
    // What was typed elsewhere on the page comes first, so that nothing forks.
    const settled = await journal.drafts.settleAll();
    const current = journal.view.get('session', session.id);
    if (!settled.ok || !current) return;
    const { startsAt: _from, endsAt: _until, ...rest } = current.body;
    const outcome = await journal.write(
      refact(journal.view, current, {
        ...rest,
        day: facts.day,
        ...(facts.startsAt ? { startsAt: facts.startsAt } : {}),
        ...(facts.endsAt ? { endsAt: facts.endsAt } : {}),
        manner: facts.manner,
        place: facts.place.trim(),
      }),
    );
    if (outcome.ok) onClose();
  }

  return (
    <FormDialog title="Details" className="session-form" submit="Save" onSubmit={keep} onClose={onClose}>
      <SessionFields
        facts={facts}
        onChange={(patch) => setFacts((before) => ({ ...before, ...patch }))}
        dayProblem={isAsked && facts.day === undefined ? 'Which day was it?' : undefined}
        withEnd
      />
    </FormDialog>
  );
}
