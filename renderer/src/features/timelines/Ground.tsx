import './ground.css';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { IdOf } from '#shared/domain/record.ts';
import type { Scene } from '#shared/timeline/hitTest.ts';
import type { Box } from '#shared/timeline/layout.ts';
import { toScreen } from '#shared/timeline/sight.ts';
import { layString, svgPath } from '#shared/timeline/stringPath.ts';
import { objectReach } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { GroundMarks } from '../../ui/canvas/GroundMarks.tsx';
import { leftOut } from '../../ui/canvas/svgPicture.ts';
import { Twine } from '../../ui/canvas/Twine.tsx';
import type { Seen } from '../../ui/canvas/useSight.ts';
import { useTextWidth } from '../../ui/canvas/useTextWidth.ts';
import { useDayWords } from '../../ui/days.ts';
import { type GroundItemProps, moveBy } from './GroundItem.tsx';
import { GroundLabels } from './GroundLabels.tsx';
import { GroundString } from './GroundString.tsx';
import { GroundThings } from './GroundThings.tsx';
import { groundKey } from './groundKeys.ts';
import { groundLabels, sizesFor } from './groundLabels.ts';
import { isSame, type Thing, type TimelineShown, whereItIs } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';
import { type Hover, useGroundPointer } from './useGroundPointer.ts';

export interface GroundProps {
  readonly shown: TimelineShown;
  readonly seen: Seen;
  readonly actions: GroundActions;
  readonly chosen: Thing | undefined;
  readonly choose: (thing: Thing | undefined) => void;
  readonly open: (thing: Thing) => void;
  readonly remove: (thing: Thing) => void;
  /** What stands in front of the ground, which labels keep clear of. */
  readonly boxes: readonly Box[];
}

const hintId = 'ground-keys';

/** The ground with everything on it: each thing can be focused, and is moved by hand or by arrow keys. */
export function Ground(props: GroundProps) {
  const { shown, seen, actions, chosen, choose, open, remove, boxes } = props;
  const { sight, room } = seen;
  const measure = useTextWidth();
  const days = useDayWords();
  const [hover, setHover] = useState<Hover>();
  const [focused, setFocused] = useState<Thing>();
  const [isKeyed, setKeyed] = useState(false);

  const { path } = shown.timeline.body;
  const curve = useMemo(() => layString(path.map((bend) => toScreen(sight, bend))), [path, sight]);
  const sizes = sizesFor(sight);
  const labels = useMemo(
    () =>
      room.width === 0
        ? []
        : groundLabels({
            ...{ shown, curve, sight, room, boxes, measure },
            dayInWords: (day) => days.words(day, 'long'),
          }),
    [shown, curve, sight, room, boxes, measure, days],
  );

  const isString = (thing: Thing | undefined) => thing?.kind === 'string' || thing?.kind === 'bend';
  const areBendsKept = isString(chosen) || isString(focused);
  const areBendsShown = areBendsKept || isString(hover?.thing);
  const scene: Scene<IdOf<'mat'>, IdOf<'foundObject'>> = {
    curve: shown.curve,
    mats: shown.mats.map(({ id, spot }) => ({ id, spot, radius: sizes.mat / sight.scale })),
    objects: shown.objects.map(({ id, body }) => ({
      id,
      spot: body.spot,
      radius: (objectReach[body.shape] * sizes.object) / sight.scale,
    })),
    // What is not seen is not hit: a bend must not stand in the way of the mat above it.
    bendReach: areBendsShown ? 11 / sight.scale : 0,
    stringReach: (sizes.twine / 2 + 6) / sight.scale,
  };
  const { isMoving, handlers } = useGroundPointer({ shown, seen, scene, labels, actions, choose, setHover });

  function onKeyDown(event: KeyboardEvent, thing: Thing) {
    if (event.key === 'Escape') {
      if (chosen) event.preventDefault();
      choose(undefined);
      return;
    }
    if (!groundKey(thing, event, { shown, actions, choose, open, remove })) return;
    event.preventDefault();
    setKeyed(true);
  }

  const item = (thing: Thing, name: string): GroundItemProps => ({
    thing,
    name,
    isChosen: isSame(chosen, thing),
    isHovered: isSame(hover?.thing, thing),
    onKeyDown: (event: KeyboardEvent) => onKeyDown(event, thing),
    onFocus: () => setFocused(thing),
    onBlur: () => {
      setFocused(undefined);
      setKeyed(false);
    },
    onPress: () => choose(thing),
  });

  return (
    <>
      <svg
        ref={seen.ref}
        className="ground"
        role="application"
        aria-label="The ground"
        aria-describedby={hintId}
        tabIndex={-1}
        data-moving={isMoving || undefined}
        data-over={hover?.thing.kind}
        {...handlers}
      >
        <GroundMarks sight={sight} />
        {isString(chosen) || isString(focused) ? (
          <path
            {...{ [leftOut]: '' }}
            className="ground-string-ring"
            d={svgPath(curve)}
            strokeWidth={sizes.twine + 9}
          />
        ) : null}
        <Twine curve={curve} width={sizes.twine} />
        <GroundThings shown={shown} sight={sight} sizes={sizes} item={item} />
        <GroundString
          shown={shown}
          curve={curve}
          width={sizes.twine}
          item={item}
          areBendsShown={areBendsShown}
        >
          {hover?.thing.kind === 'string' ? (
            <circle className="ground-bend-hint" r={5} transform={moveBy(toScreen(sight, hover.spot))} />
          ) : null}
        </GroundString>
        <GroundLabels labels={labels} />
      </svg>
      <p id={hintId} className="visually-hidden">
        Arrow keys move what has the focus, with Shift further. Enter opens it, Delete takes it away, Escape
        lets go of it, Control and Z takes the last move back.
      </p>
      <p className="visually-hidden" aria-live="polite">
        {isKeyed && focused ? whereItIs(shown, focused) : ''}
      </p>
    </>
  );
}
