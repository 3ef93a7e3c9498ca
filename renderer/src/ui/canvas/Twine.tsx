import './canvas.css';
import type { Curve } from '#shared/timeline/stringPath.ts';
import { svgPath } from '#shared/timeline/stringPath.ts';
import { twineStrands } from './twineStrands.ts';

export interface TwineProps {
  /** In the units of the drawing. */
  readonly curve: Curve;
  /** How thick it is, in the same units. */
  readonly width: number;
}

/** The string, as two twisted strands with light from above and a shadow on the ground. */
export function Twine({ curve, width }: TwineProps) {
  const d = svgPath(curve);
  return (
    <g className="twine">
      <path
        d={d}
        className="twine-shadow"
        strokeWidth={width * 1.1}
        transform={`translate(${width * 0.2} ${width * 0.5})`}
      />
      <path d={d} className="twine-edge" strokeWidth={width} />
      <path d={d} className="twine-body" strokeWidth={width * 0.8} />
      <path d={twineStrands(curve, width)} className="twine-light" strokeWidth={width * 0.34} />
    </g>
  );
}
