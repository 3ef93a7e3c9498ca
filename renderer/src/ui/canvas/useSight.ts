import { select } from 'd3-selection';
import { type ZoomBehavior, type ZoomTransform, zoom, zoomIdentity } from 'd3-zoom';
import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Spot } from '#shared/domain/fields.ts';
import {
  type Extent,
  groundWith,
  type Inset,
  type Room,
  type Sight,
  sightOf,
  toGround,
} from '#shared/timeline/sight.ts';

export interface Seen {
  /** For the svg that is the ground. */
  readonly ref: (element: SVGSVGElement | null) => void;
  readonly sight: Sight;
  readonly room: Room;
  /** The spot under a point of the window; undefined when the point is not over the ground. */
  readonly spotAt: (point: { readonly clientX: number; readonly clientY: number }) => Spot | undefined;
  /** Whether the pointer that goes down next may move the ground; told by whoever knows what lies under it. */
  readonly allowPan: (isAllowed: boolean) => void;
  readonly zoomBy: (factor: number) => void;
  /** Back to seeing everything that lies there now. */
  readonly showAll: () => void;
  readonly isZoomed: boolean;
}

/**
 * How the ground is seen: all of it at first, fitted to the room. Ctrl with the wheel zooms, dragging bare ground moves
 * it; the wheel alone is never taken. The fit is worked out once, so that the ground stands still while things move.
 */
export function useSight(laid: readonly Spot[], inset: Inset): Seen {
  const [element, setElement] = useState<SVGSVGElement | null>(null);
  const [room, setRoom] = useState<Room>({ width: 0, height: 0 });
  const [transform, setTransform] = useState<ZoomTransform>(zoomIdentity);
  const [extent, setExtent] = useState<Extent>(() => groundWith(laid));
  const mayPan = useRef(false);
  const behavior = useRef<ZoomBehavior<SVGSVGElement, unknown>>(undefined);

  useLayoutEffect(() => {
    if (!element) return;
    const measure = () => setRoom({ width: element.clientWidth, height: element.clientHeight });
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    const zooming = zoom<SVGSVGElement, unknown>()
      .scaleExtent([0.5, 3])
      // A notch of a wheel with Ctrl is a large step, the pinch that trackpads report in the same way many small ones.
      .wheelDelta(({ deltaY }: WheelEvent) => -deltaY * (Math.abs(deltaY) < 50 ? 0.01 : 0.003))
      .filter((event: Event) => {
        if (event instanceof WheelEvent) return event.ctrlKey || event.metaKey;
        return mayPan.current && !(event instanceof MouseEvent && event.button !== 0);
      })
      .on('zoom', (event: { readonly transform: ZoomTransform }) => setTransform(event.transform));
    behavior.current = zooming;
    select(element).call(zooming).on('dblclick.zoom', null);
    return () => {
      observer.disconnect();
      select(element).on('.zoom', null);
    };
  }, [element]);

  const fitted = useMemo(() => sightOf(extent, room, inset), [extent, room, inset]);
  const sight = useMemo(
    (): Sight => ({
      scale: fitted.scale * transform.k,
      x: fitted.x * transform.k + transform.x,
      y: fitted.y * transform.k + transform.y,
    }),
    [fitted, transform],
  );

  const spotAt = useCallback(
    ({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }) => {
      const box = element?.getBoundingClientRect();
      if (!box || clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom)
        return undefined;
      return toGround(sight, { x: clientX - box.left, y: clientY - box.top });
    },
    [element, sight],
  );
  const allowPan = useCallback((isAllowed: boolean) => {
    mayPan.current = isAllowed;
  }, []);
  const zoomBy = (factor: number) => {
    if (element && behavior.current) behavior.current.scaleBy(select(element), factor);
  };
  const showAll = () => {
    setExtent(groundWith(laid));
    if (element && behavior.current) behavior.current.transform(select(element), zoomIdentity);
  };
  const isZoomed = transform.k !== 1 || transform.x !== 0 || transform.y !== 0;
  return { ref: setElement, sight, room, spotAt, allowPan, zoomBy, showAll, isZoomed };
}
