import { createCalendar } from '@internationalized/date';
import { type Ref, useEffect, useRef } from 'react';
import { useDateField } from 'react-aria/useDateField';
import {
  DateFieldContext,
  DateFieldStateContext,
  DateInput,
  DateSegment,
} from 'react-aria-components/DateField';
import { GroupContext } from 'react-aria-components/Group';
import { useLocale } from 'react-aria-components/I18nProvider';
import { InputContext } from 'react-aria-components/Input';
import { Provider, useContextProps } from 'react-aria-components/slots';
import { type DateFieldState, useDateFieldState } from 'react-stately/useDateFieldState';
import { absentDay } from './dayText.ts';
import { given } from './given.ts';

export interface DayInputProps {
  readonly ref: Ref<HTMLDivElement>;
  /** Hears, whenever what stands in the field has changed, why it is no day as it stands; undefined when it is one. */
  readonly onUnfit: (why: string | undefined) => void;
}

/**
 * The parts of a day, to be typed, inside a `DatePicker`. React Aria's own would turn 31 February into the 28th as
 * soon as somebody leaves the field. Here it stays as it was typed, is never passed on, and is told of.
 */
export function DayInput({ ref, onUnfit }: DayInputProps) {
  const { locale } = useLocale();
  const [props, group] = useContextProps({}, ref, DateFieldContext);
  const state = {
    ...useDateFieldState({ ...props, locale, createCalendar }),
    // On leaving, a day that exists has already been passed on: all that this does is to bend one that does not.
    confirmPlaceholder: () => undefined,
  };
  const hidden = useRef<HTMLInputElement>(null);
  const { fieldProps, inputProps } = useDateField({ ...props, inputRef: hidden }, state, group);
  const { isInvalid, isDisabled } = state;

  const unfit = unfitness(state, locale);
  useEffect(() => onUnfit(unfit), [onUnfit, unfit]);

  return (
    <Provider
      values={[
        [DateFieldStateContext, state],
        [GroupContext, { ...given(fieldProps), ref: group, isInvalid, isDisabled }],
        [InputContext, { ...given(inputProps), ref: hidden }],
      ]}
    >
      <DateInput className="day-field-input">
        {(segment) => <DateSegment className="day-field-segment" segment={segment} />}
      </DateInput>
    </Provider>
  );
}

/** Why the parts as they stand are no day. An empty field is none, and that is fine. */
function unfitness({ segments, calendar }: DateFieldState, locale: string): string | undefined {
  const parts = segments.filter(({ isEditable }) => isEditable);
  const isEmpty = ({ isPlaceholder }: (typeof parts)[number]) => isPlaceholder;
  if (parts.every(isEmpty)) return undefined;
  if (parts.some(isEmpty)) return 'This day is not complete yet.';
  const part = (type: string) => parts.find((each) => each.type === type)?.value;
  const [year, month, day] = [part('year') ?? 1, part('month') ?? 1, part('day') ?? 1];
  return absentDay({ calendar, era: part('era') ?? undefined, year, month, day }, locale);
}
