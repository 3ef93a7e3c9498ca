import type { KeyboardEvent, ReactNode } from 'react';
import type { Spot } from '#shared/domain/fields.ts';
import { elementId, type Thing } from './timelineView.ts';

export interface GroundItemProps {
  readonly thing: Thing;
  /** What it is and where it lies, for those who hear it. */
  readonly name: string;
  readonly isChosen: boolean;
  readonly isHovered: boolean;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onFocus: () => void;
  readonly onBlur: () => void;
  readonly onPress: () => void;
}

/** One thing on the ground: it can hold the focus, has a name, and wears a ring when it is chosen. */
export function GroundItem({
  item,
  at,
  ring,
  children,
}: {
  readonly item: GroundItemProps;
  /** Where its middle is on the screen. */
  readonly at: Spot;
  /** The radius of its ring; 0 for what shows the focus in its own way. */
  readonly ring: number;
  readonly children: ReactNode;
}) {
  const { thing, name, isChosen, isHovered, onKeyDown, onFocus, onBlur, onPress } = item;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a drawing inside a drawing cannot be a button element
    <g
      id={elementId(thing)}
      className="ground-item"
      role="button"
      tabIndex={0}
      aria-label={name}
      aria-pressed={isChosen}
      data-kind={thing.kind}
      data-hovered={isHovered || undefined}
      transform={moveBy(at)}
      onKeyDown={onKeyDown}
      onFocus={onFocus}
      onBlur={onBlur}
      onClick={(event) => {
        // Hands are followed by the ground itself; this is a screen reader's press.
        if (event.detail === 0) onPress();
      }}
    >
      {children}
      {ring > 0 ? <circle className="ground-ring" r={ring} /> : null}
    </g>
  );
}

export function moveBy({ x, y }: Spot): string {
  return `translate(${x} ${y})`;
}
