import type { Side } from '../../journal/people.ts';
import { type Level, levels } from './goalsView.ts';

export interface FiveStepsProps {
  readonly person: Side;
  /** Where it stands; undefined before the first check-in. */
  readonly level: Level | undefined;
}

const apart = 34;

/** Five places on a line, the middle one a little larger: as hoped. Only to look at; the words beside it say the same. */
export function FiveSteps({ person, level }: FiveStepsProps) {
  return (
    <svg className="five-steps" viewBox="0 0 160 24" data-person={person} aria-hidden="true">
      <path d={`M12 12H${12 + 4 * apart}`} className="five-steps-line" />
      {levels.map((step, index) => (
        <circle
          key={step}
          cx={12 + index * apart}
          cy={12}
          r={step === level ? 7 : step === 0 ? 4.5 : 3}
          className="five-steps-place"
          data-here={step === level || undefined}
        />
      ))}
    </svg>
  );
}
