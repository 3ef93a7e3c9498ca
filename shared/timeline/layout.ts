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
/** A label this close to the string counts as touching it. */
const air = 7;

interface Direction {
  readonly x: -1 | 0 | 1;
  readonly y: -1 | 0 | 1;
  /** Above and below, a label may stand askew of the middle, by this share of its width. */
  readonly slide: number;
}

/** To the side reads best, then below, then above, then askew. */
const directions: readonly Direction[] = [
  { x: 1, y: 0, slide: 0 },
  { x: -1, y: 0, slide: 0 },
  { x: 0, y: 1, slide: 0 },
  { x: 0, y: -1, slide: 0 },
  { x: 1, y: 1, slide: 0 },
  { x: -1, y: 1, slide: 0 },
  { x: 1, y: -1, slide: 0 },
  { x: -1, y: -1, slide: 0 },
  { x: 0, y: 1, slide: -0.3 },
  { x: 0, y: 1, slide: 0.3 },
  { x: 0, y: -1, slide: -0.3 },
  { x: 0, y: -1, slide: 0.3 },
];
/** For each point of the string that is touched, up to as much as a few rings further out would cost. */
const stringCost = { each: 3, most: 21 };
const ringCost = 9;

/** Places labels in the order of their wishes; the same input gives the same picture. Those without room are missing. */
export function layOutLabels<Id>(
  wishes: readonly Wish<Id>[],
  surroundings: Surroundings,
): readonly Label<Id>[] {
  const labels: Label<Id>[] = [];
  const taken: Taken = { boxes: [...surroundings.boxes], leads: [] };
  for (const wish of wishes) {
    const label = bestPlace(wish, surroundings, taken);
    if (!label) continue;
    labels.push(label);
    taken.boxes.push(label.box);
    if (label.far) taken.leads.push(leadTo(label.box, wish.beside));
  }
  return labels;
}

/** What labels placed before have taken: their boxes, and the lines that lead back from far ones. */
interface Taken {
  readonly boxes: Box[];
  readonly leads: Lead[];
}

/** From the rim of a disc to the nearest point of a box. */
export interface Lead {
  readonly from: Spot;
  readonly to: Spot;
}

export function leadTo(box: Box, disc: Disc): Lead {
  const to = nearestIn(box, disc);
  const away = Math.hypot(to.x - disc.x, to.y - disc.y) || 1;
  const share = Math.min(1, disc.radius / away);
  return { from: { x: disc.x + (to.x - disc.x) * share, y: disc.y + (to.y - disc.y) * share }, to };
}

function bestPlace<Id>(wish: Wish<Id>, around: Surroundings, taken: Taken): Label<Id> | undefined {
  let best: { readonly label: Label<Id>; readonly cost: number } | undefined;
  for (const [ring, away] of rings.entries()) {
    // Nothing further out can be cheaper.
    if (best && best.cost <= ring * ringCost) break;
    const far = ring > nearRings;
    for (const [rank, direction] of directions.entries()) {
      const box = boxBeside(wish, direction, away);
      const touched = around.string.filter((spot) => holds(box, spot)).length;
      const cost = ring * ringCost + rank + Math.min(stringCost.most, touched * stringCost.each);
      if (best && best.cost <= cost) continue;
      if (!isFree(box, wish.beside, around, taken)) continue;
      if (far && !isLeadFree(leadTo(box, wish.beside), wish.beside, around, taken)) continue;
      const anchor = direction.x === 1 ? 'start' : direction.x === -1 ? 'end' : 'middle';
      best = { cost, label: { id: wish.id, box, anchor, far } };
    }
  }
  return best?.label;
}

function isLeadFree(lead: Lead, beside: Disc, { discs }: Surroundings, { boxes, leads }: Taken): boolean {
  const others = discs.filter(({ x, y }) => x !== beside.x || y !== beside.y);
  return (
    !boxes.some((box) => crosses(lead, box)) &&
    !others.some((disc) => crosses(lead, square(disc))) &&
    !leads.some((other) => crosses(lead, boxOf(other)))
  );
}

function boxBeside({ beside, width, height }: Wish<unknown>, direction: Direction, away: number): Box {
  const isAskew = direction.x !== 0 && direction.y !== 0;
  const reach = (beside.radius + gap + away) * (isAskew ? Math.SQRT1_2 : 1);
  return {
    x: beside.x + direction.x * reach + ((direction.x - 1) / 2 + direction.slide) * width,
    y: beside.y + direction.y * reach + ((direction.y - 1) * height) / 2,
    width,
    height,
  };
}

function isFree(box: Box, beside: Disc, { within, discs }: Surroundings, taken: Taken): boolean {
  const isInside =
    box.x >= within.x &&
    box.y >= within.y &&
    box.x + box.width <= within.x + within.width &&
    box.y + box.height <= within.y + within.height;
  return (
    isInside &&
    !covers(box, beside) &&
    !discs.some((disc) => covers(box, disc)) &&
    !taken.boxes.some((other) => overlap(box, other)) &&
    !taken.leads.some((lead) => crosses(lead, box))
  );
}

/** Whether a box covers any part of a disc. */
export function covers(box: Box, disc: Disc): boolean {
  const { x, y } = nearestIn(box, disc);
  return Math.hypot(x - disc.x, y - disc.y) < disc.radius;
}

function nearestIn(box: Box, { x, y }: Spot): Spot {
  return {
    x: Math.min(box.x + box.width, Math.max(box.x, x)),
    y: Math.min(box.y + box.height, Math.max(box.y, y)),
  };
}

function square({ x, y, radius }: Disc): Box {
  return { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
}

function boxOf({ from, to }: Lead): Box {
  return {
    x: Math.min(from.x, to.x),
    y: Math.min(from.y, to.y),
    width: Math.abs(to.x - from.x),
    height: Math.abs(to.y - from.y),
  };
}

/** Whether a straight line passes through a box (Liang and Barsky's clipping). */
export function crosses({ from, to }: Lead, box: Box): boolean {
  let enters = 0;
  let leaves = 1;
  for (const [start, way, low, size] of [
    [from.x, to.x - from.x, box.x, box.width],
    [from.y, to.y - from.y, box.y, box.height],
  ] as const) {
    if (way === 0) {
      if (start <= low || start >= low + size) return false;
      continue;
    }
    const [one, other] = [(low - start) / way, (low + size - start) / way];
    enters = Math.max(enters, Math.min(one, other));
    leaves = Math.min(leaves, Math.max(one, other));
  }
  return enters < leaves;
}

export function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function holds(box: Box, { x, y }: Spot): boolean {
  return (
    x >= box.x - air && x <= box.x + box.width + air && y >= box.y - air && y <= box.y + box.height + air
  );
}
