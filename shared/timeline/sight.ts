import type { Spot } from '../domain/fields.ts';

/** @file How the ground is seen: which spot of it lies at which point of the screen. */

/** Ground units across and down; things may also lie outside. */
export const groundSize = { width: 1000, height: 700 } as const;

/** A screen point is `scale` times the spot, moved by `x` and `y`. */
export interface Sight {
  readonly scale: number;
  readonly x: number;
  readonly y: number;
}

export interface Room {
  readonly width: number;
  readonly height: number;
}

/** What is kept clear on each side of a room. */
export interface Inset {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

export interface Extent {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export function toScreen(sight: Sight, { x, y }: Spot): Spot {
  return { x: sight.scale * x + sight.x, y: sight.scale * y + sight.y };
}

export function toGround(sight: Sight, { x, y }: Spot): Spot {
  return { x: (x - sight.x) / sight.scale, y: (y - sight.y) / sight.scale };
}

/** The smallest extent that holds all the spots; undefined without any. */
export function extentOf(spots: readonly Spot[]): Extent | undefined {
  const [first, ...rest] = spots;
  if (!first) return undefined;
  return rest.reduce<Extent>(
    (sofar, { x, y }) => ({
      left: Math.min(sofar.left, x),
      top: Math.min(sofar.top, y),
      right: Math.max(sofar.right, x),
      bottom: Math.max(sofar.bottom, y),
    }),
    { left: first.x, top: first.y, right: first.x, bottom: first.y },
  );
}

/** The ground itself, grown to hold whatever was laid outside it. */
export function groundWith(spots: readonly Spot[]): Extent {
  const corners = [
    { x: 0, y: 0 },
    { x: groundSize.width, y: groundSize.height },
  ];
  return extentOf([...corners, ...spots]) ?? { left: 0, top: 0, right: 0, bottom: 0 };
}

/** The sight in which an extent fills the room inside its inset, centred and never distorted. */
export function sightOf(extent: Extent, room: Room, inset: Inset): Sight {
  const width = Math.max(1, room.width - inset.left - inset.right);
  const height = Math.max(1, room.height - inset.top - inset.bottom);
  const across = Math.max(1, extent.right - extent.left);
  const down = Math.max(1, extent.bottom - extent.top);
  const scale = Math.min(width / across, height / down);
  return {
    scale,
    x: inset.left + (width - scale * across) / 2 - scale * extent.left,
    y: inset.top + (height - scale * down) / 2 - scale * extent.top,
  };
}
