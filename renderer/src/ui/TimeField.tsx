import './dayField.css';
import { parseTime } from '@internationalized/date';
import { Label } from 'react-aria-components/Label';
import {
  TimeField as AriaTimeField,
  DateInput,
  DateSegment,
  type TimeValue,
} from 'react-aria-components/TimeField';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';

export interface TimeFieldProps extends FieldWords {
  /** `HH:MM`, 24 hours. */
  readonly value: string | undefined;
  /** `HH:MM`; `undefined` when the field was emptied. */
  readonly onChange: (time: string | undefined) => void;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
}

/** A time of day, in 12 or 24 hours as the person's locale has it. */
export function TimeField(props: TimeFieldProps) {
  const { label, hideLabel = false, description, problem, value, onChange } = props;
  const { isDisabled = false, isRequired = false } = props;
  // A value that cannot be read (from elsewhere) shows as empty rather than breaking the page.
  const shown = value === undefined ? null : readTime(value);

  function take(next: TimeValue | null) {
    const time = next === null ? undefined : next.toString().slice(0, 5);
    if (time !== value) onChange(time);
  }

  return (
    <AriaTimeField
      className="field"
      data-label={hideLabel ? 'hidden' : undefined}
      value={shown}
      onChange={take}
      granularity="minute"
      validationBehavior="aria"
      isInvalid={problem !== undefined}
      isDisabled={isDisabled}
      isRequired={isRequired}
    >
      <Label className="field-label">{label}</Label>
      <DateInput className="field-box day-field-input time-field-box">
        {(segment) => <DateSegment className="day-field-segment" segment={segment} />}
      </DateInput>
      <FieldRemarks description={description} problem={problem} />
    </AriaTimeField>
  );
}

function readTime(text: string) {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text) ? parseTime(text) : null;
}
