import './canvas.css';

export interface WovenMatProps {
  readonly radius: number;
  /** Filled with the wash of whose line it is. */
  readonly isLit?: boolean;
}

/** A round woven mat around 0, 0, in the colour of whoever's `data-person` it stands in. */
export function WovenMat({ radius, isLit = false }: WovenMatProps) {
  return (
    <g className="woven-mat" data-lit={isLit || undefined}>
      <ellipse className="ground-shadow" cx={radius * 0.1} cy={radius * 0.19} rx={radius} ry={radius} />
      <circle className="woven-mat-body" r={radius} strokeWidth={Math.max(1.4, radius * 0.08)} />
      {rings.map(({ share, turn }) => (
        <circle
          key={share}
          className="woven-mat-ring"
          r={radius * share}
          strokeWidth={radius * 0.085}
          {...weave(radius * share, radius * 0.2)}
          transform={`rotate(${turn})`}
        />
      ))}
      <circle className="woven-mat-heart" r={radius * 0.1} />
    </g>
  );
}

/** Every second ring is turned by half a stitch, as plaited straw is. */
const rings = [
  { share: 0.86, turn: 0 },
  { share: 0.7, turn: 9 },
  { share: 0.54, turn: 0 },
  { share: 0.38, turn: 15 },
  { share: 0.22, turn: 0 },
];

/** A whole number of stitches around the ring, so that no seam shows. */
function weave(radius: number, stitch: number) {
  const around = 2 * Math.PI * radius;
  const count = Math.max(6, Math.round(around / stitch));
  return { strokeDasharray: `${(around / count) * 0.66} ${(around / count) * 0.34}` };
}
