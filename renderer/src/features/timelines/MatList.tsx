import type { IdOf } from '#shared/domain/record.ts';
import { whenInWords } from '../../journal/timelines.ts';
import { useDayWords } from '../../ui/days.ts';
import { Icon } from '../../ui/Icon.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { MatFields } from './MatFields.tsx';
import type { PanelProps } from './Panel.tsx';
import { ThingRow } from './ThingRow.tsx';
import { isSame, matName, orderAt, type Thing } from './timelineView.ts';
import { useRowDrag } from './useRowDrag.ts';

/** The mats in the order they are walked; each can be moved up and down, by its buttons or by hand. */
export function MatList({ shown, actions, chosen, choose, remove, fresh }: PanelProps) {
  const days = useDayWords();
  const { mats } = shown;

  function reorder(id: IdOf<'mat'>, to: number) {
    const from = mats.findIndex((one) => one.id === id);
    const mat = mats[from];
    const order = orderAt(mats, from, to);
    if (!mat || order === undefined) return;
    actions.change('mat', mat.id, { order });
    actions.settle('mat', mat.id, { order: mat.body.order });
  }
  const drag = useRowDrag(reorder);

  if (mats.length === 0) {
    return <p className="aside">No mats yet. Drag one from the tray, or press it.</p>;
  }
  return (
    <ol className="thing-rows" aria-label="Mats" ref={drag.list}>
      {mats.map((mat, index) => {
        const thing: Thing = { kind: 'mat', id: mat.id };
        const name = matName(mat.body);
        return (
          <ThingRow
            key={mat.id}
            thing={thing}
            mark={index + 1}
            name={name}
            isUnnamed={mat.body.name.trim() === ''}
            detail={whenInWords(mat.body.when, (day) => days.words(day, 'long'))}
            isOpen={isSame(chosen, thing)}
            choose={choose}
            end={
              <span className="thing-row-move">
                <IconButton
                  icon="chevronUp"
                  size="s"
                  label={`Move ${name} up`}
                  isDisabled={index === 0}
                  onPress={() => reorder(mat.id, index - 1)}
                />
                <IconButton
                  icon="chevronDown"
                  size="s"
                  label={`Move ${name} down`}
                  isDisabled={index === mats.length - 1}
                  onPress={() => reorder(mat.id, index + 1)}
                />
                <span className="thing-row-drag" onPointerDown={(event) => drag.begin(mat.id, event)}>
                  <Icon name="drag" size={16} />
                </span>
              </span>
            }
          >
            <MatFields
              shown={shown}
              mat={mat}
              actions={actions}
              remove={remove}
              isFresh={isSame(fresh, thing)}
            />
          </ThingRow>
        );
      })}
    </ol>
  );
}
