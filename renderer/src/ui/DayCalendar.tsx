import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarMonthPicker,
  CalendarYearPicker,
} from 'react-aria-components/Calendar';
import { Icon } from './Icon.tsx';

/** The leaf of a calendar inside a day field. Weeks start where the locale starts them; years are one choice away. */
export function DayCalendar() {
  return (
    <Calendar className="calendar">
      <header className="calendar-header">
        <Button slot="previous" className="calendar-turn">
          <Icon name="chevronLeft" size={18} />
        </Button>
        <CalendarMonthPicker format="long">
          {({ items, value, onChange, ...names }) => (
            <select
              className="calendar-choice"
              aria-label={names['aria-label']}
              value={String(value)}
              onChange={(event) => onChange(Number(event.target.value))}
            >
              {items.map((month) => (
                <option key={month.id} value={month.id}>
                  {month.formatted}
                </option>
              ))}
            </select>
          )}
        </CalendarMonthPicker>
        <CalendarYearPicker>
          {({ items, value, onChange, ...names }) => (
            <select
              className="calendar-choice"
              aria-label={names['aria-label']}
              value={String(value)}
              onChange={(event) => onChange(Number(event.target.value))}
            >
              {items.map((year) => (
                <option key={year.id} value={year.id}>
                  {year.formatted}
                </option>
              ))}
            </select>
          )}
        </CalendarYearPicker>
        <Button slot="next" className="calendar-turn">
          <Icon name="chevronRight" size={18} />
        </Button>
      </header>
      <CalendarGrid className="calendar-grid" weekdayStyle="short">
        <CalendarGridHeader>
          {(weekday) => <CalendarHeaderCell className="calendar-weekday">{weekday}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell className="calendar-day" date={date} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
