import { type MouseEvent, memo, type PointerEvent, useMemo } from 'react';
import { usePlotArea, useXAxisScale, useYAxisScale } from 'recharts';
import {
  type ChartPoint,
  type Dot,
  indexAfterKey,
  type MarkStyle,
  markPaths,
  nearestPoint,
  type PlacedPoint,
  placePoints,
} from './markGeometry.ts';

/** The point that is pointed at or focused, and where it lies in the chart. */
export interface ActiveMark extends Dot {
  readonly id: string;
}

/** How near a pointer must come to a point to mean it. */
const reach = 36;

/** What may be touched around a dot. */
const touchRadius = 9;

export interface MarksProps {
  readonly points: readonly ChartPoint[];
  readonly style: MarkStyle;
  readonly onActive: (mark: ActiveMark | undefined) => void;
  readonly onOpen: (id: string) => void;
}

/** Dots before and after with the slope between them, and over each pair a link. Stands inside a Recharts chart. */
export const ReadingMarks = memo(function ReadingMarks({ points, style, onActive, onOpen }: MarksProps) {
  const x = useXAxisScale();
  const y = useYAxisScale();
  const plot = usePlotArea();
  const placed = useMemo(
    () =>
      x && y
        ? placePoints(
            points,
            (at) => x(at) ?? 0,
            (value) => y(value) ?? 0,
            style,
          )
        : [],
    [points, x, y, style],
  );
  const paths = useMemo(() => markPaths(placed, style), [placed, style]);
  if (!plot) return null;

  const pointedAt = (event: MouseEvent<SVGElement>) => nearestPoint(placed, placeOf(event), reach);
  const show = (found: PlacedPoint | undefined) => {
    const dot = found?.after ?? found?.before;
    onActive(found && dot ? { id: found.point.id, ...dot } : undefined);
  };
  const open = (found: PlacedPoint | undefined) => {
    if (found) onOpen(found.point.id);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is used are the links inside; this hears what happens to them
    <g
      onPointerMove={(event: PointerEvent<SVGElement>) => show(pointedAt(event))}
      onPointerLeave={() => onActive(undefined)}
      onClick={(event) => {
        event.preventDefault();
        // A press by other means than a pointer has no place. A pointer means the nearest point, as the ring shows.
        open(event.detail === 0 ? placed[indexOf(event.target)] : pointedAt(event));
      }}
      onKeyDown={(event) => {
        const index = indexOf(event.target);
        if (event.key === 'Enter' || event.key === ' ') {
          event.preventDefault();
          open(placed[index]);
          return;
        }
        const next = indexAfterKey(event.key, index, placed.length);
        if (next === undefined) return;
        event.preventDefault();
        event.currentTarget.querySelector<SVGAElement>(`[data-index="${next}"]`)?.focus();
      }}
      onFocus={(event) => {
        moveTabStop(event.currentTarget, event.target);
        show(placed[indexOf(event.target)]);
      }}
      onBlur={() => onActive(undefined)}
    >
      <rect className="readings-chart-touch" {...plot} />
      <g className="readings-chart-marks" data-density={style.density}>
        <path className="readings-chart-slopes" d={paths.slopes} />
        <path className="readings-chart-before" d={paths.before} />
        <path className="readings-chart-after" d={paths.after} />
        <path className="readings-chart-after" d={paths.alone} />
      </g>
      {placed.map((each, index) => (
        // One tab stop for all of them, at the latest; arrow keys go on from there.
        <PointLink key={each.point.id} placed={each} index={index} isTabStop={index === placed.length - 1} />
      ))}
    </g>
  );
});

interface PointLinkProps {
  readonly placed: PlacedPoint;
  readonly index: number;
  readonly isTabStop: boolean;
}

/** Invisible, over its dots and slope: what is focused, pressed and read out. */
function PointLink({ placed: { point, before, after }, index, isTabStop }: PointLinkProps) {
  return (
    <a
      href={point.href}
      role={point.href === undefined ? 'button' : 'link'}
      className="readings-chart-link"
      aria-label={point.name}
      data-index={index}
      tabIndex={isTabStop ? 0 : -1}
      draggable={false}
    >
      {before && after ? (
        <line x1={before.x} y1={before.y} x2={after.x} y2={after.y} strokeWidth={touchRadius} />
      ) : null}
      {before ? <circle cx={before.x} cy={before.y} r={touchRadius} /> : null}
      {after ? <circle cx={after.x} cy={after.y} r={touchRadius} /> : null}
    </a>
  );
}

/** Where in the chart's drawing something happened. */
function placeOf(event: MouseEvent<SVGElement>): Dot {
  const box = event.currentTarget.ownerSVGElement?.getBoundingClientRect();
  return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
}

function indexOf(target: EventTarget): number {
  const link = target instanceof Element ? target.closest('[data-index]') : null;
  return link ? Number(link.getAttribute('data-index')) : -1;
}

/** Tab comes back to where one was. Done by hand: drawing a thousand links anew for one attribute is felt. */
function moveTabStop(within: Element, to: Element): void {
  for (const stop of within.querySelectorAll('[data-index][tabindex="0"]'))
    stop.setAttribute('tabindex', '-1');
  to.setAttribute('tabindex', '0');
}
