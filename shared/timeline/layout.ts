import type { Spot } from '../domain/fields.ts';

/**
 * @file Where labels stand. A label never covers a mat, an object, an end of the string, the tray or another label:
 * it is moved around what it names, then further away, and where there is no room at all it is left out (its words
 * are in the list). The string itself is only avoided where that costs little.
 */

export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Disc extends Spot {
  readonly radius: number;
}

/** A label to be placed beside what it names. */
export interface Wish<Id> {
  readonly id: Id;
  readonly beside: Disc;
  readonly width: number;
  readonly height: number;
}

export interface Surroundings {
  /** Labels stay inside this. */
  readonly within: Box;
  /** Never covered, each label's own `beside` included. */
  readonly discs: readonly Disc[];
  readonly boxes: readonly Box[];
  /** Points of the string, close together. */
  readonly string: readonly Spot[];
}

export interface Label<Id> {
  readonly id: Id;
  readonly box: Box;
  /** Which edge of the words is next to what they name. */
  readonly anchor: 'start' | 'middle' | 'end';
  /** So far away that a thin line should lead back. */
  readonly far: boolean;
}

const gap = 8;
const rings = [0, 10, 24, 42, 64, 92, 126];
/** Beyond this ring a label needs a line to what it names. */
const nearRings = 2;
/** To the side reads best, then below, then above, then askew. */
const directions: readonly { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 }[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 0, y: 1 },
  { x: 0, y: -1 },
  { x: 1, y: 1 },
  { x: -1, y: 1 },
  { x: 1, y: -1 },
  { x: -1, y: -1 },
];
const stringCost = 5;
const ringCost = 9;

/** Places labels in the order of their wishes; the same input gives the same picture. Those without room are missing. */
export function layOutLabels<Id>(
  wishes: readonly Wish<Id>[],
  surroundings: Surroundings,
): readonly Label<Id>[] {
  const labels: Label<Id>[] = [];
  for (const wish of wishes) {
    const taken = [...surroundings.boxes, ...labels.map(({ box }) => box)];
    const label = bestPlace(wish, surroundings, taken);
    if (label) labels.push(label);
  }
  return labels;
}

function bestPlace<Id>(wish: Wish<Id>, around: Surroundings, taken: readonly Box[]): Label<Id> | undefined {
  let best: { readonly label: Label<Id>; readonly cost: number } | undefined;
  for (const [ring, away] of rings.entries()) {
    // Nothing further out can be cheaper.
    if (best && best.cost <= ring * ringCost) break;
    for (const [rank, direction] of directions.entries()) {
      const box = boxBeside(wish, direction, away);
      const cost =
        ring * ringCost + rank + stringCost * around.string.filter((spot) => holds(box, spot)).length;
      if (best && best.cost <= cost) continue;
      if (!isFree(box, wish.beside, around, taken)) continue;
      const anchor = direction.x === 1 ? 'start' : direction.x === -1 ? 'end' : 'middle';
      best = { cost, label: { id: wish.id, box, anchor, far: ring > nearRings } };
    }
  }
  return best?.label;
}

function boxBeside(
  { beside, width, height }: Wish<unknown>,
  direction: { readonly x: -1 | 0 | 1; readonly y: -1 | 0 | 1 },
  away: number,
): Box {
  const isAskew = direction.x !== 0 && direction.y !== 0;
  const reach = (beside.radius + gap + away) * (isAskew ? Math.SQRT1_2 : 1);
  return {
    x: beside.x + direction.x * reach + ((direction.x - 1) * width) / 2,
    y: beside.y + direction.y * reach + ((direction.y - 1) * height) / 2,
    width,
    height,
  };
}

function isFree(box: Box, beside: Disc, { within, discs }: Surroundings, taken: readonly Box[]): boolean {
  const isInside =
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height;
  return (
    isInside &&
    !covers(box, beside) &&
    !discs.some((disc) => covers(box, disc)) &&
    !taken.some((other) => overlap(box, other))
  );
}

/** Whether a box covers any part of a disc. */
export function covers(box: Box, disc: Disc): boolean {
  const x = Math.min(box.x + box.width, Math.max(box.x, disc.x));
  const y = Math.min(box.y + box.height, Math.max(box.y, disc.y));
  return Math.hypot(x - disc.x, y - disc.y) < disc.radius;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function holds(box: Box, { x, y }: Spot): boolean {
  return x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
}
