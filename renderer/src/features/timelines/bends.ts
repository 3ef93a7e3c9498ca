import type { Spot } from '#shared/domain/fields.ts';
import { kept } from '#shared/timeline/placing.ts';
import { type Curve, distance, pointAt } from '#shared/timeline/stringPath.ts';

/** More bends than this a line is not given. */
const mostBends = 64;

export type Path = readonly Spot[];

/** The path with one more bend after bend `piece`; undefined where there are enough. */
export function withBendAfter(path: Path, piece: number, spot: Spot): Path | undefined {
  return path.length >= mostBends ? undefined : path.toSpliced(piece + 1, 0, kept(spot));
}

/** The path without a bend. The two ends stay: undefined for them. */
export function withoutBend(path: Path, index: number): Path | undefined {
  return index <= 0 || index >= path.length - 1 ? undefined : path.toSpliced(index, 1);
}

export function withBendAt(path: Path, index: number, spot: Spot): Path {
  return path[index] === undefined ? path : path.with(index, kept(spot));
}

/** Where one more bend helps most: in the middle of the longest piece. */
export function roomForBend(curve: Curve): { readonly piece: number; readonly spot: Spot } {
  let best = { piece: 0, spot: pointAt(curve, 0.5), size: -1 };
  for (const [piece, { from, to }] of curve.pieces.entries()) {
    const size = distance(from, to);
    const middle = curve.samples.find((sample) => sample.piece === piece && sample.t === 0.5);
    if (middle && size > best.size) best = { piece, spot: middle.spot, size };
  }
  return best;
}
