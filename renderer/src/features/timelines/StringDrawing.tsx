import { layString, pointAt } from '#shared/timeline/stringPath.ts';
import { FoundObjectDrawing } from '../../ui/canvas/FoundObjectDrawing.tsx';
import { Twine } from '../../ui/canvas/Twine.tsx';
import { WovenMat } from '../../ui/canvas/WovenMat.tsx';

const curve = layString([
  { x: 14, y: 138 },
  { x: 96, y: 112 },
  { x: 168, y: 132 },
  { x: 226, y: 82 },
  { x: 300, y: 66 },
  { x: 352, y: 26 },
]);
const mats = [
  { along: 0.3, radius: 17 },
  { along: 0.84, radius: 20 },
];

/** What a line can look like, for the page that has none yet. */
export function StringDrawing() {
  return (
    <svg viewBox="0 0 372 168" data-person="me" aria-hidden="true" focusable="false">
      <Twine curve={curve} width={6} />
      {mats.map(({ along, radius }) => {
        const { x, y } = pointAt(curve, along);
        return (
          <g key={along} transform={`translate(${x} ${y})`}>
            <WovenMat radius={radius} />
          </g>
        );
      })}
      <g transform="translate(196 66)">
        <FoundObjectDrawing shape="leaf" scale={0.8} turned={28} />
      </g>
      <g transform="translate(150 152)">
        <FoundObjectDrawing shape="acorn" scale={0.62} turned={-12} />
      </g>
      <g transform="translate(262 120)">
        <FoundObjectDrawing shape="feather" scale={0.72} turned={14} />
      </g>
    </svg>
  );
}
