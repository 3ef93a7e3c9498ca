import { unreachable } from '#shared/base/assert.ts';
import type { Spot } from '#shared/domain/fields.ts';
import type { Place } from '#shared/domain/mat.ts';
import type { Body, IdOf } from '#shared/domain/record.ts';
import { spotOf } from '#shared/timeline/placing.ts';
import { groundSize } from '#shared/timeline/sight.ts';
import { type Curve, distance, layString, nearest } from '#shared/timeline/stringPath.ts';

/** A record as it stands on the page, what is being typed or moved included. */
export interface Shown<K extends 'timeline' | 'mat' | 'foundObject'> {
  readonly id: IdOf<K>;
  readonly body: Body<K>;
}

/** A line and all that lies on it. */
export interface TimelineShown {
  readonly timeline: Shown<'timeline'>;
  readonly curve: Curve;
  /** In the order they are walked, each where it lies. */
  readonly mats: readonly (Shown<'mat'> & { readonly spot: Spot })[];
  /** In the order in which one passes them, from the past. */
  readonly objects: readonly Shown<'foundObject'>[];
}

/** Whatever can be chosen on the ground. */
export type Thing =
  | { readonly kind: 'mat'; readonly id: IdOf<'mat'> }
  | { readonly kind: 'foundObject'; readonly id: IdOf<'foundObject'> }
  | { readonly kind: 'string' }
  | { readonly kind: 'bend'; readonly index: number };

export function timelineShown(
  timeline: Shown<'timeline'>,
  mats: readonly Shown<'mat'>[],
  objects: readonly Shown<'foundObject'>[],
): TimelineShown {
  const curve = layString(timeline.body.path);
  const passed = (object: Shown<'foundObject'>) =>
    fromPast(timeline.body, nearest(curve, object.body.spot).along);
  const places = new Map(objects.map((object) => [object.id, passed(object)]));
  return {
    timeline,
    curve,
    mats: mats.map((mat) => ({ ...mat, spot: spotOf(curve, mat.body.place) })),
    objects: objects.toSorted(
      (a, b) => (places.get(a.id) ?? 0) - (places.get(b.id) ?? 0) || (a.id < b.id ? -1 : 1),
    ),
  };
}

/** How far along a place of the string is when walked from the past. */
export function fromPast({ pastAt }: Pick<Body<'timeline'>, 'pastAt'>, along: number): number {
  return pastAt === 'start' ? along : 1 - along;
}

/** What a timeline is called where it may have lost its title. */
export function matName({ name }: Pick<Body<'mat'>, 'name'>): string {
  return name.trim() || 'Unnamed mat';
}

export function isSame(a: Thing | undefined, b: Thing | undefined): boolean {
  if (a === undefined || b === undefined || a.kind !== b.kind) return a === b;
  if (a.kind === 'bend') return b.kind === 'bend' && a.index === b.index;
  return a.kind === 'string' || (b.kind === a.kind && a.id === b.id);
}

/** The id of a thing's element on the ground, by which the focus finds it. */
export function elementId(thing: Thing): string {
  if (thing.kind === 'string') return 'on-ground-string';
  return thing.kind === 'bend' ? `on-ground-bend-${thing.index}` : `on-ground-${thing.id}`;
}

/** Where a mat lies, in words: "on the string, 36 per cent of the way from the past". */
export function placeInWords(shown: Pick<TimelineShown, 'timeline' | 'curve'>, place: Place): string {
  if (place.on === 'ground') return `off the string, ${spotInWords(place.spot)}`;
  return `on the string, ${alongInWords(fromPast(shown.timeline.body, place.along))}`;
}

function alongInWords(share: number): string {
  const percent = Math.round(share * 100);
  if (percent === 0) return 'at its past end';
  if (percent === 100) return 'at its far end';
  return `${percent} per cent of the way from the past`;
}

/** Where an object lies, in words, with the mat it is close to. */
export function objectPlaceInWords(shown: TimelineShown, spot: Spot): string {
  const near = shown.mats
    .map((mat) => ({ mat, away: distance(mat.spot, spot) }))
    .filter(({ away }) => away < 140)
    .toSorted((a, b) => a.away - b.away)[0];
  const where = spotInWords(spot);
  return near ? `${where}, near ${matName(near.mat.body)}` : where;
}

/** What a thing is called and where it lies, in words; said after each move. */
export function whereItIs(shown: TimelineShown, thing: Thing): string {
  const { path } = shown.timeline.body;
  switch (thing.kind) {
    case 'mat': {
      const mat = shown.mats.find(({ id }) => id === thing.id);
      return mat ? `${matName(mat.body)}, ${placeInWords(shown, mat.body.place)}` : '';
    }
    case 'foundObject': {
      const object = shown.objects.find(({ id }) => id === thing.id);
      return object ? objectPlaceInWords(shown, object.body.spot) : '';
    }
    case 'bend': {
      const spot = path[thing.index];
      return spot ? `${bendName(shown, thing.index)}, ${spotInWords(spot)}` : '';
    }
    case 'string':
      return `The string, with ${bendsInWords(path.length - 2)}`;
    default:
      return unreachable(thing);
  }
}

export function bendName({ timeline }: Pick<TimelineShown, 'timeline'>, index: number): string {
  const { path, pastAt } = timeline.body;
  if (index === 0) return pastAt === 'start' ? 'Past end' : 'Far end';
  if (index === path.length - 1) return pastAt === 'start' ? 'Far end' : 'Past end';
  return `Bend ${pastAt === 'start' ? index : path.length - 1 - index} of ${path.length - 2}`;
}

export function bendsInWords(count: number): string {
  return count === 0 ? 'no bends' : count === 1 ? 'one bend' : `${count} bends`;
}

/** "upper left, 120 across and 90 down": the area first, the figures tell each step of a move. */
export function spotInWords({ x, y }: Spot): string {
  const part = (value: number, size: number, names: readonly [string, string, string]) =>
    names[value < size / 3 ? 0 : value < (2 * size) / 3 ? 1 : 2];
  const down = part(y, groundSize.height, ['upper', 'middle', 'lower']);
  const across = part(x, groundSize.width, ['left', 'middle', 'right']);
  const area = down === 'middle' && across === 'middle' ? 'middle' : `${down} ${across}`;
  return `${area}, ${Math.round(x)} across and ${Math.round(y)} down`;
}

/** An order that lies between two mats, or beyond the last or before the first. */
export function orderBetween(before: number | undefined, after: number | undefined): number {
  if (before === undefined) return after === undefined ? 1 : after - 1;
  return after === undefined ? before + 1 : (before + after) / 2;
}

/** The order for a new mat: among those on the string where one would come to it walking from the past, else last. */
export function orderOfNew(shown: TimelineShown, place: Place): number {
  const orders = shown.mats.map(({ body }) => body.order);
  const last = orders.at(-1);
  if (place.on === 'ground') return orderBetween(last, undefined);
  const here = fromPast(shown.timeline.body, place.along);
  const next = shown.mats.findIndex(
    ({ body }) => body.place.on === 'string' && fromPast(shown.timeline.body, body.place.along) > here,
  );
  return next === -1 ? orderBetween(last, undefined) : orderBetween(orders[next - 1], orders[next]);
}

/** The order that brings a mat to another place in the list; undefined when it is there already. */
export function orderAt(mats: readonly Shown<'mat'>[], from: number, to: number): number | undefined {
  if (from === to || mats[from] === undefined || to < 0 || to >= mats.length) return undefined;
  const others = mats.filter((_, index) => index !== from);
  return orderBetween(others[to - 1]?.body.order, others[to]?.body.order);
}

/** The thing on this ground that an address names. */
export function thingCalled({ mats, objects }: TimelineShown, id: string | null): Thing | undefined {
  const mat = mats.find((one) => one.id === id);
  if (mat) return { kind: 'mat', id: mat.id };
  const object = objects.find((one) => one.id === id);
  return object && { kind: 'foundObject', id: object.id };
}
