import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import { unreachable } from '#shared/base/assert.ts';
import type { Spot } from '#shared/domain/fields.ts';
import type { Place } from '#shared/domain/mat.ts';
import type { IdOf } from '#shared/domain/record.ts';
import { hitTest, type Scene } from '#shared/timeline/hitTest.ts';
import { kept, placeAt } from '#shared/timeline/placing.ts';
import { toScreen } from '#shared/timeline/sight.ts';
import type { Seen } from '../../ui/canvas/useSight.ts';
import { type Path, withBendAfter, withBendAt } from './bends.ts';
import { type GroundLabel, labelAt } from './groundLabels.ts';
import type { Thing, TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface PointerParts {
  readonly shown: TimelineShown;
  readonly seen: Seen;
  readonly scene: Scene<IdOf<'mat'>, IdOf<'foundObject'>>;
  readonly labels: readonly GroundLabel[];
  readonly actions: GroundActions;
  /** Chosen, with the focus on it; undefined lets go. */
  readonly choose: (thing: Thing | undefined) => void;
  readonly setHover: (hover: Hover | undefined) => void;
}

/** How near the string, in pixels, a mat is laid on it; one that lies there needs a stronger pull to come off. */
const reach = { toLay: 20, toKeep: 34 };
/** A hand that moves less than this many pixels only pressed. */
const stillness = 4;

/** What would move, with what it was before. */
type Held =
  | { readonly of: 'mat'; readonly id: IdOf<'mat'>; readonly before: Place }
  | { readonly of: 'foundObject'; readonly id: IdOf<'foundObject'>; readonly before: Spot }
  /** `path` has the bend, which pulling at the bare string has only just made. */
  | { readonly of: 'bend'; readonly index: number; readonly before: Path; readonly path: Path }
  | { readonly of: 'nothing' };

interface Press {
  readonly from: Spot;
  readonly thing: Thing | undefined;
  readonly held: Held;
  /** From the pointer to the middle of the thing, in ground units. */
  readonly offset: Spot;
  isMoving: boolean;
}

/** What the pointer rests on while nothing is pressed. */
export interface Hover {
  readonly thing: Thing;
  readonly spot: Spot;
}

/** Choosing, moving and bending with the pointer. */
export function useGroundPointer(parts: PointerParts) {
  const { shown, seen, scene, labels, actions, choose, setHover } = parts;
  const press = useRef<Press>(undefined);
  const [isMoving, setMoving] = useState(false);
  const { id: timeline, body: line } = shown.timeline;

  /** What is meant by pressing at a spot, and what pulling from there would move. */
  function meant(spot: Spot): Pick<Press, 'thing' | 'held' | 'offset'> {
    const still = { x: 0, y: 0 };
    const from = (middle: Spot) => ({ x: middle.x - spot.x, y: middle.y - spot.y });
    const hit = hitTest(scene, spot);
    const label = labelAt(labels, toScreen(seen.sight, spot));
    const thing = label && (hit.on === 'ground' || hit.on === 'string') ? label.thing : undefined;
    const matId = hit.on === 'mat' ? hit.id : thing?.kind === 'mat' ? thing.id : undefined;
    const mat = shown.mats.find(({ id }) => id === matId);
    if (mat) {
      const { id, body } = mat;
      return {
        thing: { kind: 'mat', id },
        held: { of: 'mat', id, before: body.place },
        offset: from(mat.spot),
      };
    }
    const objectId = hit.on === 'object' ? hit.id : thing?.kind === 'foundObject' ? thing.id : undefined;
    const object = shown.objects.find(({ id }) => id === objectId);
    if (object) {
      const { id, body } = object;
      const held = { of: 'foundObject', id, before: body.spot } as const;
      return { thing: { kind: 'foundObject', id }, held, offset: from(body.spot) };
    }
    const before = line.path;
    if (hit.on === 'bend') {
      const { index } = hit;
      const held = { of: 'bend', index, before, path: before } as const;
      return { thing: { kind: 'bend', index }, held, offset: from(before[index] ?? spot) };
    }
    if (hit.on === 'string' && !thing) {
      const path = withBendAfter(before, hit.piece, spot);
      const held = path ? ({ of: 'bend', index: hit.piece + 1, before, path } as const) : undefined;
      return { thing: { kind: 'string' }, held: held ?? { of: 'nothing' }, offset: still };
    }
    return { thing, held: { of: 'nothing' }, offset: still };
  }

  function move({ held, offset }: Press, pointer: Spot): void {
    const target = { x: pointer.x + offset.x, y: pointer.y + offset.y };
    switch (held.of) {
      case 'mat': {
        const isOn = shown.mats.find(({ id }) => id === held.id)?.body.place.on === 'string';
        const pull = (isOn ? reach.toKeep : reach.toLay) / seen.sight.scale;
        actions.change('mat', held.id, { place: placeAt(shown.curve, target, pull) });
        break;
      }
      case 'foundObject':
        actions.change('foundObject', held.id, { spot: kept(target) });
        break;
      case 'bend':
        actions.change('timeline', timeline, { path: [...withBendAt(held.path, held.index, target)] });
        break;
      case 'nothing':
        break;
      default:
        unreachable(held);
    }
  }

  function settle(held: Held): void {
    switch (held.of) {
      case 'mat':
        actions.settle('mat', held.id, { place: held.before });
        break;
      case 'foundObject':
        actions.settle('foundObject', held.id, { spot: held.before });
        break;
      case 'bend':
        actions.settle('timeline', timeline, { path: [...held.before] });
        break;
      case 'nothing':
        break;
      default:
        unreachable(held);
    }
  }

  function onPointerDown(event: PointerEvent<SVGSVGElement>) {
    const spot = seen.spotAt(event);
    if (event.button !== 0 || !spot) return;
    const what = meant(spot);
    press.current = { ...what, from: { x: event.clientX, y: event.clientY }, isMoving: false };
    // Bare ground is left to the hand that moves the ground itself.
    seen.allowPan(what.thing === undefined);
    if (what.thing) event.currentTarget.setPointerCapture(event.pointerId);
  }

  function onPointerMove(event: PointerEvent<SVGSVGElement>) {
    const spot = seen.spotAt(event);
    const pressed = press.current;
    if (!pressed) {
      const thing = spot && event.buttons === 0 ? meant(spot).thing : undefined;
      setHover(thing && spot ? { thing, spot } : undefined);
      return;
    }
    const away = Math.hypot(event.clientX - pressed.from.x, event.clientY - pressed.from.y);
    if (!spot || (!pressed.isMoving && away < stillness)) return;
    if (!pressed.isMoving) {
      pressed.isMoving = true;
      setHover(undefined);
      if (pressed.held.of === 'nothing') return;
      setMoving(true);
      choose(pressed.held.of === 'bend' ? { kind: 'bend', index: pressed.held.index } : pressed.thing);
    }
    move(pressed, spot);
  }

  function onPointerUp() {
    const pressed = press.current;
    press.current = undefined;
    setMoving(false);
    if (!pressed) return;
    if (!pressed.isMoving) choose(pressed.thing);
    else settle(pressed.held);
  }

  function onDoubleClick(event: MouseEvent<SVGSVGElement>) {
    const spot = seen.spotAt(event);
    const hit = spot ? hitTest(scene, spot) : undefined;
    if (!spot || hit?.on !== 'string') return;
    const path = withBendAfter(line.path, hit.piece, spot);
    if (!path) return;
    actions.change('timeline', timeline, { path: [...path] });
    actions.settle('timeline', timeline, { path: [...line.path] });
    choose({ kind: 'bend', index: hit.piece + 1 });
  }

  return {
    isMoving,
    handlers: {
      onPointerDown,
      onPointerMove,
      onPointerUp,
      onPointerCancel: onPointerUp,
      onPointerLeave: () => setHover(undefined),
      onDoubleClick,
    },
  };
}
