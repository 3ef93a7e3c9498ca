import type { KeyboardEvent } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import type { Spot } from '#shared/domain/fields.ts';
import { kept, onGround, onString } from '#shared/timeline/placing.ts';
import { pointAt } from '#shared/timeline/stringPath.ts';
import { roomForBend, withBendAfter, withBendAt, withoutBend } from './bends.ts';
import type { Thing, TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

/** One press, and one with Shift: ground units, and shares of the string. */
const steps = { ground: { plain: 10, far: 50 }, string: { plain: 0.01, far: 0.05 } };

const arrows: Readonly<Record<string, Spot>> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

export interface KeyParts {
  readonly shown: TimelineShown;
  readonly actions: GroundActions;
  readonly choose: (thing: Thing | undefined) => void;
  /** To its fields in the list. */
  readonly open: (thing: Thing) => void;
  readonly remove: (thing: Thing) => void;
}

/** What the keys do to the thing that has the focus on the ground. Gives whether the key meant something. */
export function groundKey(thing: Thing, event: KeyboardEvent, parts: KeyParts): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const direction = arrows[event.key];
  if (direction) {
    nudge(thing, direction, event.shiftKey, parts);
    return true;
  }
  switch (event.key) {
    case 'Enter':
    case ' ':
      if (thing.kind === 'string') addBend(parts);
      else parts.open(thing);
      return true;
    case 'Delete':
    case 'Backspace':
      parts.remove(thing);
      return true;
    default:
      return false;
  }
}

function nudge(thing: Thing, direction: Spot, isFar: boolean, { shown, actions }: KeyParts): void {
  const size = isFar ? 'far' : 'plain';
  const by = ({ x, y }: Spot): Spot => ({
    x: x + direction.x * steps.ground[size],
    y: y + direction.y * steps.ground[size],
  });
  const { id, body } = shown.timeline;
  switch (thing.kind) {
    case 'mat': {
      const place = shown.mats.find((mat) => mat.id === thing.id)?.body.place;
      if (place?.on === 'ground') actions.nudge('mat', thing.id, { place: onGround(by(place.spot)) });
      // On the string, right and up lead to the end that lies further right.
      const rightward = pointAt(shown.curve, 1).x >= pointAt(shown.curve, 0).x ? 1 : -1;
      const step = (direction.x - direction.y) * rightward * steps.string[size];
      if (place?.on === 'string') actions.nudge('mat', thing.id, { place: onString(place.along + step) });
      break;
    }
    case 'foundObject': {
      const spot = shown.objects.find((object) => object.id === thing.id)?.body.spot;
      if (spot) actions.nudge('foundObject', thing.id, { spot: kept(by(spot)) });
      break;
    }
    case 'bend': {
      const spot = body.path[thing.index];
      if (spot) actions.nudge('timeline', id, { path: [...withBendAt(body.path, thing.index, by(spot))] });
      break;
    }
    case 'string':
      actions.nudge('timeline', id, { path: body.path.map((spot) => kept(by(spot))) });
      break;
    default:
      unreachable(thing);
  }
}

/** One more bend where there is most room, chosen at once so that the arrows can pull it. */
export function addBend({ shown, actions, choose }: Pick<KeyParts, 'shown' | 'actions' | 'choose'>): void {
  const { id, body } = shown.timeline;
  const { piece, spot } = roomForBend(shown.curve);
  const path = withBendAfter(body.path, piece, spot);
  if (!path) return;
  actions.change('timeline', id, { path: [...path] });
  actions.settle('timeline', id, { path: body.path });
  choose({ kind: 'bend', index: piece + 1 });
}

/** Takes a bend out; gives whether there was one to take (the ends stay). */
export function removeBend(index: number, { shown, actions }: Pick<KeyParts, 'shown' | 'actions'>): boolean {
  const { id, body } = shown.timeline;
  const path = withoutBend(body.path, index);
  if (!path) return false;
  actions.change('timeline', id, { path: [...path] });
  actions.settle('timeline', id, { path: body.path });
  return true;
}
