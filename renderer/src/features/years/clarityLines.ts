import { type GrowthPoint, middleOfEachMonth, unbrokenRuns } from '#shared/review/growthSeries.ts';
import type { TimeScale } from './sceneGeometry.ts';

export interface ClarityLine {
  /** The runs joined, broken at gaps. */
  readonly path: string;
  readonly dots: readonly { readonly id: string; readonly x: number; readonly y: number }[];
  /** Only one reading of each month is drawn. */
  readonly isThinned: boolean;
}

/** Closer than this, single readings are only a tangle, and the middle one of each month stands for it. */
const leastSpacing = 5;

/** What one person read after each half, on a fixed scale from 0 (at `height`) to 10 (at 0). */
export function clarityLine(points: readonly GrowthPoint[], scale: TimeScale, height: number): ClarityLine {
  const runs = unbrokenRuns(points);
  const count = runs.reduce((sum, run) => sum + run.length, 0);
  const isThinned = scale.width / Math.max(1, count) < leastSpacing;
  const drawn = (isThinned ? runs.map(middleOfEachMonth) : runs).map((run) =>
    run.map(({ id, day, after }) => ({
      id,
      x: scale.x(day),
      y: height - ((after?.value ?? 0) / 10) * height,
    })),
  );
  const path = drawn
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map(({ x, y }) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`)
    .join('');
  // A reading that nothing joins is seen only by its dot.
  return { path, dots: isThinned ? drawn.filter((run) => run.length === 1).flat() : drawn.flat(), isThinned };
}
