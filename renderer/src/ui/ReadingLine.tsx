import './reading.css';
import type { PersonRole } from './PersonMark.tsx';
import { ReadingPicture } from './ReadingPicture.tsx';
import { type ReadingPair, readingInWords } from './readingScale.ts';

export interface ReadingLineProps extends ReadingPair {
  readonly label: string;
  readonly person: PersonRole;
  /** Figures at the end: both ("3 → 7", the default), only the last, or none. */
  readonly figures?: 'both' | 'last' | 'none';
}

/** A measure before and after, to look at. Read aloud as one sentence. */
export function ReadingLine({ label, person, before, after, figures = 'both' }: ReadingLineProps) {
  const last = after ?? before;
  return (
    <div
      className="reading"
      data-person={person}
      role="img"
      aria-label={`${label}: ${readingInWords({ before, after })}`}
    >
      <span className="reading-label">{label}</span>
      <ReadingPicture before={before} after={after} />
      {figures === 'both' ? (
        <span className="reading-figures">
          <span>{before ?? '–'}</span>
          <span className="reading-arrow">→</span>
          <span>{after ?? '–'}</span>
        </span>
      ) : null}
      {figures === 'last' ? (
        <span className="reading-figures" data-figures="last">
          {last ?? '–'}
        </span>
      ) : null}
    </div>
  );
}
