import { useEffect, useRef, useState } from 'react';
import { Link } from 'wouter';
import type { PersonShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { QuestionDialog } from './QuestionDialog.tsx';

export interface HalfQuestionProps {
  readonly turn: Entry<'turn'>;
  readonly name: string;
  readonly explorer: PersonShown;
}

/** The question of a half, big; or the way to choose one. */
export function HalfQuestion({ turn, name, explorer }: HalfQuestionProps) {
  const question = useView((view) => view.get('question', turn.body.question));
  const [isChoosing, setChoosing] = useState(false);
  const change = useRef<HTMLButtonElement>(null);
  const chosen = question?.id;
  const chosenBefore = useRef(chosen);
  // The button that was pressed has made room for the question; whoever uses the keyboard goes on from there.
  useEffect(() => {
    if (isChoosing || chosenBefore.current === chosen) return;
    chosenBefore.current = chosen;
    requestAnimationFrame(() => change.current?.focus());
  }, [isChoosing, chosen]);

  return (
    <div className="half-question">
      {question ? (
        <>
          <p className="half-question-words" dir="auto">
            <Link href={`/questions/${question.id}`}>{question.body.wording}</Link>
          </p>
          <IconButton
            ref={change}
            icon="edit"
            size="s"
            label="Change the question"
            onPress={() => setChoosing(true)}
          />
        </>
      ) : (
        <Button ref={change} icon="questions" onPress={() => setChoosing(true)}>
          Choose a question
        </Button>
      )}
      {isChoosing ? (
        <QuestionDialog turn={turn} name={name} explorer={explorer} onClose={() => setChoosing(false)} />
      ) : null}
    </div>
  );
}
