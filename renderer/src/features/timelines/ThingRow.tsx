import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { elementId, type Thing } from './timelineView.ts';

export interface ThingRowProps {
  readonly thing: Thing;
  /** A small drawing or number before the words. */
  readonly mark: ReactNode;
  readonly name: string;
  readonly isUnnamed: boolean;
  readonly detail: string;
  readonly isOpen: boolean;
  readonly choose: (thing: Thing | undefined) => void;
  /** Buttons at the end of the line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** One line of the list. Pressed, it opens to its fields, and is chosen on the ground. */
export function ThingRow(props: ThingRowProps) {
  const { thing, mark, name, isUnnamed, detail, isOpen, choose, end, children } = props;
  const row = useRef<HTMLLIElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (isOpen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  function onEscape(event: KeyboardEvent) {
    // What opens over the page (a calendar, a menu) closes by Escape and stands elsewhere in the document.
    const isInside = event.target instanceof Node && row.current?.contains(event.target);
    if (event.key !== 'Escape' || !isInside) return;
    event.preventDefault();
    // From the fields to the thing itself, ready to be moved; from the line, let go.
    if (event.target === button.current) choose(undefined);
    else document.getElementById(elementId(thing))?.focus();
  }

  return (
    <li ref={row} className="thing-row" data-open={isOpen || undefined} onKeyDown={onEscape}>
      <div className="thing-row-line">
        <button
          ref={button}
          type="button"
          className="thing-row-button"
          aria-expanded={isOpen}
          onClick={() => choose(isOpen ? undefined : thing)}
        >
          <span className="thing-row-mark">{mark}</span>
          <span className="thing-row-words">
            <span className="thing-row-name" data-unnamed={isUnnamed || undefined}>
              <bdi>{name}</bdi>
            </span>
            {detail && !isOpen ? <span className="thing-row-detail">{detail}</span> : null}
          </span>
        </button>
        {end}
      </div>
      {isOpen ? <div className="thing-row-fields">{children}</div> : null}
    </li>
  );
}
