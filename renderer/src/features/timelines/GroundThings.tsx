import { type Sight, toScreen } from '#shared/timeline/sight.ts';
import { whenInWords } from '../../journal/timelines.ts';
import { FoundObjectDrawing, objectReach, shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { WovenMat } from '../../ui/canvas/WovenMat.tsx';
import { useDayWords } from '../../ui/days.ts';
import { GroundItem, type GroundItemProps } from './GroundItem.tsx';
import type { Sizes } from './groundLabels.ts';
import { matName, objectPlaceInWords, placeInWords, type Thing, type TimelineShown } from './timelineView.ts';

export interface GroundThingsProps {
  readonly shown: TimelineShown;
  readonly sight: Sight;
  readonly sizes: Sizes;
  readonly item: (thing: Thing, name: string) => GroundItemProps;
}

/** The mats in the order they are walked, then what was found, lying on top. */
export function GroundThings({ shown, sight, sizes, item }: GroundThingsProps) {
  const days = useDayWords();
  return (
    <>
      {shown.mats.map(({ id, body, spot }, index) => {
        const when = whenInWords(body.when, (day) => days.words(day, 'long'));
        const name = [
          `${matName(body)}, mat ${index + 1} of ${shown.mats.length}`,
          when,
          placeInWords(shown, body.place),
        ]
          .filter((words) => words !== '')
          .join(', ');
        const ground = item({ kind: 'mat', id }, name);
        return (
          <GroundItem key={id} item={ground} at={toScreen(sight, spot)} ring={sizes.mat + 6}>
            <WovenMat radius={sizes.mat} isLit={ground.isChosen} />
          </GroundItem>
        );
      })}
      {shown.objects.map(({ id, body }) => {
        const words = [shapeNames[body.shape], body.meaning.trim(), objectPlaceInWords(shown, body.spot)];
        const name = words.filter((part) => part !== '').join(', ');
        return (
          <GroundItem
            key={id}
            item={item({ kind: 'foundObject', id }, name)}
            at={toScreen(sight, body.spot)}
            ring={objectReach[body.shape] * sizes.object + 3}
          >
            <FoundObjectDrawing shape={body.shape} scale={sizes.object} turned={body.turned ?? 0} />
          </GroundItem>
        );
      })}
    </>
  );
}
