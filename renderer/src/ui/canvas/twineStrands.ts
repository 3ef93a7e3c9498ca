import type { Spot } from '#shared/domain/fields.ts';
import { type Curve, directionAt, pointAt, rounded } from '#shared/timeline/stringPath.ts';

/** The lit side of each twist: short strokes slanting across the string, as the `d` of one path. */
export function twineStrands(curve: Curve, width: number): string {
  const spacing = width * 0.92;
  const count = Math.min(1500, Math.floor(curve.length / spacing));
  return Array.from({ length: count }, (_, index) => {
    const along = (index + 0.5) / count;
    return strand(pointAt(curve, along), directionAt(curve, along), width);
  }).join('');
}

/** A slight S, from the lower edge to the upper one. */
function strand(spot: Spot, forward: Spot, width: number): string {
  const at = (ahead: number, aside: number) =>
    `${rounded(spot.x + width * (forward.x * ahead - forward.y * aside))} ${rounded(spot.y + width * (forward.y * ahead + forward.x * aside))}`;
  return `M${at(-0.3, 0.26)}Q${at(-0.02, 0.14)} ${at(0, 0)}T${at(0.3, -0.26)}`;
}
