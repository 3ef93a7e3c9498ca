import { useState } from 'react';
import { useLocation } from 'wouter';
import type { Day } from '#shared/base/time.ts';
import type { IdOf, PersonId } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { DayField } from '../../ui/DayField.tsx';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';
import { newTimeline } from './newTimeline.ts';
import { QuestionPicker } from './QuestionPicker.tsx';

export interface NewTimelineDialogProps {
  /** The half of a session in which the line is laid. */
  readonly turn: IdOf<'turn'> | undefined;
  readonly onClose: () => void;
}

/** Asks whose line it is and what for, lays the string with its first two mats, and goes there. */
export function NewTimelineDialog({ turn: turnId, onClose }: NewTimelineDialogProps) {
  const journal = useJournal();
  const { me, buddy, buddyship } = usePair();
  const [, go] = useLocation();
  const turn = useView((view) => view.get('turn', turnId));
  const session = useView((view) => view.get('session', turn?.body.session));
  const [title, setTitle] = useState('');
  const [day, setDay] = useState<Day | undefined>(session?.body.day ?? journal.clock.today());
  const [person, setPerson] = useState<PersonId>(turn?.body.explorer ?? me.id);
  const [question, setQuestion] = useState(turn?.body.question);
  const [isAsked, setAsked] = useState(false);
  const [isWriting, setWriting] = useState(false);

  async function lay(form: HTMLFormElement) {
    setAsked(true);
    if (title.trim() === '' || day === undefined) {
      form.querySelector<HTMLElement>(title.trim() === '' ? 'input' : '[role="spinbutton"]')?.focus();
      return;
    }
    if (focusWrongField(form)) return;
    const ids = {
      timeline: journal.newId('timeline'),
      now: journal.newId('mat'),
      arrived: journal.newId('mat'),
    };
    const about = { title: title.trim(), day, person, buddyship: buddyship.id, question, turn };
    setWriting(true);
    // The half may be open as a draft elsewhere; what was typed there comes first.
    if (turn) await journal.drafts.settle(turn.id);
    const outcome = await journal.write(newTimeline(ids, about));
    setWriting(false);
    if (outcome.ok) go(`/timelines/${ids.timeline}?`, { replace: true });
  }

  return (
    <FormDialog
      title="New timeline"
      className="timeline-form"
      submit="Lay the string"
      onSubmit={lay}
      onClose={onClose}
      isPending={isWriting}
    >
      <TextField
        label="Title"
        value={title}
        onChange={setTitle}
        words
        autoFocus
        maxLength={500}
        description="A few words by which you will know this line in ten years."
        problem={isAsked && title.trim() === '' ? 'Give the line a title. Two words will do.' : undefined}
      />
      <Segmented
        label="Whose line"
        value={person}
        onChange={setPerson}
        choices={[me, buddy].map(({ id, name }) => ({ value: id, label: name }))}
      />
      <QuestionPicker value={question} onChange={setQuestion} />
      <DayField
        label="Day"
        value={day}
        onChange={setDay}
        problem={isAsked && day === undefined ? 'On which day is it laid? Any day will do.' : undefined}
      />
    </FormDialog>
  );
}
