import { memo, useCallback } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { useJournal } from '../../journal/useJournal.ts';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { dayAndMonth, longDay } from '../../ui/days.ts';
import type { Choosable } from './chooseView.ts';

export type Chosen = 'session' | 'timeline' | 'question';
/** Changes what is chosen of one part, whatever it was. */
export type Change<K extends Chosen> = (change: (ids: readonly IdOf<K>[]) => readonly IdOf<K>[]) => void;

interface ChoosingProps<K extends Chosen> {
  readonly name: string;
  readonly entries: readonly Choosable<K>[];
  readonly chosen: readonly IdOf<K>[];
  readonly onChange: Change<K>;
}

/** A list of boxes, one for each thing there is to choose. */
export function Choosing<K extends Chosen>({ name, entries, chosen, onChange }: ChoosingProps<K>) {
  const thisYear = useJournal().clock.today().slice(0, 4);
  const toggle = useCallback(
    (id: IdOf<K>) => onChange((ids) => (ids.includes(id) ? ids.filter((each) => each !== id) : [...ids, id])),
    [onChange],
  );
  const isChosen = new Set(chosen);
  if (entries.length === 0) return <p className="aside">There are none yet.</p>;
  return (
    <ul className="share-choices" aria-label={name}>
      {entries.map(({ id, title, detail, sharedOn }) => (
        <ChoiceLine
          key={id}
          id={id}
          title={title}
          detail={sharedOn === undefined ? detail : `${detail} · shared on ${dayShown(sharedOn, thisYear)}`}
          isChosen={isChosen.has(id)}
          onToggle={toggle as (id: string) => void}
        />
      ))}
    </ul>
  );
}

function dayShown(day: Day, thisYear: string): string {
  return day.startsWith(thisYear) ? dayAndMonth(day) : longDay(day);
}

interface ChoiceLineProps {
  readonly id: string;
  readonly title: string;
  readonly detail: string;
  readonly isChosen: boolean;
  readonly onToggle: (id: string) => void;
}

/** Drawn again only when it changes: a year has a hundred of them. */
const ChoiceLine = memo(function ChoiceLine({ id, title, detail, isChosen, onToggle }: ChoiceLineProps) {
  return (
    <li>
      <Checkbox isSelected={isChosen} onChange={() => onToggle(id)} detail={detail}>
        <bdi className="share-choice-title">{title}</bdi>
      </Checkbox>
    </li>
  );
});
