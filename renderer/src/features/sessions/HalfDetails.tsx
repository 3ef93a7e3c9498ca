import { methods } from '#shared/domain/turn.ts';
import { type PersonShown, usePair } from '../../journal/people.ts';
import { turnsOf } from '../../journal/sessions.ts';
import { useJournal } from '../../journal/useJournal.ts';
import type { Entry } from '../../journal/view.ts';
import { methodName } from '../../journal/words.ts';
import { IconButton } from '../../ui/IconButton.tsx';
import { NumberField } from '../../ui/NumberField.tsx';
import { Popover } from '../../ui/Popover.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { type Choice, Select } from '../../ui/Select.tsx';
import { swapHalves } from './sessionChanges.ts';

const noMethod = '';

export interface HalfDetailsProps {
  readonly turn: Entry<'turn'>;
  /** "First half". */
  readonly name: string;
}

/** Who explored, by which method and for how long, folded away beside the half's heading. */
export function HalfDetails({ turn, name }: HalfDetailsProps) {
  const journal = useJournal();
  const { me, buddy } = usePair();
  const { explorer, method, minutes, order } = turn.body;

  const put = (patch: { readonly method?: string | undefined; readonly minutes?: number | undefined }) => {
    const { method: _method, minutes: _minutes, ...rest } = turn.body;
    const next = { method, minutes, ...patch };
    void journal.write([
      {
        op: 'put',
        kind: 'turn',
        id: turn.id,
        body: {
          ...rest,
          ...(next.method ? { method: next.method } : {}),
          ...(next.minutes === undefined ? {} : { minutes: next.minutes }),
        },
      },
    ]);
  };
  const swap = () => void journal.write(swapHalves(turnsOf(journal.view, turn.body.session)));

  return (
    <Popover
      label={name}
      placement="bottom end"
      trigger={<IconButton icon="edit" size="s" label={`Change the ${name.toLocaleLowerCase()}`} />}
    >
      <div className="half-details">
        {order <= 2 ? (
          <Segmented
            label="Who explores"
            value={explorer}
            onChange={swap}
            choices={[me, buddy].map(({ id, name: label }: PersonShown) => ({ value: id, label }))}
            description="The two halves change places, each with all that is in it."
          />
        ) : null}
        <Select
          label="Method"
          value={method ?? noMethod}
          onChange={(chosen) => put({ method: chosen })}
          choices={methodChoices(method)}
        />
        <NumberField
          label="Minutes"
          value={minutes}
          onChange={(chosen) => put({ minutes: chosen })}
          minValue={0}
          maxValue={1440}
          step={1}
        />
      </div>
    </Popover>
  );
}

function methodChoices(current: string | undefined): readonly Choice<string>[] {
  const named: readonly string[] = methods;
  const own = current && !named.includes(current) ? [current] : [];
  return [
    { value: noMethod, label: 'Nothing in particular' },
    ...[...named, ...own].map((method) => ({ value: method, label: methodName(method) })),
  ];
}
