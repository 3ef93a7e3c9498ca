import { useRef, useState } from 'react';
import { moveTo, type QuestionState } from '#shared/domain/question.ts';
import { useDraft, useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { TextField } from '../../ui/TextField.tsx';

const standing: Readonly<Record<QuestionState, string>> = {
  drafted: 'A draft',
  carried: 'Carried',
  explored: 'Explored',
  resting: 'Resting',
  answered: 'Answered by life',
};

/** What can be done next with a question, the likeliest first. */
const moves: Readonly<Record<QuestionState, readonly (readonly [QuestionState, string])[]>> = {
  drafted: [['carried', 'Carry it']],
  carried: [
    ['explored', 'It has been explored'],
    ['resting', 'Let it rest'],
    ['answered', 'Life answered it'],
    ['drafted', 'Back to a draft'],
  ],
  explored: [
    ['carried', 'Carry it on'],
    ['resting', 'Let it rest'],
    ['answered', 'Life answered it'],
  ],
  resting: [
    ['carried', 'Carry it again'],
    ['answered', 'Life answered it'],
  ],
  answered: [['carried', 'Carry it again']],
};

/** Where the question stands, the ways on, and the answer once life gave one. */
export function QuestionMoves({
  question,
  canWrite,
}: {
  readonly question: Entry<'question'>;
  readonly canWrite: boolean;
}) {
  const journal = useJournal();
  const days = useDayWords();
  const { body, change } = useDraft('question', question.id, question.body);
  const [isMoving, setMoving] = useState(false);
  const section = useRef<HTMLElement>(null);
  const move = async (state: QuestionState) => {
    setMoving(true);
    change(moveTo(body, state, journal.clock.today()));
    await journal.drafts.settle(question.id);
    setMoving(false);
    // The button that was pressed has given way to others; whoever uses the keyboard goes on from there.
    requestAnimationFrame(() =>
      section.current?.querySelector<HTMLElement>(state === 'answered' ? 'textarea' : 'button')?.focus(),
    );
  };
  return (
    <section className="question-moves" ref={section} aria-label="Where it stands">
      <p>
        {standing[body.state]}, since {days.words(body.since, 'long')}
      </p>
      {canWrite ? (
        <ul>
          {moves[body.state].map(([state, label]) => (
            <li key={state}>
              <Button size="s" isDisabled={isMoving} onPress={() => void move(state)}>
                {label}
              </Button>
            </li>
          ))}
        </ul>
      ) : null}
      {body.state === 'answered' && canWrite ? (
        <TextField
          label="How life answered"
          multiline
          words
          value={body.answer ?? ''}
          onChange={(answer) => change({ answer })}
        />
      ) : null}
      {body.answer && (body.state !== 'answered' || !canWrite) ? (
        <p className="words">{body.answer}</p>
      ) : null}
    </section>
  );
}
