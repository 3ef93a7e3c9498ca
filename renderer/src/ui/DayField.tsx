import './dayField.css';
import './popover.css';
import { GregorianCalendar, parseDate, toCalendar, toCalendarDate } from '@internationalized/date';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { DatePicker, type DateValue } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { useLocale } from 'react-aria-components/I18nProvider';
import { Label } from 'react-aria-components/Label';
import { Popover } from 'react-aria-components/Popover';
import type { Day } from '#shared/base/time.ts';
import { firstDay, lastDay } from '#shared/domain/fields.ts';
import { DayCalendar } from './DayCalendar.tsx';
import { DayInput } from './DayInput.tsx';
import { dayProblem } from './dayText.ts';
import { FieldRemarks, type FieldWords } from './FieldParts.tsx';
import { Icon } from './Icon.tsx';
import { IconButton } from './IconButton.tsx';

export interface DayFieldProps extends FieldWords {
  readonly value: Day | undefined;
  /**
   * Only days that exist and lie within `min` and `max`; `undefined` when the field was emptied. The first day is
   * passed on as soon as its year is typed out; any other when the person is done (leaves, presses Enter, picks), so
   * that what a day looks like half-way through typing is never taken for meant.
   */
  readonly onChange: (day: Day | undefined) => void;
  readonly min?: Day | undefined;
  readonly max?: Day | undefined;
  /** Offers a button that empties the field. */
  readonly canClear?: boolean;
  readonly isDisabled?: boolean;
  readonly isRequired?: boolean;
  readonly autoFocus?: boolean;
}

/** What the field shows while it is not, or not yet, what the journal has. */
interface Typed {
  readonly day: DateValue | null;
  /** What was last passed on from here; when it comes back, typing may already have gone on. */
  readonly passedOn: Day | undefined;
}

/**
 * A day, typed part by part or chosen from a calendar, in the person's own order of day, month and year. A day that
 * does not exist or is out of reach stays with a sentence and is not passed on.
 */
export function DayField(props: DayFieldProps) {
  const { label, hideLabel = false, description, problem, value, onChange, canClear = false } = props;
  // The days a journal may speak of; they also tell a year being typed (2, 20, 202) from a year meant.
  const { min = firstDay, max = lastDay, isDisabled = false } = props;
  const { locale } = useLocale();
  const [typed, setTyped] = useState<Typed>();
  const [lastValue, setLastValue] = useState(value);
  /** Why what stands in the field is no day; told once somebody is done with it, until it is mended. */
  const [unfit, setUnfit] = useState<string>();
  const [isTold, setTold] = useState(false);
  const isOpen = useRef(false);
  const segments = useRef<HTMLDivElement>(null);

  if (value !== lastValue) {
    setLastValue(value);
    const goesOn = typed?.day && typed.passedOn === value && dayFrom(typed.day) !== value;
    if (!goesOn) setTyped(undefined);
  }
  // The same object for the same day: another would be taken for a change and undo what is being typed.
  const known = useMemo(() => (value === undefined ? null : parseDate(value)), [value]);
  const shown = typed ? typed.day : known;
  const wrong =
    (isTold ? unfit : undefined) ??
    problem ??
    (shown ? dayProblem(dayFrom(shown), min, max, locale) : undefined);

  function settle(next: DateValue | null) {
    const day = next === null ? undefined : dayFrom(next);
    if (day !== undefined && dayProblem(day, min, max, locale) !== undefined) return;
    setTyped({ day: next, passedOn: day });
    if (day !== value) onChange(day);
  }

  function take(next: DateValue | null) {
    setTyped({ day: next, passedOn: typed?.passedOn });
    const isFirst = value === undefined && isAtYear(segments.current);
    if (isFirst || isOpen.current || next === null) settle(next);
  }

  function done() {
    setTold(unfit !== undefined);
    if (typed && unfit === undefined) settle(typed.day);
  }

  const hear = useCallback((why: string | undefined) => {
    setUnfit(why);
    if (why === undefined) setTold(false);
  }, []);

  return (
    <DatePicker
      className="field day-field"
      data-label={hideLabel ? 'hidden' : undefined}
      value={shown}
      onChange={take}
      onBlur={done}
      onOpenChange={(open) => {
        isOpen.current = open;
      }}
      minValue={parseDate(min)}
      maxValue={parseDate(max)}
      granularity="day"
      validationBehavior="aria"
      isInvalid={wrong !== undefined}
      isDisabled={isDisabled}
      isRequired={props.isRequired ?? false}
      autoFocus={props.autoFocus ?? false}
    >
      <Label className="field-label">{label}</Label>
      <div
        className="day-field-line"
        onKeyDownCapture={(event: KeyboardEvent) => {
          if (event.key === 'Enter' && !isOpen.current) done();
        }}
      >
        <Group className="field-box day-field-box">
          <DayInput ref={segments} onUnfit={hear} />
          <Button className="day-field-open">
            <Icon name="calendar" size={18} />
          </Button>
        </Group>
        {canClear && shown !== null && !isDisabled ? (
          <IconButton
            slot={null}
            icon="close"
            size="s"
            label={`Clear: ${label}`}
            onPress={() => take(null)}
          />
        ) : null}
      </div>
      <FieldRemarks description={description} problem={wrong} />
      <Popover className="popover" offset={4} placement="bottom start">
        <Dialog className="day-field-dialog">
          <DayCalendar />
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** A year within reach has all its figures; a day or a month may be about to get its second. */
function isAtYear(segments: HTMLElement | null): boolean {
  return segments?.querySelector('[data-type="year"]') === document.activeElement;
}

/** Some locales count in other calendars; a `Day` is always Gregorian. */
function dayFrom(value: DateValue): Day {
  return toCalendar(toCalendarDate(value), new GregorianCalendar()).toString() as Day;
}
