import { FoundObjectIcon, shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { ObjectFields } from './ObjectFields.tsx';
import type { PanelProps } from './Panel.tsx';
import { ThingRow } from './ThingRow.tsx';
import { isSame, type Thing } from './timelineView.ts';

/** What was found and laid down, in the order in which one passes it. */
export function ObjectList({ shown, actions, chosen, choose, remove, fresh }: PanelProps) {
  if (shown.objects.length === 0) {
    return (
      <p className="aside">
        Nothing found yet. Lay a leaf, a stone or a feather for each person, help, hope or obstacle on the
        way: drag it from the tray, or press it.
      </p>
    );
  }
  return (
    <ol className="thing-rows" aria-label="Found objects">
      {shown.objects.map((object) => {
        const thing: Thing = { kind: 'foundObject', id: object.id };
        const meaning = object.body.meaning.trim();
        const shape = shapeNames[object.body.shape];
        return (
          <ThingRow
            key={object.id}
            thing={thing}
            mark={<FoundObjectIcon shape={object.body.shape} size={24} />}
            name={meaning || shape}
            isUnnamed={meaning === ''}
            detail={meaning === '' ? '' : shape}
            isOpen={isSame(chosen, thing)}
            choose={choose}
          >
            <ObjectFields object={object} actions={actions} remove={remove} isFresh={isSame(fresh, thing)} />
          </ThingRow>
        );
      })}
    </ol>
  );
}
