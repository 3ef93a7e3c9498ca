import './reading.css';
import { type PointerEvent, useState } from 'react';
import type { PersonRole } from './PersonMark.tsx';
import { ReadingFigure } from './ReadingFigure.tsx';
import { ReadingPicture } from './ReadingPicture.tsx';
import { momentForPress, type ReadingMoment, type ReadingPair, readingAt } from './readingScale.ts';

export interface ReadingFieldProps extends ReadingPair {
  /** The measure: "Clarity". The two figures are named "Clarity before" and "Clarity after". */
  readonly label: string;
  readonly person: PersonRole;
  /** Called once per decision: on a key, and on letting go of a dot. `undefined` clears. */
  readonly onChange: (moment: ReadingMoment, value: number | undefined) => void;
  /** `after` asks for one value only, as a check-in does; its figure is then named by the label alone. */
  readonly moments?: 'both' | 'after';
  readonly isDisabled?: boolean;
}

interface Drag {
  readonly moment: ReadingMoment;
  readonly value: number;
}

/** What was just set here, shown until the journal has it: two digits come faster than a save. */
interface Ahead {
  readonly moment: ReadingMoment;
  readonly value: number | undefined;
  /** What the journal said when it was set. */
  readonly over: number | undefined;
}

/**
 * How something stood before and after, on one line. The line is for the pointer: it shows which dot a press would
 * set. The figures are for the keyboard and for assistive technology: each is a spin button, which (unlike a slider)
 * may truly have no value yet. Digits, arrows, Home and End set it, Delete clears it.
 */
export function ReadingField(props: ReadingFieldProps) {
  const { label, person, before, after, onChange, moments = 'both', isDisabled = false } = props;
  const [drag, setDrag] = useState<Drag>();
  const [hover, setHover] = useState<Drag>();
  const [focused, setFocused] = useState<ReadingMoment>();
  const [ahead, setAhead] = useState<Ahead>();
  const given: ReadingPair = { before: moments === 'both' ? before : undefined, after };
  // The journal has caught up; from here on it is right again, whatever it says.
  if (ahead && given[ahead.moment] === ahead.value) setAhead(undefined);
  const isAhead = ahead && (given[ahead.moment] === ahead.over || focused === ahead.moment);
  const set: ReadingPair = isAhead ? { ...given, [ahead.moment]: ahead.value } : given;

  function change(moment: ReadingMoment, value: number | undefined) {
    setAhead({ moment, value, over: given[moment] });
    onChange(moment, value);
  }
  const shown: ReadingPair = drag ? { ...set, [drag.moment]: drag.value } : set;

  function underPointer(event: PointerEvent<HTMLElement>): Drag {
    const value = readingAt(shareAlong(event));
    return { moment: moments === 'after' ? 'after' : momentForPress(set, value, focused), value };
  }

  const pointer = isDisabled
    ? {}
    : {
        onPointerDown(event: PointerEvent<HTMLElement>) {
          if (event.button !== 0) return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setHover(undefined);
          setDrag(underPointer(event));
        },
        onPointerMove(event: PointerEvent<HTMLElement>) {
          if (drag) setDrag({ moment: drag.moment, value: readingAt(shareAlong(event)) });
          else setHover(underPointer(event));
        },
        onPointerUp() {
          if (drag && set[drag.moment] !== drag.value) change(drag.moment, drag.value);
          setDrag(undefined);
        },
        onPointerCancel: () => setDrag(undefined),
        onPointerLeave: () => setHover(undefined),
      };

  const figure = { isDisabled, onFocusChange: setFocused, onChange: change };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be laid out as one row with its legend
    <div
      className="reading"
      role="group"
      aria-label={label}
      data-person={person}
      data-disabled={isDisabled || undefined}
    >
      <span className="reading-label" aria-hidden="true">
        {label}
      </span>
      <span className="reading-touch" {...pointer}>
        <ReadingPicture
          {...shown}
          ghost={drag || !hover || set[hover.moment] === hover.value ? undefined : hover}
          focused={focused}
        />
      </span>
      <span className="reading-figures">
        {moments === 'both' ? (
          <>
            <ReadingFigure {...figure} moment="before" name={`${label} before`} value={shown.before} />
            <span className="reading-arrow" aria-hidden="true">
              →
            </span>
          </>
        ) : null}
        <ReadingFigure
          {...figure}
          moment="after"
          name={moments === 'both' ? `${label} after` : label}
          value={shown.after}
        />
      </span>
    </div>
  );
}

/** How far along the line, 0 to 1 in reading direction, the pointer stands. */
function shareAlong(event: PointerEvent<HTMLElement>): number {
  const line = event.currentTarget.querySelector('.reading-rule')?.getBoundingClientRect();
  if (!line || line.width === 0) return 0;
  const share = (event.clientX - line.left) / line.width;
  return getComputedStyle(event.currentTarget).direction === 'rtl' ? 1 - share : share;
}
