import { shapes } from '#shared/domain/foundObject.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { Button } from '../../ui/Button.tsx';
import { shapeNames } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Select } from '../../ui/Select.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { Shown, Thing } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface ObjectFieldsProps {
  readonly object: Shown<'foundObject'>;
  readonly actions: GroundActions;
  readonly remove: (thing: Thing) => void;
  readonly isFresh: boolean;
}

const quarterTurns = 24;
const choices = shapes.map((shape) => ({ value: shape, label: shapeNames[shape] }));

/** What a found object stands for, and how it lies. */
export function ObjectFields({ object: { id, body }, actions, remove, isFresh }: ObjectFieldsProps) {
  const turned = body.turned ?? 0;
  const turn = (by: number) => actions.nudge('foundObject', id, { turned: (turned + by) % 360 });
  return (
    <>
      <TextField
        label="What it stands for"
        words
        multiline
        value={body.meaning}
        onChange={(meaning) =>
          actions.change('foundObject', id, { meaning: meaning.replace(/\s*\n\s*/g, ' ') })
        }
        autoFocus={isFresh}
        maxLength={500}
        placeholder="what Dad said"
      />
      <div className="object-shape">
        <Select
          label="Shape"
          value={body.shape}
          onChange={(shape) => {
            actions.change('foundObject', id, { shape });
            actions.settle('foundObject', id, { shape: body.shape });
          }}
          choices={choices}
        />
        <div className="object-turn">
          <IconButton icon="undo" label="Turn left" onPress={() => turn(-360 / quarterTurns)} />
          <IconButton icon="redo" label="Turn right" onPress={() => turn(360 / quarterTurns)} />
        </div>
      </div>
      <div className="thing-row-foot">
        <EarlierVersionsButton id={id} of={body.meaning.trim() || shapeNames[body.shape].toLowerCase()} />
        <Button
          size="s"
          icon="trash"
          aria-label={`Delete ${body.meaning.trim() || shapeNames[body.shape].toLowerCase()}`}
          onPress={() => remove({ kind: 'foundObject', id })}
        >
          Delete {shapeNames[body.shape].toLowerCase()}
        </Button>
      </div>
    </>
  );
}
