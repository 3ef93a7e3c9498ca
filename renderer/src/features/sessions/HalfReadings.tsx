import type { Day } from '#shared/base/time.ts';
import type { IdOf } from '#shared/domain/record.ts';
import type { PersonShown } from '../../journal/people.ts';
import { useView } from '../../journal/useJournal.ts';
import { measureName } from '../../journal/words.ts';
import { ReadingLine } from '../../ui/ReadingLine.tsx';
import { MeasureField } from './MeasureField.tsx';
import { isRated, type MeasureInHalf, type Moments, measuresIn } from './sessionView.ts';

export interface HalfReadingsProps {
  readonly turn: IdOf<'turn'>;
  readonly day: Day;
  readonly explorer: PersonShown;
}

/** How the explorer was before and after, measure by measure. */
export function HalfReadings({ turn, day, explorer }: HalfReadingsProps) {
  const measures = useView((view) =>
    measuresIn(view, turn, explorer.id).map((inHalf) => ({
      ...inHalf,
      label: measureName(view, inHalf.measure),
    })),
  );
  // Once the buddy's own readings have come, an empty field beside them would only ask twice.
  const haveTheirs = measures.some(({ theirs }) => isRated(theirs));
  return (
    <div className="half-readings">
      {measures.map((inHalf) => (
        <div key={inHalf.measure}>
          {isRated(inHalf.theirs) ? <TheirReading {...inHalf} explorer={explorer} /> : null}
          {isRated(inHalf.theirs) && isRated(inHalf.mine) ? (
            <p className="aside">
              This is what came from the other journal; below, what you wrote down here.
            </p>
          ) : null}
          {haveTheirs && !isRated(inHalf.mine) ? null : (
            <MeasureField
              turn={turn}
              day={day}
              explorer={explorer}
              measure={inHalf.measure}
              label={inHalf.label}
              mine={inHalf.mine}
            />
          )}
        </div>
      ))}
    </div>
  );
}

/** Readings from the other journal, to be read. */
function TheirReading({
  label,
  explorer,
  theirs,
}: MeasureInHalf & { readonly label: string; readonly explorer: PersonShown }) {
  return (
    <>
      <ReadingLine
        label={label}
        person={explorer.side}
        before={theirs.before?.body.value}
        after={theirs.after?.body.value}
      />
      {wordsOf(theirs).map(({ moment, words }) => (
        <p key={moment} className="measure-words words" data-moment={moment} dir="auto">
          {words}
        </p>
      ))}
    </>
  );
}

function wordsOf({ before, after }: Moments) {
  return [
    { moment: 'before', words: before?.body.words.trim() ?? '' },
    { moment: 'after', words: after?.body.words.trim() ?? '' },
  ].filter(({ words }) => words !== '');
}
