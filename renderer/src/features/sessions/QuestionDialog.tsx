import './sessionForm.css';
import { useState } from 'react';
import type { Body, IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { questionsToBring } from './sessionView.ts';

export interface QuestionDialogProps {
  readonly turn: Entry<'turn'>;
  /** "First half". */
  readonly name: string;
  readonly explorer: PersonShown;
  readonly onClose: () => void;
}

/** One of the questions the explorer carries, a new one written here, or none. */
export function QuestionDialog({ turn, name, explorer, onClose }: QuestionDialogProps) {
  const journal = useJournal();
  const questions = useView((view) => questionsToBring(view, explorer.id));
  const [wording, setWording] = useState('');
  const [isAsked, setAsked] = useState(false);

  const turnWith = (question: IdOf<'question'> | undefined) => {
    const { question: _before, ...rest } = turn.body;
    return {
      op: 'put',
      kind: 'turn',
      id: turn.id,
      body: question ? { ...rest, question } : rest,
    } as const;
  };
  const take = async (question: IdOf<'question'> | undefined) => {
    if ((await journal.write([turnWith(question)])).ok) onClose();
  };
  const takeNew = async () => {
    setAsked(true);
    const words = wording.trim();
    if (words === '') return;
    const id = journal.newId('question');
    const today = journal.clock.today();
    const body: Body<'question'> = {
      person: explorer.id,
      wording: words,
      state: 'carried',
      day: today,
      since: today,
      earlier: [],
    };
    const outcome = await journal.write([{ op: 'put', kind: 'question', id, body }, turnWith(id)]);
    if (outcome.ok) onClose();
  };

  return (
    <Dialog
      title={`A question for the ${name.toLocaleLowerCase()}`}
      isOpen
      onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}
    >
      {questions.length > 0 ? (
        <ul className="question-choices">
          {questions.map(({ id, body }) => (
            <li key={id}>
              <Button wide aria-pressed={id === turn.body.question} onPress={() => void take(id)}>
                <span dir="auto">{body.wording}</span>
                {body.state === 'drafted' ? <span className="aside"> in draft</span> : null}
              </Button>
            </li>
          ))}
        </ul>
      ) : (
        <p className="aside">
          {explorer.side === 'me' ? (
            'You carry'
          ) : (
            <>
              <bdi>{explorer.name}</bdi> carries
            </>
          )}{' '}
          no question yet. Write one here.
        </p>
      )}
      <form
        className="session-form"
        onSubmit={(event) => {
          event.preventDefault();
          void takeNew();
        }}
      >
        <TextField
          label="A new question"
          words
          value={wording}
          onChange={setWording}
          maxLength={500}
          placeholder="What …?"
          description="Open, short, and about oneself. It goes to Questions as one that is carried."
          problem={isAsked && wording.trim() === '' ? 'Write the question first.' : undefined}
        />
        <div className="session-form-buttons">
          {turn.body.question ? (
            <Button onPress={() => void take(undefined)}>Leave this half without a question</Button>
          ) : null}
          <Button look="primary" type="submit">
            Take this question
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
