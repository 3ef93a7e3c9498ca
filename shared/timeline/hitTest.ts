import type { Spot } from '../domain/fields.ts';
import { type Curve, distance, nearest } from './stringPath.ts';

/** @file What lies under the pointer. */

/** Something round enough to be grabbed anywhere within its radius. */
export interface Grip<Id> {
  readonly id: Id;
  readonly spot: Spot;
  readonly radius: number;
}

export interface Scene<MatId, ObjectId> {
  readonly curve: Curve;
  /** In the order they are drawn: the last lies on top. */
  readonly mats: readonly Grip<MatId>[];
  readonly objects: readonly Grip<ObjectId>[];
  /** How near one must come to a bend; 0 while bends are not shown. */
  readonly bendReach: number;
  readonly stringReach: number;
}

export type Hit<MatId, ObjectId> =
  | { readonly on: 'mat'; readonly id: MatId }
  | { readonly on: 'object'; readonly id: ObjectId }
  | { readonly on: 'bend'; readonly index: number }
  | { readonly on: 'string'; readonly along: number; readonly piece: number }
  | { readonly on: 'ground' };

/** What a person means who points at a spot: what is on top there, smallest things first. */
export function hitTest<MatId, ObjectId>(scene: Scene<MatId, ObjectId>, spot: Spot): Hit<MatId, ObjectId> {
  const bend = nearestOf(scene.curve.bends, spot);
  if (bend && bend.away < scene.bendReach) return { on: 'bend', index: bend.index };
  const object = topmost(scene.objects, spot);
  if (object) return { on: 'object', id: object.id };
  const mat = topmost(scene.mats, spot);
  if (mat) return { on: 'mat', id: mat.id };
  const close = nearest(scene.curve, spot);
  if (close.distance <= scene.stringReach) return { on: 'string', along: close.along, piece: close.piece };
  return { on: 'ground' };
}

function topmost<Id>(grips: readonly Grip<Id>[], spot: Spot): Grip<Id> | undefined {
  return grips.findLast((grip) => distance(grip.spot, spot) <= grip.radius);
}

function nearestOf(spots: readonly Spot[], spot: Spot): { index: number; away: number } | undefined {
  let found: { index: number; away: number } | undefined;
  for (const [index, other] of spots.entries()) {
    const away = distance(other, spot);
    if (!found || away < found.away) found = { index, away };
  }
  return found;
}
