/** @file Where the marks of a chart of readings lie, in pixels, and which one a pointer means. */

/** One point: what was read before and after, at least one of the two. */
export interface ChartPoint {
  readonly id: string;
  /** A day number (days since 1970). */
  readonly at: number;
  readonly before: number | undefined;
  readonly after: number | undefined;
  /** A reading that belongs to no half stands as a diamond. */
  readonly shape: 'half' | 'alone';
  /** All a reader needs who does not see it. */
  readonly name: string;
  /** The page behind it. */
  readonly href: string | undefined;
}

export interface PlacedPoint {
  readonly point: ChartPoint;
  readonly before: Dot | undefined;
  readonly after: Dot | undefined;
}

export interface Dot {
  readonly x: number;
  readonly y: number;
}

/** How marks are drawn when there are few, some or many of them. */
export interface MarkStyle {
  readonly density: 'roomy' | 'close' | 'dense';
  readonly radius: number;
  /** How far the dot before stands to the left of its day, so that the two make a slope. */
  readonly lean: number;
}

/**
 * Marks get smaller as they get closer, and below some pixels a point the slopes stand upright; every point is
 * drawn at any density. `spacing` is the plot's width for one point.
 */
export function markStyle(spacing: number): MarkStyle {
  if (spacing >= 24) return { density: 'roomy', radius: 5, lean: 9 };
  if (spacing >= 4.5) return { density: 'close', radius: 3.5, lean: 0 };
  return { density: 'dense', radius: 2, lean: 0 };
}

export function placePoints(
  points: readonly ChartPoint[],
  x: (at: number) => number,
  y: (value: number) => number,
  { lean }: MarkStyle,
): readonly PlacedPoint[] {
  return points.map((point) => {
    const here = x(point.at);
    const both = point.before !== undefined && point.after !== undefined;
    return {
      point,
      before: point.before === undefined ? undefined : { x: here - (both ? lean : 0), y: y(point.before) },
      after: point.after === undefined ? undefined : { x: here, y: y(point.after) },
    };
  });
}

/** The marks of all points as four paths: a thousand points are four elements, not four thousand. */
export function markPaths(
  placed: readonly PlacedPoint[],
  { radius, density }: MarkStyle,
): { readonly slopes: string; readonly before: string; readonly after: string; readonly alone: string } {
  const paths = { slopes: '', before: '', after: '', alone: '' };
  for (const { point, before, after } of placed) {
    if (before && after) paths.slopes += `M${at(before)}L${at(after)}`;
    // A dot before that the dot after would cover is drawn as a ring around it.
    const isCovered = before && after && before.x === after.x && before.y === after.y;
    if (before) paths.before += circle(before, isCovered && density !== 'dense' ? radius + 2.5 : radius);
    if (after && point.shape === 'half') paths.after += circle(after, radius + 0.5);
    if (after && point.shape === 'alone') paths.alone += diamond(after, radius * 1.4);
  }
  return paths;
}

/** The point whose dots, or the slope between them, lie nearest to a place, unless that is more than `reach` away. */
export function nearestPoint(
  placed: readonly PlacedPoint[],
  to: Dot,
  reach: number,
): PlacedPoint | undefined {
  let nearest: PlacedPoint | undefined;
  let least = reach;
  for (const candidate of placed) {
    const from = candidate.before ?? candidate.after;
    const end = candidate.after ?? candidate.before;
    if (!from || !end) continue;
    const distance = distanceToLine(to, from, end);
    if (distance < least) {
      least = distance;
      nearest = candidate;
    }
  }
  return nearest;
}

function distanceToLine(place: Dot, from: Dot, to: Dot): number {
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  const squared = dx * dx + dy * dy;
  const along = squared === 0 ? 0 : ((place.x - from.x) * dx + (place.y - from.y) * dy) / squared;
  const share = Math.min(1, Math.max(0, along));
  return Math.hypot(from.x + share * dx - place.x, from.y + share * dy - place.y);
}

/** The point that a key leads to from another, by their places in the row; undefined when the key does not lead on. */
export function indexAfterKey(key: string, index: number, count: number): number | undefined {
  const far = 10;
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: index - 1,
    ArrowDown: index - 1,
    ArrowRight: index + 1,
    ArrowUp: index + 1,
    PageDown: index - far,
    PageUp: index + far,
    Home: 0,
    End: count - 1,
  };
  const next = steps[key];
  return next === undefined || index < 0 ? undefined : Math.min(Math.max(next, 0), count - 1);
}

function at({ x, y }: Dot): string {
  return `${x.toFixed(1)} ${y.toFixed(1)}`;
}

export function circle({ x, y }: Dot, radius: number): string {
  const [r, across] = [radius.toFixed(1), (radius * 2).toFixed(1)];
  return `M${at({ x: x - radius, y })}a${r} ${r} 0 1 0 ${across} 0a${r} ${r} 0 1 0 -${across} 0`;
}

function diamond({ x, y }: Dot, radius: number): string {
  const r = radius.toFixed(1);
  return `M${at({ x, y: y - radius })}l${r} ${r}l-${r} ${r}l-${r} -${r}z`;
}
