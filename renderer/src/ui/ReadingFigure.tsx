import {
  type ReadingMoment,
  readingAfterKey,
  readingFromText,
  readingMax,
  readingMin,
} from './readingScale.ts';

export interface ReadingFigureProps {
  readonly moment: ReadingMoment;
  /** The accessible name. */
  readonly name: string;
  readonly value: number | undefined;
  readonly isDisabled: boolean;
  readonly onChange: (moment: ReadingMoment, value: number | undefined) => void;
  readonly onFocusChange: (moment: ReadingMoment | undefined) => void;
}

/** One figure of a reading, as something to type in. */
export function ReadingFigure(props: ReadingFigureProps) {
  const { moment, name, value, isDisabled, onChange, onFocusChange } = props;
  return (
    <input
      className="reading-figure"
      type="text"
      inputMode="numeric"
      role="spinbutton"
      autoComplete="off"
      aria-label={name}
      aria-valuemin={readingMin}
      aria-valuemax={readingMax}
      aria-valuenow={value}
      aria-valuetext={value === undefined ? 'not yet rated' : String(value)}
      disabled={isDisabled}
      placeholder="–"
      value={value === undefined ? '' : String(value)}
      onChange={(event) => {
        const next = readingFromText(event.target.value);
        if (next !== value) onChange(moment, next);
      }}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const next = readingAfterKey(value, event.key);
        if (next === 'none') return;
        event.preventDefault();
        if (next !== value) onChange(moment, next);
      }}
      onFocus={(event) => {
        event.target.select();
        onFocusChange(moment);
      }}
      onBlur={() => onFocusChange(undefined)}
    />
  );
}
