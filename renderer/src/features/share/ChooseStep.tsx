import { useMemo, useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import type { Choice } from '#shared/share/closure.ts';
import { usePair } from '../../journal/people.ts';
import { useJournal, useVersion } from '../../journal/useJournal.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { dayAndMonth, longDay } from '../../ui/days.ts';
import { Tabs } from '../../ui/Tabs.tsx';
import { type Choosable, choosables } from './chooseView.ts';

type Part = keyof Choice;

export interface ChooseStepProps {
  readonly choice: Choice;
  readonly onChoose: (choice: Choice) => void;
}

/** Which sessions, timelines and questions. What belongs to them comes along and is shown in the next step. */
export function ChooseStep({ choice, onChoose }: ChooseStepProps) {
  const { view } = useJournal();
  const pair = usePair();
  const version = useVersion();
  const [part, setPart] = useState<Part>('sessions');
  // biome-ignore lint/correctness/useExhaustiveDependencies: the version says that the view has changed
  const { sessions, timelines, questions } = useMemo(
    () => choosables(view, pair),
    [view, pair.buddyship.id, version],
  );

  const set = <P extends Part>(which: P, ids: Choice[P]) => onChoose({ ...choice, [which]: ids });
  const label = (name: string, ids: readonly string[]) => (ids.length > 0 ? `${name} (${ids.length})` : name);
  return (
    <Tabs
      label="What to choose from"
      selected={part}
      onSelect={setPart}
      tabs={[
        {
          id: 'sessions',
          label: label('Sessions', choice.sessions),
          content: (
            <SessionChoice
              years={sessions}
              chosen={choice.sessions}
              onChange={(ids) => set('sessions', ids)}
            />
          ),
        },
        {
          id: 'timelines',
          label: label('Timelines', choice.timelines),
          content: (
            <Choosing
              name="Timelines"
              entries={timelines}
              chosen={choice.timelines}
              onChange={(ids) => set('timelines', ids)}
              empty="There are no timelines yet."
            />
          ),
        },
        {
          id: 'questions',
          label: label('Questions', choice.questions),
          content: (
            <Choosing
              name="Questions"
              entries={questions}
              chosen={choice.questions}
              onChange={(ids) => set('questions', ids)}
              empty="There are no questions yet."
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
  readonly onChange: (chosen: readonly IdOf<'session'>[]) => void;
}

function SessionChoice({ years, chosen, onChange }: SessionChoiceProps) {
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(years.slice(0, 1).map(({ year }) => year)),
  );
  const all = years.flatMap(({ sessions }) => sessions);
  const unshared = all.filter(({ sharedOn }) => sharedOn === undefined).map(({ id }) => id);
  if (all.length === 0) return <p className="aside">There are no sessions yet.</p>;
  return (
    <>
      {unshared.length < all.length && unshared.length > 0 ? (
        <Button size="s" onPress={() => onChange([...new Set([...chosen, ...unshared])])}>
          Choose the {unshared.length === 1 ? 'one' : unshared.length} not shared yet
        </Button>
      ) : null}
      {years.map(({ year, sessions }) => (
        <Disclosure
          key={year}
          title={yearTitle(year, sessions, chosen)}
          isExpanded={open.has(year)}
          onExpandedChange={(isOpen) => {
            const rest = [...open].filter((each) => each !== year);
            setOpen(new Set(isOpen ? [...rest, year] : rest));
          }}
        >
          {/* A decade of checkboxes is only drawn where somebody looks. */}
          {open.has(year) ? (
            <Choosing name={year} entries={sessions} chosen={chosen} onChange={onChange} empty="" />
          ) : null}
        </Disclosure>
      ))}
    </>
  );
}

function yearTitle(year: string, sessions: readonly { readonly id: string }[], chosen: readonly string[]) {
  const count = sessions.filter(({ id }) => chosen.includes(id)).length;
  return count > 0 ? `${year} (${count} chosen)` : year;
}

interface ChoosingProps<K extends 'session' | 'timeline' | 'question'> {
  readonly name: string;
  readonly entries: readonly Choosable<K>[];
  readonly chosen: readonly IdOf<K>[];
  readonly onChange: (chosen: readonly IdOf<K>[]) => void;
  readonly empty: string;
}

function Choosing<K extends 'session' | 'timeline' | 'question'>(props: ChoosingProps<K>) {
  const { name, entries, chosen, onChange, empty } = props;
  const thisYear = useJournal().clock.today().slice(0, 4);
  if (entries.length === 0) return <p className="aside">{empty}</p>;
  return (
    <ul className="share-choices" aria-label={name}>
      {entries.map(({ id, title, detail, sharedOn }) => (
        <li key={id}>
          <Checkbox
            isSelected={chosen.includes(id)}
            onChange={(isChosen) =>
              onChange(isChosen ? [...chosen, id] : chosen.filter((each) => each !== id))
            }
            detail={
              sharedOn === undefined
                ? detail
                : `${detail} · shared on ${sharedOn.startsWith(thisYear) ? dayAndMonth(sharedOn) : longDay(sharedOn)}`
            }
          >
            <bdi className="share-choice-title">{title}</bdi>
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}
