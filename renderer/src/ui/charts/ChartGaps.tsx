import './water.css';
import { usePlotArea, useXAxisScale } from 'recharts';
import { waterPath } from './water.ts';

/** Days without any reading, as day numbers. */
export interface ChartGap {
  readonly from: number;
  readonly to: number;
}

/** Narrower than this, a gap is only a broken line. */
const leastWidth = 12;
/** A band keeps clear of the readings on either side. */
const shore = 8;

/** Times without readings, drawn as water: nothing is missing there, it was quiet. Stands inside a Recharts chart. */
export function ChartGaps({ gaps }: { readonly gaps: readonly ChartGap[] }) {
  const x = useXAxisScale();
  const plot = usePlotArea();
  if (!x || !plot) return null;
  return gaps.map(({ from, to }) => {
    const left = (x(from) ?? 0) + shore;
    const right = (x(to) ?? 0) - shore;
    if (right - left < leastWidth) return null;
    const lines = [0.2, 0.4, 0.6, 0.8].map((share) =>
      waterPath(left + 4, right - 4, Math.round(plot.y + plot.height * share)),
    );
    return (
      <g key={from} className="water">
        <rect x={left} y={plot.y} width={right - left} height={plot.height} rx={10} />
        <path d={lines.join('')} />
      </g>
    );
  });
}
