import type { Day } from '#shared/base/time.ts';
import type { FuzzyTime } from '#shared/domain/fields.ts';
import { onGround, onString } from '#shared/timeline/placing.ts';
import { directionAt, nearest, pointAt } from '#shared/timeline/stringPath.ts';
import { usePair } from '../../journal/people.ts';
import { EarlierVersionsButton } from '../../parts/EarlierVersions.tsx';
import { NotesBy } from '../../parts/NotesBy.tsx';
import { Button } from '../../ui/Button.tsx';
import { DayField } from '../../ui/DayField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { matName, type Thing, type TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

export interface MatFieldsProps {
  readonly shown: TimelineShown;
  readonly mat: TimelineShown['mats'][number];
  readonly actions: GroundActions;
  readonly remove: (thing: Thing) => void;
  readonly isFresh: boolean;
}

const lies = [
  { value: 'string', label: 'On the string' },
  { value: 'ground', label: 'Off the string' },
] as const;

/** How far beside the string a mat is put that is taken off it. */
const aside = 90;

/** All there is to say about one mat. */
export function MatFields({ shown, mat, actions, remove, isFresh }: MatFieldsProps) {
  const { me, buddy } = usePair();
  const { id, body, spot } = mat;
  const { curve } = shown;

  function setWhen(patch: { text?: string; day?: Day | undefined }) {
    const next = { ...body.when, text: body.when?.text ?? '', ...patch };
    const { day, ...rest } = next;
    const when: FuzzyTime = day === undefined ? rest : { ...rest, day };
    actions.change('mat', id, { when: when.text === '' && day === undefined ? undefined : when });
  }

  function setPlace(on: 'string' | 'ground') {
    if (on === body.place.on) return;
    const { along } = nearest(curve, spot);
    const foot = pointAt(curve, along);
    const { x, y } = directionAt(curve, along);
    const beside = { x: foot.x - y * aside, y: foot.y + x * aside };
    actions.change('mat', id, { place: on === 'string' ? onString(along) : onGround(beside) });
    actions.settle('mat', id, { place: body.place });
  }

  return (
    <>
      <TextField
        label="Name"
        words
        value={body.name}
        onChange={(name) => actions.change('mat', id, { name })}
        autoFocus={isFresh}
        maxLength={500}
        placeholder="Three words will do"
      />
      <TextField
        label="When"
        value={body.when?.text ?? ''}
        onChange={(text) => setWhen({ text })}
        maxLength={500}
        placeholder="spring-ish, after the move"
      />
      {[me, buddy].map((person) => (
        <NotesBy
          key={person.id}
          what="Words by"
          about={id}
          person={person}
          day={shown.timeline.body.day}
          placeholder={person.side === 'me' ? 'What is true here?' : 'What was said or seen'}
        />
      ))}
      <DayField
        label="On a day, if there is one"
        value={body.when?.day}
        onChange={(day) => setWhen({ day })}
        canClear
      />
      <Segmented label="Where it lies" value={body.place.on} onChange={setPlace} choices={lies} />
      <div className="thing-row-foot">
        <EarlierVersionsButton id={id} of={`mat ${matName(body)}`} />
        <Button
          size="s"
          icon="trash"
          aria-label={`Delete mat ${matName(body)}`}
          onPress={() => remove({ kind: 'mat', id })}
        >
          Delete mat
        </Button>
      </div>
    </>
  );
}
