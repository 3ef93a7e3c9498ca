import type { ReactNode } from 'react';
import { type Curve, svgPath } from '#shared/timeline/stringPath.ts';
import { leftOut } from '../../ui/canvas/svgPicture.ts';
import { GroundItem, type GroundItemProps } from './GroundItem.tsx';
import { bendName, spotInWords, type Thing, type TimelineShown, whereItIs } from './timelineView.ts';

export interface GroundStringProps {
  readonly shown: TimelineShown;
  /** As it is drawn. */
  readonly curve: Curve;
  readonly width: number;
  readonly areBendsShown: boolean;
  readonly item: (thing: Thing, name: string) => GroundItemProps;
  readonly children: ReactNode;
}

const origin = { x: 0, y: 0 };

/**
 * What of the string can be held: the string as a whole, and its bends while it is looked at. Drawn over all else, so
 * that a bend under a mat is seen; the twine itself lies below.
 */
export function GroundString({ shown, curve, width, areBendsShown, item, children }: GroundStringProps) {
  const thing = { kind: 'string' } as const;
  const { path } = shown.timeline.body;
  return (
    <g {...{ [leftOut]: '' }}>
      <GroundItem item={item(thing, `${whereItIs(shown, thing)}. Enter adds one`)} at={origin} ring={0}>
        <path className="ground-string-reach" d={svgPath(curve)} strokeWidth={width + 12} />
      </GroundItem>
      {children}
      {areBendsShown
        ? path.map((spot, index) => {
            const bend = { kind: 'bend', index } as const;
            const name = `${bendName(shown, index)}, ${spotInWords(spot)}`;
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: a bend is known by its place in the string
              <GroundItem key={index} item={item(bend, name)} at={curve.bends[index] ?? origin} ring={11}>
                <circle
                  className="ground-bend"
                  r={6}
                  data-end={index === 0 || index === path.length - 1 || undefined}
                />
              </GroundItem>
            );
          })
        : null}
    </g>
  );
}
