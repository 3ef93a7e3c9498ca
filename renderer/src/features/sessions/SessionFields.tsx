import './sessionForm.css';
import type { Day } from '#shared/base/time.ts';
import type { Manner } from '#shared/domain/session.ts';
import { manners } from '#shared/domain/session.ts';
import { mannerNames } from '../../journal/words.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { TimeField } from '../../ui/TimeField.tsx';

/** The facts of a session as they are being filled in. */
export interface Facts {
  readonly day: Day | undefined;
  readonly startsAt: string | undefined;
  readonly endsAt: string | undefined;
  readonly manner: Manner;
  readonly place: string;
}

export interface SessionFieldsProps {
  readonly facts: Facts;
  readonly onChange: (patch: Partial<Facts>) => void;
  /** What is wrong with the day beyond what the field itself sees. */
  readonly dayProblem: string | undefined;
  readonly withEnd?: boolean;
}

/** When, how and where: the same for a session that begins and for one that is put right later. */
export function SessionFields({ facts, onChange, dayProblem, withEnd = false }: SessionFieldsProps) {
  return (
    <>
      <div className="session-fields-row">
        <DayField
          label="Day"
          value={facts.day}
          onChange={(day) => onChange({ day })}
          problem={dayProblem}
          isRequired
        />
        <TimeField
          label={withEnd ? 'Starts at' : 'Starts at (if you know)'}
          value={facts.startsAt}
          onChange={(startsAt) => onChange({ startsAt })}
        />
        {withEnd ? (
          <TimeField label="Ends at" value={facts.endsAt} onChange={(endsAt) => onChange({ endsAt })} />
        ) : null}
      </div>
      <Segmented
        label="How you meet"
        value={facts.manner}
        onChange={(manner) => onChange({ manner })}
        choices={manners.map((manner) => ({ value: manner, label: mannerNames[manner], icon: manner }))}
      />
      <TextField
        label="Where"
        value={facts.place}
        onChange={(place) => onChange({ place })}
        maxLength={500}
      />
    </>
  );
}
