import './dayField.css';
import './popover.css';
import {
  type CalendarDate,
  GregorianCalendar,
  parseDate,
  toCalendar,
  toCalendarDate,
} from '@internationalized/date';
import { useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DateInput, DatePicker, DateSegment, type DateValue } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { useLocale } from 'react-aria-components/I18nProvider';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import type { Day } from '#shared/base/time.ts';
import { DayCalendar } from './DayCalendar.tsx';
import { dayProblem, earliestDay, latestDay } from './dayText.ts';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';

export interface DayFieldProps extends FieldWords {
  readonly value: Day | undefined;
  /** Only days that exist and lie within `min` and `max`; `undefined` when the field was emptied. */
  readonly onChange: (day: Day | undefined) => void;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/**
 * A day, typed part by part or chosen from a calendar, in the person's own order of day, month and year. A day that
 * does not exist cannot be typed; one out of reach stays in the field with a sentence and is not passed on.
 */
export function DayField(props: DayFieldProps) {
  const { label, hideLabel = false, description, problem, value, onChange } = props;
  const {
    min = earliestDay,
    max = latestDay,
    isDisabled = false,
    isRequired = false,
    autoFocus = false,
  } = props;
  const { locale } = useLocale();
  // While somebody types, the field may show a day that is not passed on; a new value from outside replaces it.
  const [typed, setTyped] = useState<{ readonly over: Day | undefined; readonly day: DateValue | null }>();
  const shown = typed && typed.over === value ? typed.day : value === undefined ? null : parseDate(value);
  const wrong = problem ?? (shown ? dayProblem(dayFrom(shown), min, max, locale) : undefined);

  function take(next: DateValue | null) {
    const day = next === null ? undefined : dayFrom(next);
    if (day !== undefined && dayProblem(day, min, max, locale) !== undefined) {
      setTyped({ over: value, day: next });
      return;
    }
    setTyped(undefined);
    if (day !== value) onChange(day);
  }

  return (
    <DatePicker
      className="field day-field"
      data-label={hideLabel ? 'hidden' : undefined}
      value={shown}
      onChange={take}
      minValue={parseDate(min)}
      maxValue={parseDate(max)}
      granularity="day"
      shouldForceLeadingZeros={false}
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      isDisabled={isDisabled}
      isRequired={isRequired}
      autoFocus={autoFocus}
    >
      <Label className="field-label">{label}</Label>
      <Group className="field-box day-field-box">
        <DateInput className="day-field-input">
          {(segment) => <DateSegment className="day-field-segment" segment={segment} />}
        </DateInput>
        <Button className="day-field-open">
          <Icon name="calendar" size={18} />
        </Button>
      </Group>
      <FieldRemarks description={description} problem={wrong} />
      <Popover className="popover" offset={4} placement="bottom start">
        <Dialog className="day-field-dialog">
          <DayCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** Some locales count in other calendars; a `Day` is always Gregorian. */
function dayFrom(value: DateValue): Day {
  const date: CalendarDate = toCalendar(toCalendarDate(value), new GregorianCalendar());
  return date.toString() as Day;
}
