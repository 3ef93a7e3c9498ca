import './questions.css';
import { useLocation } from 'wouter';
import type { IdOf } from '#shared/domain/record.ts';
import { mayWrite } from '#shared/revisions/ownership.ts';
import { deleteAll } from '../../journal/deleting.ts';
import { personShown, usePair } from '../../journal/people.ts';
import { useComplete, useJournal, useView } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { OtherVersionsNotice, useEarlierVersions } from '../../parts/EarlierVersions.tsx';
import { NotesBy } from '../../parts/NotesBy.tsx';
import { Button } from '../../ui/Button.tsx';
import { useDayWords } from '../../ui/days.ts';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { toast } from '../../ui/Toast.tsx';
import { Lineage } from './Lineage.tsx';
import { QuestionMoves } from './QuestionMoves.tsx';
import { QuestionUses } from './QuestionUses.tsx';
import { ownNotesAbout } from './questionsView.ts';
import { Wording } from './Wording.tsx';

/** One question: its wording, where it stands, where it came from and where it was walked. */
export function QuestionPage({ id }: { readonly id: string }) {
  const question = useView((view) => view.get('question', id as IdOf<'question'>));
  const complete = useComplete();
  const [, go] = useLocation();
  if (question) return <Shown question={question} />;
  if (!complete) return null;
  return (
    <>
      <PageHeader title="Question" />
      <EmptyPage action={<Button onPress={() => go('/questions')}>All questions</Button>}>
        This question is not in the journal any more, or not yet.
      </EmptyPage>
    </>
  );
}

function Shown({ question }: { readonly question: Entry<'question'> }) {
  const journal = useJournal();
  const days = useDayWords();
  const [, go] = useLocation();
  const { me, buddy } = usePair();
  const { id, body } = question;
  const person = personShown(journal.view, body.person);
  const earlierVersions = useEarlierVersions(id, 'Of the question and the notes about it.');
  const isMineToWrite = mayWrite('question', journal.me, question.author);

  const remove = async () => {
    const undo = await deleteAll(journal, [question, ...ownNotesAbout(journal.view, id)]);
    if (!undo) return;
    go('/questions');
    toast({ message: 'Question deleted.', action: { label: 'Undo', onPress: undo } });
  };

  return (
    <article className="question-page" data-person={person.side}>
      <header className="question-head">
        <p className="aside">
          {person.side === 'me' ? (
            'Your question'
          ) : (
            <>
              <bdi>{person.name}</bdi>’s question
            </>
          )}
          , first written down on {days.words(body.day, 'long')}
        </p>
        <Menu
          trigger={<IconButton icon="more" label="More for this question" />}
          label="More"
          items={[
            earlierVersions,
            ...(isMineToWrite
              ? [
                  'line' as const,
                  {
                    id: 'delete',
                    label: 'Delete this question',
                    icon: 'trash' as const,
                    danger: true,
                    onAction: () => void remove(),
                  },
                ]
              : []),
          ]}
        />
      </header>
      <OtherVersionsNotice id={id} />
      <Wording question={question} canWrite={isMineToWrite} />
      <QuestionMoves question={question} canWrite={isMineToWrite} />
      <div className="question-columns">
        <div>
          {[person.side === 'buddy' ? buddy : me, person.side === 'buddy' ? me : buddy].map((writer) => (
            <NotesBy
              key={writer.id}
              about={id}
              day={journal.clock.today()}
              person={writer}
              placeholder={
                writer.side === 'me'
                  ? 'What you notice while you carry it'
                  : `What ${writer.name} said about it`
              }
            />
          ))}
        </div>
        <aside aria-label="Where it comes from and where it was walked">
          <QuestionUses id={id} />
          <Lineage question={question} canWrite={isMineToWrite} />
        </aside>
      </div>
    </article>
  );
}
