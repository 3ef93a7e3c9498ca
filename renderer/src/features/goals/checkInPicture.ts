/** @file Where check-ins lie in their picture: days to the right, the five levels upwards. */
import { type Day, dayNumber } from '#shared/base/time.ts';
import type { PersonId } from '#shared/domain/record.ts';
import type { Entry } from '../../journal/view.ts';
import { type Level, levelOf } from './goalsView.ts';

export const picture = { width: 560, height: 200, left: 40, right: 16, top: 18, between: 36 } as const;

/** So many days apart, two check-ins are no longer joined: nobody knows what lay between. */
const gapDays = 120;

export interface PicturePoint {
  readonly id: Entry<'checkIn'>['id'];
  readonly day: Day;
  readonly level: Level;
  /** Whose reading it is. */
  readonly author: PersonId;
  readonly x: number;
  readonly y: number;
}

export interface CheckInPicture {
  readonly points: readonly PicturePoint[];
  /** Stretches of one person's points near enough to each other to be joined, each of two or more. */
  readonly stretches: readonly (readonly PicturePoint[])[];
}

export function yOf(level: Level): number {
  return picture.top + (2 - level) * picture.between;
}

/** @param checkIns the earliest first */
export function pictureOf(checkIns: readonly Entry<'checkIn'>[]): CheckInPicture {
  const numbers = checkIns.map(({ body }) => dayNumber(body.day));
  const [first = 0, last = 0] = [numbers[0], numbers.at(-1)];
  const room = picture.width - picture.left - picture.right - 24;
  const points = checkIns.map(({ id, author, body }, index): PicturePoint => {
    const along = last === first ? 0.5 : ((numbers[index] ?? first) - first) / (last - first);
    const level = levelOf(body);
    return { id, day: body.day, level, author, x: picture.left + 12 + along * room, y: yOf(level) };
  });
  const authors = [...new Set(points.map(({ author }) => author))];
  const stretches = authors.flatMap((each) => stretchesOf(points.filter(({ author }) => author === each)));
  return { points, stretches };
}

function stretchesOf(points: readonly PicturePoint[]): readonly (readonly PicturePoint[])[] {
  const stretches: PicturePoint[][] = [];
  for (const [index, point] of points.entries()) {
    const before = points[index - 1];
    const isNear = before !== undefined && dayNumber(point.day) - dayNumber(before.day) <= gapDays;
    if (isNear) stretches.at(-1)?.push(point);
    else stretches.push([point]);
  }
  return stretches.filter(({ length }) => length > 1);
}
