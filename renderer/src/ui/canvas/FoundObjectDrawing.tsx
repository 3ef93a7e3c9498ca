import './canvas.css';
import type { ReactNode } from 'react';
import type { Shape } from '#shared/domain/foundObject.ts';

export interface FoundObjectDrawingProps {
  readonly shape: Shape;
  /** 1 is about 50 units from end to end. */
  readonly scale?: number;
  /** Degrees, clockwise. */
  readonly turned?: number;
}

/** Something found, lying around 0, 0. */
export function FoundObjectDrawing({ shape, scale = 1, turned = 0 }: FoundObjectDrawingProps) {
  const { cy, rx } = shadows[shape];
  return (
    <g className="found-object" data-shape={shape}>
      <ellipse className="ground-shadow" cx={3 * scale} cy={cy * scale} rx={rx * scale} ry={4.5 * scale} />
      <g transform={`scale(${scale}) rotate(${turned})`}>{drawings[shape]}</g>
    </g>
  );
}

/** The same alone in a small square, for trays and lists. */
export function FoundObjectIcon({ shape, size = 30 }: { readonly shape: Shape; readonly size?: number }) {
  return (
    <svg
      className="found-object"
      data-shape={shape}
      viewBox="-32 -32 64 64"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
    >
      {drawings[shape]}
    </svg>
  );
}

/** What it is called, in words. */
export const shapeNames: Readonly<Record<Shape, string>> = {
  leaf: 'Leaf',
  stone: 'Stone',
  acorn: 'Acorn',
  feather: 'Feather',
  cone: 'Pine cone',
  flower: 'Flower',
  stick: 'Stick',
  shell: 'Shell',
};

/** How far each reaches from its middle at scale 1. */
export const objectReach: Readonly<Record<Shape, number>> = {
  leaf: 25,
  stone: 24,
  acorn: 25,
  feather: 30,
  cone: 25,
  flower: 25,
  stick: 30,
  shell: 25,
};

const shadows: Readonly<Record<Shape, { readonly cy: number; readonly rx: number }>> = {
  leaf: { cy: 20, rx: 15 },
  stone: { cy: 15, rx: 21 },
  acorn: { cy: 20, rx: 13 },
  feather: { cy: 24, rx: 14 },
  cone: { cy: 21, rx: 13 },
  flower: { cy: 26, rx: 14 },
  stick: { cy: 13, rx: 22 },
  shell: { cy: 19, rx: 18 },
};

const petals = [0, 72, 144, 216, 288];

const drawings: Readonly<Record<Shape, ReactNode>> = {
  leaf: (
    <>
      <path className="fill edge" d="M-1 20C-16 9-13-13 8-23 18-5 14 12-1 20Z" />
      <path className="vein" d="M-4 27C-1 9 3-6 8-22M1 8l-9-6M4-2l-8-7M2 9l8-5M5-2l7-5M6-10l-5-4" />
    </>
  ),
  stone: (
    <>
      <path
        className="fill edge"
        d="M-21 6c-2-12 8-20 20-19 13 1 22 8 20 19-1 8-12 11-21 10-10 0-17-2-19-10Z"
      />
      <path className="light" d="M-13-1c3-6 9-8 16-7M6 10c4 0 8-2 9-5" />
      <path className="fleck" d="M-6 8h.1M2 2h.1M10-2h.1M-1 11h.1" />
    </>
  ),
  acorn: (
    <>
      <path className="fill edge" d="M-11-2c0 13 6 20 11 24 5-4 11-11 11-24Z" />
      <path className="light" d="M-6 3c0 5 2 9 4 12" />
      <path className="cap edge" d="M-14-3c0-9 7-13 14-13s14 4 14 13c-9 3-19 3-28 0Z" />
      <path className="stem" d="M0-16c0-4 1-6 3-8" />
      <path className="weave" d="M-9-6.500h18M-7-10.500h14" />
    </>
  ),
  feather: (
    <>
      <path className="fill edge" d="M-5 25C-3 4 3-15 16-29 21-9 13 10-2 18Z" />
      <path
        className="vein"
        d="M-9 32C-3 10 5-10 16-28M0 11l9-4M3 3l9-4M6-5l8-4M9-13l6-3M-1 11l-2-5M3 1l-2-5"
      />
    </>
  ),
  cone: (
    <>
      <path className="fill edge" d="M0-23c11 4 15 15 12 28-2 9-7 14-12 17-5-3-10-8-12-17-3-13 1-24 12-28Z" />
      <path
        className="vein"
        d="M-8-13Q0-6 8-13M-12-5Q-6 2 0-5 6 2 12-5M-13 4Q-6 11 0 4 6 11 13 4M-10 13Q-5 18 0 12 5 18 10 13"
      />
    </>
  ),
  flower: (
    <>
      <path className="stem" d="M0 6C1 14 1 20-1 29M0 19c4-1 7-3 8-7" />
      {petals.map((turn) => (
        <ellipse
          key={turn}
          className="fill edge"
          rx="5.200"
          ry="8.200"
          cy="-9"
          transform={`rotate(${turn})`}
        />
      ))}
      <circle className="heart" r="4.600" />
    </>
  ),
  stick: (
    <>
      <path className="bark-edge" d="M-27 8C-10 2 6 2 27-8M2 1l10 9M-8 4l-5-10" />
      <path className="bark" d="M-27 8C-10 2 6 2 27-8M2 1l10 9M-8 4l-5-10" />
      <path className="light" d="M-20 5C-8 1 4 0 18-5" />
    </>
  ),
  shell: (
    <>
      <path
        className="fill edge"
        d="M-4 17C-20 13-26-2-19-10c3-4 7-5 9-4 2-5 7-7 10-7s8 2 10 7c2-1 6 0 9 4 7 8 1 23-15 27l4 5H-8Z"
      />
      <path
        className="vein"
        d="M-1 17C-9 9-14 0-15-8M0 17C-4 6-6-6-6-15M0 17C4 6 6-6 6-15M1 17C9 9 14 0 15-8"
      />
    </>
  ),
};
