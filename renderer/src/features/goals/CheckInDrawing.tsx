import type { PersonId } from '#shared/domain/record.ts';
import type { Side } from '../../journal/people.ts';
import type { Entry } from '../../journal/view.ts';
import { useDayWords } from '../../ui/days.ts';
import { picture, pictureOf, yOf } from './checkInPicture.ts';
import { levelFigure, levels } from './goalsView.ts';

export interface CheckInDrawingProps {
  /** Whose reading one is, by its author; there may be two. */
  readonly isFromBoth: boolean;
  readonly sideOf: (author: PersonId) => Side;
  readonly goal: string;
  /** The earliest first; at least one. */
  readonly checkIns: readonly Entry<'checkIn'>[];
}

/** Check-ins over time on the five levels. The table beside it says the same in words. */
export function CheckInDrawing({ isFromBoth, sideOf, goal, checkIns }: CheckInDrawingProps) {
  const days = useDayWords();
  const { points, stretches } = pictureOf(checkIns);
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return null;
  const far = picture.width - picture.right;
  const foot = yOf(-2) + 30;
  const count = points.length === 1 ? 'one check-in' : `${points.length} check-ins`;
  return (
    <svg
      className="check-in-drawing"
      viewBox={`0 0 ${picture.width} ${picture.height}`}
      data-from-both={isFromBoth || undefined}
      role="img"
      aria-label={`${goal}: ${count}, ${days.words(first.day, 'long')} to ${days.words(last.day, 'long')}`}
    >
      {levels.map((level) => (
        <g key={level} className="check-in-level" data-hoped={level === 0 || undefined}>
          <path d={`M${picture.left} ${yOf(level)}H${far}`} />
          <text x={picture.left - 12} y={yOf(level)} dy="0.35em" textAnchor="end">
            {levelFigure(level)}
          </text>
        </g>
      ))}
      {stretches.map((stretch) => (
        <path
          key={stretch[0]?.id}
          className="check-in-line"
          data-person={stretch[0] && sideOf(stretch[0].author)}
          d={stretch.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y}`).join('')}
        />
      ))}
      {points.map(({ id, author, x, y }) => (
        <circle key={id} className="check-in-point" data-person={sideOf(author)} cx={x} cy={y} r="6.5" />
      ))}
      <text
        x={first.x}
        y={foot}
        textAnchor={points.length === 1 ? 'middle' : 'start'}
        dx={points.length === 1 ? 0 : -7}
      >
        {days.words(first.day, 'short')}
      </text>
      {last.day === first.day ? null : (
        <text x={last.x} y={foot} textAnchor="end" dx={7}>
          {days.words(last.day, 'short')}
        </text>
      )}
    </svg>
  );
}
