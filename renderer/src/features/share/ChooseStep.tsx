import { useCallback, useMemo, useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import type { Choice } from '#shared/share/closure.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { Tabs } from '../../ui/Tabs.tsx';
import { type Change, Choosing } from './Choosing.tsx';
import { type Choosable, choosables } from './chooseView.ts';

type Part = keyof Choice;

export interface ChooseStepProps {
  readonly choice: Choice;
  readonly onChoose: (change: (choice: Choice) => Choice) => void;
}

/** Which sessions, timelines and questions. What belongs to them comes along and is shown in the next step. */
export function ChooseStep({ choice, onChoose }: ChooseStepProps) {
  const { view } = useJournal();
  const pair = usePair();
  const version = useVersion();
  const [part, setPart] = useState<Part>('sessions');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view, and the pair in it, changed
  const there = useMemo(() => choosables(view, pair), [view, pair.buddyship.id, version]);
  const changeSessions: Change<'session'> = useCallback(
    (change) => onChoose((current) => ({ ...current, sessions: change(current.sessions) })),
    [onChoose],
  );
  const changeTimelines: Change<'timeline'> = useCallback(
    (change) => onChoose((current) => ({ ...current, timelines: change(current.timelines) })),
    [onChoose],
  );
  const changeQuestions: Change<'question'> = useCallback(
    (change) => onChoose((current) => ({ ...current, questions: change(current.questions) })),
    [onChoose],
  );
  const { sessions, timelines, questions } = choice;
  const label = (name: string, ids: readonly string[]) => (ids.length > 0 ? `${name} (${ids.length})` : name);
  return (
    <Tabs
      label="What to choose from"
      selected={part}
      onSelect={setPart}
      tabs={[
        {
          id: 'sessions',
          label: label('Sessions', sessions),
          content: <SessionChoice years={there.sessions} chosen={sessions} onChange={changeSessions} />,
        },
        {
          id: 'timelines',
          label: label('Timelines', timelines),
          content: (
            <Choosing
              name="Timelines"
              entries={there.timelines}
              chosen={timelines}
              onChange={changeTimelines}
            />
          ),
        },
        {
          id: 'questions',
          label: label('Questions', questions),
          content: (
            <Choosing
              name="Questions"
              entries={there.questions}
              chosen={questions}
              onChange={changeQuestions}
            />
          ),
        },
      ]}
    />
  );
}

interface SessionChoiceProps {
  readonly years: readonly { readonly year: string; readonly sessions: readonly Choosable<'session'>[] }[];
  readonly chosen: readonly IdOf<'session'>[];
  readonly onChange: Change<'session'>;
}

function SessionChoice({ years, chosen, onChange }: SessionChoiceProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(years.slice(0, 1).map(({ year }) => year)),
  );
  const isChosen = new Set(chosen);
  const all = years.flatMap(({ sessions }) => sessions);
  const unshared = all.filter(({ sharedOn }) => sharedOn === undefined).map(({ id }) => id);
  if (all.length === 0) return <p className="aside">There are no sessions yet.</p>;
  return (
    <>
      {unshared.length < all.length && unshared.length > 0 ? (
        <Button size="s" onPress={() => onChange((ids) => [...new Set([...ids, ...unshared])])}>
          Choose the {unshared.length === 1 ? 'one' : unshared.length} not shared yet
        </Button>
      ) : null}
      {years.map(({ year, sessions }) => {
        const count = sessions.filter(({ id }) => isChosen.has(id)).length;
        return (
          <Disclosure
            key={year}
            title={count > 0 ? `${year} (${count} chosen)` : year}
            isExpanded={open.has(year)}
            onExpandedChange={(isOpen) => {
              const rest = [...open].filter((each) => each !== year);
              setOpen(new Set(isOpen ? [...rest, year] : rest));
            }}
          >
            {/* A decade of boxes is only drawn where somebody looks. */}
            {open.has(year) ? (
              <>
                {sessions.length > 2 ? (
                  <WholeYear year={year} sessions={sessions} count={count} onChange={onChange} />
                ) : null}
                <Choosing name={year} entries={sessions} chosen={chosen} onChange={onChange} />
              </>
            ) : null}
          </Disclosure>
        );
      })}
    </>
  );
}

interface WholeYearProps {
  readonly year: string;
  readonly sessions: readonly Choosable<'session'>[];
  readonly count: number;
  readonly onChange: Change<'session'>;
}

function WholeYear({ year, sessions, count, onChange }: WholeYearProps) {
  const ids = new Set(sessions.map(({ id }) => id));
  return count === sessions.length ? (
    <Button look="plain" size="s" onPress={() => onChange((chosen) => chosen.filter((id) => !ids.has(id)))}>
      Choose none of {year}
    </Button>
  ) : (
    <Button look="plain" size="s" onPress={() => onChange((chosen) => [...new Set([...chosen, ...ids])])}>
      Choose all of {year}
    </Button>
  );
}
