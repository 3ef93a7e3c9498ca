import '../../ui/charts/water.css';
import { useLocation } from 'wouter';
import { sessionName } from '../../journal/sessions.ts';
import { useView } from '../../journal/useJournal.ts';
import { circle } from '../../ui/charts/markGeometry.ts';
import { waterPath } from '../../ui/charts/water.ts';
import { useDayWords } from '../../ui/days.ts';
import type { ExploredDot, ExploredLane, PlacedPause, SceneLayout } from './sceneLayout.ts';

/** Pauses as water: a state of the pair, not a hole. */
export function PausesDrawn({
  pauses,
  height,
}: {
  readonly pauses: readonly PlacedPause[];
  readonly height: number;
}) {
  const top = 44;
  return pauses.map(({ pause, left, right }) => (
    <g key={pause.from} className="water">
      <rect x={left} y={top} width={right - left} height={height - top} rx={10} />
      <path
        d={[0.2, 0.36, 0.52, 0.68, 0.84]
          .map((share) => waterPath(left + 4, right - 4, Math.round(top + (height - top) * share)))
          .join('')}
      />
      {right - left > 52 ? (
        <text className="years-pause-name" x={left + 9} y={top + 20}>
          pause
        </text>
      ) : null}
    </g>
  ));
}

interface ExploredLanesProps {
  readonly lanes: readonly ExploredLane[];
  readonly width: number;
  /** Near enough for every dot to be pressed. */
  readonly isClose: boolean;
}

/** Who explored, half by half. */
export function ExploredLanes({ lanes, width, isClose }: ExploredLanesProps) {
  return lanes.map(({ person, labelY, y, dots }) => (
    <g key={person.id} data-person={person.side}>
      <text x={0} y={labelY}>
        {person.side === 'me' ? 'You explored' : `${person.name} explored`}
      </text>
      <line className="years-rule" x1={0} x2={width} y1={y} y2={y} />
      {isClose ? (
        dots.map((dot) => <SessionDot key={dot.key} dot={dot} />)
      ) : (
        <path className="years-dot" d={dots.map((dot) => circle(dot, dot.radius)).join('')} />
      )}
    </g>
  ));
}

function SessionDot({ dot }: { readonly dot: ExploredDot }) {
  const { sessions, x, y, radius } = dot;
  const session = sessions[0];
  const [, go] = useLocation();
  const days = useDayWords();
  const name = useView((view) => {
    const entry = view.get('session', session?.id);
    return entry ? sessionName(entry.body) : '';
  });
  if (!session) return null;
  return (
    <a
      href={`#/sessions/${session.id}`}
      tabIndex={-1}
      onClick={(event) => {
        event.preventDefault();
        go(`/sessions/${session.id}`);
      }}
    >
      <title>{`${days.words(session.day, 'long')}, ${name}`}</title>
      <circle className="years-dot" cx={x} cy={y} r={radius} />
      <circle className="years-touch" cx={x} cy={y} r={Math.max(9, radius)} />
    </a>
  );
}

/** Two lines, one solid and one dashed, each broken where nothing was read. */
export function ClarityLane({
  clarity,
  width,
}: {
  readonly clarity: SceneLayout['clarity'];
  readonly width: number;
}) {
  const { labelY, top, height, lines } = clarity;
  const isThinned = lines.some((line) => line.isThinned);
  const buddy = lines.find(
    ({ person, path, dots }) => person.side !== 'me' && (path !== '' || dots.length > 0),
  );
  return (
    <g>
      <text x={0} y={labelY}>
        {isThinned ? 'Clarity after a half, the middle one of each month' : 'Clarity after each half'}
        {buddy ? `: yours solid, ${buddy.person.name}’s dashed` : ''}
      </text>
      {[0, 5, 10].map((value) => {
        const y = top + height - (value / 10) * height;
        return (
          <g key={value}>
            <line className="years-rule" x1={0} x2={width} y1={y} y2={y} />
            <text className="years-scale" x={width + 6} y={y + 4}>
              {value}
            </text>
          </g>
        );
      })}
      {lines.map(({ person, path, dots }) => (
        <g key={person.id} data-person={person.side} transform={`translate(0 ${top})`}>
          <path className="years-clarity-line" d={path} />
          <path className="years-clarity-dots" d={dots.map((dot) => circle(dot, 2.6)).join('')} />
        </g>
      ))}
    </g>
  );
}
