import type { Day } from '#shared/base/time.ts';
import type { MeasureRef } from '#shared/domain/measure.ts';
import type { PersonId } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { type GrowthChoice, type PeriodKind, periodChoices } from './growthChoice.ts';
import type { Shown } from './growthView.ts';

interface GrowthControlsProps {
  readonly people: readonly PersonShown[];
  readonly person: PersonShown;
  readonly measures: readonly { readonly value: MeasureRef; readonly label: string }[];
  readonly measure: MeasureRef;
  readonly shown: Shown;
  readonly onChoose: (patch: GrowthChoice) => void;
}

/** Whose readings, of what, and from when. One person at a time: nobody is measured against somebody else. */
export function GrowthControls(props: GrowthControlsProps) {
  const { people, person, measures, measure, shown, onChoose } = props;
  const { period, span } = shown;
  const choosePeriod = (kind: PeriodKind) =>
    // From–to begins with the days that are shown just now.
    onChoose({ period: kind === 'days' ? { kind, span } : { kind } });
  const chooseDay = (patch: { readonly from?: Day | undefined; readonly to?: Day | undefined }) => {
    const from = patch.from ?? span.from;
    const to = patch.to ?? span.to;
    if (from <= to) onChoose({ period: { kind: 'days', span: { from, to } } });
  };
  return (
    <div className="growth-controls">
      <Select
        label="Measure"
        value={measure}
        onChange={(next) => onChoose({ measure: next })}
        choices={measures}
      />
      <Segmented<PersonId>
        label="Whose"
        value={person.id}
        onChange={(next) => onChoose({ person: next })}
        choices={people.map(({ id, name, side }) => ({
          value: id,
          label: side === 'me' ? 'Mine' : `${name}’s`,
        }))}
      />
      <Segmented label="Period" value={period.kind} onChange={choosePeriod} choices={periodChoices} />
      {period.kind === 'days' ? (
        <div className="growth-days">
          <DayField label="From" value={span.from} max={span.to} onChange={(from) => chooseDay({ from })} />
          <DayField label="To" value={span.to} min={span.from} onChange={(to) => chooseDay({ to })} />
        </div>
      ) : null}
    </div>
  );
}
