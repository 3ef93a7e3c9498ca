import type { Spot } from '../domain/fields.ts';

/**
 * @file The string as a curve: a centripetal Catmull-Rom spline through its bends (Yuksel, Schaefer, Keyser 2011),
 * which never loops or cusps between two of them however they are laid. Numbers in, numbers out, in any unit.
 */

/** A cubic Bézier from one bend to the next. */
interface Piece {
  readonly from: Spot;
  readonly leaving: Spot;
  readonly arriving: Spot;
  readonly to: Spot;
}

/** A point of the curve and how much string lies before it. */
interface Sample {
  readonly spot: Spot;
  readonly run: number;
  /** Which piece it lies on, and where: 0 at its beginning, 1 at its end. */
  readonly piece: number;
  readonly t: number;
}

export interface Curve {
  readonly bends: readonly Spot[];
  /** Piece `i` joins bend `i` and bend `i + 1`. */
  readonly pieces: readonly Piece[];
  readonly samples: readonly Sample[];
  readonly length: number;
}

export interface Nearest {
  /** From 0, the first end, to 1, by length. */
  readonly along: number;
  readonly spot: Spot;
  readonly distance: number;
  /** The piece it lies on: a bend added here comes after bend `piece`. */
  readonly piece: number;
}

const samplesPerPiece = 32;

/** The curve through the bends, measured. Bends may coincide; there must be at least one. */
export function layString(bends: readonly Spot[]): Curve {
  const pieces = bends.slice(1).map((_, index) => pieceAfter(bends, index));
  const samples: Sample[] = [{ spot: at(bends, 0), run: 0, piece: 0, t: 0 }];
  for (const [piece, bezier] of pieces.entries()) {
    for (let step = 1; step <= samplesPerPiece; step += 1) {
      const last = at(samples, samples.length - 1);
      const spot = onPiece(bezier, step / samplesPerPiece);
      samples.push({ spot, run: last.run + distance(last.spot, spot), piece, t: step / samplesPerPiece });
    }
  }
  return { bends, pieces, samples, length: at(samples, samples.length - 1).run };
}

/** Where one stands after walking `along` of the string: 0 is its first end, 1 its last. */
export function pointAt(curve: Curve, along: number): Spot {
  const { piece, t } = placeOnPiece(curve, along);
  const bezier = curve.pieces[piece];
  return bezier ? onPiece(bezier, t) : at(curve.bends, 0);
}

/** The direction one walks in at `along`, of length 1. On a string without length it is to the right. */
export function directionAt(curve: Curve, along: number): Spot {
  const little = 0.002;
  const before = pointAt(curve, Math.max(0, along - little));
  const after = pointAt(curve, Math.min(1, along + little));
  const size = distance(before, after);
  return size === 0 ? { x: 1, y: 0 } : { x: (after.x - before.x) / size, y: (after.y - before.y) / size };
}

/** The point of the string that lies nearest. */
export function nearest(curve: Curve, spot: Spot): Nearest {
  let best = 0;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const [index, sample] of curve.samples.entries()) {
    const away = distance(sample.spot, spot);
    if (away < bestDistance) [best, bestDistance] = [index, away];
  }
  const run = (index: number) => curve.samples[index]?.run;
  const low = run(best - 1) ?? 0;
  const high = run(best + 1) ?? curve.length;
  const along = curve.length === 0 ? 0 : closestBetween(curve, spot, low, high) / curve.length;
  const found = pointAt(curve, along);
  return { along, spot: found, distance: distance(found, spot), piece: placeOnPiece(curve, along).piece };
}

/** How far along a bend lies. */
export function alongOfBend(curve: Curve, index: number): number {
  const sample = curve.samples[Math.min(index, curve.pieces.length) * samplesPerPiece];
  return sample === undefined || curve.length === 0 ? 0 : sample.run / curve.length;
}

/** The curve as the `d` of an SVG path, to two decimals. */
export function svgPath({ bends, pieces }: Curve): string {
  const pair = ({ x, y }: Spot) => `${rounded(x)} ${rounded(y)}`;
  const curves = pieces.map(({ leaving, arriving, to }) => `C${pair(leaving)} ${pair(arriving)} ${pair(to)}`);
  return `M${pair(at(bends, 0))}${curves.join('')}`;
}

export function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Two decimals are finer than any screen, and keep revisions and pictures short. */
export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

function pieceAfter(bends: readonly Spot[], index: number): Piece {
  const from = at(bends, index);
  const to = at(bends, index + 1);
  if (distance(from, to) === 0) return { from, leaving: from, arriving: to, to };
  // Beyond an end the string is thought to go on as a mirror image. Bends on one spot count once.
  const before = bends.slice(0, index).findLast((bend) => distance(bend, from) > 0) ?? mirrored(to, from);
  const after = bends.slice(index + 2).find((bend) => distance(bend, to) > 0) ?? mirrored(from, to);
  const knotBefore = Math.sqrt(distance(before, from));
  const knot = Math.sqrt(distance(from, to));
  const knotAfter = Math.sqrt(distance(to, after));
  const tangent = (axis: 'x' | 'y', end: 'leaving' | 'arriving'): number => {
    const straight = to[axis] - from[axis];
    const turn =
      end === 'leaving'
        ? (from[axis] - before[axis]) / knotBefore - (to[axis] - before[axis]) / (knotBefore + knot)
        : (after[axis] - to[axis]) / knotAfter - (after[axis] - from[axis]) / (knot + knotAfter);
    return (straight + knot * turn) / 3;
  };
  return {
    from,
    leaving: { x: from.x + tangent('x', 'leaving'), y: from.y + tangent('y', 'leaving') },
    arriving: { x: to.x - tangent('x', 'arriving'), y: to.y - tangent('y', 'arriving') },
    to,
  };
}

function mirrored(spot: Spot, at: Spot): Spot {
  return { x: 2 * at.x - spot.x, y: 2 * at.y - spot.y };
}

function onPiece({ from, leaving, arriving, to }: Piece, t: number): Spot {
  const s = 1 - t;
  const on = (axis: 'x' | 'y') =>
    s * s * s * from[axis] +
    3 * s * s * t * leaving[axis] +
    3 * s * t * t * arriving[axis] +
    t * t * t * to[axis];
  return { x: on('x'), y: on('y') };
}

function placeOnPiece({ samples, length }: Curve, along: number): { piece: number; t: number } {
  const run = Math.min(1, Math.max(0, along)) * length;
  let low = 0;
  let high = samples.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (at(samples, middle).run <= run) low = middle;
    else high = middle;
  }
  const before = at(samples, low);
  const after = at(samples, high);
  const share = after.run === before.run ? 0 : (run - before.run) / (after.run - before.run);
  // The last sample of one piece is the first point of the next.
  const begins = before.piece === after.piece ? before.t : 0;
  return { piece: after.piece, t: begins + share * (after.t - begins) };
}

/** Golden-section search for the run, between two, at which the curve comes closest to the spot. */
function closestBetween(curve: Curve, spot: Spot, low: number, high: number): number {
  const golden = (Math.sqrt(5) - 1) / 2;
  const away = (run: number) => distance(pointAt(curve, run / curve.length), spot);
  let [from, to] = [low, high];
  for (let round = 0; round < 24; round += 1) {
    const left = to - golden * (to - from);
    const right = from + golden * (to - from);
    if (away(left) <= away(right)) to = right;
    else from = left;
  }
  return (from + to) / 2;
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError('a string has at least one bend');
  return item;
}
