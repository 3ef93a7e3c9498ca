import './canvas.css';
import { useMemo } from 'react';
import type { Spot } from '#shared/domain/fields.ts';
import type { Place } from '#shared/domain/mat.ts';
import { spotOf } from '#shared/timeline/placing.ts';
import { extentOf, sightOf, toScreen } from '#shared/timeline/sight.ts';
import { layString, svgPath } from '#shared/timeline/stringPath.ts';
import type { PersonRole } from '../PersonMark.tsx';

export interface TimelineThumbProps {
  readonly path: readonly Spot[];
  readonly mats: readonly { readonly place: Place }[];
  /** Whose line it is. */
  readonly person: PersonRole;
}

const room = { width: 200, height: 120 };
const inset = { top: 18, right: 20, bottom: 18, left: 20 };

/** A line at a glance: its string and its mats, filling what it stands in. Only looked at; words stand beside it. */
export function TimelineThumb({ path, mats, person }: TimelineThumbProps) {
  const drawn = useMemo(() => {
    const ground = layString(path);
    const laid = mats.map(({ place }) => spotOf(ground, place));
    const extent = extentOf([...path, ...laid]);
    if (!extent) return undefined;
    const sight = sightOf(extent, room, inset);
    const d = svgPath(layString(path.map((bend) => toScreen(sight, bend))));
    return { d, spots: laid.map((spot) => toScreen(sight, spot)) };
  }, [path, mats]);
  if (!drawn) return null;
  return (
    <svg
      className="timeline-thumb"
      viewBox={`0 0 ${room.width} ${room.height}`}
      data-person={person}
      aria-hidden="true"
      focusable="false"
    >
      <path className="twine-edge" d={drawn.d} strokeWidth={4.6} />
      <path className="twine-body" d={drawn.d} strokeWidth={3} />
      {drawn.spots.map(({ x, y }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: drawn afresh each time, and keeps no state
        <g key={index} className="woven-mat" transform={`translate(${x} ${y})`}>
          <circle className="woven-mat-body" r={8} strokeWidth={1.6} />
          <circle className="woven-mat-ring" r={4} strokeWidth={1.4} strokeDasharray="2 1.14" />
        </g>
      ))}
    </svg>
  );
}
