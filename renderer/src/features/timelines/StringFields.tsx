import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { addBend } from './groundKeys.ts';
import { bendsInWords, type Thing, type TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface StringFieldsProps {
  readonly shown: TimelineShown;
  readonly actions: GroundActions;
  readonly choose: (thing: Thing | undefined) => void;
}

/** Which way the string runs, from when to when, and its bends. */
export function StringFields({ shown, actions, choose }: StringFieldsProps) {
  const { id, body } = shown.timeline;
  const [first, last] = [body.path[0], body.path.at(-1)];
  const startsLeft = (first?.x ?? 0) <= (last?.x ?? 0);
  const span = (name: 'from' | 'to', text: string) => {
    const { [name]: before } = body;
    const next = text === '' && before?.day === undefined ? undefined : { ...before, text };
    actions.change('timeline', id, { [name]: next });
  };
  return (
    <div className="string-fields">
      <Segmented
        label="Which end is the past"
        value={body.pastAt}
        onChange={(pastAt) => {
          actions.change('timeline', id, { pastAt });
          actions.settle('timeline', id, { pastAt: body.pastAt });
        }}
        choices={[
          { value: startsLeft ? 'start' : 'end', label: 'The left one' },
          { value: startsLeft ? 'end' : 'start', label: 'The right one' },
        ]}
      />
      <TextField
        label="It begins"
        value={body.from?.text ?? ''}
        onChange={(text) => span('from', text)}
        maxLength={500}
        placeholder="when I left school"
      />
      <TextField
        label="It reaches to"
        value={body.to?.text ?? ''}
        onChange={(text) => span('to', text)}
        maxLength={500}
        placeholder="some day"
      />
      <div className="string-bends">
        <p className="aside">
          The string has {bendsInWords(body.path.length - 2)}. Pull at it anywhere to bend it; Delete takes a
          bend out.
        </p>
        <Button size="s" icon="plus" onPress={() => addBend({ shown, actions, choose })}>
          Add a bend
        </Button>
      </div>
    </div>
  );
}
