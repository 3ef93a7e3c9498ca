import { useState } from 'react';
import { useLocation } from 'wouter';
import type { PersonId } from '#shared/domain/record.ts';
import { usePair } from '../../journal/people.ts';
import { sessionName, sessionsOn } from '../../journal/sessions.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import { longDay } from '../../ui/days.ts';
import { FormDialog } from '../../ui/FormDialog.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { focusWrongField } from '../../ui/wrongField.ts';
import { firstExplorer, newSession } from './newSession.ts';
import { type Facts, SessionFields } from './SessionFields.tsx';

/** Asks for what makes a session, writes it with its two halves, and goes there. */
export function NewSessionDialog({ onClose }: { readonly onClose: () => void }) {
  const journal = useJournal();
  const { me, buddy, buddyship } = usePair();
  const [, go] = useLocation();
  const [facts, setFacts] = useState<Facts>({
    day: journal.clock.today(),
    startsAt: undefined,
    endsAt: undefined,
    manner: 'walk',
    place: buddyship.body.usualWalk,
  });
  const [title, setTitle] = useState('');
  const [chosenFirst, setChosenFirst] = useState<PersonId>();
  const [isAsked, setAsked] = useState(false);
  const [isWriting, setWriting] = useState(false);

  const { day, startsAt } = facts;
  const beside = useView((view) => (day ? sessionsOn(view, day) : []));
  const usual = useView((view) => firstExplorer(view, day ?? journal.clock.today()));
  const first = chosenFirst ?? (usual === buddy.id ? buddy.id : me.id);

  async function create(form: HTMLFormElement) {
    setAsked(true);
    if (focusWrongField(form) || day === undefined) return;
    const ids = {
      session: journal.newId('session'),
      turns: [journal.newId('turn'), journal.newId('turn')],
    } as const;
    const session = {
      buddyship: buddyship.id,
      day,
      ...(startsAt ? { startsAt } : {}),
      manner: facts.manner,
      place: facts.place.trim(),
      title: title.trim(),
    };
    const second = first === me.id ? buddy.id : me.id;
    setWriting(true);
    const outcome = await journal.write(newSession(ids, session, first, second));
    setWriting(false);
    if (outcome.ok) go(`/sessions/${ids.session}?`, { replace: true });
  }

  return (
    <FormDialog
      title="New session"
      className="session-form"
      submit="Create session"
      onSubmit={create}
      onClose={onClose}
      isPending={isWriting}
    >
      <SessionFields
        facts={facts}
        onChange={(patch) => setFacts((before) => ({ ...before, ...patch }))}
        dayProblem={
          isAsked && day === undefined ? 'Which day is it? Any day, past or to come, will do.' : undefined
        }
      />
      {beside[0] && day ? (
        <Notice>
          {beside.length === 1 ? 'There is already a session' : `There are already ${beside.length} sessions`}{' '}
          on {longDay(day)}: <bdi>{sessionName(beside[0].body)}</bdi>. This one will stand beside it.
        </Notice>
      ) : null}
      <TextField
        label="Title (if it has one)"
        value={title}
        onChange={setTitle}
        maxLength={500}
        description="A few words by which you will know it again. They can wait."
      />
      <Segmented
        label="Who explores first"
        value={first}
        onChange={setChosenFirst}
        choices={[me, buddy].map(({ id, name }) => ({ value: id, label: name }))}
      />
    </FormDialog>
  );
}
