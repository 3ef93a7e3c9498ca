import './canvas.css';
import { useId } from 'react';
import type { Sight } from '#shared/timeline/sight.ts';
import { rounded } from '#shared/timeline/stringPath.ts';

/** Quiet tufts of grass over the whole ground, moving with it. */
export function GroundMarks({ sight }: { readonly sight: Sight }) {
  const id = useId();
  // Grass seen from close by is not ten times as thick.
  const growth = (sight.scale / usualScale) ** 0.6;
  return (
    <g className="ground-marks">
      <defs>
        <pattern
          id={id}
          width={tile.width}
          height={tile.height}
          patternUnits="userSpaceOnUse"
          patternTransform={`translate(${sight.x} ${sight.y}) scale(${growth})`}
        >
          <path d={tufts} />
        </pattern>
      </defs>
      <rect width="100%" height="100%" fill={`url(#${id})`} />
    </g>
  );
}

const tile = { width: 760, height: 660 };
const usualScale = 0.7;

/** The same meadow every time: a small generator (Park and Miller's) instead of chance. */
const tufts = (() => {
  let seed = 7;
  const next = () => {
    seed = (seed * 16807) % 2147483647;
    return seed / 2147483647;
  };
  const margin = 16;
  return Array.from({ length: 118 }, () => {
    const x = margin + next() * (tile.width - 2 * margin);
    const y = margin + next() * (tile.height - 2 * margin);
    const length = 5 + next() * 8;
    const lean = -1.9 + next() * 0.7;
    const blade = (angle: number, size: number) =>
      `l${rounded(Math.cos(angle) * size)} ${rounded(Math.sin(angle) * size)}`;
    return `M${rounded(x)} ${rounded(y)}${blade(lean, length)}m4 2${blade(lean + 0.5, length * 0.8)}`;
  }).join('');
})();
