import { usePair } from '../../journal/people.ts';
import { DayField } from '../../ui/DayField.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { QuestionPicker } from './QuestionPicker.tsx';
import type { TimelineShown } from './timelineView.ts';
import type { GroundActions } from './useGround.ts';

/** Whose line it is, of which day, and for which question. */
export function LineFields({
  shown,
  actions,
}: {
  readonly shown: TimelineShown;
  readonly actions: GroundActions;
}) {
  const { me, buddy } = usePair();
  const { id, body } = shown.timeline;
  return (
    <div className="string-fields">
      <QuestionPicker
        value={body.question}
        onChange={(question) => {
          actions.change('timeline', id, { question });
          actions.settle('timeline', id, { question: body.question });
        }}
      />
      <DayField
        label="Day"
        value={body.day}
        onChange={(day) => {
          if (day === undefined) return;
          actions.change('timeline', id, { day });
          actions.settle('timeline', id, { day: body.day });
        }}
      />
      <Segmented
        label="Whose line"
        value={body.person}
        onChange={(person) => {
          actions.change('timeline', id, { person });
          actions.settle('timeline', id, { person: body.person });
        }}
        choices={[me, buddy].map(({ id: person, name }) => ({ value: person, label: name }))}
      />
    </div>
  );
}
