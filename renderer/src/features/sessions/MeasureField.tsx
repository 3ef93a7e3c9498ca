import { useState } from 'react';
import type { Day } from '#shared/base/time.ts';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { type Draft, useDraft, useJournal } from '../../journal/useJournal.ts';
import { ReadingField } from '../../ui/ReadingField.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Moments } from './sessionView.ts';

export interface MeasureFieldProps {
  readonly turn: IdOf<'turn'>;
  readonly day: Day;
  readonly explorer: PersonShown;
  readonly measure: MeasureRef;
  /** "Clarity". */
  readonly label: string;
  readonly mine: Moments;
}

/**
 * One measure before and after, with a few words on each. The words are asked for once there is a figure, while
 * somebody is at this measure; afterwards only those that were written stay in sight.
 */
export function MeasureField(props: MeasureFieldProps) {
  const { explorer, label, mine } = props;
  const before = useReading(props, 'before', mine.before?.id);
  const after = useReading(props, 'after', mine.after?.id);
  const [isAt, setAt] = useState(false);
  const moments = { before, after };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only notices where the focus is
    <div
      className="measure"
      onFocus={() => setAt(true)}
      onBlur={(event) => {
        if (!event.currentTarget.contains(event.relatedTarget)) setAt(false);
      }}
    >
      <ReadingField
        label={label}
        person={explorer.side}
        before={before.body.value}
        after={after.body.value}
        onChange={(moment, value) => {
          setAt(true);
          moments[moment].change({ value });
        }}
      />
      <MeasureWords moment="before" label={label} reading={before} isAsked={isAt} />
      <MeasureWords moment="after" label={label} reading={after} isAsked={isAt} />
    </div>
  );
}

/** The reading of one moment, as it is kept or being set. It begins with the first figure. */
function useReading(
  { turn, day, explorer, measure }: MeasureFieldProps,
  moment: 'before' | 'after',
  known: IdOf<'reading'> | undefined,
): Draft<'reading'> {
  const journal = useJournal();
  const [fresh] = useState(() => journal.newId('reading'));
  return useDraft('reading', known ?? fresh, { turn, person: explorer.id, measure, moment, day, words: '' });
}

interface MeasureWordsProps {
  readonly moment: 'before' | 'after';
  readonly label: string;
  readonly reading: Draft<'reading'>;
  readonly isAsked: boolean;
}

function MeasureWords({ moment, label, reading, isAsked }: MeasureWordsProps) {
  const { value, words } = reading.body;
  if (words === '' && (value === undefined || !isAsked)) return null;
  return (
    <div className="measure-words" data-moment={moment}>
      <TextField
        label={`What makes ${label.toLocaleLowerCase()} ${value ?? 'what it is'} ${moment}?`}
        hideLabel
        words
        multiline
        value={words}
        onChange={(next) => reading.change({ words: next })}
        placeholder={value === undefined ? 'A few words' : `What makes it ${article(value)} ${value}?`}
        maxLength={2000}
      />
    </div>
  );
}

function article(value: number): string {
  return value === 8 ? 'an' : 'a';
}
