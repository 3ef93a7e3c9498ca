import type { Spot } from '../domain/fields.ts';
import type { Place } from '../domain/mat.ts';
import { groundSize } from './sight.ts';
import { type Curve, distance, nearest, pointAt, rounded } from './stringPath.ts';

/** @file Where things come to lie: on the string or beside it, and where there is room for one more. */

/** The spot at which a place lies. */
export function spotOf(curve: Curve, place: Place): Spot {
  return place.on === 'string' ? pointAt(curve, place.along) : place.spot;
}

/** The place for something put down at a spot: on the string if that is within `reach`, else on the ground. */
export function placeAt(curve: Curve, spot: Spot, reach: number): Place {
  const close = nearest(curve, spot);
  return close.distance <= reach ? onString(close.along) : onGround(spot);
}

export function onString(along: number): Place {
  return { on: 'string', along: Math.round(Math.min(1, Math.max(0, along)) * 10_000) / 10_000 };
}

export function onGround(spot: Spot): Place {
  return { on: 'ground', spot: kept(spot) };
}

/** Spots stay within what a record can hold, to two decimals. */
export function kept({ x, y }: Spot): Spot {
  const within = (value: number) => rounded(Math.min(10_000, Math.max(-10_000, value)));
  return { x: within(x), y: within(y) };
}

/** Room for one more on the string: the middle of its longest free stretch. */
export function freeAlong(taken: readonly number[]): number {
  const margin = 0.06;
  const stops = [margin, ...taken.filter((along) => along > margin && along < 1 - margin), 1 - margin];
  stops.sort((a, b) => a - b);
  let best = 0.5;
  let longest = -1;
  for (const [index, stop] of stops.entries()) {
    const next = stops[index + 1];
    if (next !== undefined && next - stop > longest + 1e-9)
      [best, longest] = [(stop + next) / 2, next - stop];
  }
  return best;
}

/**
 * Room for one more on the ground: the spot nearest to the middle that is at least `gap` from the string and from
 * everything laid down, or, where it has become crowded, the one furthest from all of it.
 */
export function freeSpot(curve: Curve, taken: readonly Spot[], gap: number): Spot {
  const middle = { x: groundSize.width / 2, y: groundSize.height / 2 };
  const clearance = (spot: Spot) =>
    Math.min(nearest(curve, spot).distance, ...taken.map((other) => distance(other, spot)));
  const spots = groundGrid.toSorted((a, b) => distance(a, middle) - distance(b, middle));
  let roomiest = middle;
  let most = -1;
  for (const spot of spots) {
    const clear = clearance(spot);
    if (clear >= gap) return spot;
    if (clear > most) [roomiest, most] = [spot, clear];
  }
  return roomiest;
}

const step = 50;
const groundGrid: readonly Spot[] = Array.from({ length: 12 }, (_, row) =>
  Array.from({ length: 18 }, (_, column) => ({ x: 75 + column * step, y: 75 + row * step })),
).flat();
