import { memo } from 'react';
import { Button } from '../../ui/Button.tsx';
import { SessionLines } from './SessionLines.tsx';
import type { SessionYear } from './sessionsView.ts';

function headingId(year: string): string {
  return `sessions-of-${year}`;
}

/** One year of sessions. */
export const YearSection = memo(function YearSection({ year, sessions }: SessionYear) {
  return (
    <section className="sessions-year" aria-labelledby={headingId(year)}>
      <header>
        <h2 id={headingId(year)} tabIndex={-1}>
          {year}
        </h2>
        <p className="aside">{sessions.length === 1 ? 'one session' : `${sessions.length} sessions`}</p>
      </header>
      <SessionLines sessions={sessions} />
    </section>
  );
});

export interface YearJumpProps {
  readonly years: readonly SessionYear[];
  /** Called before going there: the year must stand on the page when it returns. */
  readonly onJump: () => void;
}

/** The way to a year further down. */
export function YearJump({ years, onJump }: YearJumpProps) {
  const jump = (year: string) => {
    onJump();
    const heading = document.getElementById(headingId(year));
    heading?.scrollIntoView({ block: 'start' });
    heading?.focus({ preventScroll: true });
  };
  return (
    <nav className="sessions-jump" aria-label="Years of sessions">
      <ul>
        {years.map(({ year }) => (
          <li key={year}>
            <Button look="plain" onPress={() => jump(year)}>
              {year}
            </Button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
