import './questions.css';
import { useMemo } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { personShown, usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useVersion } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { PersonMark } from '../../ui/PersonMark.tsx';
import { SectionHeading } from '../../ui/SectionHeading.tsx';
import { NewQuestionDialog } from './NewQuestionDialog.tsx';
import { QuestionDrawing } from './QuestionDrawing.tsx';
import { type QuestionGroup, questionGroups, stateNames } from './questionsView.ts';

/** All questions, the carried ones large. */
export function QuestionsPage() {
  const { view } = useJournal();
  const version = useVersion();
  const complete = useComplete();
  const { buddy } = usePair();
  const [, go] = useLocation();
  const isNew = new URLSearchParams(useSearch()).has('new');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const groups = useMemo(() => questionGroups(view), [view, version]);
  const begin = (
    <Button look="primary" icon="plus" onPress={() => go('/questions?new')}>
      New question
    </Button>
  );
  const isEmpty = complete && groups.length === 0;
  return (
    <>
      <PageHeader title="Questions" actions={isEmpty ? null : begin} />
      {isEmpty ? (
        <EmptyPage drawing={<QuestionDrawing />} action={begin}>
          A question you carry for a while notices things on your behalf. Write one down before you meet{' '}
          <bdi>{buddy.name}</bdi>; it may change on the way.
        </EmptyPage>
      ) : null}
      {groups.map((group) => (
        <Group key={group.state} group={group} />
      ))}
      {isNew ? <NewQuestionDialog onClose={() => go('/questions?', { replace: true })} /> : null}
    </>
  );
}

function Group({ group: { state, questions } }: { readonly group: QuestionGroup }) {
  return (
    <section className="questions-group" data-state={state} aria-label={stateNames[state]}>
      <SectionHeading aside={questions.length > 3 ? questions.length : undefined}>
        {stateNames[state]}
      </SectionHeading>
      <ul>
        {questions.map((question) => (
          <Line key={question.id} question={question} />
        ))}
      </ul>
    </section>
  );
}

function Line({ question: { id, body } }: { readonly question: Entry<'question'> }) {
  const { view } = useJournal();
  const days = useDayWords();
  const person = personShown(view, body.person);
  return (
    <li className="questions-line" data-person={person.side}>
      <PersonMark person={person.side} size="dot" />
      <Link className="words" href={`/questions/${id}`} dir="auto">
        {body.wording.trim() || 'Not worded yet'}
      </Link>
      <span className="aside">
        <bdi>{person.side === 'me' ? 'You' : person.name}</bdi>, since {days.words(body.since, 'short')}
      </span>
    </li>
  );
}
